import * as v from 'valibot'
import type { EnrollmentName } from '../enrollment/enrollment.table.ts'
import { type ReadingTable, type Stored, shelf } from '../kernel/table.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'
import type { Grade } from './entitlement.ts'

/** Whether somebody shall get a certificate, as the trainer or a coordinator says; open until one of them has. */
export type Word = 'open' | 'yes' | 'no'

/** What was said of one person, when and by whom (a staff member's mailbox). */
export type TrainersWord = { word: Word; at: Instant; by: string }

const keyOf = (seminarId: string): string => `trainers-word#${seminarId}`

/** The words of a seminar lie together: its page and the run that issues certificates read them at once. */
export const trainersWordShelf = shelf<TrainersWord, EnrollmentName>({
  table: 'people',
  kind: 'trainers-word',
  schema: v.object({ word: v.picklist(['open', 'yes', 'no']), at: instantSchema, by: v.string() }),
  key: ({ seminarId, enrollmentId }) => ({ pk: keyOf(seminarId), sk: enrollmentId }),
})

/** What was said of the people of a seminar, by enrollment; of whom nothing was said is not there. */
export async function listWords(
  table: Pick<ReadingTable, 'list'>,
  seminarId: string,
): Promise<Map<string, Stored<TrainersWord>>> {
  const stored = await table.list('people', keyOf(seminarId))
  return new Map(stored.map((one) => [one.sk, trainersWordShelf.decode(one)]))
}

/** What somebody gets by their minutes and the word: nothing yet where it is awaited. */
export type Outcome = Grade | 'waits'

/** `word` is null where the seminar asks for none. */
export function outcomeOf(grade: Grade, word: Word | null): Outcome {
  if (grade === 'none' || word === 'no') return 'none'
  return word === 'open' ? 'waits' : grade
}
