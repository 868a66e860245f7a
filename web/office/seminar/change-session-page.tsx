import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { type Language, languages, textIn } from '../../../functions/kernel/language.ts'
import { invitesAt, remindsAt } from '../../../functions/seminar/letter-rules.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { ErrorSummary, type FieldErrors, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { placeWords } from '../../parts/session-list.tsx'
import { inside } from '../../parts/setting.ts'
import { changeSessionText } from '../../text/change-session.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import type { RoomChoice } from './room-choice.ts'
import { rowLabels, SessionRow } from './session-rows.tsx'

type Common = {
  visit: Visit
  seminar: Seminar
  /** None where a date is added. */
  session: Session | undefined
  path: string
  values: Values
}
export type ChangeSessionProps = Common & { choice: RoomChoice; errors: FieldErrors; refusal?: string }

const titleOf = ({ visit, seminar, session }: Common): string => {
  const text = changeSessionText[visit.setting.language]
  return session
    ? text.moveTitle(shortDate(session.start, visit.setting.language, seminar.zone))
    : text.addTitle
}

const backOf = ({ visit, seminar }: Common) => ({
  path: `/office/seminars/${seminar.id}`,
  label: textIn(seminar.title, visit.setting.language),
})

/** The form for one date, and the button that calls it off. Neither changes anything yet. */
export function ChangeSessionPage(props: ChangeSessionProps) {
  const { visit, seminar, session, path, values, errors, choice, refusal } = props
  const { setting } = visit
  const text = changeSessionText[setting.language]
  const house = officeText[setting.language]
  return (
    <OfficePage visit={visit} area="seminars" title={titleOf(props)} path={path} back={backOf(props)}>
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary title={house.errorsTitle} errors={errors} fields={rowLabels(setting.language, 1)} />
      <p>{text.lead}</p>
      <form class="form" method="post" action={inside(setting, path)} novalidate>
        <HiddenField name="version" value={values.get('version') ?? ''} />
        <SessionRow
          language={setting.language}
          values={values}
          errors={errors}
          choice={choice}
          row={1}
          legend={titleOf(props)}
        />
        <p class="small">{seminar.zone}</p>
        <SubmitButton label={text.check} />
      </form>
      {session && (
        <section>
          <h2>{text.cancelTitle}</h2>
          <p>{text.lead}</p>
          <form method="post" action={inside(setting, `${path}/cancel`)}>
            <HiddenField name="version" value={values.get('version') ?? ''} />
            <SubmitButton kind="danger" label={text.check} />
          </form>
        </section>
      )}
    </OfficePage>
  )
}

type CheckProps = Common & {
  /** None where the date is called off. */
  planned: Session | undefined
  told: readonly Enrollment[]
}

/** What will be different, who will be told, what happens to calendars, invite and reminder; and the button. */
export function CheckChangePage(props: CheckProps) {
  const { visit, session, path, values, planned, told } = props
  const { setting } = visit
  const text = changeSessionText[setting.language]
  const action = planned ? path : `${path}/cancel`
  const label = planned ? (session ? text.doMove : text.doAdd) : text.doCancel
  return (
    <OfficePage visit={visit} area="seminars" title={text.checkTitle} path={path} back={backOf(props)}>
      {planned && overlapping(props.seminar, planned) && (
        <Notice tone="warning">
          <p>{text.overlaps}</p>
        </Notice>
      )}
      <FactList facts={[...changeFacts(props), ...consequences(props)]} />
      {told.length > 0 && (
        <details>
          <summary>{text.names}</summary>
          <ul>
            {told.map((person) => (
              <li>{fullName(person)}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="button-row">
        <form method="post" action={inside(setting, action)}>
          {[...values].map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          <HiddenField name="sure" value="yes" />
          <SubmitButton kind={planned ? 'primary' : 'danger'} label={label(told.length)} />
        </form>
        <form method="post" action={inside(setting, path)}>
          {[...values].map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
          <SubmitButton kind="quiet" name="back" value="yes" label={text.back} />
        </form>
      </div>
    </OfficePage>
  )
}

const overlapping = ({ sessions }: Seminar, planned: Session): boolean =>
  sessions.some(({ id, start, end }) => id !== planned.id && start < planned.end && planned.start < end)

function changeFacts({ visit, seminar, session, planned }: CheckProps) {
  const { language } = visit.setting
  const text = changeSessionText[language]
  const words = (one: Session) => (
    <>
      <Span start={one.start} end={one.end} zone={seminar.zone} language={language} />
      {' · '}
      {placeWords(one.place, language)}
    </>
  )
  return [
    ...(session ? [[planned ? text.before : text.cancelled, words(session)] as const] : []),
    ...(planned ? [[text.after, words(planned)] as const] : []),
  ]
}

function consequences({ visit, seminar, planned, told }: CheckProps) {
  const { language } = visit.setting
  const text = changeSessionText[language]
  const when = (instant: Session['start']) => shortDateTime(instant, language, seminar.zone)
  const facts = [
    [text.told, [text.toldPeople(told.length), ...byLanguage(told, language)].join(' · ')] as const,
    [text.calendar, planned ? text.calendarMoved : text.calendarCancelled] as const,
  ]
  if (!planned) return [...facts, [text.invite, text.falls] as const]
  const { invite, reminder } = seminar.letters
  const sent = planned.invitedAt !== null
  return [
    ...facts,
    ...(sent ? [[text.invite, text.inviteSent] as const] : []),
    ...(!sent && invite.on ? [[text.invite, text.inviteAt(when(invitesAt(seminar, planned)))] as const] : []),
    ...(reminder.on ? [[text.reminder, text.reminderAt(when(remindsAt(seminar, planned)))] as const] : []),
  ]
}

/** How many read it in which language. */
const byLanguage = (told: readonly Enrollment[], language: Language): string[] =>
  languages.flatMap((one) => {
    const n = told.filter((person) => person.language === one).length
    return n === 0 ? [] : [`${n} ${changeSessionText[language].languages[one]}`]
  })
