import { describe, expect, it } from 'vitest'
import { mostFormsAnHour } from '../../functions/enrollment/network-allowance.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { readLine } from '../../functions/seminar/line.ts'
import type { Places } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { baitName } from '../../web/parts/bait.tsx'
import { instant, post } from './open-doors.ts'
import { type Fields, good, openGroup, people, two } from './open-group.ts'

describe('a field that only programs fill in', () => {
  it.each<[string, Partial<Seminar>, Partial<Places>, string]>([
    ['seats', {}, {}, 'no'],
    ['a waiting list', { capacity: 1 }, {}, 'no'],
    ['waiting together', { capacity: 1 }, {}, 'yes'],
    ['applications', {}, { approval: true }, 'no'],
    ['no room', { capacity: 1 }, { waitingSize: 0 }, 'yes'],
    ['a limit of the association', {}, { mostPerAssociation: 1 }, 'no'],
  ])('brings the very words of %s, and nothing else happens', async (_, seminar, places, together) => {
    const honest = await openGroup(seminar, places)
    const robbed = await openGroup(seminar, places)
    const answer = await robbed.send({ ...two, together, [baitName]: 'spam' })
    const expected = await honest.send({ ...two, together })
    expect(answer.status).toBe(expected.status)
    expect(answer.html.replace('value="spam"', 'value=""')).toBe(expected.html)
    expect(robbed.stored()).toEqual([])
    expect(await readLine(robbed.house.table, robbed.seminar.id)).toMatchObject({ next: 0 })
  })
})

describe('a network', () => {
  it('has as many people an hour in groups as alone, then everything typed is kept', async () => {
    const { send, stored } = await openGroup({ capacity: 100 })
    const ten = (form: number) => people(...Array.from({ length: 10 }, (_, i) => `p${form}-${i}`))
    for (let n = 0; n < mostFormsAnHour / 10; n++)
      expect((await send({ ...good, ...ten(n) })).status).toBe(200)
    const before = stored().length
    const { status, html } = await send(two)
    expect(status).toBe(429)
    expect(html).toContain('Von Ihrem Anschluss kommen gerade sehr viele Anmeldungen')
    expect(html).toContain('value="can@mail.example"')
    expect(stored()).toHaveLength(before)
    expect((await send(two, { ip: '203.0.113.8' })).status).toBe(200)
  })
})

describe('a group that is refused', () => {
  it.each<[string, Partial<Seminar>, Partial<Places>, number, RegExp, Fields]>([
    ['for want of room', { capacity: 1 }, { waitingSize: 0 }, 409, /Für so viele ist gerade kein Platz/, {}],
    [
      'for want of seats for all and a list',
      { capacity: 1 },
      { waitingSize: 0 },
      409,
      /mit „So viele wie möglich“/,
      { together: 'yes' },
    ],
    ['beyond what one association may have', {}, { mostPerAssociation: 1 }, 409, /eine Grenze je Verein/, {}],
  ])('%s reads why, and keeps what was typed', async (_, seminar, places, status, words, fields) => {
    const { send, stored, house, seminar: offered } = await openGroup(seminar, places)
    const answer = await send({ ...two, ...fields })
    expect(answer.status).toBe(status)
    expect(answer.html).toMatch(words)
    expect(answer.html).toContain('value="can@mail.example"')
    expect(stored()).toEqual([])
    const line = await readLine(house.table, offered.id)
    expect(line.serving + line.struck - line.next).toBe(offered.capacity)
  })

  it('because somebody had too much mail does not read whose, and nobody of it is enrolled', async () => {
    const { send, house, seminar, causes } = await openGroup()
    for (const slug of ['one', 'two', 'three'])
      await house.enroll(await house.offer({ slug }), 'can@mail.example')
    for (let n = 0; n < 3; n++) expect((await send(two)).status).toBe(429)
    const { status, html } = await send(two)
    expect(status).toBe(429)
    expect(html).toContain('An eine dieser Adressen ging heute schon zu viel Post')
    expect(html).not.toMatch(/field-error|error-summary/)
    expect(await causes('gul')).toEqual([])
    await expect(house.enrollment(seminar, 'gul@mail.example')).rejects.toThrow('not enrolled')
    expect((await send({ ...good, ...people('gul', 'cem') })).status).toBe(200)
  })

  it.each([
    ['de', 'Hier meldet sich jede Person einzeln an'],
    ['tr', 'Burada herkes tek tek kaydolur'],
    ['en', 'Here everybody enrolls one by one'],
  ])('where groups are not allowed is led to the plain form, in %s', async (language, words) => {
    const { group, path, get, send, stored } = await openGroup({}, { groups: false })
    expect((await group.request(path)).status).toBe(409)
    expect(await get(`?lang=${language}`)).toContain(words)
    expect(await get(`?lang=${language}`)).toContain(`href="/seminars/foerdermittel/enroll?lang=${language}"`)
    expect((await send(two, { query: `?lang=${language}` })).status).toBe(409)
    expect(stored()).toEqual([])
  })

  it('before, after and instead of the time to enroll reads so, also when the form was opened in time', async () => {
    const early = await openGroup({ opens: instant('2026-03-15T08:00:00.000Z') })
    expect((await early.group.request(early.path)).status).toBe(409)
    expect(await early.get('?lang=en')).toContain('Enrollment is not open yet')
    const late = await openGroup()
    const form = await late.token()
    late.house.moveTo('2026-03-24T12:00:00.000Z')
    expect(await late.get()).toContain('Die Anmeldung ist geschlossen')
    const gone = await openGroup()
    const inTime = await gone.token()
    await cancelSeminar(gone.house.world(), gone.seminar.id)
    const answer = await gone.send({ ...two, form: inTime })
    expect(answer.status).toBe(410)
    expect(answer.html).toContain('Hier kann man sich nicht anmelden')
    expect([form !== '', gone.stored(), late.stored()]).toEqual([true, [], []])
  })

  it('with every seat and every place in the waiting list gone says so at once; a form opened before keeps all', async () => {
    const { group, path, get, token, send } = await openGroup({ capacity: 2 }, { waitingSize: 2 })
    const early = await token()
    expect((await send({ ...good, ...people('gul', 'can') })).status).toBe(200)
    expect((await group.request(path)).status).toBe(200)
    expect((await send({ ...good, ...people('cem', 'eda') })).status).toBe(200)
    expect((await group.request(path)).status).toBe(409)
    expect(await get('?lang=en')).not.toContain('name="firstName-1"')
    expect(await get('?lang=en')).toMatch(/full/i)
    const { status, html } = await send({ ...good, ...people('ada', 'umut'), form: early })
    expect([status, html.includes('ada@mail.example')]).toEqual([409, true])
  })

  it('does not exist for who is not invited, for drafts and for unknown seminars, all alike', async () => {
    const { group, house } = await openGroup()
    await house.offer({ slug: 'closed', access: 'invited' })
    const pages = await Promise.all(
      ['closed', 'nothing'].flatMap((slug) => [
        group.request(`/seminars/${slug}/enroll/group`),
        group.request(`/seminars/${slug}/enroll/group`, post(two)),
      ]),
    )
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const [closed, , nothing] = await Promise.all(pages.map((page) => page.text()))
    expect(closed?.replaceAll('closed', 'nothing')).toBe(nothing)
  })
})
