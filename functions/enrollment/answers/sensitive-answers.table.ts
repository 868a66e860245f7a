import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'
import { type EnrollmentName, peopleKeys, personKey } from '../enrollment.table.ts'
import { type KeptAnswers, keptAnswersSchema } from './answers.ts'

/** What somebody told us about themself that the law protects most (Art. 9 GDPR); in a table that few may open. */
export const sensitiveAnswersShelf = shelf<KeptAnswers, EnrollmentName>({
  table: 'sensitive',
  kind: 'answers',
  schema: keptAnswersSchema,
  key: (name) => ({ pk: personKey(name), sk: `answers#${name.enrollmentId}` }),
})

/** The sensitive answers of everybody in a seminar. */
export async function listSensitiveAnswers(
  table: ReadingTable,
  seminarId: string,
): Promise<Stored<KeptAnswers>[]> {
  const lists = peopleKeys(seminarId).map((key) => table.list('sensitive', key, 'answers#'))
  return (await Promise.all(lists)).flat().map(sensitiveAnswersShelf.decode)
}
