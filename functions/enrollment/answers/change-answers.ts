import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type ReadingTable, type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { firstStart, type Seminar } from '../../seminar/seminar.ts'
import { type EnrollmentName, enrollmentShelf } from '../enrollment.table.ts'
import type { Enrollment } from '../enrollment.ts'
import { readPersonalLink } from '../link/personal-link.ts'
import { answerWrites } from './answer-writes.ts'
import { answersShelf } from './answers.table.ts'
import type { AnswerSheet, Answers } from './answers.ts'
import { sensitiveAnswersShelf } from './sensitive-answers.table.ts'

export type ChangeAnswersRefusal = { code: 'unknown' | 'not-now' }

/**
 * Whether somebody may see and change their answers: until the seminar begins, and only once the address is
 * confirmed. Before, a stranger may have typed them, or they may be shown to one.
 */
export function mayAnswer(enrollment: Enrollment, seminar: Seminar, now: Instant): boolean {
  const start = firstStart(seminar)
  return (
    enrollment.state === 'confirmed' && seminar.state === 'published' && start !== undefined && now < start
  )
}

/** Brings the answers of the person behind a link to what the sheet says, sensitive ones in their own store. */
export async function changeAnswers(
  { table, now }: { table: Table; now: Instant },
  { token, sheet }: { token: string; sheet: AnswerSheet },
): Promise<Result<Enrollment, ChangeAnswersRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const { enrollment: stored, seminar } = linked
    if (!mayAnswer(stored.facts, seminar.facts, now)) return refuse({ code: 'not-now' })
    const name = { seminarId: seminar.facts.id, enrollmentId: stored.facts.id }
    const outcome = await table.commit([
      // Written again as it is: answers that come in the moment of a cancellation are refused, and do not outlive it.
      enrollmentShelf.replace(stored, stored.facts),
      ...(await answerWrites(table, name, sheet)),
    ])
    if (outcome.committed) return accept(stored.facts)
  }
  throw new TableBusy('the answers kept changing')
}

/** What somebody answered so far, from both stores. */
export async function readAnswersOf(
  table: Pick<ReadingTable, 'read'>,
  name: EnrollmentName,
): Promise<Answers> {
  const [plain, sensitive] = await Promise.all([
    answersShelf.read(table, name),
    sensitiveAnswersShelf.read(table, name),
  ])
  return { ...plain?.facts.answers, ...sensitive?.facts.answers }
}
