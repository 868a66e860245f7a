import { dateFormat } from '../../functions/kernel/date-format.ts'
import { type Language, localeOf } from '../../functions/kernel/language.ts'
import {
  type Instant,
  longSpan,
  millisecondsOf,
  wallClockOf,
  type Zone,
} from '../../functions/kernel/time.ts'

const piece = (instant: Instant, zone: Zone, language: Language, wish: Intl.DateTimeFormatOptions): string =>
  dateFormat(localeOf[language], { timeZone: zone, ...wish }).format(millisecondsOf(instant))

type DateProps = { instant: Instant; zone: Zone; language: Language }

/** The leaf of a wall calendar. It repeats for the eye what a sentence beside it says in full. */
export function DateLeaf({ instant, zone, language }: DateProps) {
  return (
    <span class="leaf" aria-hidden="true">
      <span class="leaf-month">{piece(instant, zone, language, { month: 'short' })}</span>
      <span class="leaf-day">{piece(instant, zone, language, { day: 'numeric' })}</span>
      <span class="leaf-weekday">{piece(instant, zone, language, { weekday: 'short' })}</span>
    </span>
  )
}

/** `Dienstag, 31. März 2026, 18:00–20:00` */
export function Span(props: { start: Instant; end: Instant; zone: Zone; language: Language }) {
  const { start, end, zone, language } = props
  return <time datetime={start}>{longSpan(start, end, zone, language)}</time>
}

/** The zone as people say it, with its place: `Mitteleuropäische Zeit (Europe/Berlin)`. */
export function zoneName(zone: Zone, language: Language, at: Instant): string {
  const parts = dateFormat(localeOf[language], { timeZone: zone, timeZoneName: 'longGeneric' })
  const name = parts.formatToParts(millisecondsOf(at)).find((part) => part.type === 'timeZoneName')?.value
  return name ? `${name} (${zone})` : zone
}

/** `18:00`, or with the date where it is another day than the reference's. */
export function shortTime(instant: Instant, reference: Instant, zone: Zone, language: Language): string {
  const wall = wallClockOf(instant, zone)
  if (wall.date === wallClockOf(reference, zone).date) return wall.time
  return `${piece(instant, zone, language, { day: 'numeric', month: 'long' })}, ${wall.time}`
}
