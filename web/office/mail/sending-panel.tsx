import { clockTime } from '../../../functions/kernel/time.ts'
import type { MailHealth } from '../../../functions/mail/health.ts'
import { outBy } from '../../../functions/mail/pace.ts'
import { may } from '../../../functions/staff/staff.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { officeHouseText } from '../../text/office.ts'
import { officeZone } from '../field-reader.ts'
import type { Visit } from '../visit.ts'

/** How sending goes: what was refused, and whether the page is to refresh itself. */
export type SendingProps = {
  visit: Visit
  health: MailHealth
  /** How many mails a second go out at most; undefined before the first mail. */
  pace: number | undefined
  watches: boolean
}

/** Whether the page comes again by itself: as long as somebody wants that and something moves. */
export const refreshes = ({ visit, health, watches }: Omit<SendingProps, 'pace'>): boolean =>
  watches && health.waiting > 0 && visit.pausedSince === null

/** How many mails wait, how fast they go out, until when about; and the button that lets sending rest. */
export function SendingPanel({ visit, health, pace, watches }: SendingProps) {
  const { setting, member, pausedSince } = visit
  const text = mailLogText[setting.language].sending
  const house = officeHouseText[setting.language].mails
  return (
    <section aria-labelledby="sending">
      <h2 id="sending">{text.title}</h2>
      {health.waiting > 0 && (
        <Notice tone={health.late > 0 || pausedSince ? 'warning' : 'info'}>
          <p>{health.isMore ? text.waitingMore(health.waiting) : house.waitingNow(health.waiting)}</p>
          {pausedSince === null && <Progress visit={visit} health={health} pace={pace} />}
        </Notice>
      )}
      {health.waiting > 0 && pausedSince === null && <Watching visit={visit} watches={watches} />}
      {may(member.role, 'pause-sending') &&
        (pausedSince ? <Resume visit={visit} /> : <Pause visit={visit} />)}
    </section>
  )
}

function Progress({ visit, health, pace }: Omit<SendingProps, 'watches'>) {
  const { setting, now } = visit
  const text = mailLogText[setting.language].sending
  if (pace === undefined) return null
  const time = clockTime(outBy(health.waiting, { perSecond: pace, now }), officeZone)
  return (
    <p>
      {text.pace(pace)} {health.isMore ? text.outByOrLater(time) : text.outBy(time)}
    </p>
  )
}

/**
 * A page that comes again by itself takes readers away from where they are (WCAG 2.2.1), so it does that only for whoever
 * wants it.
 */
function Watching({ visit: { setting }, watches }: Pick<SendingProps, 'visit' | 'watches'>) {
  const text = mailLogText[setting.language].sending
  return watches ? (
    <p>
      {text.watching} <a href={inside(setting, '/office/mails')}>{text.stopWatching}</a>
    </p>
  ) : (
    <p>
      <a href={inside(setting, '/office/mails?watch=yes')}>{text.watch}</a>
    </p>
  )
}

function Pause({ visit: { setting } }: Pick<SendingProps, 'visit'>) {
  const text = mailLogText[setting.language].sending
  return (
    <details class="confirm">
      <summary class="button button-danger">{text.pause}</summary>
      <p>{text.pauseExplained}</p>
      <ButtonForm kind="danger" action={inside(setting, '/office/mails/pause')} label={text.pauseNow} />
    </details>
  )
}

const Resume = ({ visit: { setting } }: Pick<SendingProps, 'visit'>) => (
  <ButtonForm
    action={inside(setting, '/office/mails/resume')}
    label={mailLogText[setting.language].sending.resume}
  />
)
