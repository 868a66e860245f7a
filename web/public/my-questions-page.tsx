import { textIn } from '../../functions/kernel/language.ts'
import { longDateTime } from '../../functions/kernel/time.ts'
import type { Question } from '../../functions/seminar/questions.ts'
import { firstStart, type Seminar } from '../../functions/seminar/seminar.ts'
import { ErrorSummary, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { QuestionFields, questionErrors, questionLabels } from '../parts/question-fields.tsx'
import type { QuestionTrouble, TypedAnswers } from '../parts/question-form.ts'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { questionText } from '../text/questions.ts'

type QuestionsProps = {
  setting: PageSetting
  token: string
  seminar: Seminar
  questions: readonly Question[]
  /** Whether answers can be seen and changed now. */
  isOpen: boolean
  typed: TypedAnswers
  troubles: Record<string, QuestionTrouble>
  saved: boolean
}

const formName = 'questions'

/** Somebody's answers to the questions of a seminar, to see and to change. */
export function MyQuestionsPage(props: QuestionsProps) {
  const { setting, token, seminar, questions, isOpen, troubles, saved } = props
  const { language } = setting
  const { mine: text } = questionText[language]
  const canAnswer = isOpen && questions.length > 0
  const title = `${text.title}: ${textIn(seminar.title, language)}`
  const prefix = Object.keys(troubles).length > 0 ? enrollText[language].wrongPrefix : ''
  return (
    <Page setting={setting} title={`${prefix}${title}`} {...(canAnswer && { form: formName })}>
      <p class="back">
        <a href={inside(setting, `/my/${token}`)}>{text.back}</a>
      </p>
      <h1>{title}</h1>
      {saved && (
        <Notice tone="good" announce>
          <p>{text.saved}</p>
        </Notice>
      )}
      {canAnswer ? <AnswerForm {...props} /> : <p>{isOpen ? text.nothing : text.closed}</p>}
    </Page>
  )
}

function AnswerForm({ setting, token, seminar, questions, typed, troubles }: QuestionsProps) {
  const { language } = setting
  const { mine: text } = questionText[language]
  const errors = questionErrors(troubles, language)
  const start = firstStart(seminar)
  return (
    <>
      <ErrorSummary
        title={enrollText[language].wrongTitle}
        errors={errors}
        fields={questionLabels(questions, language)}
      />
      {start && <p>{text.lead(longDateTime(start, seminar.zone, language))}</p>}
      <form
        method="post"
        action={inside(setting, `/my/${token}/questions`)}
        novalidate
        class="form"
        id={formName}
      >
        <QuestionFields questions={questions} typed={typed} errors={errors} language={language} />
        <SubmitButton label={text.save} />
      </form>
    </>
  )
}
