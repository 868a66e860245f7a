import { describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { recordByHand } from '../../functions/attendance/record.ts'
import { takeRoomReport } from '../../functions/attendance/room-report.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { join } from '../../functions/session/join.ts'
import { signedNotices } from '../../functions/session/meeting/room.meeting.ts'
import { roomReportDoor } from '../../web/public/room-report.door.ts'
import { openCrashingTable, withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const key = 'the key of the room'
const roomKey = async () => key

async function withParticipants() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  const other = await house.offer({ slug: 'anderes' })
  await house.enrollAndConfirm(seminar, 'ayse')
  await house.enrollAndConfirm(seminar, 'deniz')
  await house.enrollAndConfirm(seminar, 'left')
  await house.cancel('left')
  await house.enrollAndConfirm(other, 'foreign')
  const idOf = async (name: string) => (await house.enrollment(name === 'foreign' ? other : seminar, name)).id
  const session = seminar.sessions[0]
  if (!session) throw new Error('no session')
  house.moveTo('2026-03-24T17:00:00.000Z')
  return { house, seminar, other, session, idOf }
}
type Scene = Awaited<ReturnType<typeof withParticipants>>

const passage = (enrollmentId: string, id: string, kind: string, time: string) => ({
  enrollmentId,
  notice: { id, kind, device: 'phone', at: `2026-03-24T${time}:00.000Z` },
})
const reportOf = ({ seminar, session }: Scene, notices: unknown, more: object = {}) =>
  JSON.stringify({ seminarId: seminar.id, sessionId: session.id, notices, ...more })
const deliver = async ({ house }: Scene, body: string, table: Table = house.table) =>
  takeRoomReport({ table, roomKey }, { body, signature: await signedNotices(key, body) })
const minutesOf = async ({ house, session }: Scene, enrollmentId: string) =>
  minutesPresent((await listNotices(house.table, session.id)).get(enrollmentId) ?? [], session)
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('a report of the room', () => {
  test('is kept, and repeated as often as the room likes', async () => {
    const scene = await withParticipants()
    const ayse = await scene.idOf('ayse')
    const body = reportOf(scene, [
      passage(ayse, 'n1', 'joined', '17:00'),
      passage(ayse, 'n2', 'left', '18:30'),
    ])
    for (let i = 0; i < 3; i++) expect(await deliver(scene, body)).toEqual({ ok: true, value: { kept: 2 } })
    await Promise.all([deliver(scene, body), deliver(scene, body)])
    expect((await listNotices(scene.house.table, scene.session.id)).get(ayse)).toHaveLength(2)
    expect(await minutesOf(scene, ayse)).toMatchObject({ minutes: 90, from: 'measured', open: false })
  })

  test('about people who are not enrolled here is not kept, about the others it is', async () => {
    const scene = await withParticipants()
    const ids = await Promise.all(['ayse', 'foreign', 'left'].map(scene.idOf))
    const body = reportOf(
      scene,
      [...ids, 'nobody'].map((id, i) => passage(id, `n${i}`, 'joined', '17:00')),
    )
    expect(await deliver(scene, body)).toEqual({ ok: true, value: { kept: 1 } })
    expect([...(await listNotices(scene.house.table, scene.session.id)).keys()]).toEqual([ids[0]])
  })

  test('for a session of another seminar, or none, is unknown', async () => {
    const scene = await withParticipants()
    const notices = [passage(await scene.idOf('ayse'), 'n', 'joined', '17:00')]
    for (const more of [
      { seminarId: 'sem_none' },
      { sessionId: 'ses_none' },
      { sessionId: scene.other.sessions[0]?.id },
      { seminarId: scene.other.id },
    ])
      expect(await deliver(scene, reportOf(scene, notices, more))).toEqual(refused('unknown'))
    expect((await listNotices(scene.house.table, scene.other.sessions[0]?.id ?? '')).size).toBe(0)
  })

  test('without the seal of the room is forged', async () => {
    const scene = await withParticipants()
    const body = reportOf(scene, [passage(await scene.idOf('ayse'), 'n', 'joined', '17:00')])
    const good = await signedNotices(key, body)
    const world = { table: scene.house.table, roomKey }
    for (const signature of [
      '',
      good.slice(0, -1),
      `${good}x`,
      await signedNotices('other', body),
      await signedNotices(key, `${body} `),
    ])
      expect(await takeRoomReport(world, { body, signature })).toEqual(refused('forged'))
    expect(await takeRoomReport(world, { body: `${body} `, signature: good })).toEqual(refused('forged'))
    expect((await listNotices(scene.house.table, scene.session.id)).size).toBe(0)
  })

  test('that cannot be read is malformed, and nothing of it is kept', async () => {
    const scene = await withParticipants()
    const ayse = await scene.idOf('ayse')
    const good = passage(ayse, 'n1', 'joined', '17:00')
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      reportOf(scene, 'x'),
      reportOf(scene, [good, { ...good, enrollmentId: '' }]),
      reportOf(scene, [good, { ...good, notice: { ...good.notice, kind: 'by-hand', minutes: 120 } }]),
      reportOf(scene, [good, { ...good, notice: { ...good.notice, at: 'gestern' } }]),
      reportOf(scene, [good, { ...good, notice: { ...good.notice, at: '2026-03-24T99:00:00.000Z' } }]),
      reportOf(scene, [good, { ...good, notice: { ...good.notice, device: 'd'.repeat(101) } }]),
      reportOf(
        scene,
        Array.from({ length: 501 }, (_, i) => passage(ayse, `n${i}`, 'joined', '17:00')),
      ),
    ]
    for (const body of bodies)
      expect(await deliver(scene, body), body.slice(0, 80)).toEqual(refused('malformed'))
    expect((await listNotices(scene.house.table, scene.session.id)).size).toBe(0)
  })

  test('whose worker dies anywhere is whole after it was sent again', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const scene = await withParticipants()
      const ayse = await scene.idOf('ayse')
      const body = reportOf(scene, [
        passage(ayse, 'n1', 'joined', '17:00'),
        passage(ayse, 'n2', 'left', '17:40'),
        passage(ayse, 'n3', 'joined', '18:00'),
        passage(ayse, 'n4', 'left', '19:00'),
      ])
      const { mortal, death, effects } = open(scene.house.table)
      await Promise.race([deliver(scene, body, mortal), death])
      effects()
      await deliver(scene, body)
      expect(await minutesOf(scene, ayse)).toMatchObject({ minutes: 100, from: 'measured', open: false })
    })
    expect(crashes).toBeGreaterThanOrEqual(12)
  })
})

describe('what was noticed', () => {
  test('clicks of the join button are among it, by person, and bring no minutes', async () => {
    const scene = await withParticipants()
    const { house, seminar, session } = scene
    house.moveTo('2026-03-23T18:00:00.000Z')
    await requestInvites(house.world(), { seminarId: seminar.id, sessionId: session.id })
    await house.settle()
    house.moveTo('2026-03-24T16:40:00.000Z')
    const token = await house.token('deniz', 'join')
    await join({ ...house.world(), enterRoom: async () => 'https://room.example' }, token)
    const ayse = await scene.idOf('ayse')
    await deliver(scene, reportOf(scene, [passage(ayse, 'n1', 'joined', '17:00')]))
    const deniz = await scene.idOf('deniz')
    const notices = await listNotices(house.table, session.id)
    expect([...notices.keys()].sort()).toEqual([ayse, deniz].sort())
    expect(notices.get(deniz)).toMatchObject([{ kind: 'clicked', at: house.now() }])
    expect(await minutesOf(scene, deniz)).toMatchObject({ minutes: 0, from: 'none', open: false })
    // Sessions do not see each other's.
    expect((await listNotices(house.table, seminar.sessions[1]?.id ?? '')).size).toBe(0)
  })

  test('written by hand: what was there stays, and the later one counts', async () => {
    const scene = await withParticipants()
    const { house, session } = scene
    const ayse = await scene.idOf('ayse')
    await deliver(
      scene,
      reportOf(scene, [passage(ayse, 'n1', 'joined', '17:00'), passage(ayse, 'n2', 'left', '17:10')]),
    )
    for (const minutes of [60, 90]) {
      await recordByHand(house.world(), {
        sessionId: session.id,
        enrollmentId: ayse,
        minutes,
        by: 'k@verein.example',
      })
      house.pass(1)
    }
    expect(await minutesOf(scene, ayse)).toMatchObject({ minutes: 90, from: 'hand', open: false })
    expect((await listNotices(house.table, session.id)).get(ayse)).toHaveLength(4)
    const { mortal } = openCrashingTable(house.table, undefined)
    expect((await listNotices(mortal, session.id)).get(ayse)).toHaveLength(4)
  })
})

describe('the door of the room', () => {
  async function openDoor(over: object = {}) {
    const scene = await withParticipants()
    const faults: unknown[] = []
    const world = {
      table: scene.house.table,
      roomKey,
      noteFault: (fault: unknown) => faults.push(fault),
      ...over,
    }
    const app = roomReportDoor(world)
    const post = async (body: string, headers: Record<string, string> = {}) =>
      app.request('/attendance/room', { method: 'POST', body, headers })
    const sealed = async (body: string) => post(body, { 'x-room-signature': await signedNotices(key, body) })
    return { scene, app, post, sealed, faults }
  }

  test('answers what was kept, and why not', async () => {
    const { scene, post, sealed, app } = await openDoor()
    const body = reportOf(scene, [passage(await scene.idOf('ayse'), 'n1', 'joined', '17:00')])
    const taken = await sealed(body)
    expect([taken.status, await taken.json()]).toEqual([200, { kept: 1 }])
    expect((await post(body)).status).toBe(403)
    expect((await post(body, { 'x-room-signature': 'x' })).status).toBe(403)
    expect((await sealed('{')).status).toBe(400)
    expect((await sealed(reportOf(scene, [], { sessionId: 'ses_none' }))).status).toBe(404)
    expect((await app.request('/attendance/room')).status).toBe(404)
  })

  test('takes no more than a quarter of a megabyte, sealed or not', async () => {
    const { scene, post, sealed } = await openDoor()
    const ayse = await scene.idOf('ayse')
    const body = reportOf(scene, [passage(ayse, 'n1', 'joined', '17:00')]).padEnd(256 * 1024 + 1)
    expect((await sealed(body)).status).toBe(413)
    expect((await post(body, { 'x-room-signature': 'x' })).status).toBe(413)
    expect((await listNotices(scene.house.table, scene.session.id)).size).toBe(0)
    expect((await sealed(body.slice(0, -1))).status).toBe(200)
  })

  test('a fault is noted once and answered bare', async () => {
    const fault = new Error('the key is not to be had: secret-canary')
    const { post, faults } = await openDoor({
      roomKey: async () => {
        throw fault
      },
    })
    const answer = await post('{}')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('canary')
    expect(faults).toEqual([fault])
  })
})
