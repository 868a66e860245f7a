import type { Stored, Table, Write } from '../../kernel/table.ts'
import type { EnrollmentName } from '../enrollment.table.ts'
import { answersShelf } from './answers.table.ts'
import type { AnswerSheet, Answers, KeptAnswers } from './answers.ts'
import { sensitiveAnswersShelf } from './sensitive-answers.table.ts'

/**
 * The writes that bring one person's answers to what the sheet says, in both stores; without a sheet they are erased.
 * They join the commit of what happens to the enrollment, which pins it: answers never outlive a cancellation.
 */
export async function answerWrites(
  table: Pick<Table, 'read'>,
  name: EnrollmentName,
  sheet: AnswerSheet = { plain: {}, sensitive: {} },
): Promise<Write[]> {
  const [plain, sensitive] = await table.read([answersShelf.place(name), sensitiveAnswersShelf.place(name)])
  return [
    ...writesTo(answersShelf, name, plain && answersShelf.decode(plain), sheet.plain),
    ...writesTo(
      sensitiveAnswersShelf,
      name,
      sensitive && sensitiveAnswersShelf.decode(sensitive),
      sheet.sensitive,
    ),
  ]
}

/** Nothing is kept of somebody who answered nothing, not even an empty sheet. */
function writesTo(
  shelf: typeof answersShelf,
  name: EnrollmentName,
  stored: Stored<KeptAnswers> | undefined,
  answers: Answers,
): Write[] {
  const facts = { enrollmentId: name.enrollmentId, answers }
  if (Object.keys(answers).length === 0) return stored ? [shelf.remove(stored)] : []
  return [stored ? shelf.replace(stored, facts) : shelf.create(name, facts)]
}
