import type { Answer, Answers } from '../../functions/enrollment/answers/answers.ts'
import { instantAtWallClock } from '../../functions/kernel/time.ts'
import type { Choice, Question } from '../../functions/seminar/questions.ts'
import { isReadable, isVisible, withoutBreaks } from './readable-text.ts'

/** What can be wrong with an answer; each has its sentence in every language. */
export type QuestionTrouble =
  | 'required'
  | 'text-long'
  | 'text-unreadable'
  | 'choice-unknown'
  | 'number-wrong'
  | 'date-wrong'

/** Answers as they were typed, by field name; other fields of the form may lie among them. */
export type TypedAnswers = ReadonlyMap<string, string>

/** Twelve questions of twelve choices, and the rest of the form. */
export const formWithQuestions = { keys: 180 }

/** So many letters fit into an answer. */
export const answerLetters = { 'short-text': 120, 'long-text': 500 } as const

const largestNumber = 1_000_000

/** The name of a question's field. */
export const fieldOf = ({ id }: Pick<Question, 'id'>): string => `q-${id}`

/** Where several may be chosen, each choice has a name of its own: a name that is sent twice is refused. */
export const choiceFieldOf = (question: Pick<Question, 'id'>, { id }: Pick<Choice, 'id'>): string =>
  `${fieldOf(question)}-${id}`

/** The element to which an error leads. */
export function anchorOf(question: Question): string {
  const [first] = question.choices
  return question.kind === 'several-of' && first ? choiceFieldOf(question, first) : fieldOf(question)
}

type Read = { answers: Answers; troubles: Record<string, QuestionTrouble> }

/** Reads what was answered; a question without an answer has none, also where the field was there. */
export function readAnswers(questions: readonly Question[], typed: TypedAnswers): Read {
  const answers: Answers = {}
  const troubles: Read['troubles'] = {}
  for (const question of questions) {
    const read = readAnswer(question, typed)
    if (read === undefined && question.required) troubles[anchorOf(question)] = 'required'
    else if (read !== undefined && 'trouble' in read) troubles[anchorOf(question)] = read.trouble
    else if (read !== undefined) answers[question.id] = read.answer
  }
  return { answers, troubles }
}

type ReadAnswer = { answer: Answer } | { trouble: QuestionTrouble } | undefined

function readAnswer(question: Question, typed: TypedAnswers): ReadAnswer {
  const value = (typed.get(fieldOf(question)) ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim()
  switch (question.kind) {
    case 'several-of': {
      const chosen = question.choices.filter((choice) => typed.get(choiceFieldOf(question, choice)) === 'yes')
      return chosen.length > 0 ? { answer: chosen.map(({ id }) => id) } : undefined
    }
    case 'short-text':
    case 'long-text':
      return readText(value, question.kind)
    case 'one-of':
      if (value === '') return undefined
      return question.choices.some(({ id }) => id === value)
        ? { answer: value }
        : { trouble: 'choice-unknown' }
    case 'yes-no':
      if (value === '') return undefined
      return value === 'yes' || value === 'no' ? { answer: value === 'yes' } : { trouble: 'choice-unknown' }
    case 'number':
      if (value === '') return undefined
      return /^\d{1,7}$/.test(value) && Number(value) <= largestNumber
        ? { answer: Number(value) }
        : { trouble: 'number-wrong' }
    case 'date':
      return readDate(value)
  }
}

function readText(value: string, kind: keyof typeof answerLetters): ReadAnswer {
  if (value.length > answerLetters[kind]) return { trouble: 'text-long' }
  if (!isReadable(kind === 'long-text' ? withoutBreaks(value) : value)) return { trouble: 'text-unreadable' }
  return isVisible(value) ? { answer: value } : undefined
}

/** As date fields send it, or as it is written where a browser has none: `31.12.2026`. */
function readDate(value: string): ReadAnswer {
  if (value === '') return undefined
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? []
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value
  const exists =
    /^(19|20)\d{2}-\d{2}-\d{2}$/.test(date) &&
    instantAtWallClock({ date, time: '12:00' }, 'UTC') !== undefined
  return exists ? { answer: date } : { trouble: 'date-wrong' }
}

/** Answers as the form shows them; a choice that is gone is not among them. */
export const typedFrom = (questions: readonly Question[], answers: Answers): TypedAnswers =>
  new Map(
    questions.flatMap((question): [string, string][] => {
      const answer = answers[question.id]
      if (answer === undefined) return []
      if (Array.isArray(answer)) return answer.map((id) => [choiceFieldOf(question, { id }), 'yes'])
      if (typeof answer === 'boolean') return [[fieldOf(question), answer ? 'yes' : 'no']]
      return [[fieldOf(question), String(answer)]]
    }),
  )
