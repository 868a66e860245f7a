import { type Language, textIn } from '../../functions/kernel/language.ts'
import type { Question } from '../../functions/seminar/questions.ts'
import { questionText } from '../text/questions.ts'
import { type ChoiceField, Choices } from './choices.tsx'
import { Field, type FieldErrors, TextArea } from './form.tsx'
import {
  anchorOf,
  answerLetters,
  choiceFieldOf,
  fieldOf,
  type QuestionTrouble,
  type TypedAnswers,
} from './question-form.ts'

type FieldsProps = {
  questions: readonly Question[]
  typed: TypedAnswers
  errors: FieldErrors
  language: Language
}

/** The questions of a seminar as fields of a form, each with what it is for and when its answer is deleted. */
export function QuestionFields({ questions, ...rest }: FieldsProps) {
  return (
    <>
      {questions.map((question) => (
        <QuestionField question={question} {...rest} />
      ))}
    </>
  )
}

/** The sentence for each trouble, by field. */
export const questionErrors = (troubles: Record<string, QuestionTrouble>, language: Language): FieldErrors =>
  Object.fromEntries(
    Object.entries(troubles).map(([field, trouble]) => [field, questionText[language].troubles[trouble]]),
  )

/** What each question is called in the error summary, by the field that the error leads to. */
export const questionLabels = (questions: readonly Question[], language: Language): Record<string, string> =>
  Object.fromEntries(questions.map((question) => [anchorOf(question), textIn(question.wording, language)]))

type FieldProps = Omit<FieldsProps, 'questions'> & { question: Question }

function QuestionField(props: FieldProps) {
  const { question, typed, errors, language } = props
  const { kind, required } = question
  const name = fieldOf(question)
  const common = {
    name,
    label: <Wording question={question} language={language} />,
    hint: <Reasons question={question} language={language} />,
    value: typed.get(name) ?? '',
    error: errors[name],
    ...(required && { required }),
  }
  switch (kind) {
    case 'short-text':
      return <Field {...common} maxlength={answerLetters[kind]} />
    case 'long-text':
      return <TextArea {...common} maxlength={answerLetters[kind]} />
    case 'number':
      return <Field {...common} inputmode="numeric" maxlength={7} short />
    case 'date':
      return <Field {...common} type="date" short />
    case 'one-of':
    case 'yes-no':
    case 'several-of':
      return <ChoiceQuestion {...props} />
  }
}

function ChoiceQuestion({ question, typed, errors, language }: FieldProps) {
  const anchor = anchorOf(question)
  return (
    <Choices
      anchor={anchor}
      kind={question.kind === 'several-of' ? 'checkbox' : 'radio'}
      legend={<Wording question={question} language={language} />}
      hint={<Reasons question={question} language={language} />}
      error={errors[anchor]}
      required={question.required}
      choices={
        question.kind === 'several-of'
          ? severalChoices(question, typed, language)
          : oneChoices(question, typed, language)
      }
    />
  )
}

const severalChoices = (question: Question, typed: TypedAnswers, language: Language): ChoiceField[] =>
  question.choices.map((choice) => {
    const name = choiceFieldOf(question, choice)
    return { name, value: 'yes', label: textIn(choice.label, language), checked: typed.get(name) === 'yes' }
  })

/** Whoever need not answer can take a choice back, which a radio button alone does not allow. */
function oneChoices(question: Question, typed: TypedAnswers, language: Language): ChoiceField[] {
  const text = questionText[language]
  const name = fieldOf(question)
  const chosen = typed.get(name) ?? ''
  const options =
    question.kind === 'yes-no'
      ? [
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]
      : question.choices.map(({ id, label }) => ({ value: id, label: textIn(label, language) }))
  const all = question.required ? options : [...options, { value: '', label: text.noAnswer }]
  return all.map(({ value, label }) => ({
    name,
    value,
    label,
    checked: value === chosen,
  }))
}

function Wording({ question, language }: { question: Question; language: Language }) {
  const words = textIn(question.wording, language)
  return <>{question.required ? words : `${words} (${questionText[language].voluntary})`}</>
}

function Reasons({ question, language }: { question: Question; language: Language }) {
  const text = questionText[language]
  const purpose = textIn(question.purpose, language)
  return (
    <>
      {text.why(purpose)} {text.gone(question.keptDays)}
      {question.sensitive && ` ${text.sensitive}`}
    </>
  )
}
