import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { correctAddress } from '../../functions/enrollment/correct-address.ts'
import { addressPointerShelf, listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import {
  type Enrollment,
  enrollmentIdFor,
  isLive,
  mayConfirm,
} from '../../functions/enrollment/enrollment.ts'
import { findByAddresses } from '../../functions/enrollment/find-by-address.ts'
import { sortAddresses } from '../../functions/enrollment/invitation/invite-people.ts'
import { listEnrollmentsOf, mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { hour, type Instant, later } from '../../functions/kernel/time.ts'
import { readDeliveryMessage } from '../../functions/mail/delivery-message.ts'
import { noteDelivery } from '../../functions/mail/note-delivery.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const address = (text: string): EmailAddress => {
  const parsed = parseEmailAddress(text)
  if (!parsed) throw new Error(text)
  return parsed
}
const [wrong, right] = ['ayse@verien.example', 'ayse@verein.example']

let forms = 0
type Correction = { person: Pick<Enrollment, 'id'>; to: string; formId?: string; table?: Table }
const correct = (house: WorkingHouse, seminar: Pick<Seminar, 'id'>, correction: Correction) =>
  correctAddress(
    { ...house.world(), table: correction.table ?? house.table, also: [] },
    {
      seminarId: seminar.id,
      enrollmentId: correction.person.id,
      email: address(correction.to),
      formId: correction.formId ?? `correct-${++forms}`,
    },
  )
const peopleOf = async (house: WorkingHouse, { id }: Pick<Seminar, 'id'>) =>
  (await listEnrollments(house.table, id)).map(({ facts }) => facts)
const found = async (house: WorkingHouse, { id }: Pick<Seminar, 'id'>, mailbox: string) =>
  (await findByAddresses(house.table, [{ seminarId: id, mailbox }]))[0]
const codeOf = (outcome: Awaited<ReturnType<typeof correct>>) => (outcome.ok ? 'done' : outcome.refusal.code)

async function withTypo(confirmed = false, overrides: Partial<Seminar> = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer(overrides)
  await house.enroll(seminar, wrong, { firstName: 'Ayşe' })
  if (confirmed) await house.confirm(wrong)
  await house.settle()
  return { house, seminar, person: await house.enrollment(seminar, wrong) }
}

describe('a corrected address', () => {
  test('keeps the place, and its owner confirms as everybody does', async () => {
    const { house, seminar, person } = await withTypo()
    expect(codeOf(await correct(house, seminar, { person, to: right }))).toBe('done')
    const [corrected] = await peopleOf(house, seminar)
    expect(corrected).toMatchObject({
      id: person.id,
      number: person.number,
      standing: 'seat',
      state: 'held',
      email: right,
      confirmedAt: null,
      holdsUntil: later(house.now(), 24 * hour),
    })
    await house.settle()
    const confirmed = await house.confirm(right)
    expect(confirmed.ok).toBe(true)
    await house.settle()
    expect(house.post.tally()).toMatchObject({ 'address-corrected ayse': 1, 'confirmed ayse': 1 })
    expect(await listEnrollmentsOf(house.table, await mailboxKey(right))).toHaveLength(1)
  })

  test('gets a mail without a word of what was typed', async () => {
    const { house, seminar, person } = await withTypo(true)
    await correct(house, seminar, { person, to: right })
    const mail = (await house.mails(right)).find(({ cause }) => cause === 'address-corrected')
    expect(mail?.to).toEqual({ name: '', address: right })
    expect(JSON.stringify(mail?.letter)).not.toMatch(/Ayşe|Yıldız|Hagen|verien/)
  })

  test('lets all older links die, also those of the way back in', async () => {
    const { house, seminar, person } = await withTypo(true)
    const old = await house.token(wrong)
    expect(await readPersonalLink(house.table, old, 'my')).toBeDefined()
    await correct(house, seminar, { person, to: right })
    expect(await readPersonalLink(house.table, old, 'my')).toBeUndefined()
    expect(await listEnrollmentsOf(house.table, await mailboxKey(wrong))).toEqual([])
    expect(await readPersonalLink(house.table, await house.token(right), 'my')).toBeDefined()
  })

  test('of somebody who had confirmed keeps the seat until the seminar is over', async () => {
    const { house, seminar, person } = await withTypo(true, { capacity: 1 })
    await house.enrollAndConfirm(seminar, 'canan')
    await correct(house, seminar, { person, to: right })
    await house.passTo('2026-03-24T18:00:00.000Z', hour)
    expect(await house.standing(seminar)).toMatchObject({ seats: ['Ayşe'] })
    expect((await house.confirm(right)).ok).toBe(true)
    const again = (await house.mails(right)).filter(({ cause }) => cause === 'confirmed')
    expect(again).toHaveLength(1)
  })

  async function correctedOnTheWay() {
    const { house, seminar, person } = await withTypo(true, { completesAfterHours: 2 })
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), {
        sessionId,
        enrollmentId: person.id,
        minutes: 120,
        by: 'z@office.example',
      })
    // Between the two dates: nobody looks at the line any more by then.
    await house.passTo('2026-03-26T08:00:00.000Z', hour)
    await correct(house, seminar, { person, to: right })
    await house.passTo('2026-04-02T08:00:00.000Z', hour)
    expect((await house.seminar(seminar.id)).state).toBe('completed')
    expect(house.post.tally()['certificate ayse']).toBeUndefined()
    return { house, seminar }
  }

  test('that is confirmed only after the seminar was closed still brings the certificate, once', async () => {
    const { house, seminar } = await correctedOnTheWay()
    const told = (await house.mails(right)).map(({ cause }) => cause)
    for (let presses = 0; presses < 2; presses++) expect((await house.confirm(right)).ok).toBe(true)
    await house.settle()
    expect((await house.mails(right)).map(({ cause }) => cause)).toEqual([...told, 'certificate'])
    await house.passTo('2026-04-20T08:00:00.000Z', 6 * hour)
    expect(house.post.tally()['certificate ayse']).toBe(1)
    expect((await peopleOf(house, seminar)).map(({ state }) => state)).toEqual(['confirmed'])
  })

  test('that is closed in the very moment of the confirmation brings the certificate all the same', async () => {
    const { house, seminar, person } = await withTypo(true)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId: person.id, minutes: 120, by: 'z' })
    await correct(house, seminar, { person, to: right })
    house.moveTo('2026-04-01T08:00:00.000Z')
    let closed = false
    const racing: Table = {
      ...house.table,
      commit: async (writes) => {
        if (!closed) {
          closed = true
          await completeSeminar(house.world(), seminar.id)
          await house.settle()
        }
        return house.table.commit(writes)
      },
    }
    const token = await house.token(right)
    expect((await confirm({ ...house.world(), table: racing }, token)).ok).toBe(true)
    await house.settle()
    expect(closed).toBe(true)
    expect(house.post.tally()['certificate ayse']).toBe(1)
  })

  test('that nobody confirms is forgotten a fortnight after the end, though the seminar is closed', async () => {
    const { house, seminar } = await correctedOnTheWay()
    const [held] = await peopleOf(house, seminar)
    expect(held?.state).toBe('held')
    const late = await house.token(right)
    await house.passTo(later(held?.holdsUntil ?? house.now(), hour), 6 * hour)
    expect(await peopleOf(house, seminar)).toMatchObject([{ state: 'expired', email: '', firstName: '' }])
    expect(await confirm(house.world(), late)).toEqual({ ok: false, refusal: { code: 'no-longer' } })
    expect(house.post.tally()['certificate ayse']).toBeUndefined()
    expect(await house.table.listDue('9999-01-01T00:00:00.000Z' as Instant, 10)).toEqual([])
  })

  test('only: who never was corrected cannot confirm a seminar that is closed', async () => {
    const { house, seminar } = await withTypo()
    const [held] = await peopleOf(house, seminar)
    const completed = { ...seminar, state: 'completed' as const }
    expect(held && mayConfirm(held, seminar, house.now())).toBe(true)
    expect(held && mayConfirm(held, completed, house.now())).toBe(false)
  })

  test('that is confirmed only after the last date still brings the certificate', async () => {
    const { house, seminar, person } = await withTypo(true)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), {
        sessionId,
        enrollmentId: person.id,
        minutes: 120,
        by: 'z@office.example',
      })
    await correct(house, seminar, { person, to: right })
    await house.passTo('2026-04-01T08:00:00.000Z', hour)
    expect((await house.confirm(right)).ok).toBe(true)
    await house.passTo('2026-04-03T08:00:00.000Z', hour)
    expect(house.post.tally()['certificate ayse']).toBe(1)
  })

  test('of an offered seat blocks it no longer than a day', async () => {
    const house = openWorkingHouse()
    const places = { ...plainPlaces, promotion: 'offer' as const, waitingSize: 5, offerHours: 2 }
    const seminar = await house.offer({ capacity: 1, places })
    await house.enrollAndConfirm(seminar, 'canan')
    await house.enrollAndConfirm(seminar, wrong)
    await house.cancel('canan')
    await house.settle()
    const person = await house.enrollment(seminar, wrong)
    expect(person.standing).toBe('offered')
    await correct(house, seminar, { person, to: right })
    expect((await peopleOf(house, seminar)).find(({ id }) => id === person.id)?.holdsUntil).toBe(
      later(house.now(), 24 * hour),
    )
  })

  test('takes the notice of mails that came back with it, where the new mail says the same', async () => {
    const { house, seminar, person } = await withTypo()
    const mailId = (await house.mails(wrong))[0]?.id ?? ''
    const bounce = JSON.stringify({
      eventType: 'Bounce',
      mail: { tags: { mail: [mailId] } },
      bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' },
    })
    const event = readDeliveryMessage(bounce)
    if (event) await noteDelivery({ table: house.table, now: house.now() }, event)
    expect(await listTroubles(house.table)).toHaveLength(1)
    await correct(house, seminar, { person, to: right })
    expect(await listTroubles(house.table)).toEqual([])
  })

  test('leaves nothing on its way to the old one', async () => {
    const { house, seminar, person } = await withTypo()
    house.post.be('busy')
    await house.enroll(seminar, wrong)
    await house.tick()
    await correct(house, seminar, { person, to: right })
    house.post.be('accepts')
    await house.passTo(later(house.now(), hour))
    expect(house.post.tally()).toEqual({ 'confirm ayse': 1, 'address-corrected ayse': 1 })
    expect(house.post.arrived.map(({ to }) => to.address)).toEqual([wrong, right])
  })
})

describe('one person, one place', () => {
  test('who enrolls with the corrected address finds the place that is there', async () => {
    const { house, seminar, person } = await withTypo()
    await correct(house, seminar, { person, to: right })
    expect((await house.enroll(seminar, right)).ok).toBe(true)
    expect((await peopleOf(house, seminar)).map(({ id }) => id)).toEqual([person.id])
    expect((await house.mails(right)).map(({ cause }) => cause)).toEqual(['address-corrected', 'already'])
    const sorted = await sortAddresses(house.table, seminar.id, [address(right)])
    expect(sorted).toEqual({ fresh: [], invited: [], enrolled: [right] })
  })

  test('whoever really has the old address can still enroll with it', async () => {
    const { house, seminar, person } = await withTypo()
    await correct(house, seminar, { person, to: right })
    await house.enroll(seminar, wrong, { firstName: 'Birgit' })
    expect((await peopleOf(house, seminar)).map((one) => [one.firstName, one.email])).toEqual([
      ['Ayşe', right],
      ['Birgit', wrong],
    ])
    // And neither of them twice.
    for (const name of [wrong, right]) await house.enroll(seminar, name)
    expect(await peopleOf(house, seminar)).toHaveLength(2)
  })

  test('an address that has a place already is refused, however it came to it', async () => {
    const { house, seminar, person } = await withTypo()
    await house.enrollAndConfirm(seminar, 'canan')
    expect(codeOf(await correct(house, seminar, { person, to: 'canan@verein.example' }))).toBe('enrolled')
    await correct(house, seminar, { person, to: right })
    await house.enroll(seminar, wrong)
    const stranger = (await peopleOf(house, seminar)).find(({ email }) => email === wrong)
    expect(codeOf(await correct(house, seminar, { person: stranger ?? person, to: right }))).toBe('enrolled')
  })

  test('a place that was given up does not stand in the way, and is still theirs to be forgotten', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, right)
    await house.cancel(right)
    await house.enroll(seminar, wrong)
    const person = await house.enrollment(seminar, wrong)
    expect(codeOf(await correct(house, seminar, { person, to: right }))).toBe('done')
    const { known, earlier } = (await found(house, seminar, right)) ?? {}
    expect(known?.facts.id).toBe(person.id)
    expect(earlier?.map(({ facts }) => facts.state)).toEqual(['cancelled'])
    expect((await house.confirm(right)).ok).toBe(true)
    expect(
      (await listEnrollmentsOf(house.table, await mailboxKey(right))).map(({ facts }) => facts.id),
    ).toEqual([person.id])
  })

  test('two in the same moment: somebody enrolls with the address that is just being noted', async () => {
    for (const first of ['enroll', 'correct'] as const) {
      const { house, seminar, person } = await withTypo()
      const racing: Table = {
        ...house.table,
        commit: async (writes) => {
          if (first === 'enroll' && writes.some(({ pk }) => pk.startsWith('seminar#')))
            await house.enroll(seminar, right, { firstName: 'Birgit' })
          return house.table.commit(writes)
        },
      }
      const outcome = await correct(house, seminar, { person, to: right, table: racing })
      if (first === 'correct') await house.enroll(seminar, right, { firstName: 'Birgit' })
      expect(codeOf(outcome)).toBe(first === 'enroll' ? 'enrolled' : 'done')
      const withIt = (await peopleOf(house, seminar)).filter(({ email }) => email === right)
      expect(withIt.map(({ firstName }) => firstName)).toEqual([first === 'enroll' ? 'Birgit' : 'Ayşe'])
    }
  })

  test('to and fro, with others coming and going: never two places for one address, and each is found', async () => {
    const mailboxes = ['a', 'b', 'c'].map((name) => `${name}@verein.example`)
    const mailbox = fc.constantFrom(...mailboxes)
    const deed = fc.oneof(
      fc.record({ does: fc.constantFrom('enroll' as const, 'cancel' as const), who: mailbox }),
      fc.record({ does: fc.constant('correct' as const), who: mailbox, to: mailbox }),
    )
    let corrected = 0
    const [a = '', b = '', c = ''] = mailboxes
    /** Once the first one was back where it came from, the one that had ended was found by nobody. */
    const seen = [
      { does: 'correct' as const, who: a, to: c },
      { does: 'correct' as const, who: b, to: a },
      { does: 'cancel' as const, who: a },
      { does: 'correct' as const, who: c, to: a },
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
        const house = openWorkingHouse()
        const seminar = await house.offer({ capacity: 50 })
        const living = async (who: string) =>
          (await peopleOf(house, seminar)).filter((one) => isLive(one) && one.email === who)
        for (const who of mailboxes.slice(0, 2)) await house.enrollAndConfirm(seminar, who)
        for (const one of deeds) {
          house.pass(7 * hour)
          const [person] = await living(one.who)
          if (one.does === 'enroll') await house.enroll(seminar, one.who)
          else if (one.does === 'cancel' && person) await house.cancel(one.who)
          else if (one.does === 'correct' && person && one.to !== one.who) {
            const isTaken = (await living(one.to)).length > 0
            const isOver = person.holdsUntil <= house.now()
            const code = codeOf(await correct(house, seminar, { person, to: one.to }))
            const refused = person.state === 'held' && isOver ? 'gone' : isTaken ? 'enrolled' : undefined
            expect(refused ? [refused] : ['done', 'too-many-mails']).toContain(code)
            if (code === 'done') corrected++
          }
        }
        for (const who of mailboxes) {
          const alive = await living(who)
          expect(alive.length).toBeLessThanOrEqual(1)
          const { known, earlier = [] } = (await found(house, seminar, who)) ?? {}
          if (alive[0]) expect(known?.facts.id).toBe(alive[0].id)
          // Whoever wants to be forgotten is found in all of it.
          const all = (await peopleOf(house, seminar)).filter(({ email }) => email === who)
          const ids = [known, ...earlier].flatMap((stored) => stored?.facts.id ?? [])
          for (const { id } of all) expect(ids).toContain(id)
        }
      }),
      { numRuns: 150, examples: [[seen]] },
    )
    expect(corrected).toBeGreaterThan(30)
  })
})

describe('what is refused, and what is not done twice', () => {
  test('the same form twice is one correction and one mail', async () => {
    const { house, seminar, person } = await withTypo()
    for (let presses = 0; presses < 2; presses++)
      expect(codeOf(await correct(house, seminar, { person, to: right, formId: 'one' }))).toBe('done')
    expect(await house.mails(right)).toHaveLength(1)
  })

  test('the same address, a place that is gone, a seminar that is over, nobody', async () => {
    const { house, seminar, person } = await withTypo()
    expect(codeOf(await correct(house, seminar, { person, to: 'AYSE@verien.example' }))).toBe('same')
    expect(codeOf(await correct(house, seminar, { person: { id: 'x'.repeat(16) }, to: right }))).toBe(
      'unknown',
    )
    house.pass(25 * hour)
    expect(codeOf(await correct(house, seminar, { person, to: right }))).toBe('gone')
    await house.settle()
    expect(codeOf(await correct(house, seminar, { person, to: right }))).toBe('gone')
    const later = await withTypo(true)
    later.house.moveTo('2026-04-01T00:00:00.000Z')
    expect(codeOf(await correct(later.house, later.seminar, { person: later.person, to: right }))).toBe(
      'over',
    )
  })

  test('no stranger is flooded: three mails a day to an address, whoever writes it down', async () => {
    const { house, seminar, person } = await withTypo()
    for (let others = 0; others < 3; others++) {
      const { id } = await house.offer({ slug: `other-${others}` })
      await house.enroll({ id }, right)
    }
    expect(codeOf(await correct(house, seminar, { person, to: right }))).toBe('too-many-mails')
    expect((await peopleOf(house, seminar))[0]?.email).toBe(wrong)
  })

  test('a pointer is nobody: a made-up link to it opens nothing', async () => {
    const { house, seminar, person } = await withTypo()
    await correct(house, seminar, { person, to: right })
    const pointerId = await enrollmentIdFor(seminar.id, right)
    const name = { seminarId: seminar.id, enrollmentId: pointerId }
    expect(await addressPointerShelf.read(house.table, name)).toBeDefined()
    const token = `${seminar.id.replace('sem_', '')}${pointerId}${'s'.repeat(22)}`
    expect(await readPersonalLink(house.table, token, 'my')).toBeUndefined()
    expect(codeOf(await correct(house, seminar, { person: { id: pointerId }, to: wrong }))).toBe('unknown')
  })

  test('wherever the process dies, the person has one address and one mail, and trying again ends well', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, seminar, person } = await withTypo()
      const { mortal, death, effects } = open(house.table)
      const correction = { person, to: right, formId: 'one' }
      await Promise.race([correct(house, seminar, { ...correction, table: mortal }), death])
      effects()
      expect(codeOf(await correct(house, seminar, correction))).toBe('done')
      expect((await peopleOf(house, seminar)).map(({ email }) => email)).toEqual([right])
      expect(await house.mails(right)).toHaveLength(1)
    })
    expect(crashes).toBeGreaterThan(10)
  })
})

test('an invite that went to the mistyped address goes to the corrected one as soon as that is confirmed', async () => {
  const { house, seminar, person } = await withTypo(true)
  const [first] = seminar.sessions
  await house.passTo(later(first?.start ?? seminar.opens, -20 * hour), hour)
  expect(house.post.tally()).toHaveProperty([`invite ${wrong?.split('@')[0]}`], 1)
  const before = house.post.arrived.length
  expect(codeOf(await correct(house, seminar, { person, to: right ?? '' }))).toBe('done')
  await house.settle()
  await house.confirm(right ?? '')
  await house.passTo(later(house.now(), hour))
  const since = house.post.arrived.slice(before).filter(({ to }) => to.address === right)
  expect(since.map(({ cause }) => cause)).toContain('invite')
})
