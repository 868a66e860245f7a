import { describe, expect, it } from 'vitest'
import { countSheet } from '../../functions/enrollment/statistics/count-sheet.ts'
import {
  type StatisticsSheet,
  shownTotals,
  statisticsPlace,
} from '../../functions/enrollment/statistics/statistics.ts'
import { day, minute } from '../../functions/kernel/time.ts'
import { aPhase, openDoors, post } from './open-doors.ts'

const sheet = { gender: 'female', age: '27-45', region: 'in:Ruhrgebiet', role: 'board' }

async function opened(people = 6) {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer({ phaseId: aPhase.id })
  for (let n = 0; n < people; n++) await house.enroll(seminar, `p${n}`)
  const path = `/seminars/${seminar.slug}/statistics`
  const page = async (query = '') => (await doors.statistics.request(`${path}${query}`)).text()
  const token = async () => /name="form" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  const send = async (fields: Record<string, string> = {}, query = '') =>
    doors.statistics.request(`${path}${query}`, post({ form: await token(), ...sheet, ...fields }))
  const totals = () => house.table.counters(statisticsPlace(seminar.id))
  return { doors, house, seminar, path, page, token, send, totals }
}

describe('the statistics', () => {
  it('are linked from the page that follows the form, for known and unknown addresses alike', async () => {
    const { doors, house, seminar } = await opened()
    const path = `/seminars/${seminar.slug}/enroll`
    for (let n = 0; n < 2; n++) {
      const form = await (await doors.enroll.request(path)).text()
      const person = {
        form: /name="form" value="([^"]+)"/.exec(form)?.[1] ?? '',
        firstName: 'Ayşe',
        email: 'ayse@verein.example',
        associationId: 'org_hagen',
        language: 'de',
        consent: 'yes',
      }
      // Nobody fills in a form in no time.
      house.pass(minute)
      const html = await (await doors.enroll.request(path, post(person))).text()
      expect(html).toContain('href="/seminars/foerdermittel/statistics"')
    }
  })

  it('move totals and nothing else, and nothing of a sheet lies anywhere', async () => {
    const { send, totals, house } = await opened()
    const before = house.table.everything?.() ?? []
    expect((await send()).status).toBe(200)
    expect((await send({ gender: 'male', region: 'elsewhere' })).status).toBe(200)
    expect(await totals()).toEqual({
      sheets: 2,
      'gender:female': 1,
      'gender:male': 1,
      'age:27-45': 2,
      'region:in:Ruhrgebiet': 1,
      'region:elsewhere': 1,
      'role:board': 2,
    })
    const known = new Set(before.map(({ pk, sk }) => `${pk} ${sk}`))
    const added = (house.table.everything?.() ?? []).filter(({ pk, sk }) => !known.has(`${pk} ${sk}`))
    expect(added.map(({ table, facts }) => [table, facts])).toEqual([
      ['outbox', { spent: true }],
      ['outbox', { spent: true }],
    ])
  })

  it('count a form once, however often and at once it comes', async () => {
    const { doors, path, token, totals } = await opened()
    const form = await token()
    const send = () => doors.statistics.request(path, post({ form, ...sheet }))
    const answers = [await send(), ...(await Promise.all([send(), send(), send()]))]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await totals()).toMatchObject({ sheets: 1, 'gender:female': 1 })
  })

  it('have a form that knows nobody: its token is another each time and works for this seminar only', async () => {
    const { doors, house, token, totals } = await opened()
    const other = await house.offer({ slug: 'other' })
    expect(await token()).not.toBe(await token())
    const answer = await doors.statistics.request(
      `/seminars/${other.slug}/statistics`,
      post({ form: await token(), ...sheet }),
    )
    expect(answer.status).toBe(422)
    expect(await totals()).toEqual({})
    expect(await house.table.counters(statisticsPlace(other.id))).toEqual({})
  })

  it('take "not stated" for whatever was left out, and refuse what is in no list', async () => {
    const { doors, path, token, send, totals } = await opened()
    expect((await doors.statistics.request(path, post({ form: await token() }))).status).toBe(200)
    expect(await totals()).toMatchObject({ 'gender:not-stated': 1, 'region:not-stated': 1 })
    const wrong = await send({ gender: 'Canary', age: '46-64' })
    const html = await wrong.text()
    expect([wrong.status, html.includes('href="#gender"')]).toEqual([422, true])
    expect(html).toMatch(/<option value="46-64" selected/)
    expect(await totals()).toMatchObject({ sheets: 1 })
  })

  it('keep what was chosen in another language and after a day, and count nothing yet', async () => {
    const { doors, house, path, token, send, totals } = await opened()
    const turned = await (await send({ 'left-language': 'de' }, '?lang=tr')).text()
    expect(turned).toMatch(/<option value="female" selected(="")?>kadın/)
    const form = await token()
    house.pass(day + 1)
    const stale = await doors.statistics.request(path, post({ form, ...sheet }))
    expect([stale.status, (await stale.text()).includes('zu lange offen')]).toEqual([422, true])
    expect(await totals()).toEqual({})
  })

  it('take no more sheets than there are people, under any interleaving', async () => {
    const { house, seminar, totals } = await opened(3)
    const count = (n: number) =>
      countSheet(house.world(), {
        seminarId: seminar.id,
        formId: `form-${n}`,
        sheet: sheet as StatisticsSheet,
      })
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(count))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3)
    expect(await count(6)).toEqual({ ok: false, refusal: { code: 'more-than-people' } })
    expect(await totals()).toMatchObject({ sheets: 3 })
  })

  it.each([
    ['before enrollment opens', '2026-01-20T08:00:00.000Z', 409],
    ['after enrollment has closed', '2026-03-24T16:59:00.000Z', 200],
    ['after the start', '2026-03-24T17:00:00.000Z', 409],
  ])('are open or closed %s', async (_, instant, status) => {
    const { doors, house, path } = await opened()
    house.moveTo(instant)
    expect((await doors.statistics.request(path)).status).toBe(status)
  })

  it('say what they are for and that nobody can be traced', async () => {
    const { page } = await opened()
    for (const [lang, words] of [
      ['de', 'lassen sich nicht zu Ihnen zurückverfolgen'],
      ['tr', 'size kadar izlenemez'],
      ['en', 'cannot be traced back to you'],
    ])
      expect(await page(`?lang=${lang}`)).toContain(words)
  })
})

describe('totals in the office', () => {
  const regions = [{ id: 'org_a', name: 'A', place: 'A', region: 'Ruhrgebiet' }]
  const counters = {
    sheets: 23,
    'gender:female': 12,
    'gender:male': 8,
    'gender:not-stated': 3,
    'age:27-45': 11,
    'age:46-64': 12,
    'region:in:Ruhrgebiet': 13,
    'region:in:Früher': 10,
    'role:member': 23,
  }

  it('hide small cells and enough others; a region that left the list is still counted', () => {
    const totals = shownTotals(counters, regions)
    expect(totals?.sheets).toBe(23)
    expect(totals?.topics.gender.map(({ count }) => count)).toEqual([12, null, null, null])
    expect(totals?.topics.age.map(({ count }) => count)).toEqual([0, 0, 11, 12, 0, 0])
    expect(totals?.topics.region).toContainEqual({ cell: 'in:Früher', count: 10 })
  })

  it('are not shown at all where the sum alone would tell', () => {
    expect(shownTotals({ sheets: 4, 'gender:female': 4 }, regions)).toBeUndefined()
    expect(shownTotals({}, regions)).toBeUndefined()
  })
})

it('the address of a closed seminar does not tell its name', async () => {
  const { doors, house } = await opened()
  const closed = await house.offer({ slug: 'closed', access: 'invited' })
  const html = await (await doors.statistics.request('/seminars/closed/statistics')).text()
  expect(html).toContain('Vier Fragen für die Statistik')
  expect(html).not.toContain(closed.title.de)
})
