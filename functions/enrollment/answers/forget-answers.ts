import * as v from 'valibot'
import { type Stored, shelf, type Table, type Write } from '../../kernel/table.ts'
import { type Instant, instantSchema } from '../../kernel/time.ts'
import { forgottenAt, type Question, readQuestions } from '../../seminar/questions.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { answersShelf, listAnswers } from './answers.table.ts'
import type { KeptAnswers } from './answers.ts'
import { listSensitiveAnswers, sensitiveAnswersShelf } from './sensitive-answers.table.ts'

/** When answers of a seminar were deleted last; written with each deletion, which alone could not settle an unsure answer. */
const deletionShelf = shelf<{ at: Instant }, string>({
  table: 'people',
  kind: 'answers-deleted',
  schema: v.object({ at: instantSchema }),
  key: (seminarId) => ({ pk: `answers-deleted#${seminarId}`, sk: 'deletion' }),
})

type World = { table: Table; now: Instant }

/** So many people's answers are deleted in one commit. */
const atOnce = 40

/**
 * Deletes every answer whose time is over or whose question is gone; safe at any time, as often as wanted. Answers
 * whether anything was ever asked, when the next answers are to go (undefined when nothing is left to wait for), and
 * how many were in use just now.
 */
export async function forgetAnswers(
  { table, now }: World,
  seminarId: string,
): Promise<{ asked: boolean; next: Instant | undefined; missed: number }> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const { questions, stored: asked } = await readQuestions(table, seminarId)
  if (!seminar || !asked) return { asked: false, next: undefined, missed: 0 }
  const kept = questions.filter((question) => isKept(question, seminar, now))
  const [plain, sensitive] = await Promise.all([
    listAnswers(table, seminarId),
    listSensitiveAnswers(table, seminarId),
  ])
  const writes = [
    ...plain.flatMap((stored) => without(answersShelf, stored, kept, false)),
    ...sensitive.flatMap((stored) => without(sensitiveAnswersShelf, stored, kept, true)),
  ]
  let missed = 0
  for (let from = 0; from < writes.length; from += atOnce) {
    const group = writes.slice(from, from + atOnce)
    if (!(await commitDeletion({ table, now }, seminarId, group))) missed += group.length
  }
  const next = kept.flatMap((question) => forgottenAt(seminar, question) ?? []).sort()[0]
  return { asked: true, next, missed }
}

/** While a seminar has no date nobody knows when its answers go. */
function isKept(question: Question, seminar: Seminar, now: Instant): boolean {
  const end = forgottenAt(seminar, question)
  return end === undefined || end > now
}

/** The write that leaves of somebody's answers only those that are still kept, in the store where they belong. */
function without(
  shelf: typeof answersShelf,
  stored: Stored<KeptAnswers>,
  kept: readonly Question[],
  sensitive: boolean,
): Write[] {
  const ids = new Set(kept.filter((question) => question.sensitive === sensitive).map(({ id }) => id))
  const { enrollmentId, answers } = stored.facts
  const left = Object.entries(answers).filter(([id]) => ids.has(id))
  if (left.length === Object.keys(answers).length) return []
  return left.length > 0
    ? [shelf.replace(stored, { enrollmentId, answers: Object.fromEntries(left) })]
    : [shelf.remove(stored)]
}

/** Refused when one of these people changed their answers in this moment; the next run looks again. */
async function commitDeletion({ table, now }: World, seminarId: string, writes: Write[]): Promise<boolean> {
  const before = await deletionShelf.read(table, seminarId)
  const outcome = await table.commit([
    before ? deletionShelf.replace(before, { at: now }) : deletionShelf.create(seminarId, { at: now }),
    ...writes,
  ])
  return outcome.committed
}
