import { textIn } from '../../../functions/kernel/language.ts'
import { mostQuestions, type Question } from '../../../functions/seminar/questions.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonLink, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { Badge, Notice } from '../../parts/notice.tsx'
import { QuestionFields } from '../../parts/question-fields.tsx'
import { inside } from '../../parts/setting.ts'
import { officeText } from '../../text/office.ts'
import { officeQuestionsText } from '../../text/office-questions.ts'
import { questionText } from '../../text/questions.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'

/** Where the questions of a seminar are edited. */
export const questionsPath = (seminarId: string): string => `/office/seminars/${seminarId}/questions`

type QuestionsProps = {
  visit: Visit
  seminar: Seminar
  questions: readonly Question[]
  version: string
  /** How many people answered each question. */
  counts: ReadonlyMap<string, number>
  refusal?: string | undefined
  done?: string | undefined
}

/** All questions of a seminar, in their order, with what can be done to each, and how the form shows them. */
export function QuestionsPage(props: QuestionsProps) {
  const { visit, seminar, questions, refusal, done } = props
  const { setting } = visit
  const { list } = officeQuestionsText[setting.language]
  const path = questionsPath(seminar.id)
  const isOpen = seminar.state === 'draft' || seminar.state === 'published'
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={list.title}
      done={done}
      path={path}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
    >
      {refusal && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <p>{list.lead}</p>
      {questions.length === 0 && <p>{list.none}</p>}
      {questions.map((question, i) => (
        <QuestionPanel {...props} question={question} place={i} isOpen={isOpen} />
      ))}
      {isOpen && questions.length < mostQuestions && (
        <div class="button-row">
          <ButtonLink href={inside(setting, `${path}/new`)} label={list.add} />
        </div>
      )}
      {questions.length > 0 && <Preview {...props} />}
    </OfficePage>
  )
}

type PanelProps = QuestionsProps & { question: Question; place: number; isOpen: boolean }

function QuestionPanel(props: PanelProps) {
  const { visit, question, counts, isOpen } = props
  const { language } = visit.setting
  const { list, kinds } = officeQuestionsText[language]
  const asked = questionText[language]
  return (
    <article class="panel" id={question.id}>
      <h2>{textIn(question.wording, language)}</h2>
      <p>
        <Badge>{kinds[question.kind]}</Badge>{' '}
        <Badge tone={question.required ? 'warning' : 'plain'}>
          {question.required ? list.required : list.voluntary}
        </Badge>{' '}
        {question.sensitive && <Badge tone="bad">{list.sensitive}</Badge>}
      </p>
      <p class="small">
        {asked.why(textIn(question.purpose, language))} {asked.gone(question.keptDays)}{' '}
        {list.answered(counts.get(question.id) ?? 0)}.
      </p>
      {isOpen && <Buttons {...props} />}
    </article>
  )
}

function Buttons({ visit, seminar, question, place, questions, version, counts }: PanelProps) {
  const { setting } = visit
  const { list } = officeQuestionsText[setting.language]
  const path = `${questionsPath(seminar.id)}/${question.id}`
  const move = (by: 'up' | 'down') => (
    <form method="post" action={inside(setting, `${path}/move`)} class="button-form">
      <HiddenField name="version" value={version} />
      <SubmitButton kind="quiet" name="by" value={by} label={list[by]} />
    </form>
  )
  return (
    <div class="button-row">
      <ButtonLink kind="quiet" href={inside(setting, path)} label={list.edit} />
      {place > 0 && move('up')}
      {place < questions.length - 1 && move('down')}
      <details class="confirm">
        <summary class="button button-danger">{list.remove}</summary>
        <p>{list.removeText(counts.get(question.id) ?? 0)}</p>
        <form method="post" action={inside(setting, `${path}/remove`)} class="button-form">
          <HiddenField name="version" value={version} />
          <SubmitButton kind="danger" label={list.removeNow} />
        </form>
      </details>
    </div>
  )
}

function Preview({ visit, questions }: QuestionsProps) {
  const { language } = visit.setting
  return (
    <fieldset disabled class="form">
      <legend>{officeQuestionsText[language].list.preview}</legend>
      <QuestionFields questions={questions} typed={new Map()} errors={{}} language={language} />
    </fieldset>
  )
}
