import * as v from 'valibot'
import type { Question } from '../../seminar/questions.ts'

/**
 * One answer, by the kind of its question: words or a date, the id of a choice, the ids of several, yes or no, a
 * number. A question that was not answered has none.
 */
const answerSchema = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])
export type Answer = v.InferOutput<typeof answerSchema>

/** Answers by the id of their question. */
export type Answers = Record<string, Answer>

/** How one person's answers lie in a table. */
export const keptAnswersSchema = v.object({
  enrollmentId: v.string(),
  answers: v.record(v.string(), answerSchema),
})
export type KeptAnswers = v.InferOutput<typeof keptAnswersSchema>

/** What one form brings: sensitive answers apart from the others, because they lie apart. */
export type AnswerSheet = { plain: Answers; sensitive: Answers }

/** Lays each answer to where its question belongs. */
export function sheetOf(questions: readonly Question[], answers: Answers): AnswerSheet {
  const those = (wanted: boolean): Answers =>
    Object.fromEntries(
      questions.flatMap(({ id, sensitive }) => {
        const answer = answers[id]
        return sensitive === wanted && answer !== undefined ? [[id, answer]] : []
      }),
    )
  return { plain: those(false), sensitive: those(true) }
}
