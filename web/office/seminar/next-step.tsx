import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { entitlementOf } from '../../../functions/certificate/entitlement.ts'
import { type Outcome, outcomeOf } from '../../../functions/certificate/trainers-word.table.ts'
import { chosenPart, isLive } from '../../../functions/enrollment/enrollment.ts'
import { hour, later } from '../../../functions/kernel/time.ts'
import {
  completesAt,
  conditionsOf,
  enrollmentWindow,
  firstStart,
  lastEnd,
  type Session,
} from '../../../functions/seminar/seminar.ts'
import { ButtonForm, type ButtonKind, ButtonLink } from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { conditionsText } from '../../text/conditions.ts'
import { officeSeminarText } from '../../text/office.ts'
import { attendancePath } from '../attendance/attendance-list.ts'
import { previewPath } from '../certificate/preview-path.ts'
import { expected, undecidedOf } from '../people-of.ts'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

type Props = { visit: Visit; overview: Overview }

/** The one thing to do now stands first; what can be done besides, after it. */
export function NextStep(props: Props) {
  const { setting, now } = props.visit
  const { seminar } = props.overview
  const text = officeSeminarText[setting.language].overview
  const end = lastEnd(seminar)
  const isOver = end !== undefined && end <= now
  const edit = (kind: ButtonKind) => (
    <ButtonLink kind={kind} href={inside(setting, `/office/seminars/${seminar.id}/edit`)} label={text.edit} />
  )
  return (
    <section class="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{text.nextStep}</h2>
      {seminar.state === 'draft' && !firstStart(seminar) && (
        <>
          <p>{text.draftNoSession}</p>
          {edit('primary')}
        </>
      )}
      {seminar.state === 'draft' && firstStart(seminar) && (
        <>
          <p>{text.readyToPublish}</p>
          <Confirm
            {...props}
            kind="primary"
            verb="publish"
            label={text.publish}
            explained={text.publishExplained}
            now={text.publishNow}
          />
          {edit('quiet')}
        </>
      )}
      {seminar.state === 'draft' && (
        <Confirm
          {...props}
          kind="danger"
          verb="discard"
          label={text.discard}
          explained={text.discardExplained}
          now={text.discardNow}
        />
      )}
      {seminar.state === 'published' && isOver && (
        <>
          <CheckFirst {...props} />
          {edit('quiet')}
        </>
      )}
      {seminar.state === 'published' && !isOver && (
        <>
          <WhileRunning {...props} />
          {edit('quiet')}{' '}
          <Confirm
            {...props}
            kind="danger"
            verb="cancel"
            label={text.cancel}
            explained={text.cancelExplained(props.overview.people.filter(isLive).length)}
            now={text.cancelNow}
          />
        </>
      )}
      {seminar.state === 'cancelled' && <p>{text.isOver}</p>}
      {seminar.state === 'completed' && <AfterCompletion {...props} />}
    </section>
  )
}

/** Certificates go out by themselves, unless somebody holds them back. */
function AfterCompletion({ visit: { setting }, overview: { seminar, isHeldBack } }: Props) {
  const text = officeSeminarText[setting.language].overview
  if (!isHeldBack)
    return (
      <p>
        {text.isCompleted(seminar.reducedThreshold || seminar.threshold)}{' '}
        {conditionsOf(seminar).length > 0 && conditionsText[setting.language].more}
      </p>
    )
  return (
    <>
      <p>{text.isHeldBack}</p>
      <p>
        <ButtonLink
          href={inside(setting, previewPath(seminar.id))}
          label={certificatePreviewText[setting.language].link}
        />
      </p>
    </>
  )
}

/** Invites that are late come first, then a session that is over or has begun, then applications; else it is the time to wait. */
function WhileRunning({ visit, overview }: Props) {
  const { setting, now } = visit
  const { seminar, invites } = overview
  const text = officeSeminarText[setting.language].overview
  const late = seminar.sessions.find(
    ({ id, start, end, invitedAt }) =>
      invitedAt === null && now < end && start <= later(now, 48 * hour) && (invites.get(id)?.open ?? 0) > 0,
  )
  if (late)
    return (
      <>
        <p>{text.sendInvitesFirst}</p>
        <p>
          <ButtonLink
            href={inside(setting, `/office/seminars/${seminar.id}#${late.id}`)}
            label={text.toInvites}
          />
        </p>
      </>
    )
  const [unsettled] = overview.openLists
  if (unsettled)
    return (
      <>
        <p>{text.sessionOver(shortDate(unsettled.start, setting.language, seminar.zone))}</p>
        <p>
          <ButtonLink
            href={inside(setting, attendancePath(seminar.id, unsettled.id))}
            label={text.attendanceOf(shortDate(unsettled.start, setting.language, seminar.zone))}
          />
        </p>
      </>
    )
  if (seminar.sessions.some(({ start }) => start <= now)) return <p>{text.sessionBegun}</p>
  const undecided = undecidedOf(overview.people).length
  if (undecided > 0)
    return (
      <>
        <p>{text.decideFirst(undecided)}</p>
        <p>
          <ButtonLink href="#applications" label={text.toApplications} />
        </p>
      </>
    )
  const window = enrollmentWindow(seminar, now)
  if (window === 'not-yet')
    return <p>{text.opensLater(shortDateTime(seminar.opens, setting.language, seminar.zone))}</p>
  return <p>{window === 'open' ? text.waitForEnrollments : text.enrollmentOver}</p>
}

/** As long as nobody was noted in a session, its attendance comes before the end of the seminar. */
function CheckFirst(props: Props) {
  const { setting } = props.visit
  const { seminar, people, notices } = props.overview
  const text = officeSeminarText[setting.language].overview
  const present = expected(people)
  const wasNoted = (session: Session) =>
    present.some(({ id }) => minutesPresent(notices.get(session.id)?.get(id) ?? [], session).from !== 'none')
  const empty = present.length > 0 ? seminar.sessions.find((session) => !wasNoted(session)) : undefined
  if (!empty)
    return (
      <>
        <p>{text.readyToComplete}</p>
        <Complete {...props} kind="primary" />
      </>
    )
  return (
    <>
      <p>{text.attendanceMissing}</p>
      <p>
        <ButtonLink
          href={inside(setting, attendancePath(seminar.id, empty.id))}
          label={text.attendanceOf(shortDate(empty.start, setting.language, seminar.zone))}
        />
      </p>
      <Complete {...props} kind="quiet" />
    </>
  )
}

/** Before a seminar is closed, the page says how many certificates will go out. */
function Complete(props: Props & { kind: ButtonKind }) {
  const { setting } = props.visit
  const { seminar, people, notices, words } = props.overview
  const text = officeSeminarText[setting.language].overview
  const present = expected(people)
  // Reckoned as when it is issued: of the sessions that somebody chose, and with what was said of them.
  const wordOf = (id: string) => (seminar.trainersWord ? (words.get(id)?.facts.word ?? 'open') : null)
  const outcomes = present.map((person) => {
    const { grade } = entitlementOf(
      chosenPart(seminar, person),
      (sessionId) => notices.get(sessionId)?.get(person.id) ?? [],
    )
    return outcomeOf(grade, wordOf(person.id))
  })
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  const itself = completesAt(seminar)
  return (
    <>
      <p>
        <a href={inside(setting, previewPath(seminar.id))}>{certificatePreviewText[setting.language].link}</a>
      </p>
      <Confirm
        {...props}
        verb="complete"
        label={text.complete}
        explained={text.completeExplained({
          full: count('full'),
          reduced: count('reduced'),
          people: present.length,
        })}
        now={text.completeNow}
      />
      {itself && (
        <p class="small">{text.completesItself(shortDateTime(itself, setting.language, seminar.zone))}</p>
      )}
    </>
  )
}

type ConfirmProps = Props & {
  kind: ButtonKind
  verb: 'publish' | 'cancel' | 'complete' | 'discard'
  label: string
  explained: string
  now: string
}

/** Nothing that others notice happens at one press: the button is behind a sentence that says what it does. */
function Confirm({ visit, overview, kind, verb, label, explained, now }: ConfirmProps) {
  return (
    <details class="confirm">
      <summary class={`button button-${kind}`}>{label}</summary>
      <p>{explained}</p>
      <ButtonForm
        kind={kind}
        action={inside(visit.setting, `/office/seminars/${overview.seminar.id}/${verb}`)}
        label={now}
      />
    </details>
  )
}
