import type { Child } from 'hono/jsx'
import { type Language, textIn } from '../../functions/kernel/language.ts'
import { clockTime, type Instant, longDateTime } from '../../functions/kernel/time.ts'
import type { EnrollmentData, PersonData } from '../../functions/privacy/export-person.ts'
import {
  ButtonForm,
  Checkbox,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  SubmitButton,
} from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { FactList, Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { sourceWords } from '../text/attendance-sources.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'
import { enrollText } from '../text/enroll.ts'
import { myDataText } from '../text/my-data.ts'
import { questionText } from '../text/questions.ts'

/** Why the page cannot do what was asked. */
export type DataRefusal = 'no-code' | 'no-pass' | 'too-many-codes' | 'nothing'

type FrameProps = { setting: PageSetting; wrong?: boolean; children?: Child }

function Frame({ setting, children }: FrameProps) {
  const text = myDataText[setting.language]
  return (
    <Page setting={setting} title={text.title}>
      <div class="reading">
        <p class="back">
          <a href={inside(setting, setting.path.replace(/\/data$/, ''))}>{text.back}</a>
        </p>
        <h1>{text.title}</h1>
        {children}
      </div>
    </Page>
  )
}

type CodeProps = {
  setting: PageSetting
  /** Until when a code that was sent can be entered, as people there read the clock. */
  until: string | undefined
  refusal?: DataRefusal | undefined
  /** How many tries are left after a wrong one. */
  left?: number | undefined
}

/** Asks for the code, or for permission to send one. */
export function DataCodePage({ setting, until, refusal, left }: CodeProps) {
  const text = myDataText[setting.language]
  const errors: FieldErrors = left === undefined || !until ? {} : { code: text.wrong(left) }
  const trouble = refusal ? text.refused[refusal] : left !== undefined && !until ? text.wrong(left) : ''
  const send = inside(setting, `${setting.path}/code`)
  return (
    <Frame setting={setting}>
      {trouble && (
        <Notice tone={refusal === 'nothing' ? 'info' : 'bad'} announce>
          <p>{trouble}</p>
        </Notice>
      )}
      <ErrorSummary title={text.wrongTitle} errors={errors} fields={{ code: text.code }} />
      {refusal !== 'nothing' && (
        <>
          <p class="lead">{text.lead}</p>
          <p>{text.why}</p>
          {until && <CodeForm setting={setting} until={until} error={errors.code} />}
          <ButtonForm
            action={send}
            label={until ? text.askAgain : text.ask}
            kind={until ? 'quiet' : 'primary'}
          />
        </>
      )}
    </Frame>
  )
}

function CodeForm({
  setting,
  until,
  error,
}: {
  setting: PageSetting
  until: string
  error: string | undefined
}) {
  const text = myDataText[setting.language]
  return (
    <form method="post" action={inside(setting, setting.path)} novalidate class="form">
      <p class="strong">{text.sent(until)}</p>
      <Field
        name="code"
        label={text.code}
        hint={text.codeHint}
        error={error}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={20}
        required
        short
      />
      <SubmitButton label={text.open} />
    </form>
  )
}

type DataProps = {
  setting: PageSetting
  data: PersonData
  pass: string
  until: string
  errors: FieldErrors
  keep: boolean
}

/** Everything that is stored, in short; a file with everything in full; and the way to have it erased. */
export function MyDataPage({ setting, data, pass, until, errors, keep }: DataProps) {
  const text = myDataText[setting.language]
  const hasCertificate = data.enrollments.some(({ certificates }) => certificates.length > 0)
  return (
    <Frame setting={setting}>
      <ErrorSummary title={text.wrongTitle} errors={errors} fields={{ sure: text.erase }} />
      <p class="small">{text.until(until)}</p>
      <h2>{text.stored}</h2>
      <FactList
        facts={[
          [text.address, <span class="wrap">{data.address}</span>],
          [text.mails, text.mailCount(data.mails.length)],
          [calendarFeedText[setting.language].data, data.calendarFeeds.length],
        ]}
      />
      {data.enrollments.map((enrollment) => (
        <EnrollmentFacts setting={setting} enrollment={enrollment} />
      ))}
      <h2>{text.download}</h2>
      <p>{text.downloadText}</p>
      <form method="post" action={inside(setting, `${setting.path}/file`)} class="button-form">
        <HiddenField name="pass" value={pass} />
        <SubmitButton label={text.download} kind="quiet" />
      </form>
      <h2>{text.erase}</h2>
      {text.eraseText.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <form method="post" action={inside(setting, `${setting.path}/erase`)} novalidate class="form">
        <HiddenField name="pass" value={pass} />
        {hasCertificate && <Checkbox name="keep" label={text.keep} hint={text.keepHint} checked={keep} />}
        <Checkbox name="sure" label={text.sure} error={errors.sure} required />
        <SubmitButton label={text.eraseNow} kind="danger" />
      </form>
    </Frame>
  )
}

function EnrollmentFacts({ setting, enrollment }: { setting: PageSetting; enrollment: EnrollmentData }) {
  const { language } = setting
  const text = myDataText[language]
  const { seminar, person, certificates, mails } = enrollment
  const words = (instant: Instant) => longDateTime(instant, seminar.zone, language)
  const proven = person.firstName !== undefined
  return (
    <section>
      <h3>{textIn(seminar.title, language)}</h3>
      {!proven && <p>{text.unproven}</p>}
      <FactList
        facts={[
          ...(proven ? ownWords(setting, enrollment) : []),
          [text.language, enrollText[language].languages[person.language]],
          [text.enrolled, words(person.enrolledAt)],
          ...(person.confirmedAt ? [[text.confirmed, words(person.confirmedAt)] as const] : []),
          [text.notice, person.notice],
          ...answerFacts(setting, enrollment),
          ...attendanceFacts(setting, enrollment),
          ...certificates.map(({ certificate }) => [text.certificate, certificate.number] as const),
          [text.mails, text.mailCount(mails.length)],
        ]}
      />
    </section>
  )
}

function ownWords(setting: PageSetting, { person }: EnrollmentData): (readonly [Child, Child])[] {
  const text = myDataText[setting.language]
  const { firstName = '', lastName = '', association, note } = person
  return [
    [text.name, `${firstName} ${lastName}`.trim()],
    [text.association, association || '–'],
    [text.note, note || '–'],
  ]
}

/** Every question with its answer, as it was given. */
function answerFacts({ language }: PageSetting, { answers }: EnrollmentData): [string, string][] {
  const text = questionText[language]
  return answers.map(({ question, answer }) => {
    if (Array.isArray(answer))
      return [textIn(question, language), answer.map((label) => textIn(label, language)).join(', ')]
    if (typeof answer === 'boolean') return [textIn(question, language), answer ? text.yes : text.no]
    return [textIn(question, language), String(answer)]
  })
}

function attendanceFacts(
  setting: PageSetting,
  { seminar, attendance }: EnrollmentData,
): (readonly [Child, Child])[] {
  const { language } = setting
  const text = myDataText[language]
  return attendance
    .filter(({ notices }) => notices.length > 0)
    .map(({ sessionStart, notices }) => [
      text.attendance(longDateTime(sessionStart, seminar.zone, language)),
      notices
        .toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
        .map((notice) => noticeWords(notice, { seminar, language }))
        .join(', '),
    ])
}

type ToldNotice = EnrollmentData['attendance'][number]['notices'][number]

const momentOf = (notice: ToldNotice): Instant => (notice.kind === 'present' ? notice.from : notice.at)

function noticeWords(
  notice: ToldNotice,
  { seminar, language }: Pick<EnrollmentData, 'seminar'> & { language: Language },
): string {
  const text = myDataText[language].notices
  const time = (instant: Instant) => clockTime(instant, seminar.zone)
  switch (notice.kind) {
    case 'by-hand':
    case 'settled':
      return text[notice.kind](notice.minutes)
    case 'counted':
      return `${text.counted(notice.minutes)} (${sourceWords[language][notice.source ?? 'room']})`
    case 'present': {
      const until = notice.to === null ? '' : time(notice.to)
      return `${text.present(time(notice.from), until)} (${sourceWords[language][notice.source ?? 'room']})`
    }
    default:
      return text[notice.kind](time(notice.at))
  }
}

/** Says what was erased and what stays. */
export function ErasedPage(props: { setting: PageSetting; seminars: number; certificatesKept: number }) {
  const { setting, seminars, certificatesKept } = props
  const text = myDataText[setting.language].erased
  return (
    <MessagePage setting={setting} title={text.title}>
      <p class="lead">{text.text(seminars)}</p>
      {certificatesKept > 0 && <p>{text.kept(certificatesKept)}</p>}
      <p>{text.backup}</p>
      <p>{text.noMail}</p>
    </MessagePage>
  )
}
