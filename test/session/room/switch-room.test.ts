import { describe, expect, test } from 'vitest'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { hour, minute } from '../../../functions/kernel/time.ts'
import { saveSeminar } from '../../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import type { Session, SessionPlace } from '../../../functions/seminar/seminar.ts'
import { requestInvites } from '../../../functions/session/invite.ts'
import { join } from '../../../functions/session/join.ts'
import { closeRooms } from '../../../functions/session/room/close-rooms.ts'
import { listFormerRooms } from '../../../functions/session/room/former-room.table.ts'
import { evacuateRoom, switchRoom } from '../../../functions/session/room/switch-room.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { aSeminar } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

const own: SessionPlace = { kind: 'room' }
const link = (name: string): SessionPlace => ({ kind: 'link', url: `https://meet.example/${name}` })
const server: SessionPlace = { kind: 'server', server: 'srv_one', waitingRoom: false }

/** In the middle of a session to which two people were invited; a third waits for a seat. */
async function inTheMiddle(place: SessionPlace = own) {
  const house = openWorkingHouse()
  const seminar = await house.offer({
    capacity: 2,
    sessions: aSeminar().sessions.map((session) => ({ ...session, place })),
  })
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  for (const name of ['ayse', 'deniz', 'waits']) await house.enrollAndConfirm(seminar, name)
  const name = { seminarId: seminar.id, sessionId: session.id }
  await requestInvites(house.world(), name)
  await house.settle()
  house.moveTo('2026-03-24T17:30:00.000Z')
  await house.settle()
  const entered: string[] = []
  const knock = (token: string) =>
    join(
      {
        ...house.world(),
        enterRoom: async (guest) => {
          entered.push(`${guest.session.place.kind} ${guest.session.roomNumber ?? 1}`)
          return 'https://meet.example/inside'
        },
      },
      token,
    )
  const present = async (): Promise<Session> => {
    const found = (await house.seminar(seminar.id)).sessions.find(({ id }) => id === session.id)
    if (!found) throw new Error('the session is gone')
    return found
  }
  const rooms = async () =>
    (await listFormerRooms(house.table, session.id)).map(({ facts }) => [
      facts.number,
      facts.place.kind,
      facts.state,
    ])
  return { house, seminar, session, name, knock, entered, present, rooms }
}

describe('another room for everybody', () => {
  test('the personal link that everybody has leads there, and nobody is written to', async () => {
    const { house, name, knock, entered, present, rooms } = await inTheMiddle()
    const token = await house.token('ayse', 'join')
    const mails = house.post.arrived.length
    expect(await switchRoom(house.world(), { ...name, from: 1, place: server })).toMatchObject({ ok: true })
    await house.settle()
    expect(await knock(token)).toMatchObject({ ok: true })
    expect(entered).toEqual(['server 2'])
    expect(await present()).toMatchObject({ place: server, roomNumber: 2, invitedAt: expect.any(String) })
    expect(await rooms()).toEqual([[1, 'room', 'left']])
    expect(house.post.arrived).toHaveLength(mails)
    expect(house.meetings.closed).toEqual([])
  })

  test('pressed twice is once; a colleague who saw the former room is refused', async () => {
    const { house, name, present, rooms } = await inTheMiddle()
    const command = { ...name, from: 1, place: server }
    await switchRoom(house.world(), command)
    expect(await switchRoom(house.world(), command)).toMatchObject({ ok: true })
    expect(await switchRoom(house.world(), { ...command, place: link('x') })).toEqual({
      ok: false,
      refusal: { code: 'switched-meanwhile' },
    })
    expect(await present()).toMatchObject({ place: server, roomNumber: 2 })
    expect(await rooms()).toHaveLength(1)
  })

  test('back to the same server is a new room there', async () => {
    const { house, name, present } = await inTheMiddle(server)
    expect(await switchRoom(house.world(), { ...name, from: 1, place: server })).toMatchObject({ ok: true })
    expect(await switchRoom(house.world(), { ...name, from: 2, place: own })).toMatchObject({ ok: true })
    expect(await present()).toMatchObject({ place: own, roomNumber: 3 })
  })

  test.each<
    [
      string,
      SessionPlace,
      Partial<{ from: number; sessionId: string; place: SessionPlace; at: string }>,
      string,
    ]
  >([
    ['a session that is not there', own, { sessionId: 'ses_else' }, 'unknown'],
    ['the same address', link('a'), { place: link('a') }, 'same-address'],
    ['to a street address', own, { place: { kind: 'onsite', address: 'Ringstr. 1' } }, 'onsite'],
    ['from a street address', { kind: 'onsite', address: 'Ringstr. 1' }, {}, 'onsite'],
    ['another room than was seen', own, { from: 3 }, 'switched-meanwhile'],
    ['after the end', own, { at: '2026-03-24T19:00:00.000Z' }, 'over'],
  ])('is refused for %s', async (_, place, wish, code) => {
    const { house, seminar, name, rooms } = await inTheMiddle(place)
    if (wish.at) house.moveTo(wish.at)
    const { at: _at, ...more } = wish
    expect(await switchRoom(house.world(), { ...name, from: 1, place: server, ...more })).toEqual({
      ok: false,
      refusal: { code },
    })
    expect(await rooms()).toEqual([])
    expect((await house.seminar(seminar.id)).sessions).toEqual(
      expect.arrayContaining([expect.objectContaining({ place })]),
    )
  })

  test('a coordinator who saves the seminar afterwards keeps the room', async () => {
    const { house, seminar, name, present } = await inTheMiddle()
    await evacuateRoom(house.world(), { ...name, from: 1, place: server })
    const stored = await seminarShelf.read(house.table, seminar.id)
    if (!stored) throw new Error('no seminar')
    const saved = await saveSeminar(house.world(), {
      ...{ seminarId: seminar.id, version: stored.version },
      draft: { ...stored.facts, capacity: 5 },
    })
    expect(saved).toMatchObject({ ok: true })
    expect(await present()).toMatchObject({ place: server, roomNumber: 2, evacuatedAt: house.now() })
  })
})

describe('strangers are in the room', () => {
  test('it is closed, old links lead nowhere, and whoever has a seat gets a fresh one by mail', async () => {
    const { house, name, knock, entered, rooms } = await inTheMiddle()
    const before = await house.token('ayse', 'join')
    expect(await evacuateRoom(house.world(), { ...name, from: 1, place: own })).toMatchObject({ ok: true })
    // At once, before anybody was written to.
    expect(await knock(before)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    await house.settle()
    expect(house.meetings.closed).toEqual([`${name.sessionId} 1`])
    expect(await rooms()).toEqual([[1, 'room', 'closed']])
    const letters = house.post.arrived.filter(({ cause }) => cause === 'new-room')
    expect(letters.map(({ to }) => to.address).sort()).toEqual([
      'ayse@verein.example',
      'deniz@verein.example',
    ])
    expect(await knock(before)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    const fresh = await house.token('ayse', 'join')
    expect(fresh).not.toBe(before)
    expect(await knock(fresh)).toMatchObject({ ok: true })
    expect(entered).toEqual(['room 2'])
    // The clock does not write to them again.
    await house.passTo('2026-03-24T18:30:00.000Z')
    expect(house.post.arrived.filter(({ cause }) => cause === 'new-room' || cause === 'invite')).toHaveLength(
      4,
    )
  })

  test('the personal page still leads in, and a reminder afterwards does not bring old links back', async () => {
    const { house, session, name, knock } = await inTheMiddle()
    const my = await house.token('deniz')
    const stale = await house.token('deniz', 'join')
    await evacuateRoom(house.world(), { ...name, from: 1, place: own })
    const inside = { ...house.world(), enterRoom: async () => 'https://meet.example/inside' }
    expect(await join(inside, my, session.id)).toMatchObject({ ok: true })
    await house.settle()
    await requestInvites(house.world(), name)
    await house.settle()
    expect(await knock(stale)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    const links = (await listEnrollments(house.table, name.seminarId)).flatMap(({ facts }) =>
      facts.links.filter(({ opens, sessionId }) => opens === 'join' && sessionId === session.id),
    )
    expect(links).toHaveLength(2)
  })

  test('links to other sessions stay', async () => {
    const { house, seminar, name } = await inTheMiddle()
    const other = seminar.sessions[1]?.id ?? ''
    await requestInvites(house.world(), { ...name, sessionId: other })
    await house.settle()
    const token = await house.token('ayse', 'join')
    await evacuateRoom(house.world(), { ...name, from: 1, place: own })
    await house.settle()
    house.moveTo('2026-03-31T16:00:00.000Z')
    const inside = { ...house.world(), enterRoom: async () => 'https://meet.example/inside' }
    expect(await join(inside, token)).toMatchObject({ ok: true })
  })

  test('twice in one evening: twice a letter, and only the last links lead in', async () => {
    const { house, name, knock } = await inTheMiddle()
    await evacuateRoom(house.world(), { ...name, from: 1, place: own })
    await house.settle()
    const second = await house.token('ayse', 'join')
    house.pass(5 * minute)
    await evacuateRoom(house.world(), { ...name, from: 2, place: server })
    await house.settle()
    expect(await knock(second)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    expect(await knock(await house.token('ayse', 'join'))).toMatchObject({ ok: true })
    expect(house.post.tally()).toMatchObject({ 'new-room ayse': 2, 'new-room deniz': 2 })
    expect(house.meetings.closed).toEqual([`${name.sessionId} 1`, `${name.sessionId} 2`])
  })

  test('a server that is down is asked again until it answers, an hour at most', async () => {
    const { house, name, rooms } = await inTheMiddle(server)
    house.meetings.answers = 'unreachable'
    await evacuateRoom(house.world(), { ...name, from: 1, place: own })
    await house.passTo('2026-03-24T17:40:00.000Z', minute)
    expect(await rooms()).toEqual([[1, 'server', 'closing']])
    house.meetings.answers = 'closed'
    await house.passTo('2026-03-24T17:42:00.000Z', minute)
    expect(await rooms()).toEqual([[1, 'server', 'closed']])
    house.meetings.answers = 'unreachable'
    await evacuateRoom(house.world(), { ...name, from: 2, place: server })
    house.pass(hour)
    await house.settle()
    expect((await rooms()).at(-1)).toEqual([2, 'room', 'gave-up'])
  })

  test('what dies in the middle is done when it is done again, and closed or told only once in effect', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, name, rooms } = await inTheMiddle()
      const { mortal, death, effects } = open(house.table)
      const deed = async () => {
        await evacuateRoom({ table: mortal, now: house.now() }, { ...name, from: 1, place: server })
        await closeRooms({ table: mortal, now: house.now(), closeRoom: house.meetings.closeRoom }, name)
      }
      await Promise.race([deed(), death])
      effects()
      await evacuateRoom(house.world(), { ...name, from: 1, place: server })
      await house.settle()
      expect(await rooms()).toEqual([[1, 'room', 'closed']])
      expect(house.post.tally()).toMatchObject({ 'new-room ayse': 1, 'new-room deniz': 1 })
    })
    expect(crashes).toBeGreaterThan(8)
  })

  test('an address that somebody typed cannot be closed, and that is known', async () => {
    const { house, name, rooms } = await inTheMiddle(link('a'))
    house.meetings.answers = 'cannot'
    await evacuateRoom(house.world(), { ...name, from: 1, place: link('b') })
    await house.settle()
    expect(await rooms()).toEqual([[1, 'link', 'cannot']])
  })
})
