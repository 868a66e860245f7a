import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'
import { type EnrollmentName, peopleKeys, personKey } from '../enrollment.table.ts'
import { type KeptAnswers, keptAnswersSchema } from './answers.ts'

/** What somebody answered to the seminar's questions; beside the enrollment, so that it can go before it. */
export const answersShelf = shelf<KeptAnswers, EnrollmentName>({
  table: 'people',
  kind: 'answers',
  schema: keptAnswersSchema,
  key: (name) => ({ pk: personKey(name), sk: `answers#${name.enrollmentId}` }),
})

/** The answers of everybody in a seminar, without the sensitive ones. */
export async function listAnswers(table: ReadingTable, seminarId: string): Promise<Stored<KeptAnswers>[]> {
  const lists = peopleKeys(seminarId).map((key) => table.list('people', key, 'answers#'))
  return (await Promise.all(lists)).flat().map(answersShelf.decode)
}
