import { entitlementOf } from '../../functions/certificate/entitlement.ts'
import { isLive } from '../../functions/enrollment/enrollment.ts'
import { completesAt, firstStart, lastEnd } from '../../functions/seminar/seminar.ts'
import { ButtonForm, type ButtonKind, ButtonLink } from '../parts/form.tsx'
import { inside } from '../parts/setting.ts'
import { officeSeminarText } from '../text/office.ts'
import { expected } from './people-of.ts'
import type { Overview } from './seminar-page.tsx'
import { shortDateTime } from './short-dates.ts'
import type { Visit } from './visit.ts'

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
      {seminar.state === 'published' && isOver && (
        <>
          <p>{text.readyToComplete}</p>
          <Complete {...props} />
          {edit('quiet')}
        </>
      )}
      {seminar.state === 'published' && !isOver && (
        <>
          <p>{text.waitForEnrollments}</p>
          {edit('quiet')}
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
      {(seminar.state === 'cancelled' || seminar.state === 'completed') && <p>{text.isOver}</p>}
    </section>
  )
}

/** Before a seminar is closed, the page says how many certificates will go out. */
function Complete(props: Props) {
  const { setting } = props.visit
  const { seminar, line, people, notices } = props.overview
  const text = officeSeminarText[setting.language].overview
  const present = expected(people, line)
  const getting = present.filter(
    ({ id }) => entitlementOf(seminar, (sessionId) => notices.get(sessionId)?.get(id) ?? []).entitled,
  )
  const itself = completesAt(seminar)
  return (
    <>
      <Confirm
        {...props}
        kind="primary"
        verb="complete"
        label={text.complete}
        explained={text.completeExplained(getting.length, present.length)}
        now={text.completeNow}
      />
      {itself && <p class="small">{text.completesItself(shortDateTime(itself, setting.language))}</p>}
    </>
  )
}

type ConfirmProps = Props & {
  kind: ButtonKind
  verb: 'publish' | 'cancel' | 'complete'
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
