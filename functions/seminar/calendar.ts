import type { Language } from '../kernel/language.ts'
import { hour, type Instant, later, wallClockOf, type Zone } from '../kernel/time.ts'
import { webAddress } from '../kernel/web-address.ts'
import { fold, mailto, quoted, text, utc } from './calendar-lines.ts'

/** A person or an association as a calendar names it. */
export type CalendarMailbox = { name: string; address: string }

/** One date as it lies in people's calendars. A calendar is shared with others, so nothing personal stands here. */
export type CalendarEvent = {
  /** The same for ever, so that a later file changes or removes the same date. */
  uid: string
  /** Rises with each change. */
  sequence: number
  start: Instant
  end: Instant
  zone: Zone
  summary: string
  description: string
  location: string
  url?: string | undefined
  /** Tentative: whether they have a seat is not certain yet. */
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** When this file was written. */
  stamp: Instant
  organizer?: CalendarMailbox | undefined
  attendee?: CalendarMailbox | undefined
}

/** What a file does (RFC 5546): tell everybody, invite somebody, take back. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'
export type Calendar = {
  method: CalendarMethod
  events: readonly CalendarEvent[]
  name?: string | undefined
  language: Language
  /** After so many hours whoever subscribed to it may ask again. */
  refreshHours?: number | undefined
}

/** How often whoever subscribed asks again; Google takes its own time, up to a day. */
export const refreshHours = 6

/** Writes a calendar file (RFC 5545, RFC 5546). The same calendar is the same bytes on every machine. */
export function writeCalendar({ method, events, name, language, refreshHours }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Lernhaus//Lernhaus//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name ? [`NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`] : []),
    ...(refreshHours
      ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]
      : []),
    ...(events.some(isOnBerlinClock) ? berlin : []),
    ...events.flatMap((event) => eventLines(event, method, language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, method: CalendarMethod, language: Language): string[] {
  const { description, location, organizer, attendee } = event
  const isOff = event.status === 'CANCELLED'
  // Many readers of published calendars do not look at the status.
  const summary = isOff && method === 'PUBLISH' ? `${calledOff[language]}: ${event.summary}` : event.summary
  const url = webAddress(event.url)
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${Math.trunc(event.sequence)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART${timeOf(event, event.start)}`,
    `DTEND${timeOf(event, event.end)}`,
    `SUMMARY;LANGUAGE=${language}:${text(summary)}`,
    ...(description ? [`DESCRIPTION;LANGUAGE=${language}:${text(description)}`] : []),
    ...(location ? [`LOCATION;LANGUAGE=${language}:${text(location)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${event.status}`,
    `TRANSP:${isOff ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer.address)}`] : []),
    // What is published is addressed to nobody (RFC 5546, 3.2.1).
    ...(attendee && method !== 'PUBLISH' ? [attendeeLine(attendee)] : []),
    'END:VEVENT',
  ]
}

const calledOff: Record<Language, string> = { de: 'Abgesagt', tr: 'İptal edildi', en: 'Canceled' }

/** Who has a seat said yes when they enrolled, so no answer is asked for. */
const attendeeLine = (attendee: CalendarMailbox): string =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(attendee.name)}:${mailto(attendee.address)}`

const berlinZone = 'Europe/Berlin'

/** The rules of central European time as they hold since 1996; fixed, so that no machine's zone files matter. */
const berlin = [
  'BEGIN:VTIMEZONE',
  `TZID:${berlinZone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * In the hour that autumn has twice, the same wall clock means two instants, and readers disagree which (RFC 5545,
 * 3.3.5 says the first). A date that touches it, lies in another zone or before the rules above is written in UTC.
 */
function isOnBerlinClock({ start, end, zone }: CalendarEvent): boolean {
  const seen = (instant: Instant) => Object.values(wallClockOf(instant, berlinZone)).join()
  const isTwice = (instant: Instant) =>
    [later(instant, hour), later(instant, -hour)].some((other) => seen(other) === seen(instant))
  return zone === berlinZone && start >= '1996-11' && !isTwice(start) && !isTwice(end)
}

function timeOf(event: CalendarEvent, instant: Instant): string {
  if (!isOnBerlinClock(event)) return `:${utc(instant)}`
  const { date, time } = wallClockOf(instant, berlinZone)
  const seconds = instant.slice(17, 19)
  return `;TZID=${berlinZone}:${date.replaceAll('-', '')}T${time.replace(':', '')}${seconds}`
}

/** The same file as an attachment: its type names the method, as mail readers compare the two. */
export const calendarContentType = (method: CalendarMethod): string =>
  `text/calendar; charset=utf-8; method=${method}`
