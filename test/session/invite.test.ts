import { describe, expect, test } from 'vitest'
import { runDue } from '../../functions/clock/run-due.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { hour, type Instant, minute } from '../../functions/kernel/time.ts'
import { mailShelf, moveMail } from '../../functions/mail/mail.table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { countInvites } from '../../functions/session/count-invites.ts'
import { invite, requestInvites } from '../../functions/session/invite.ts'
import { join } from '../../functions/session/join.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const at = (text: string) => text as Instant
const sessionOf = (seminar: Seminar, index = 0) => {
  const session = seminar.sessions[index]
  if (!session) throw new Error('no such session')
  return session
}
const press = (house: WorkingHouse, seminar: Seminar, index = 0) =>
  requestInvites(house.world(), { seminarId: seminar.id, sessionId: sessionOf(seminar, index).id })
const figures = async (house: WorkingHouse, seminar: Seminar, index = 0) => {
  const people = (await listEnrollments(house.table, seminar.id)).map(({ facts }) => facts)
  return countInvites(house.table, people, sessionOf(seminar, index).id)
}
/** Only the mails around sessions, by kind and person. */
const tally = (house: WorkingHouse) =>
  Object.fromEntries(Object.entries(house.post.tally()).filter(([name]) => /^(invite|reminder) /.test(name)))
const hrefs = (house: WorkingHouse, cause: string) =>
  house.post.arrived
    .filter((mail) => mail.cause === cause)
    .flatMap(({ letter }) => letter.blocks.flatMap((block) => (block.is === 'button' ? [block.href] : [])))
const tokenIn = (links: string[], part: string) =>
  links.find((href) => href.includes(part))?.split(part)[1] ?? ''

/** Two confirmed, one held, one who waits (confirmed), one who left. */
async function withPeople(overrides: Partial<Seminar> = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 3, ...overrides })
  await house.enrollAndConfirm(seminar, 'left')
  await house.enrollAndConfirm(seminar, 'ayse', { language: 'tr' })
  await house.enrollAndConfirm(seminar, 'deniz')
  await house.cancel('left')
  await house.enroll(seminar, 'held')
  await house.enrollAndConfirm(seminar, 'waits')
  await house.settle()
  expect(await house.standing(seminar)).toEqual({ seats: ['ayse', 'deniz', 'held'], waiting: ['waits'] })
  return { house, seminar }
}

describe('the coordinator’s button', () => {
  test('everybody with a confirmed seat gets one invite, and both links in it work', async () => {
    const { house, seminar } = await withPeople()
    expect(await press(house, seminar)).toMatchObject({ ok: true, value: { invitedAt: house.now() } })
    await house.settle()
    expect(tally(house)).toEqual({ 'invite ayse': 1, 'invite deniz': 1 })
    const links = hrefs(house, 'invite')
    expect(links).toHaveLength(6)
    expect(links.filter((link) => link.includes('/check'))).toEqual([
      expect.stringMatching(/\/check\?lang=tr$/),
      expect.stringMatching(/\/check\?lang=de$/),
    ])
    const joinLink = await readPersonalLink(house.table, tokenIn(links, '/join/'), 'join')
    expect(joinLink).toMatchObject({
      sessionId: sessionOf(seminar).id,
      enrollment: { facts: { firstName: 'ayse' } },
    })
    expect(await readPersonalLink(house.table, tokenIn(links, '/my/'), 'my')).toMatchObject({ sessionId: '' })
    // One kind of link does not open the other door.
    expect(await readPersonalLink(house.table, tokenIn(links, '/my/'), 'join')).toBeUndefined()
    expect(await readPersonalLink(house.table, tokenIn(links, '/join/'), 'my')).toBeUndefined()
    house.moveTo('2026-03-24T16:30:00.000Z')
    const enterRoom = async () => 'https://room.example/x'
    expect(await join({ ...house.world(), enterRoom }, tokenIn(links, '/join/'))).toMatchObject({ ok: true })
  })

  test('pressed often, together and later, the mail comes once', async () => {
    const { house, seminar } = await withPeople()
    await Promise.all([press(house, seminar), press(house, seminar), press(house, seminar)])
    await house.settle()
    await press(house, seminar)
    await house.settle()
    await house.passTo('2026-03-24T15:00:00.000Z', hour)
    expect(tally(house)).toMatchObject({ 'invite ayse': 1, 'invite deniz': 1 })
  })

  test('the mail speaks the language of the person, and says when and where', async () => {
    const { house, seminar } = await withPeople({
      sessions: [
        {
          ...sessionOf(await openWorkingHouse().offer()),
          place: { kind: 'onsite', address: 'Alte Gasse 3, Hagen' },
        },
      ],
    })
    await press(house, seminar)
    await house.settle()
    const [turkish, german] = ['ayse', 'deniz'].map((name) =>
      house.post.arrived.find((m) => m.cause === 'invite' && m.to.address.startsWith(name)),
    )
    expect(turkish?.letter.language).toBe('tr')
    expect(JSON.stringify(turkish?.letter)).toContain('24 Mart 2026')
    expect(JSON.stringify(german?.letter)).toContain('24. März 2026, 18:00–20:00')
    // On site there is no room to join.
    expect(JSON.stringify(german?.letter)).toContain('Alte Gasse 3, Hagen')
    expect(JSON.stringify(german?.letter)).not.toContain('/join/')
  })

  test('refusals', async () => {
    const { house, seminar } = await withPeople()
    const over = { ok: false, refusal: { code: 'over' } }
    const unknown = { ok: false, refusal: { code: 'unknown' } }
    expect(await requestInvites(house.world(), { seminarId: seminar.id, sessionId: 'ses_none' })).toEqual(
      unknown,
    )
    expect(await requestInvites(house.world(), { seminarId: 'sem_none', sessionId: 'x' })).toEqual(unknown)
    house.moveTo('2026-03-24T19:00:00.000Z')
    expect(await press(house, seminar)).toEqual(over)
    await cancelSeminar(house.world(), seminar.id)
    expect(await press(house, seminar, 1)).toEqual(over)
  })

  test('the figures: how many will go, wait, went, failed', async () => {
    const { house, seminar } = await withPeople()
    expect(await figures(house, seminar)).toEqual({ people: 2, open: 2, queued: 0, sent: 0, failed: 0 })
    house.post.be('busy')
    await press(house, seminar)
    await house.tick()
    expect(await figures(house, seminar)).toEqual({ people: 2, open: 0, queued: 2, sent: 0, failed: 0 })
    house.post.be('accepts')
    house.pass(minute)
    await house.settle()
    expect(await figures(house, seminar)).toEqual({ people: 2, open: 0, queued: 0, sent: 2, failed: 0 })
    const [mail] = house.post.arrived.filter(({ cause }) => cause === 'invite')
    const stored = mail && (await mailShelf.read(house.table, mail.id))
    if (stored) await house.table.commit([moveMail(stored, { ...stored.facts, state: 'bounced' })])
    expect(await figures(house, seminar)).toEqual({ people: 2, open: 0, queued: 0, sent: 1, failed: 1 })
    await house.confirm('held')
    expect(await figures(house, seminar)).toMatchObject({ people: 3, open: 1 })
    // The other session is counted for itself.
    expect(await figures(house, seminar, 1)).toEqual({ people: 3, open: 3, queued: 0, sent: 0, failed: 0 })
    await house.cancel('deniz')
    expect(await figures(house, seminar)).toMatchObject({ people: 3, open: 2 })
  })

  test('the figures of more people than the table reads at once', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ capacity: 120 })
    for (let i = 0; i < 103; i++) await house.enrollAndConfirm(seminar, `p${i}`)
    await press(house, seminar)
    await house.settle()
    expect(await figures(house, seminar)).toEqual({ people: 103, open: 0, queued: 0, sent: 103, failed: 0 })
  })
})

describe('the clock', () => {
  test('invites 24 hours before where nobody did, and says in the seminar that it did', async () => {
    const { house, seminar } = await withPeople()
    await house.confirm('held')
    await house.passTo('2026-03-23T16:59:00.000Z', hour)
    expect(tally(house)).toEqual({})
    expect((await house.seminar(seminar.id)).sessions[0]?.invitedAt).toBeNull()
    await house.passTo('2026-03-23T17:00:00.000Z', minute)
    expect(tally(house)).toEqual({ 'invite ayse': 1, 'invite deniz': 1, 'invite held': 1 })
    expect((await house.seminar(seminar.id)).sessions.map(({ invitedAt }) => invitedAt)).toEqual([
      house.now(),
      null,
    ])
  })

  test('reminds one hour before, not sooner, and not those who left or wait', async () => {
    const { house } = await withPeople()
    await house.passTo('2026-03-24T15:30:00.000Z', 30 * minute)
    await house.cancel('deniz')
    await house.passTo('2026-03-24T15:59:00.000Z', minute)
    expect(Object.keys(tally(house)).filter((name) => name.startsWith('reminder'))).toEqual([])
    await house.passTo('2026-03-24T16:00:00.000Z', minute)
    // Whoever waited has moved up in time: the seats of the one who never confirmed and of the one who left.
    expect(tally(house)).toEqual({
      'invite ayse': 1,
      'invite deniz': 1,
      'invite waits': 1,
      'reminder ayse': 1,
      'reminder waits': 1,
    })
    const reminder = house.post.arrived.find(({ cause }) => cause === 'reminder')
    expect(reminder?.letter.subject).toContain('18:00')
    expect(reminder?.notAfter).toBe('2026-03-24T17:00:00.000Z')
  })

  test('across the change of the clocks the reminder is an hour before, whatever the wall says', async () => {
    const { house } = await withPeople({
      sessions: [
        {
          id: '',
          start: at('2026-03-29T01:30:00.000Z'),
          end: at('2026-03-29T03:00:00.000Z'),
          place: { kind: 'room' },
          invitedAt: null,
        },
      ],
      closes: at('2026-03-28T00:00:00.000Z'),
    })
    await house.passTo('2026-03-29T00:29:00.000Z', minute * 30)
    expect(Object.keys(tally(house)).some((name) => name.startsWith('reminder'))).toBe(false)
    await house.passTo('2026-03-29T00:30:00.000Z', minute)
    expect(tally(house)).toMatchObject({ 'reminder ayse': 1 })
    expect(
      house.post.arrived.find((m) => m.cause === 'reminder' && m.letter.language === 'de')?.letter.subject,
    ).toContain('03:30')
  })

  test('latecomers get their invite within minutes, until the session is over', async () => {
    const { house, seminar } = await withPeople()
    await press(house, seminar)
    await house.settle()
    await house.confirm('held')
    await house.passTo('2026-03-02T09:06:00.000Z', minute)
    expect(tally(house)).toEqual({ 'invite ayse': 1, 'invite deniz': 1, 'invite held': 1 })
    await house.cancel('ayse')
    await house.passTo('2026-03-02T09:12:00.000Z', minute)
    expect(tally(house)).toMatchObject({ 'invite waits': 1 })
  })

  test('after the start nobody who waits slips in, however many leave', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'ayse')
    await house.enrollAndConfirm(seminar, 'waits')
    await house.passTo('2026-03-24T17:30:00.000Z', hour)
    await house.cancel('ayse')
    await house.passTo('2026-04-03T00:00:00.000Z', hour)
    expect(Object.keys(house.post.tally()).filter((name) => name.endsWith('waits'))).toEqual([
      'confirm waits',
      'confirmed waits',
    ])
    expect(await house.standing(seminar)).toEqual({ seats: [], waiting: ['waits'] })
  })
})

describe('a session that is moved', () => {
  const move = async (house: WorkingHouse, seminar: Seminar, start: string, end: string) => {
    const { sessions } = await house.seminar(seminar.id)
    const moved = await house.change(seminar.id, {
      sessions: sessions.map((session, i) =>
        i === 0 ? { ...session, start: at(start), end: at(end) } : session,
      ),
    })
    if (!moved.ok) throw new Error(moved.refusal.code)
  }

  test('takes its invite and reminder along, later and sooner', async () => {
    const { house, seminar } = await withPeople()
    await move(house, seminar, '2026-03-26T17:00:00.000Z', '2026-03-26T19:00:00.000Z')
    await house.passTo('2026-03-25T16:59:00.000Z', hour)
    expect(tally(house)).toEqual({})
    await move(house, seminar, '2026-03-25T18:30:00.000Z', '2026-03-25T19:00:00.000Z')
    await house.passTo('2026-03-25T17:29:00.000Z', minute)
    expect(tally(house)).toMatchObject({ 'invite ayse': 1, 'invite deniz': 1 })
    expect(Object.keys(tally(house)).some((name) => name.startsWith('reminder'))).toBe(false)
    await house.passTo('2026-03-25T17:30:00.000Z', minute)
    expect(tally(house)).toMatchObject({ 'reminder ayse': 1, 'reminder deniz': 1 })
  })

  test('postponed after the reminder went out, people are reminded of the new date, each once', async () => {
    const { house, seminar } = await withPeople()
    await house.passTo('2026-03-24T16:30:00.000Z', 10 * minute)
    expect(tally(house)).toMatchObject({ 'reminder ayse': 1, 'reminder deniz': 1 })
    await move(house, seminar, '2026-03-26T17:00:00.000Z', '2026-03-26T19:00:00.000Z')
    await house.passTo('2026-03-26T15:59:00.000Z', 30 * minute)
    expect(tally(house)).toMatchObject({ 'invite ayse': 1, 'reminder ayse': 1 })
    await house.passTo('2026-03-26T18:00:00.000Z', 10 * minute)
    expect(tally(house)).toMatchObject({ 'invite ayse': 1, 'reminder ayse': 2, 'reminder deniz': 2 })
    // A correction of some other field does not remind again.
    await house.change(seminar.id, { trainer: 'Neu' })
    await house.passTo('2026-03-26T20:00:00.000Z', 10 * minute)
    expect(tally(house)).toMatchObject({ 'reminder ayse': 2, 'reminder deniz': 2 })
  })

  test('postponed after its end, latecomers are invited on', async () => {
    const { house, seminar } = await withPeople()
    await house.passTo('2026-03-24T20:00:00.000Z', 10 * minute)
    const invited = tally(house)
    await house.change(seminar.id, { capacity: 5, closes: at('2026-03-26T12:00:00.000Z') })
    await move(house, seminar, '2026-03-26T17:00:00.000Z', '2026-03-26T19:00:00.000Z')
    await house.enrollAndConfirm(seminar, 'new')
    await house.passTo('2026-03-24T20:10:00.000Z', minute)
    expect(tally(house)).toEqual({ ...invited, 'invite new': 1 })
  })
})

describe('each gets theirs once', () => {
  test('with ticks doubled, parallel and missing', async () => {
    const { house, seminar } = await withPeople()
    house.moveTo('2026-03-23T17:00:00.000Z')
    await Promise.all(Array.from({ length: 4 }, () => runDue(house.clockWorld())))
    await Promise.all(Array.from({ length: 4 }, () => runDue(house.clockWorld())))
    house.moveTo('2026-03-23T23:00:00.000Z')
    await house.settle()
    house.moveTo('2026-03-24T16:00:00.000Z')
    for (let i = 0; i < 3; i++) await Promise.all([runDue(house.clockWorld()), runDue(house.clockWorld())])
    await house.settle()
    const once = Object.values(tally(house))
    expect(tally(house)).toMatchObject({
      'invite ayse': 1,
      'invite deniz': 1,
      'reminder ayse': 1,
      'reminder deniz': 1,
    })
    expect(new Set(once)).toEqual(new Set([1]))
    expect(await house.standing(seminar)).toMatchObject({ seats: ['ayse', 'deniz', 'waits'] })
  })

  test('wherever the process dies', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, seminar } = await withPeople()
      await press(house, seminar)
      const { mortal, death, effects } = open(house.table)
      const world = { ...house.world(), table: mortal }
      await Promise.race([invite(world, { seminarId: seminar.id, sessionId: sessionOf(seminar).id }), death])
      effects()
      await house.passTo('2026-03-02T09:10:00.000Z')
      expect(tally(house)).toEqual({ 'invite ayse': 1, 'invite deniz': 1 })
    })
    expect(crashes).toBeGreaterThan(30)
  })

  test('somebody who leaves between the list and their mail gets none', async () => {
    const { house, seminar } = await withPeople()
    let left = false
    const table = {
      ...house.table,
      list: async (...args: Parameters<typeof house.table.list>) => {
        const listed = await house.table.list(...args)
        if (
          !left &&
          args[2] === 'enrollment#' &&
          listed.some(({ facts }) => (facts as { firstName: string }).firstName === 'deniz')
        ) {
          left = true
          await house.cancel('deniz')
        }
        return listed
      },
    }
    await invite({ ...house.world(), table }, { seminarId: seminar.id, sessionId: sessionOf(seminar).id })
    await house.settle()
    expect(left).toBe(true)
    expect(tally(house)).toEqual({ 'invite ayse': 1 })
  })

  test('whoever left and came back is invited again', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    await house.enrollAndConfirm(seminar, 'deniz')
    await press(house, seminar)
    await house.settle()
    await house.cancel('deniz')
    await house.enrollAndConfirm(seminar, 'deniz')
    await house.passTo('2026-03-02T09:10:00.000Z')
    expect(tally(house)).toEqual({ 'invite ayse': 1, 'invite deniz': 2 })
  })
})
