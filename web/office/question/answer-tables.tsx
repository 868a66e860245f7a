import type { Answer, Answers } from '../../../functions/enrollment/answers/answers.ts'
import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import { type Language, textIn } from '../../../functions/kernel/language.ts'
import { hasChoices, type Question } from '../../../functions/seminar/questions.ts'
import { DataTable } from '../../parts/table.tsx'
import { officeQuestionsText } from '../../text/office-questions.ts'
import { shortDay } from '../short-dates.ts'

type TablesProps = {
  language: Language
  questions: readonly Question[]
  /** Those who are enrolled; nobody else has answers. */
  people: readonly Enrollment[]
  answers: ReadonlyMap<string, Answers>
}

/** What was answered: how often each choice was taken, question by question, then person by person. */
export function AnswerTables({ language, questions, people, answers }: TablesProps) {
  const text = officeQuestionsText[language].answers
  const answered = people.filter(({ id }) => answers.has(id))
  if (answered.length === 0) return <p>{text.none}</p>
  const counted = questions.filter(({ kind }) => hasChoices(kind) || kind === 'yes-no')
  return (
    <>
      {counted.map((question) => (
        <CountTable
          // Two questions may read alike; their number tells them apart.
          title={`${questions.indexOf(question) + 1}. ${textIn(question.wording, language)}`}
          language={language}
          question={question}
          people={people}
          answers={answers}
        />
      ))}
      <h3>{text.perPerson}</h3>
      <DataTable
        caption={text.perPerson}
        captionHidden
        head={[text.name, ...questions.map(({ wording }, i) => `${i + 1}. ${textIn(wording, language)}`)]}
        rows={answered.map((person) => [
          fullName(person),
          ...questions.map((question) =>
            answerWords(question, answers.get(person.id)?.[question.id], language),
          ),
        ])}
      />
    </>
  )
}

function CountTable({
  title,
  language,
  question,
  people,
  answers,
}: Omit<TablesProps, 'questions'> & { title: string; question: Question }) {
  const text = officeQuestionsText[language].answers
  const given = people.map(({ id }) => answers.get(id)?.[question.id])
  const took = (value: string | boolean) =>
    given.filter((answer) => (Array.isArray(answer) ? answer.some((one) => one === value) : answer === value))
      .length
  const lines: [string, number][] =
    question.kind === 'yes-no'
      ? [
          [text.yes, took(true)],
          [text.no, took(false)],
        ]
      : question.choices.map(({ id, label }) => [textIn(label, language), took(id)])
  const without = given.filter((answer) => answer === undefined).length
  return (
    <>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        captionHidden
        head={[text.choice, { label: text.count, kind: 'figure' }]}
        rows={[...lines, [text.noAnswer, without]]}
      />
    </>
  )
}

/** An answer in words; of a choice that is gone nobody knows the words any more. */
function answerWords(question: Question, answer: Answer | undefined, language: Language): string {
  const text = officeQuestionsText[language].answers
  const labelOf = (id: string) => {
    const choice = question.choices.find((known) => known.id === id)
    return choice ? textIn(choice.label, language) : text.goneChoice
  }
  if (answer === undefined) return '–'
  if (typeof answer === 'boolean') return answer ? text.yes : text.no
  if (typeof answer === 'number') return String(answer)
  if (Array.isArray(answer)) return answer.map(labelOf).join(', ')
  if (question.kind === 'one-of') return labelOf(answer)
  return question.kind === 'date' ? shortDay(answer, language) : answer
}
