import * as v from 'valibot'
import { dateFormat } from './date-format.ts'
import { type Language, localeOf } from './language.ts'

/** A point in time, always UTC with milliseconds (`2026-03-31T16:00:00.000Z`), so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' }

/** An IANA zone name, for example `Europe/Berlin`. A wall-clock time means nothing without one. */
export type Zone = string

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
export const instantSchema = v.custom<Instant>(
  (x) => typeof x === 'string' && instantPattern.test(x) && !Number.isNaN(Date.parse(x)),
)

export const instantFrom = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant
export const millisecondsOf = (instant: Instant): number => Date.parse(instant)
export const later = (instant: Instant, milliseconds: number): Instant =>
  instantFrom(millisecondsOf(instant) + milliseconds)
export const minutesBetween = (from: Instant, to: Instant): number =>
  (millisecondsOf(to) - millisecondsOf(from)) / minute

/** Reads any ISO date-time with an offset; undefined for everything else. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) || !isDate(text.slice(0, 10)) ? undefined : instantFrom(milliseconds)
}

/** 30 February is read as 2 March by the runtime; here it is no date. */
const isDate = (date: string): boolean => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)

/** What a clock on the wall of that zone shows. */
type WallClock = { date: string; time: string }

const partsFormat = (zone: Zone): Intl.DateTimeFormat =>
  dateFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

/** The date (`2026-03-31`) and time (`18:00`) that people in the zone read at that instant. */
export function wallClockOf(instant: Instant, zone: Zone): WallClock {
  const part = Object.fromEntries(
    partsFormat(zone)
      .formatToParts(millisecondsOf(instant))
      .map((p) => [p.type, p.value]),
  )
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/**
 * The instant of a wall-clock time in a zone. The missing hour of spring is refused (undefined); of the doubled
 * hour of autumn the first one is meant, as calendars do (RFC 5545, 3.3.5).
 */
export function instantAtWallClock(wall: WallClock, zone: Zone): Instant | undefined {
  const asUtc = parseInstant(`${wall.date}T${wall.time}:00Z`)
  if (!asUtc) return undefined
  // No zone is further from UTC than this, so one of the two offsets around it is the right one.
  const offsets = [-14 * hour, 14 * hour].map((away) => offsetOf(later(asUtc, away), zone))
  return offsets
    .map((offset) => later(asUtc, -offset))
    .sort()
    .find((candidate) => {
      const seen = wallClockOf(candidate, zone)
      return seen.date === wall.date && seen.time === wall.time
    })
}

/** How far the zone's clocks are ahead of UTC at a full minute. */
function offsetOf(instant: Instant, zone: Zone): number {
  const { date, time } = wallClockOf(instant, zone)
  return Date.parse(`${date}T${time}:00Z`) - millisecondsOf(instant)
}

/** `Dienstag, 31. März 2026`; `Tuesday, March 31, 2026` */
export const longDate = (instant: Instant, zone: Zone, language: Language): string =>
  dateFormat(localeOf[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(millisecondsOf(instant))

/** `31. März 2026`, as certificates are dated */
export const plainDate = (instant: Instant, zone: Zone, language: Language): string =>
  dateFormat(localeOf[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(millisecondsOf(instant))

/** `18:00` */
export const clockTime = (instant: Instant, zone: Zone): string => wallClockOf(instant, zone).time

/** `Dienstag, 31. März 2026, 18:00` */
export const longDateTime = (instant: Instant, zone: Zone, language: Language): string =>
  `${longDate(instant, zone, language)}, ${clockTime(instant, zone)}`

/** `Dienstag, 31. März 2026, 18:00–20:00`; over midnight the second date is named too. */
export function longSpan(start: Instant, end: Instant, zone: Zone, language: Language): string {
  const sameDay = wallClockOf(start, zone).date === wallClockOf(end, zone).date
  const until = sameDay ? `–${clockTime(end, zone)}` : ` – ${longDateTime(end, zone, language)}`
  return `${longDateTime(start, zone, language)}${until}`
}
