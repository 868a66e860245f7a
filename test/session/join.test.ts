import { describe, expect, test } from 'vitest'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { hour, type Instant, minute } from '../../functions/kernel/time.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { SessionPlace } from '../../functions/seminar/seminar.ts'
import { doorOpensAt, doorState } from '../../functions/session/door.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { join } from '../../functions/session/join.ts'
import { listJoinClicks } from '../../functions/session/join-click.table.ts'
import { enterRoom } from '../../functions/session/meeting/enter-room.ts'
import {
  type Pass,
  readPass,
  signedNotices,
  writePass,
} from '../../functions/session/meeting/room.meeting.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { openPracticeServers } from '../world/practice-servers.ts'
import { aSeminar, aSession } from '../world/seminar.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const at = (text: string) => text as Instant
const key = 'the key of the room'
const servers = openPracticeServers(() => at('2026-03-24T16:45:00.000Z'))
const elsewhere = servers.world(openMemoryTable())
const room = enterRoom({ roomOrigin: 'https://room.example', roomKey: async () => key, ...elsewhere })

test.each([
  ['2026-03-24T16:29:59.999Z', 'early'],
  ['2026-03-24T16:30:00.000Z', 'open'],
  ['2026-03-24T17:00:00.000Z', 'open'],
  ['2026-03-24T18:59:59.999Z', 'open'],
  ['2026-03-24T19:00:00.000Z', 'over'],
] as const)('at %s the door is %s', (now, state) => {
  expect(doorState(aSession(), at(now))).toBe(state)
  expect(doorOpensAt(aSession())).toBe('2026-03-24T16:30:00.000Z')
})

/** Somebody invited to a session in such a place, at the door when it is open. */
async function atTheDoor(place: SessionPlace = { kind: 'room' }) {
  const house = openWorkingHouse()
  const seminar = await house.offer({
    capacity: 1,
    sessions: aSeminar().sessions.map((session) => ({ ...session, place })),
  })
  await house.enrollAndConfirm(seminar, 'ayse', { language: 'tr' })
  await house.enrollAndConfirm(seminar, 'waits')
  const session = seminar.sessions[0]
  if (!session) throw new Error('no session')
  await requestInvites(house.world(), { seminarId: seminar.id, sessionId: session.id })
  await house.settle()
  house.moveTo('2026-03-24T16:45:00.000Z')
  const token = place.kind === 'onsite' ? '' : await house.token('ayse', 'join')
  return { house, seminar, session, token }
}

const knock = (house: WorkingHouse, token: string, enter = room) =>
  join({ ...house.world(), enterRoom: enter }, token)
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('joining', () => {
  test('the room gets a pass that says who it is, and the click is recorded', async () => {
    const { house, seminar, session, token } = await atTheDoor()
    const joined = await knock(house, token)
    if (!joined.ok) throw new Error(joined.refusal.code)
    const address = new URL(joined.value.address)
    expect(`${address.origin}${address.pathname}`).toBe(`https://room.example/rooms/${session.id}`)
    const { id } = await house.enrollment(seminar, 'ayse')
    expect(await readPass(key, address.searchParams.get('pass') ?? '', house.now())).toEqual({
      seminarId: seminar.id,
      sessionId: session.id,
      room: 1,
      enrollmentId: id,
      name: 'ayse Yıldız',
      title: 'Fon bulma ve başvuru',
      language: 'tr',
      until: session.end,
    })
    house.pass(minute)
    await knock(house, token)
    const clicks = await listJoinClicks(house.table, session.id)
    expect(clicks.map(({ enrollmentId, at }) => [enrollmentId, at])).toEqual([
      [id, '2026-03-24T16:45:00.000Z'],
      [id, '2026-03-24T16:46:00.000Z'],
    ])
  })

  test('a link is opened as it was typed', async () => {
    const url = "https://meet.example/j/1?pwd=a%20b&n=O'Brien#x"
    const { house, token } = await atTheDoor({ kind: 'link', url })
    expect(await knock(house, token)).toEqual({ ok: true, value: { address: url } })
  })

  test('strangers who fill in forms with an address for weeks break none of its links', async () => {
    const { house, seminar, token } = await atTheDoor()
    const my = await house.token('ayse', 'my')
    house.moveTo('2026-03-03T10:00:00.000Z')
    for (let days = 0; days < 20; days++) {
      for (let form = 0; form < 3; form++) await house.enroll(seminar, 'ayse')
      house.pass(24 * hour)
    }
    const latest = await house.token('ayse', 'my')
    expect((await house.mails('ayse')).length).toBeGreaterThan(60)
    expect((await house.enrollment(seminar, 'ayse')).links.length).toBeLessThanOrEqual(43)
    house.moveTo('2026-03-24T16:45:00.000Z')
    expect(await knock(house, token)).toMatchObject({ ok: true })
    for (const link of [my, latest]) expect(await confirm(house.world(), link)).toMatchObject({ ok: true })
  })

  test('early, over', async () => {
    const { house, session, token } = await atTheDoor()
    house.moveTo('2026-03-24T16:29:59.999Z')
    expect(await knock(house, token)).toEqual(refused('early'))
    house.moveTo('2026-03-24T19:00:00.000Z')
    expect(await knock(house, token)).toEqual(refused('over'))
    expect(await listJoinClicks(house.table, session.id)).toEqual([])
  })

  test('unknown, damaged, and a link of the other kind', async () => {
    const { house, token } = await atTheDoor()
    for (const wrong of [
      '',
      'x',
      token.slice(0, -1),
      `${token}x`,
      token.toUpperCase(),
      await house.token('ayse', 'my'),
    ])
      expect(await knock(house, wrong)).toEqual(refused('unknown'))
  })

  test('a session that was taken out of the seminar', async () => {
    const { house, seminar, token } = await atTheDoor()
    // The office does not allow it any more once people were invited; a link may be older than that.
    const stored = await seminarShelf.read(house.table, seminar.id)
    if (!stored) throw new Error('it is there')
    const sessions = seminar.sessions.slice(1)
    await house.table.commit([seminarShelf.replace(stored, { ...stored.facts, sessions })])
    expect(await knock(house, token)).toEqual(refused('unknown'))
  })

  test('without a seat: left', async () => {
    const { house, token } = await atTheDoor()
    await house.cancel('ayse')
    expect(await knock(house, token)).toEqual(refused('no-seat'))
  })

  test('to a date that was not chosen, from the personal page', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    const [first, second] = seminar.sessions
    await house.enrollAndConfirm(seminar, 'ayse', { sessions: [second?.id ?? ''] })
    const token = await house.token('ayse')
    const enter = (sessionId = '') => join({ ...house.world(), enterRoom: room }, token, sessionId)
    house.moveTo('2026-03-24T16:45:00.000Z')
    expect(await enter(first?.id)).toEqual(refused('no-seat'))
    house.moveTo(second ? doorOpensAt(second) : '')
    expect(await enter(second?.id)).toMatchObject({ ok: true })
  })

  test('left and came back to the end of the line: the old link opens nothing', async () => {
    const { house, seminar, token } = await atTheDoor()
    house.moveTo('2026-03-24T10:00:00.000Z')
    await house.cancel('ayse')
    await house.enroll(seminar, 'ayse')
    house.moveTo('2026-03-24T16:45:00.000Z')
    expect(await knock(house, token)).toEqual(refused('unknown'))
  })

  test('an early close ends joining', async () => {
    const { house, seminar, token } = await atTheDoor()
    house.moveTo('2026-04-01T00:00:00.000Z')
    await completeSeminar(house.world(), seminar.id)
    house.moveTo('2026-03-24T16:45:00.000Z')
    expect(await knock(house, token)).toEqual(refused('over'))
  })

  test('on site there is no room', async () => {
    const { house, seminar, token: _ } = await atTheDoor({ kind: 'room' })
    const token = await house.token('ayse', 'join')
    const sessions = seminar.sessions.map((s) => ({
      ...s,
      place: { kind: 'onsite' as const, address: 'Hagen' },
    }))
    await house.change(seminar.id, { sessions })
    expect(await knock(house, token)).toEqual(refused('onsite'))
  })

  test('no meeting server: nobody is said to have come', async () => {
    const { house, session, token } = await atTheDoor()
    expect(await knock(house, token, async () => undefined)).toEqual(refused('meeting-down'))
    expect(
      await knock(house, token, enterRoom({ roomOrigin: '', roomKey: async () => key, ...elsewhere })),
    ).toEqual(refused('meeting-down'))
    expect(await listJoinClicks(house.table, session.id)).toEqual([])
  })

  test('a personal page is no way in before the address is confirmed', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'held')
    const token = await house.token('held')
    expect(await knock(house, token)).toEqual(refused('unknown'))
    expect(await confirm(house.world(), token)).toMatchObject({ ok: true })
    house.pass(hour)
    expect(await knock(house, token)).toEqual(refused('unknown'))
  })
})

describe('the pass of the room', () => {
  const pass: Pass = {
    seminarId: 'sem_1',
    sessionId: 'ses_1',
    room: 1,
    enrollmentId: 'enr',
    name: 'Şükrü İğdeoğlu · 日本',
    title: 'Führung',
    language: 'de',
    until: at('2026-03-24T19:00:00.000Z'),
  }
  const before = at('2026-03-24T18:59:59.999Z')

  test('is read by the house that wrote it, until the session ends', async () => {
    const written = await writePass(key, pass)
    expect(written).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(await readPass(key, written, before)).toEqual(pass)
    expect(await readPass(key, written, pass.until)).toBeUndefined()
  })

  test('forged, damaged and other words of the house open nothing', async () => {
    const [body = '', signature = ''] = (await writePass(key, pass)).split('.')
    const longer = Buffer.from(JSON.stringify({ ...pass, until: '2027-01-01T00:00:00.000Z' })).toString(
      'base64url',
    )
    const forgeries = [
      '',
      '.',
      body,
      `${body}.`,
      `.${signature}`,
      `${longer}.${signature}`,
      `${body}.${signature.slice(0, -1)}`,
      `${body.slice(1)}.${signature}`,
      await writePass('another key', pass),
      // Sealed by the same key, but for a report.
      `${body}.${await signedNotices(key, body)}`,
      `%%%.${signature}`,
    ]
    for (const forgery of forgeries) expect(await readPass(key, forgery, before)).toBeUndefined()
  })
})
