import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type Instant, instantAtWallClock, instantFrom } from '../../functions/kernel/time.ts'
import { type Calendar, type CalendarEvent, writeCalendar } from '../../functions/seminar/calendar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import {
  type CalendarSurroundings,
  seminarEvents,
  sessionEvent,
} from '../../functions/seminar/seminar-events.ts'
import { aSeminar, aSession } from '../world/seminar.ts'

const event = (overrides: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'ses_first-enr_1@lernhaus',
  sequence: 3,
  start: '2026-03-24T17:00:00.000Z' as Instant,
  end: '2026-03-24T19:00:00.000Z' as Instant,
  zone: 'Europe/Berlin',
  summary: 'Fördermittel finden',
  description: 'Zwei Abende',
  location: 'online',
  url: 'https://lernhaus.example.org/seminars/foerdermittel',
  status: 'CONFIRMED',
  stamp: '2026-03-01T12:00:00.000Z' as Instant,
  ...overrides,
})

const write = (overrides: Partial<CalendarEvent> = {}, method: Calendar['method'] = 'REQUEST') =>
  writeCalendar({ method, language: 'de', events: [event(overrides)] })

/** Reads as a foreign program does: zones from the file alone. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { calendar, events, first: events[0] as ICAL.Event }
}
const instantOf = (time: ICAL.Time): string => instantFrom(time.toUnixTime() * 1000)
const parameter = (read: ICAL.Event, name: string, of: string) =>
  read.component.getFirstProperty(name)?.getFirstParameter(of)

const surroundings = {
  organisation: { name: 'Bund der Gemeinden e. V.', email: 'post@example.org' },
  origin: 'https://lernhaus.example.org',
  language: 'de',
  stamp: '2026-03-01T12:00:00.000Z' as Instant,
  personKey: 'enr_1',
  sequence: 0,
} as const

const seminarCalendar = (seminar: Seminar, around: CalendarSurroundings): string =>
  writeCalendar({
    method: 'PUBLISH',
    name: seminar.title[around.language],
    language: around.language,
    events: seminarEvents(seminar, around),
  })

describe('times in a calendar file', () => {
  const berlin = (date: string, time: string): Instant => {
    const instant = instantAtWallClock({ date, time }, 'Europe/Berlin')
    if (!instant) throw new Error('no such time')
    return instant
  }
  it.each([
    ['winter', berlin('2026-01-13', '18:00'), berlin('2026-01-13', '20:00')],
    ['summer', berlin('2026-07-14', '18:00'), berlin('2026-07-14', '20:00')],
    ['the night summer begins', berlin('2026-03-29', '01:30'), berlin('2026-03-29', '03:30')],
    ['the night summer ends', berlin('2026-10-24', '23:00'), berlin('2026-10-25', '03:00')],
    ['the hour before it comes twice', berlin('2026-10-25', '01:00'), berlin('2026-10-25', '01:59')],
    ['over midnight', berlin('2026-05-02', '22:00'), berlin('2026-05-03', '01:15')],
    ['over the turn of the year', berlin('2026-12-31', '23:00'), berlin('2027-01-01', '01:00')],
  ])('are right in %s, as wall clock with zone', (_, start, end) => {
    const file = write({ start, end })
    expect(file).toContain('DTSTART;TZID=Europe/Berlin:')
    expect(instantOf(read(file).first.startDate)).toBe(start)
    expect(instantOf(read(file).first.endDate)).toBe(end)
  })

  it.each([
    ['2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T00:00:00.000Z', '2026-10-25T04:00:00.000Z'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T03:00:00.000Z'],
  ] as [Instant, Instant][])('are in UTC where an end lies in the doubled hour of autumn', (start, end) => {
    const file = write({ start, end })
    const { first } = read(file)
    expect(file).toMatch(/DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z\r\n/)
    expect(file).not.toContain('VTIMEZONE')
    expect([instantOf(first.startDate), instantOf(first.endDate)]).toEqual([start, end])
  })

  it('are in UTC for every other zone', () => {
    const file = write({ zone: 'Europe/Istanbul' })
    expect(file).toContain('DTSTART:20260324T170000Z')
    expect(file).not.toContain('VTIMEZONE')
  })

  it('are right at any instant', () => {
    const from = Date.parse('1997-01-01T00:00:00Z')
    const minutes = fc.integer({ min: 0, max: 60 * 365 * 24 * 60 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 600 }), (at, length) => {
        const start = instantFrom(from + at * 60_000)
        const end = instantFrom(from + (at + length) * 60_000)
        const { first } = read(write({ start, end }))
        expect([instantOf(first.startDate), instantOf(first.endDate)]).toEqual([start, end])
      }),
      { numRuns: 300 },
    )
  })

  it('are the same bytes wherever the machine stands', () => {
    const script = `
      import { writeCalendar } from ${JSON.stringify(fileURLToPath(new URL('../../functions/seminar/calendar.ts', import.meta.url)))}
      process.stdout.write(writeCalendar(JSON.parse(process.argv[1])))`
    const calendar: Calendar = {
      method: 'PUBLISH',
      language: 'tr',
      name: 'Şölen',
      events: ['2026-03-29T00:30', '2026-10-24T22:15', '2026-10-25T01:30', '2026-12-31T23:30'].map((start) =>
        event({ start: `${start}:00.000Z` as Instant, end: '2027-01-01T02:00:00.000Z' as Instant }),
      ),
    }
    for (const TZ of ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati']) {
      const run = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script, JSON.stringify(calendar)],
        {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        },
      )
      expect(run.stdout, run.stderr).toBe(writeCalendar(calendar))
    }
  })
})

describe('words in a calendar file', () => {
  const poison = [
    'Finanzen; Recht, und "mehr" \\ noch\\n mehr: 100 % ^n ^^',
    'eins\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:fremd\r\nATTENDEE:mailto:x@example.org',
    'zwei\nBEGIN:VALARM\rACTION:EMAIL\u2028X-EVIL:1\u0085X-EVIL:2',
    '\u0000\u0007\u001b[31m\u007f\u009b',
    ' \n leading and trailing \t\n ',
  ]

  it('cannot add a line, a property or an event', () => {
    for (const words of poison) {
      const file = write({
        uid: `x${words}`,
        summary: words,
        description: words,
        location: words,
        url: `https://example.org/${words}`,
        organizer: { name: words, address: `post@example.org${words}` },
        attendee: { name: words, address: `a@example.org${words}` },
      })
      const { events, calendar, first } = read(file)
      expect(events).toHaveLength(1)
      expect(calendar.getAllSubcomponents().map((c) => c.name)).toEqual(['vtimezone', 'vevent'])
      expect(first.component.getAllSubcomponents()).toEqual([])
      expect(first.component.getAllProperties('attendee')).toHaveLength(1)
      expect(file).not.toMatch(/^X-EVIL/m)
    }
  })

  const asReadersSeeIt = (words: string) =>
    words
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')

  it('come back as they were written, whatever they are', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('\\', 'n', ';', ',', ':', '"', '\r', '\n', '^', "'", ' ', 'ş', '👩‍🏫'),
      }),
      fc.constantFrom(...poison),
    )
    fc.assert(
      fc.property(words, words, words, (summary, description, name) => {
        const file = write({ summary, description, organizer: { name, address: 'post@example.org' } })
        const { first } = read(file)
        expect(first.summary).toBe(asReadersSeeIt(summary))
        expect(first.description ?? '').toBe(asReadersSeeIt(description))
        expect(parameter(first, 'organizer', 'cn')).toBe(asReadersSeeIt(name).replaceAll('\\', '/'))
      }),
      { numRuns: 500 },
    )
  })

  it('are folded at 75 octets, never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ş', 'İ', '€', '👋', ',') }), (summary) => {
        const file = write({ summary: summary.repeat(5) })
        expect(file.endsWith('\r\n')).toBe(true)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        expect(read(file).first.summary).toBe(summary.repeat(5))
      }),
    )
  })

  it('link to web addresses only', () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'nonsense', ''])
      expect(write({ url })).not.toContain('URL')
    expect(write({ url: 'https://example.org/ş\r\nX-EVIL:1' })).toContain(
      'URL:https://example.org/%C5%9FX-EVIL:1',
    )
  })
})

describe('who is named in a calendar file', () => {
  const people = {
    organizer: { name: 'Bund "Haus"; e. V.', address: 'post@example.org' },
    attendee: { name: "O'Brien, Şükrü", address: 'a+b%c@example.org' },
  }

  it('is organizer and attendee in an invitation, with an address that is a URI', () => {
    const { first, calendar } = read(write(people))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(first.organizer).toBe('mailto:post@example.org')
    expect(parameter(first, 'organizer', 'cn')).toBe('Bund "Haus"; e. V.')
    expect(first.attendees.map((a) => a.getFirstValue())).toEqual(['mailto:a+b%25c@example.org'])
    expect(parameter(first, 'attendee', 'cn')).toBe("O'Brien, Şükrü")
    expect(parameter(first, 'attendee', 'partstat')).toBe('ACCEPTED')
  })

  it('is never an attendee where the date is only published', () => {
    expect(read(write(people, 'PUBLISH')).first.attendees).toEqual([])
  })

  it('takes the date back with the same id and a higher number', () => {
    const file = write({ ...people, sequence: 4, status: 'CANCELLED' }, 'CANCEL')
    const { first, calendar } = read(file)
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect([first.uid, first.sequence]).toEqual([event().uid, 4])
    expect(first.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})

describe('the calendar of a seminar', () => {
  const onsite = aSession({
    id: 'ses_third',
    start: '2026-04-14T16:00:00.000Z' as Instant,
    end: '2026-04-14T18:00:00.000Z' as Instant,
    place: { kind: 'onsite', address: 'Alte Gasse 3, Hinterhaus; 50667 Köln' },
  })
  const linked = aSession({ id: 'ses_link', place: { kind: 'link', url: 'https://meet.example.org/secret' } })
  const seminar = aSeminar({ sessions: [...aSeminar().sessions, onsite, linked] })

  it('publishes all sessions, each with an id of its own for this person', () => {
    const { calendar, events } = read(seminarCalendar(seminar, { ...surroundings, sequence: 7 }))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(seminar.title.de)
    expect(events.map((e) => e.uid)).toEqual(
      ['ses_first', 'ses_second', 'ses_third', 'ses_link'].map((id) => `${id}-enr_1@lernhaus`),
    )
    expect(events.map((e) => instantOf(e.startDate))).toEqual(seminar.sessions.map((s) => s.start))
    expect(events.map((e) => e.sequence)).toEqual([7, 7, 7, 7])
    expect(events[0]?.organizer).toBe('mailto:post@example.org')
  })

  it('says the address, or online and the public page, and never a link into the room', () => {
    const file = seminarCalendar(seminar, surroundings)
    const { events } = read(file)
    expect(events.map((e) => e.location)).toEqual([
      'online',
      'online',
      'Alte Gasse 3, Hinterhaus; 50667 Köln',
      'online',
    ])
    for (const { component } of events)
      expect(component.getFirstPropertyValue('url')).toBe(
        'https://lernhaus.example.org/seminars/foerdermittel',
      )
    expect(file.replaceAll('\r\n ', '')).not.toMatch(/meet\.example|secret|\/join\/|\/my\//)
  })

  it('speaks the language of the person', () => {
    const { first } = read(seminarCalendar(seminar, { ...surroundings, language: 'tr' }))
    expect(first.summary).toBe('Fon bulma ve başvuru')
    expect(first.location).toBe('çevrim içi (online)')
    expect(first.description).toContain('Katılım bağlantınız size e-postayla gönderilir.')
  })

  it('takes a cancelled seminar back, and names no organizer without an address', () => {
    const cancelled = aSeminar({ state: 'cancelled' })
    const nobody = { ...surroundings, organisation: { name: 'Lernhaus', email: '' } }
    const { first } = read(seminarCalendar(cancelled, nobody))
    expect(first.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(first.component.hasProperty('organizer')).toBe(false)
  })

  it('gives single sessions for invitations, with the same id', () => {
    const one = sessionEvent(seminar, onsite, surroundings)
    const { first } = read(writeCalendar({ method: 'REQUEST', language: 'de', events: [one] }))
    expect(first.uid).toBe('ses_third-enr_1@lernhaus')
  })
})
