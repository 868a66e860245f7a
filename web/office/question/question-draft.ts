import { type Language, languages, type Texts } from '../../../functions/kernel/language.ts'
import type { QuestionDraft } from '../../../functions/seminar/edit-questions.ts'
import {
  type Choice,
  hasChoices,
  longestKept,
  mostChoices,
  type Question,
  questionKinds,
} from '../../../functions/seminar/questions.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { officeQuestionsText } from '../../text/office-questions.ts'
import { type FieldReader, openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'

/** How long the texts of a question may be. */
export const questionLengths = { wording: 200, purpose: 200, choice: 80 } as const

/** The names of the fields of one choice. */
export const choiceNames = (n: number) => ({
  id: `choice-${n}-id`,
  de: `choice-${n}-de`,
  tr: `choice-${n}-tr`,
  en: `choice-${n}-en`,
})

/** Twelve choices of four fields, and the rest. */
export const questionFormKeys = { keys: 70 }

/** An untouched form: answers that nobody needs for long. */
export const newQuestionValues = (version: string): Values =>
  new Map([
    ['version', version],
    ['kind', 'short-text'],
    ['keptDays', '30'],
  ])

/** A question as the form shows it. */
export const questionValues = (question: Question, version: string): Values =>
  new Map([
    ['version', version],
    ['kind', question.kind],
    ...(question.required ? [['required', 'yes'] as const] : []),
    ...(question.sensitive ? [['sensitive', 'yes'] as const] : []),
    ['keptDays', String(question.keptDays)],
    ...textValues('wording', question.wording),
    ...textValues('purpose', question.purpose),
    ...question.choices.flatMap(({ id, label }, i): [string, string][] => [
      [choiceNames(i + 1).id, id],
      ...textValues(`choice-${i + 1}`, label),
    ]),
  ])

const textValues = (name: string, texts: Texts): [string, string][] =>
  languages.map((language) => [`${name}-${language}`, texts[language]])

const wholeSet = Array.from({ length: mostChoices }, (_, i) => i + 1)
/** Whether something stands in the fields of a choice. */
const isFilled = (values: Values, n: number): boolean =>
  languages.some((language) => (values.get(choiceNames(n)[language]) ?? '').trim() !== '')

/** How many rows for choices are shown: always some empty ones, all of them when more were asked for. */
export function choiceRows(values: Values): number[] {
  const used = wholeSet.filter((n) => isFilled(values, n)).at(-1) ?? 0
  return values.has('more') ? wholeSet : wholeSet.slice(0, Math.max(5, used + 2))
}

/** Reads the form of one question: what it says, and what is wrong with which field. */
export function readQuestionDraft(
  values: Values,
  language: Language,
): { draft: QuestionDraft; errors: FieldErrors } {
  const text = officeQuestionsText[language].form
  const reader = openFieldReader(values)
  const kind = questionKinds.find((known) => known === reader.typed('kind')) ?? 'short-text'
  const required = reader.typed('required') === 'yes'
  const sensitive = reader.typed('sensitive') === 'yes'
  const choices = hasChoices(kind) ? readChoices(reader, values) : []
  const draft: QuestionDraft = {
    kind,
    required,
    sensitive,
    wording: readTexts(reader, 'wording', questionLengths.wording),
    choices,
    purpose: readTexts(reader, 'purpose', questionLengths.purpose),
    keptDays: sensitive ? 0 : reader.whole('keptDays', { least: 0, most: longestKept }),
  }
  const errors = {
    ...errorsFrom(reader.troubles, language),
    ...(sensitive && required && { required: text.sensitiveRequired }),
    ...(hasChoices(kind) && choices.length < 2 && { [choiceNames(1).de]: text.tooFewChoices }),
    ...twinErrors(values, kind, text.choiceTwice),
  }
  return { draft, errors }
}

const readTexts = (reader: FieldReader, name: string, most: number): Texts => ({
  de: reader.text(`${name}-de`, { most, required: true }),
  tr: reader.text(`${name}-tr`, { most }),
  en: reader.text(`${name}-en`, { most }),
})

const readChoices = (reader: FieldReader, values: Values): Choice[] =>
  wholeSet
    .filter((n) => isFilled(values, n))
    .map((n) => ({
      id: reader.typed(choiceNames(n).id),
      label: readTexts(reader, `choice-${n}`, questionLengths.choice),
    }))

/** Two choices that read alike cannot be told apart by anybody. */
function twinErrors(values: Values, kind: Question['kind'], sentence: string): FieldErrors {
  const words = wholeSet.map((n) => (values.get(choiceNames(n).de) ?? '').trim())
  const twins = wholeSet.filter((_, i) => words[i] !== '' && words.indexOf(words[i] ?? '') < i)
  return hasChoices(kind) ? Object.fromEntries(twins.map((n) => [choiceNames(n).de, sentence])) : {}
}
