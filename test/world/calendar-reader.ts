import ICAL from 'ical.js'
import { instantFrom } from '../../functions/kernel/time.ts'

/** A date as somebody sees it in their calendar. */
type SeenDate = { start: string; end: string; summary: string; location: string; status: string }

/** A file as a foreign program reads it: zones from the file alone. */
export function readCalendar(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { calendar, events, method: String(calendar.getFirstPropertyValue('method') ?? '') }
}

const instantOf = (time: ICAL.Time): string => instantFrom(time.toUnixTime() * 1000)

/**
 * A calendar program in small (RFC 5546): what is newer by SEQUENCE, then by DTSTAMP, counts; a cancelled date is
 * gone, and is remembered so that nothing older brings it back.
 */
export function openCalendar() {
  const known = new Map<string, { sequence: number; stamp: string; seen: SeenDate | undefined }>()
  return {
    take(file: string): void {
      const { events, method } = readCalendar(file)
      for (const event of events) {
        const { component, uid } = event
        const stamp = String(component.getFirstPropertyValue('dtstamp'))
        const before = known.get(uid)
        const isOlder =
          before &&
          (event.sequence < before.sequence || (event.sequence === before.sequence && stamp < before.stamp))
        if (isOlder) continue
        const status = String(component.getFirstPropertyValue('status'))
        const isOff = method === 'CANCEL' || status === 'CANCELLED'
        known.set(uid, { sequence: event.sequence, stamp, seen: isOff ? undefined : seenIn(event, status) })
      }
    },
    /** What stands in it now, by id. */
    dates: (): Record<string, SeenDate> =>
      Object.fromEntries([...known].flatMap(([uid, { seen }]) => (seen ? [[uid, seen]] : [])).sort(byName)),
  }
}

const byName = ([a]: unknown[], [b]: unknown[]): number => (String(a) < String(b) ? -1 : 1)

const seenIn = (event: ICAL.Event, status: string): SeenDate => ({
  start: instantOf(event.startDate),
  end: instantOf(event.endDate),
  summary: event.summary,
  location: event.location ?? '',
  status,
})

/** Words as a reader gets them back: one kind of line break, no control characters, no half characters. */
export const asReadersSeeIt = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
