import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attends } from '../../functions/enrollment/enrollment.ts'
import { type Entry, stays } from '../../functions/enrollment/person-events.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { asReadersSeeIt, openCalendar, readCalendar } from '../world/calendar-reader.ts'
import { play, steps, stories, type Told, textOf, words } from '../world/calendar-stories.ts'
import { libicalIsHere, readWithLibical } from '../world/libical.ts'

const runs = 300
const online = ['online', 'çevrim içi (online)']

/** What must stand in the calendar: the sessions that are theirs and take place, and nothing else. */
const expected = (entry: Entry) =>
  Object.fromEntries(
    (stays(entry) ? entry.seminar.sessions : [])
      .filter(({ id }) => attends(entry.enrollment, id))
      .map(({ id, start, end, place }) => [
        `${id}-${entry.enrollment.id}@lernhaus`,
        {
          start,
          end,
          summary: asReadersSeeIt(textIn(entry.seminar.title, entry.enrollment.language)),
          location:
            place.kind === 'onsite'
              ? asReadersSeeIt(place.address)
              : online.find((word) => isIn(entry, word)),
          status: 'CONFIRMED',
        },
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )

const isIn = ({ enrollment }: Entry, word: string): boolean =>
  (word === 'çevrim içi (online)') === (enrollment.language === 'tr')

const everyStory = (check: (told: Told[]) => void, numRuns = runs) =>
  fc.assert(
    fc.asyncProperty(stories, async (story) => check(await play(story))),
    { numRuns },
  )

describe('a calendar that takes each mail as it comes', () => {
  test('has exactly the right dates after each of them, however things went', {
    timeout: 60_000,
  }, async () => {
    const seen = new Set<string>()
    await everyStory((told) => {
      const calendar = openCalendar()
      for (const { what, entry, attachments } of told) {
        // Mails come twice now and then.
        for (const file of [...attachments, ...attachments]) calendar.take(textOf(file))
        expect(calendar.dates(), what).toEqual(expected(entry))
        seen.add(`${what} ${entry.seminar.calendarInvitations}`)
      }
    })
    expect([...seen].sort()).toEqual(
      ['confirmed', ...steps].flatMap((what) => [`${what} false`, `${what} true`]).sort(),
    )
  })

  test('has them from the file of the personal page alone, too', { timeout: 60_000 }, async () => {
    await everyStory((told) => {
      const kept = openCalendar()
      for (const { entry, page } of told) {
        const fresh = openCalendar()
        for (const calendar of [kept, fresh]) {
          calendar.take(page)
          expect(calendar.dates()).toEqual(expected(entry))
        }
      }
    })
  })
})

describe('each file', () => {
  test('keeps the rules of its method, and holds nothing that is not for everybody', {
    timeout: 60_000,
  }, async () => {
    const methods = new Set<string>()
    await everyStory((told) => {
      const latest = new Map<string, number>()
      for (const { what, entry, attachments, page } of told) {
        const { calendarInvitations } = entry.seminar
        for (const attachment of attachments) {
          const text = textOf(attachment)
          const { events, method } = readCalendar(text)
          methods.add(`${method} ${calendarInvitations}`)
          expect(attachment.contentType).toBe(`text/calendar; charset=utf-8; method=${method}`)
          if (calendarInvitations) expect(events).toHaveLength(1)
          for (const event of events) {
            const attendees = event.component.getAllProperties('attendee').map((each) => each.getFirstValue())
            expect(attendees).toEqual(calendarInvitations ? ['mailto:ayse+kurs@verein.example'] : [])
            expect(event.organizer).toBe('mailto:post@example.org')
            expect(event.sequence, what).toBeGreaterThanOrEqual(latest.get(event.uid) ?? 0)
            latest.set(event.uid, event.sequence)
          }
        }
        for (const text of [page, ...attachments.map(textOf)]) {
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(text.replaceAll('\r\n ', '')).not.toMatch(/secret-room|\/join\/|\/my\/|^X-EVIL|^UID:fremd/m)
        }
      }
    })
    expect([...methods].sort()).toEqual(['CANCEL false', 'CANCEL true', 'PUBLISH false', 'REQUEST true'])
  })

  test('is the same bytes wherever the machine stands', { timeout: 60_000 }, async () => {
    const world = JSON.stringify(
      fileURLToPath(new URL('../../functions/seminar/seminar-events.ts', import.meta.url)),
    )
    const writer = JSON.stringify(
      fileURLToPath(new URL('../../functions/seminar/calendar.ts', import.meta.url)),
    )
    const script = `
      import { createHash } from 'node:crypto'
      import { seminarEvents } from ${world}
      import { writeCalendar } from ${writer}
      const sum = createHash('sha256')
      for await (const piece of process.stdin) globalThis.input = (globalThis.input ?? '') + piece
      for (const { seminar, around } of JSON.parse(globalThis.input))
        sum.update(writeCalendar({ method: 'PUBLISH', language: around.language, events: seminarEvents(seminar, around) }))
      process.stdout.write(new Date('2026-07-01T12:00:00Z').getHours() + ' ' + sum.digest('hex'))`
    const told = (await Promise.all(fc.sample(stories, { numRuns: 200, seed: 7 }).map(play))).flat()
    const input = JSON.stringify(
      told.map(({ entry: { seminar, enrollment } }) => ({
        seminar,
        around: {
          organisation: { name: 'Bund', email: 'post@example.org' },
          origin: 'https://lernhaus.example',
          language: enrollment.language,
          stamp: enrollment.enrolledAt,
          personKey: enrollment.id,
          sequence: 1,
        },
      })),
    )
    const answers = ['UTC', 'Europe/Berlin', 'America/New_York'].map((TZ) => {
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
        input,
      })
      expect(run.status, run.stderr).toBe(0)
      return run.stdout.split(' ')
    })
    // Each of them really stood elsewhere.
    expect(answers.map(([noon]) => noon)).toEqual(['12', '14', '8'])
    expect(new Set(answers.map(([, sum]) => sum)).size).toBe(1)
  })

  const withLibical = libicalIsHere ? test : test.skip
  withLibical(
    `is read by libical without an error${libicalIsHere ? '' : ' (left out: there is no libical on this machine)'}`,
    { timeout: 60_000 },
    async () => {
      const told = (await Promise.all(fc.sample(stories, { numRuns: 200, seed: 11 }).map(play))).flat()
      const files = told.flatMap(({ attachments, page }) => [page, ...attachments.map(textOf)])
      expect(files.length).toBeGreaterThan(500)
      for (const [i, reading] of readWithLibical(files).entries()) {
        expect(reading).toMatchObject({ errors: 0, keepsRules: true })
        const ours = readCalendar(files[i] ?? '')
        const theirs = readCalendar(reading?.text ?? '')
        const facts = ({ events, method }: typeof ours) => [
          method,
          events.map((event) => [
            event.uid,
            event.sequence,
            // It drops blanks at the end.
            event.summary.trim(),
            event.startDate.toUnixTime(),
            event.endDate.toUnixTime(),
            event.component.getFirstPropertyValue('status'),
          ]),
        ]
        expect(facts(theirs)).toEqual(facts(ours))
      }
    },
  )
})

test('the stories hold words that could do harm', () => {
  const all = fc.sample(words, { numRuns: 300, seed: 3 }).join('\n')
  for (const harm of ['END:VEVENT', 'X-EVIL', '\u2028', '\\', 'ş']) expect(all).toContain(harm)
})
