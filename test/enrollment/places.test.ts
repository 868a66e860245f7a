import { describe, expect, test } from 'vitest'
import { type EnrollGroupCommand, enrollGroup } from '../../functions/enrollment/enroll-group.ts'
import { decideApplication } from '../../functions/enrollment/line/decide-application.ts'
import { offerEnds } from '../../functions/enrollment/line/promote.ts'
import type { EmailAddress } from '../../functions/kernel/email-address.ts'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { readKept, readLine } from '../../functions/seminar/line.ts'
import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const at = (instant: string) => instant as Instant

async function offered(capacity: number, places: Partial<Places> = {}, overrides: Partial<Seminar> = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity, places: { ...plainPlaces, ...places }, ...overrides })
  const come = async (...names: string[]) => {
    for (const name of names) await house.enrollAndConfirm(seminar, name)
  }
  return { house, seminar, come }
}

const causes = async (house: WorkingHouse, name: string) =>
  (await house.mails(name)).map(({ cause }) => cause)
const words = async (house: WorkingHouse, name: string, cause: string) =>
  JSON.stringify((await house.mails(name)).find((mail) => mail.cause === cause)?.letter)
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('fewer seats', () => {
  test('take the free ones at once, and throw nobody out', async () => {
    const { house, seminar, come } = await offered(5)
    await come('a', 'b', 'c')
    expect(await house.change(seminar.id, { capacity: 2 })).toMatchObject({ ok: true })
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 3, serving: 3, owed: 1 })
    await come('d')
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b', 'c'], waiting: ['d'] })
  })

  test('the next seat that becomes free is not given on, the one after is', async () => {
    const { house, seminar, come } = await offered(3)
    await come('a', 'b', 'c', 'd')
    await house.change(seminar.id, { capacity: 2 })
    await house.cancel('a')
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['b', 'c'], waiting: ['d'] })
    await house.cancel('b')
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['c', 'd'], waiting: [] })
  })

  test('take no seat that somebody draws in this very moment', async () => {
    const { house, seminar, come } = await offered(3)
    await come('a', 'b')
    let isFirst = true
    const commit: typeof house.table.commit = async (writes) => {
      if (isFirst) {
        isFirst = false
        await house.enroll(seminar, 'c')
      }
      return house.table.commit(writes)
    }
    const stored = await seminarShelf.read(house.table, seminar.id)
    if (!stored) throw new Error('it was offered')
    const saved = await saveSeminar(
      { ...house.world(), table: { ...house.table, commit } },
      { seminarId: seminar.id, version: stored.version, draft: { ...stored.facts, capacity: 2 } },
    )
    expect(saved).toMatchObject({ ok: true })
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 3, serving: 3, owed: 1 })
    expect((await house.standing(seminar)).seats).toEqual(['a', 'b', 'c'])
  })

  test('more seats pay first what is owed', async () => {
    const { house, seminar, come } = await offered(3)
    await come('a', 'b', 'c', 'd', 'e')
    await house.change(seminar.id, { capacity: 1 })
    await house.change(seminar.id, { capacity: 4 })
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b', 'c', 'd'], waiting: ['e'] })
    expect(await readLine(house.table, seminar.id)).toMatchObject({ owed: 0, serving: 4 })
  })

  test('a number that was lost counts against what is owed, too', async () => {
    const { house, seminar, come } = await offered(2)
    await come('a', 'b')
    await house.enroll(seminar, 'late')
    await house.change(seminar.id, { capacity: 1 })
    house.pass(day + minute)
    await house.settle()
    await house.cancel('a')
    await house.settle()
    expect((await house.standing(seminar)).seats).toEqual(['b'])
  })
})

describe('a waiting list of some places', () => {
  test('ends where it was said, and opens again when somebody leaves it', async () => {
    const { house, seminar, come } = await offered(1, { waitingSize: 2 })
    await come('a', 'b', 'c')
    expect(await house.enroll(seminar, 'd')).toEqual(refused('full'))
    expect(await house.mails('d')).toEqual([])
    await house.cancel('b')
    await come('d')
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['c', 'd'] })
    expect(await house.enroll(seminar, 'e')).toEqual(refused('full'))
  })

  test('is never longer, however many come at once', async () => {
    const { house, seminar } = await offered(2, { waitingSize: 3 })
    const names = Array.from({ length: 30 }, (_, i) => `p${i}`)
    const answers = await Promise.all(names.map((name) => house.enroll(seminar, name)))
    const { seats, waiting } = await house.standing(seminar)
    expect([seats.length, waiting.length]).toEqual([2, 3])
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'full')).toHaveLength(25)
  })

  test('of no places is none', async () => {
    const { house, seminar, come } = await offered(1, { waitingSize: 0 })
    await come('a')
    expect(await house.enroll(seminar, 'b')).toEqual(refused('full'))
  })
})

describe('a seat that is offered', () => {
  test('is told with the hour until which it holds, and is a seat once accepted', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer', offerHours: 24 })
    await come('a', 'b', 'c')
    await house.cancel('a')
    expect(await house.standing(seminar)).toEqual({ seats: [], waiting: ['b', 'c'] })
    expect(await house.enrollment(seminar, 'b')).toMatchObject({
      standing: 'offered',
      offeredUntil: '2026-03-03T09:00:00.000Z',
    })
    expect(await words(house, 'b', 'offered')).toContain('3. März 2026')
    expect(await house.acceptOffer('b')).toMatchObject({ ok: true })
    expect(await house.acceptOffer('b')).toMatchObject({ ok: true })
    expect(await house.standing(seminar)).toEqual({ seats: ['b'], waiting: ['c'] })
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'offered', 'accepted'])
  })

  test('goes to the next person when the time is over, and both are told', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer', offerHours: 2 })
    await come('a', 'b', 'c')
    await house.cancel('a')
    house.pass(2 * hour)
    expect(await house.acceptOffer('b')).toEqual(refused('offer-over'))
    house.pass(minute)
    expect(await house.acceptOffer('b')).toEqual(refused('offer-over'))
    await house.settle()
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ state: 'lapsed' })
    expect(await house.enrollment(seminar, 'c')).toMatchObject({ standing: 'offered' })
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'offered', 'lapsed'])
    await house.passTo(later(house.now(), 2 * hour + 5 * minute), minute)
    expect(await house.enrollment(seminar, 'c')).toMatchObject({ state: 'lapsed' })
  })

  test('goes on at once when it is declined', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer' })
    await come('a', 'b', 'c')
    await house.cancel('a')
    await house.cancel('b')
    expect(await house.enrollment(seminar, 'c')).toMatchObject({ standing: 'offered' })
  })

  test('is no seat: no invite, no way in', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer', offerHours: 168 })
    await come('a', 'b')
    await house.passTo('2026-03-23T18:00:00.000Z', 6 * hour)
    await house.cancel('a')
    await house.passTo('2026-03-23T18:10:00.000Z', minute)
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ standing: 'offered' })
    expect(await causes(house, 'b')).not.toContain('invite')
    await house.acceptOffer('b')
    await house.passTo('2026-03-23T18:20:00.000Z', minute)
    expect(await causes(house, 'b')).toContain('invite')
  })

  test.each([
    ['weeks before', '2026-03-02T09:00:00.000Z', 24, 24 * 60],
    ['two days before: a quarter of the time', '2026-03-22T17:00:00.000Z', 24, 12 * 60],
    ['two hours before: an hour', '2026-03-24T15:00:00.000Z', 24, 60],
    ['half an hour before: until the start', '2026-03-24T16:30:00.000Z', 24, 30],
    ['a short offer stays short', '2026-03-02T09:00:00.000Z', 3, 180],
  ])('holds less long when the start is near: %s', (_, now, offerHours, minutes) => {
    const seminar = aSeminar({ places: { ...plainPlaces, promotion: 'offer', offerHours } })
    expect(offerEnds(seminar, at(now))).toBe(later(at(now), minutes * minute))
  })

  test('who has not confirmed is given the seat with the hold that they have', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer' })
    await come('a')
    await house.enroll(seminar, 'b')
    await house.cancel('a')
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ state: 'held', standing: 'seat' })
    house.pass(day)
    await house.settle()
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ state: 'expired' })
  })

  test('after the start nothing is offered any more', async () => {
    const { house, seminar, come } = await offered(1, { promotion: 'offer' })
    await come('a', 'b')
    house.moveTo('2026-03-24T17:00:00.000Z')
    await house.cancel('a')
    await house.settle()
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ standing: 'waiting' })
  })
})

describe('seats kept for an association', () => {
  const kept: Partial<Places> = {
    reserved: [{ associationId: 'org_hagen', seats: 1 }],
    reservedUntil: at('2026-03-10T11:00:00.000Z'),
  }
  const hagen = { associationId: 'org_hagen', association: 'Hagen' }
  const soest = { associationId: 'org_soest', association: 'Soest' }

  test('are for its people only, and the others wait', async () => {
    const { house, seminar } = await offered(2, kept)
    await house.enrollAndConfirm(seminar, 'a', soest)
    await house.enrollAndConfirm(seminar, 'b', soest)
    await house.enrollAndConfirm(seminar, 'c', hagen)
    await house.enrollAndConfirm(seminar, 'd', hagen)
    expect(await house.standing(seminar)).toEqual({ seats: ['c', 'a'], waiting: ['b', 'd'] })
  })

  test('go to people of the association who wait in the line, before anybody else', async () => {
    const { house, seminar } = await offered(2, kept)
    await house.enrollAndConfirm(seminar, 'a', soest)
    await house.enrollAndConfirm(seminar, 'b', soest)
    await house.enrollAndConfirm(seminar, 'c', hagen)
    await house.enrollAndConfirm(seminar, 'd', hagen)
    await house.cancel('c')
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['d', 'a'], waiting: ['b'] })
    await house.cancel('d')
    await house.settle()
    expect(await readKept(house.table, seminar.id, 'org_hagen')).toBe(1)
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['b'] })
  })

  test('are everybody’s on the day that was said', async () => {
    const { house, seminar } = await offered(2, kept)
    await house.enrollAndConfirm(seminar, 'a', soest)
    await house.enrollAndConfirm(seminar, 'b', soest)
    await house.passTo('2026-03-10T10:59:00.000Z', day)
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['b'] })
    await house.passTo('2026-03-10T11:01:00.000Z', minute)
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b'], waiting: [] })
    await house.enrollAndConfirm(seminar, 'c', hagen)
    expect((await house.standing(seminar)).waiting).toEqual(['c'])
  })

  test('of somebody who cancels later go on in the line', async () => {
    const { house, seminar } = await offered(2, kept)
    await house.enrollAndConfirm(seminar, 'a', hagen)
    await house.enrollAndConfirm(seminar, 'b', soest)
    await house.enrollAndConfirm(seminar, 'c', soest)
    await house.passTo('2026-03-10T11:01:00.000Z', day)
    await house.cancel('a')
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['b', 'c'], waiting: [] })
  })

  test('never more than there are, however many come at once', async () => {
    const { house, seminar } = await offered(3, {
      ...kept,
      reserved: [{ associationId: 'org_hagen', seats: 2 }],
    })
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`)
    await Promise.all(names.map((name) => house.enroll(seminar, name, hagen)))
    await house.settle()
    expect((await house.standing(seminar)).seats).toHaveLength(3)
  })
})

describe('a limit per association', () => {
  const hagen = { associationId: 'org_hagen', association: 'Hagen' }

  test('is never passed, and a cancellation makes room', async () => {
    const { house, seminar } = await offered(9, { mostPerAssociation: 2 })
    const names = Array.from({ length: 8 }, (_, i) => `p${i}`)
    const answers = await Promise.all(names.map((name) => house.enroll(seminar, name, hagen)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
    expect(
      await house.enroll(seminar, 'other', { associationId: '', association: 'Verein Soest' }),
    ).toMatchObject({
      ok: true,
    })
    const [first] = (await house.standing(seminar)).seats
    await house.cancel(first ?? '')
    expect(await house.enroll(seminar, 'late', hagen)).toMatchObject({ ok: true })
    expect(await house.enroll(seminar, 'later', hagen)).toEqual(refused('association-full'))
  })

  test('knows a free name however it is written; who belongs to none is not counted', async () => {
    const { house, seminar } = await offered(9, { mostPerAssociation: 1 })
    const named = (association: string) => ({ associationId: '', association })
    expect(await house.enroll(seminar, 'a', named('Cem  Evi Soest'))).toMatchObject({ ok: true })
    expect(await house.enroll(seminar, 'b', named('cem evi soest'))).toEqual(refused('association-full'))
    for (const [i, none] of ['keiner', 'Keine', '-', 'none', 'yok'].entries())
      expect(await house.enroll(seminar, `n${i}`, named(none))).toMatchObject({ ok: true })
  })
})

describe('newcomers before repeaters', () => {
  const until = at('2026-03-10T11:00:00.000Z')

  async function withPast() {
    const { house, seminar } = await offered(2, { newcomersUntil: until })
    const past = await house.offer({
      slug: 'frueher',
      sessions: [
        {
          ...aSeminar().sessions[0],
          start: at('2026-03-03T17:00:00.000Z'),
          end: at('2026-03-03T19:00:00.000Z'),
        },
      ] as Seminar['sessions'],
      closes: at('2026-03-03T17:00:00.000Z'),
      completesAfterHours: 1,
    })
    await house.enrollAndConfirm(past, 'old')
    return { house, seminar }
  }

  test('everybody waits until the day; then newcomers have the seats, each in their order', async () => {
    const { house, seminar } = await withPast()
    for (const name of ['old', 'a', 'b', 'c']) await house.enrollAndConfirm(seminar, name)
    expect(await house.standing(seminar)).toEqual({ seats: [], waiting: ['old', 'a', 'b', 'c'] })
    expect(await words(house, 'a', 'confirmed')).toContain('10. März 2026')
    expect(await words(house, 'a', 'confirmed')).not.toMatch(/Position/)
    await house.passTo('2026-03-10T11:02:00.000Z', 12 * hour)
    const { seats, waiting } = await house.standing(seminar)
    expect(seats).toEqual(['a', 'b'])
    expect(waiting).toEqual(['c', 'old'])
    expect(await causes(house, 'a')).toContain('promoted')
  })

  test('repeaters have the seats that newcomers leave', async () => {
    const { house, seminar } = await withPast()
    for (const name of ['old', 'a']) await house.enrollAndConfirm(seminar, name)
    await house.passTo('2026-03-10T11:02:00.000Z', 12 * hour)
    expect((await house.standing(seminar)).seats.sort()).toEqual(['a', 'old'])
  })
})

describe('approval', () => {
  const decide = (house: WorkingHouse, seminar: Seminar, name: string, admit: boolean, message = '') =>
    house
      .enrollment(seminar, name)
      .then(({ id }) =>
        decideApplication(house.world(), { seminarId: seminar.id, enrollmentId: id, admit, message }),
      )

  test('nobody has a seat before a coordinator says so; the order is that of the decisions', async () => {
    const { house, seminar, come } = await offered(1, { approval: true })
    await come('a', 'b', 'c')
    expect((await house.standing(seminar)).seats).toEqual([])
    expect(await decide(house, seminar, 'b', true)).toMatchObject({ ok: true, value: { standing: 'seat' } })
    expect(await decide(house, seminar, 'a', true, 'Schön, dass Sie kommen.')).toMatchObject({
      ok: true,
      value: { standing: 'waiting' },
    })
    expect(await decide(house, seminar, 'c', false, 'Nächstes Jahr gern.')).toMatchObject({ ok: true })
    expect(await words(house, 'b', 'admitted')).toContain('haben einen Platz')
    expect(await words(house, 'a', 'admitted')).toContain('Schön, dass Sie kommen.')
    expect(await words(house, 'c', 'declined')).toContain('Nächstes Jahr gern.')
    await house.cancel('b')
    expect((await house.standing(seminar)).seats).toEqual(['a'])
  })

  test('twice, and two coordinators at once, is one decision and one mail', async () => {
    const { house, seminar, come } = await offered(3, { approval: true })
    await come('a')
    const both = await Promise.all([decide(house, seminar, 'a', true), decide(house, seminar, 'a', false)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await decide(house, seminar, 'a', true)).toEqual(refused('decided'))
    expect((await causes(house, 'a')).filter((cause) => /admitted|declined/.test(cause))).toHaveLength(1)
    await house.settle()
    expect(
      (await readLine(house.table, seminar.id)).serving - (await readLine(house.table, seminar.id)).next,
    ).toBe(both[0]?.ok ? 2 : 3)
  })

  test('who withdraws and sends the same form once more has applied again', async () => {
    const { house, seminar } = await offered(3, { approval: true })
    await house.enroll(seminar, 'a', { formId: 'one' })
    await house.cancel('a')
    house.pass(minute)
    expect(await house.enroll(seminar, 'a', { formId: 'one' })).toMatchObject({ ok: true })
    expect(await causes(house, 'a')).toEqual(['confirm', 'cancelled', 'confirm'])
  })

  test('an address that is not proven cannot be decided about, and expires', async () => {
    const { house, seminar } = await offered(3, { approval: true })
    await house.settle()
    await house.enroll(seminar, 'a')
    expect(await decide(house, seminar, 'a', true)).toEqual(refused('unconfirmed'))
    await house.passTo(later(house.now(), day + 5 * minute), hour)
    expect(await house.enrollment(seminar, 'a')).toMatchObject({ state: 'expired', email: '' })
  })
})

describe('a group', () => {
  const person = (name: string): EnrollGroupCommand['people'][number] => ({
    firstName: name,
    lastName: 'Kaya',
    email: `${name}@verein.example` as EmailAddress,
    association: 'Hagen',
    associationId: 'org_hagen',
    language: 'de',
    note: '',
    sessions: [],
  })
  const enrollAll = (
    house: WorkingHouse,
    seminar: Seminar,
    names: string[],
    more: Partial<EnrollGroupCommand> = {},
  ) =>
    enrollGroup(house.world(), {
      seminarId: seminar.id,
      formId: 'group-1',
      notice: '2026-11',
      people: names.map(person),
      together: false,
      ...more,
    })

  test('gets seats side by side, each person their own mail, and each confirms alone', async () => {
    const { house, seminar } = await offered(3)
    expect(await enrollAll(house, seminar, ['a', 'b', 'c', 'd'])).toMatchObject({
      ok: true,
      value: { seats: 3, waiting: 1, waitTogether: false },
    })
    for (const name of ['a', 'b', 'c', 'd']) expect(await causes(house, name)).toEqual(['confirm'])
    await house.confirm('a')
    house.pass(day)
    await house.settle()
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: [] })
  })

  test('twice the same form is once', async () => {
    const { house, seminar } = await offered(5)
    const first = await enrollAll(house, seminar, ['a', 'b'])
    const both = await Promise.all([1, 2].map(() => enrollAll(house, seminar, ['a', 'b'])))
    for (const again of both) expect(again).toEqual(first)
    expect(await causes(house, 'a')).toEqual(['confirm'])
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 2, serving: 5 })
  })

  test('that goes only together waits beside the line until there are seats for all', async () => {
    const { house, seminar, come } = await offered(3)
    await come('x', 'y')
    expect(await enrollAll(house, seminar, ['a', 'b'], { together: true })).toMatchObject({
      ok: true,
      value: { seats: 0, waiting: 2, waitTogether: true },
    })
    for (const name of ['a', 'b']) await house.confirm(name)
    expect(await words(house, 'a', 'confirmed')).toContain('für alle gleichzeitig')
    await house.settle()
    expect((await house.standing(seminar)).seats).toEqual(['x', 'y'])
    await house.cancel('x')
    await house.settle()
    expect((await house.standing(seminar)).seats.sort()).toEqual(['a', 'b', 'y'])
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'promoted'])
  })

  test('with somebody who is enrolled already takes no second seat for them, and does not tell', async () => {
    const { house, seminar, come } = await offered(4)
    await come('a')
    expect(await enrollAll(house, seminar, ['a', 'b'])).toMatchObject({ ok: true, value: { seats: 2 } })
    expect(await causes(house, 'a')).toEqual(['confirm', 'confirmed', 'already'])
    await house.settle()
    const line = await readLine(house.table, seminar.id)
    expect(line.serving - line.next).toBe(2)
  })

  test('takes kept seats of its association first', async () => {
    const { house, seminar } = await offered(3, {
      reserved: [{ associationId: 'org_hagen', seats: 2 }],
      reservedUntil: at('2026-03-10T11:00:00.000Z'),
    })
    expect(await enrollAll(house, seminar, ['a', 'b', 'c', 'd'])).toMatchObject({
      ok: true,
      value: { seats: 3, waiting: 1 },
    })
    expect(await readKept(house.table, seminar.id, 'org_hagen')).toBe(0)
  })

  test.each<[string, Partial<Places>, string[], string]>([
    ['of eleven', {}, Array.from({ length: 11 }, (_, i) => `p${i}`), 'no-groups'],
    ['where none are allowed', { groups: false }, ['a', 'b'], 'no-groups'],
    ['with one address twice', {}, ['a', 'a'], 'same-address'],
    ['larger than its association may be', { mostPerAssociation: 1 }, ['a', 'b'], 'association-full'],
    ['beyond the waiting list', { waitingSize: 1 }, ['a', 'b', 'c', 'd'], 'full'],
  ])('%s is refused, and nothing is stored or sent', async (_, places, names, code) => {
    const { house, seminar } = await offered(2, places)
    expect(await enrollAll(house, seminar, names)).toEqual(refused(code))
    expect(await house.mails()).toEqual([])
    await house.settle()
    const line = await readLine(house.table, seminar.id)
    expect(line.serving - line.next).toBe(2)
  })
})

describe('single sessions', () => {
  test('invites, reminders, calendar and way in follow what was chosen', async () => {
    const { house, seminar } = await offered(3, { singleSessions: true })
    const [first, second] = seminar.sessions
    await house.enrollAndConfirm(seminar, 'a', { sessions: [second?.id ?? ''] })
    await house.enrollAndConfirm(seminar, 'b')
    const [file] =
      (await house.mails('a')).find(({ cause }) => cause === 'confirmed')?.letter.attachments ?? []
    expect(atob(file?.content ?? '').match(/BEGIN:VEVENT/g)).toHaveLength(1)
    await house.passTo('2026-03-31T15:30:00.000Z', hour)
    const invites = (name: string) =>
      house.post.arrived.filter(({ cause, to }) => cause === 'invite' && to.address.startsWith(`${name}@`))
    expect([invites('a').length, invites('b').length]).toEqual([1, 2])
    expect(invites('a').map(({ queuedAt }) => queuedAt > (first?.end ?? ''))).toEqual([true])
  })
})
