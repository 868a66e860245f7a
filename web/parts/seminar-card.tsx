import { textIn } from '../../functions/kernel/language.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Line } from '../../functions/seminar/line.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { catalogText } from '../text/catalog.ts'
import { DateLeaf, Span } from './dates.tsx'
import { SeatBadge } from './seats.tsx'
import { inside, type PageSetting } from './setting.ts'

type CardProps = { seminar: Seminar; line: Line; now: Instant; setting: PageSetting }

/** A seminar in the catalog: its next date as a calendar leaf, what it is about, and whether there are seats. */
export function SeminarCard({ seminar, line, now, setting }: CardProps) {
  const { language } = setting
  const text = catalogText[language]
  const next = nextSession(seminar, now)
  return (
    <article class={seminar.state === 'cancelled' ? 'card card-cancelled' : 'card'}>
      {next && <DateLeaf instant={next.start} zone={seminar.zone} language={language} />}
      <div class="card-body">
        <h3>
          <a class="card-link" href={inside(setting, `/seminars/${seminar.slug}`)}>
            {textIn(seminar.title, language)}
          </a>
        </h3>
        <p class="card-when">
          {next ? <Span {...next} zone={seminar.zone} language={language} /> : text.noneYet}
        </p>
        <p class="card-about">{opening(textIn(seminar.description, language))}</p>
        <p class="card-state">
          <SeatBadge seminar={seminar} line={line} now={now} language={language} />
          <span class="card-facts">
            {formatOf(seminar, text)} · {text.sessions(seminar.sessions.length)}
          </span>
        </p>
      </div>
    </article>
  )
}

/** The session that is running or comes next; the first one where all are over. */
const nextSession = (seminar: Seminar, now: Instant): Seminar['sessions'][number] | undefined =>
  seminar.sessions.find((session) => session.end > now) ?? seminar.sessions[0]

/** Whether people meet online, in one place, or both. */
export function formatOf(seminar: Seminar, text: { online: string; onsite: string; hybrid: string }): string {
  const onsite = seminar.sessions.filter((session) => session.place.kind === 'onsite').length
  if (onsite === 0) return text.online
  return onsite === seminar.sessions.length ? text.onsite : text.hybrid
}

/** The first sentences of a description, cut at a word. */
function opening(description: string): string {
  const first = description.split(/\n\s*\n/)[0]?.trim() ?? ''
  if (first.length <= 220) return first
  return `${first.slice(0, 220).replace(/\s+\S*$/, '')} …`
}

/** Seminars by the date that their cards show; those without one come last. */
export const byNextSession =
  (now: Instant) =>
  (one: Seminar, other: Seminar): number =>
    (nextSession(one, now)?.start ?? '9') < (nextSession(other, now)?.start ?? '9') ? -1 : 1
