import { describe, expect, test } from 'vitest'
import { hour } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { readCalendar } from '../world/calendar-reader.ts'
import { aSeminar, aSession } from '../world/seminar.ts'
import { instant, openDoors } from './open-doors.ts'

const evening = (date: string) =>
  aSession({ start: instant(`${date}T17:00:00.000Z`), end: instant(`${date}T19:00:00.000Z`) })

const read = async (answer: Response | Promise<Response>) => readCalendar(await (await answer).text())

describe('the calendar of the catalog', () => {
  test('holds the dates of all public seminars by time, in each language, and nobody’s name', async () => {
    const { house, catalog } = await openDoors()
    const late = await house.offer({ slug: 'late', sessions: [evening('2026-05-01')] })
    const soon = await house.offer({
      slug: 'soon',
      title: { de: 'Bald', tr: 'Yakında', en: 'Soon' },
      sessions: [evening('2026-03-10')],
    })
    await house.offer({ slug: 'closed', access: 'invited', sessions: [evening('2026-03-11')] })
    const draft = aSeminar({ id: 'sem_draft', state: 'draft', sessions: [evening('2026-03-12')] })
    await house.table.commit([seminarShelf.create(draft.id, draft)])
    await house.enrollAndConfirm(soon, 'ayse')
    const titles = { de: 'Bald', tr: 'Yakında', en: 'Soon' }
    for (const [language, title] of Object.entries(titles)) {
      const answer = await catalog.request(`/calendar.ics?lang=${language}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
      const { events, calendar } = await read(answer)
      expect(events.map(({ uid }) => uid)).toEqual(
        [soon, late].map(({ sessions }) => `${sessions[0]?.id}@lernhaus`),
      )
      expect(events[0]?.summary).toBe(title)
      expect(events[0]?.attendees).toEqual([])
      expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('Bund der Gemeinden e. V.')
    }
    const turkish = await catalog.request('/calendar.ics', { headers: { 'accept-language': 'tr' } })
    expect(turkish.headers.get('vary')).toBe('accept-language')
    expect((await read(turkish)).events[0]?.summary).toBe('Yakında')
  })

  test('says what is called off, moves with the dates, and is the same bytes while nothing happens', async () => {
    const { house, catalog } = await openDoors()
    const seminar = await house.offer()
    const first = await catalog.request('/calendar.ics?lang=de')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const before = (await read(first)).events
    house.pass(9 * hour)
    expect((await catalog.request('/calendar.ics?lang=de', { headers })).status).toBe(304)
    await house.change(seminar.id, {
      sessions: seminar.sessions.map((each) => ({
        ...each,
        end: each.end.replace(':00.000Z', ':30.000Z') as typeof each.end,
      })),
    })
    const moved = await catalog.request('/calendar.ics?lang=de', { headers })
    expect(moved.status).toBe(200)
    const movedEvents = (await read(moved)).events
    await cancelSeminar(house.world(), seminar.id)
    const after = (await read(catalog.request('/calendar.ics?lang=de'))).events
    expect(after.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CANCELLED',
      'CANCELLED',
    ])
    expect(after[0]?.summary).toBe(`Abgesagt: ${seminar.title.de}`)
    const numbers = [before, movedEvents, after].map((events) => events[0]?.sequence ?? Number.NaN)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers).toHaveLength(new Set(numbers).size)
  })

  test('forgets what has been over for a year', async () => {
    const { house, catalog } = await openDoors()
    await house.offer()
    house.moveTo('2027-03-24T18:30:00.000Z')
    expect((await read(catalog.request('/calendar.ics'))).events).toHaveLength(2)
    house.moveTo('2027-03-24T19:00:00.000Z')
    expect((await read(catalog.request('/calendar.ics'))).events).toHaveLength(1)
    house.moveTo('2028-03-24T19:00:00.000Z')
    expect((await read(catalog.request('/calendar.ics'))).events).toEqual([])
  })

  test('is linked from the catalog in the reader’s language', async () => {
    const { catalog } = await openDoors()
    const html = await (await catalog.request('/?lang=tr')).text()
    expect(html).toContain('href="webcal://lernhaus.example/calendar.ics?lang=tr"')
    expect(html).toContain('https://lernhaus.example/calendar.ics?lang=tr')
    expect(html).toContain('Programımıza abone olunuz')
  })
})
