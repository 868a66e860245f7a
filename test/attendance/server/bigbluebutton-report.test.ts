import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { recordByHand } from '../../../functions/attendance/record.ts'
import { takeBigBlueButtonReport } from '../../../functions/attendance/server/bigbluebutton-report.ts'
import { findCertificateOf } from '../../../functions/certificate/certificate.table.ts'
import { type Instant, later, minute } from '../../../functions/kernel/time.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import type { SessionPlace } from '../../../functions/seminar/seminar.ts'
import { bigbluebutton } from '../../../functions/session/meeting/bigbluebutton.meeting.ts'
import { hourToken } from '../../../infra/local/meeting-servers/bigbluebutton-tells.ts'
import { bigBlueButtonReportDoor } from '../../../web/public/bigbluebutton-report.door.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { origin } from '../../world/house.ts'
import { bbbRecord, bbbSecret } from '../../world/practice-servers.ts'
import { aSeminar } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

const place: SessionPlace = { kind: 'server', server: 'srv_bbb', waitingRoom: false }
const at = (minutes: number): Instant => later('2026-03-24T17:00:00.000Z' as Instant, minutes * minute)

/** Two people in a session on a BigBlueButton server that has told of its end. */
async function afterTheMeeting() {
  const house = openWorkingHouse()
  await house.servers.setUp(house.table)
  const seminar = await house.offer({ sessions: aSeminar().sessions.map((one) => ({ ...one, place })) })
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const ids: Record<string, string> = {}
  for (const name of ['ayse', 'deniz']) {
    await house.enrollAndConfirm(seminar, name)
    ids[name] = (await house.enrollment(seminar, name)).id
  }
  const meetings = house.servers.meetings(house.table)
  const room = { seminar, session, number: 1 }
  const comes = async (id: string, leads = false) =>
    (
      await house.servers.follow(
        await bigbluebutton.enter(meetings(), bbbRecord, room, { id, name: id, language: 'de', leads }),
      )
    ).path
  house.moveTo(at(-5))
  const ayse = await comes(ids.ayse ?? '')
  const trainer = await comes('trainer-1', true)
  house.moveTo(at(30))
  await house.servers.press(`${ayse}/leave`)
  await comes(ids.deniz ?? '')
  house.moveTo(at(40))
  const again = await comes(ids.ayse ?? '')
  house.moveTo(at(100))
  await house.servers.press(`${again}/leave`)
  house.moveTo(at(120))
  await house.servers.press(`${trainer}/end`)
  const [ended, analytics] = house.servers.told
  if (!ended || !analytics) throw new Error('nothing was told')
  const faults: unknown[] = []
  const door = bigBlueButtonReportDoor({
    table: house.table,
    now: house.now,
    secrets: house.servers.secrets,
    noteFault: (fault) => faults.push(fault),
  })
  const send = (callback: {
    method: string
    address: string
    headers: Record<string, string>
    body?: string
  }) => door.request(callback.address, callback)
  const minutes = async () => {
    const notices = await listNotices(house.table, session.id)
    return Object.fromEntries(
      Object.entries(ids).map(([name, id]) => [name, minutesPresent(notices.get(id) ?? [], session).minutes]),
    )
  }
  return { house, seminar, session, ids, ended, analytics, send, minutes, faults }
}

describe('the figures of a meeting', () => {
  test('give each person the minutes between coming and going, and the trainer none', async () => {
    const { send, analytics, minutes, house, session, ids } = await afterTheMeeting()
    const answer = await send(analytics)
    expect([answer.status, await answer.json()]).toEqual([200, { kept: 3, strangers: 1 }])
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
    expect([...(await listNotices(house.table, session.id)).keys()].sort()).toEqual(Object.values(ids).sort())
  })

  test('that come after completing still bring the certificate', async () => {
    const { house, seminar, send, analytics, ids } = await afterTheMeeting()
    house.moveTo(seminar.sessions.at(-1)?.end ?? '')
    await completeSeminar(house.world(), seminar.id)
    await house.settle()
    const certificate = () =>
      findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId: ids.ayse ?? '' })
    const before = await certificate()
    const first = seminar.sessions[0]?.id ?? ''
    for (const { id: sessionId } of seminar.sessions)
      if (sessionId !== first)
        await recordByHand(house.world(), { sessionId, enrollmentId: ids.ayse ?? '', minutes: 120, by: 'k' })
    const token = `Bearer ${hourToken(bbbSecret, Date.parse(later(house.now(), 60 * minute)))}`
    await send({ ...analytics, headers: { ...analytics.headers, authorization: token } })
    await house.settle()
    expect([before, (await certificate()) !== undefined]).toEqual([undefined, true])
  })

  test('show two devices that were in at once; a connection that broke for a moment is none', async () => {
    const { send, analytics, house, session, ids } = await afterTheMeeting()
    const figures = JSON.parse(analytics.body ?? '')
    const figuresOf = (name: string) =>
      figures.data.attendees.find(({ ext_user_id }: { ext_user_id: string }) => ext_user_id === ids[name])
    Object.assign(figuresOf('ayse'), { joins: [at(0), at(20)], leaves: [at(60), at(50)] })
    Object.assign(figuresOf('deniz'), { joins: [at(0), at(20)], leaves: [at(21), at(60)] })
    await send({ ...analytics, body: JSON.stringify(figures) })
    const notices = await listNotices(house.table, session.id)
    const [ayse, deniz] = ['ayse', 'deniz'].map((name) =>
      minutesPresent(notices.get(ids[name] ?? '') ?? [], session),
    )
    expect([ayse?.minutes, ayse?.twice]).toEqual([60, [{ from: Date.parse(at(20)), to: Date.parse(at(50)) }]])
    expect([deniz?.minutes, deniz?.twice]).toEqual([60, []])
  })

  test('sent again, or again with other contents, change nothing', async () => {
    const { send, analytics, minutes } = await afterTheMeeting()
    await send(analytics)
    expect(await (await send(analytics)).json()).toEqual({ kept: 0, strangers: 0 })
    const other = JSON.parse(analytics.body ?? '')
    other.data.attendees[0].joins = [at(0)]
    other.data.attendees[0].leaves = [at(120)]
    await send({ ...analytics, body: JSON.stringify(other) })
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
  })

  test('whose worker dies anywhere are whole after they were sent again', async () => {
    const crashes = await withEveryCrash(async (openTable) => {
      const { house, analytics, minutes } = await afterTheMeeting()
      const { mortal, death, effects } = openTable(house.table)
      const report = {
        key: new URL(analytics.address).pathname.split('/')[3] ?? '',
        authorization: analytics.headers.authorization ?? '',
        body: analytics.body ?? '',
      }
      const world = { now: house.now(), secrets: house.servers.secrets }
      await Promise.race([takeBigBlueButtonReport({ ...world, table: mortal }, report), death])
      effects()
      await takeBigBlueButtonReport({ ...world, table: house.table }, report)
      expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
    })
    expect(crashes).toBeGreaterThan(10)
  })

  const unsigned = (payload: object, alg = 'none') =>
    [{ alg, typ: 'JWT' }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
  const inAnHour = Date.parse(at(180))
  const signedWith = (hash: 'sha256' | 'sha512', alg: string, secret: string) => {
    const words = unsigned({ exp: inAnHour / 1000 }, alg)
    return `${words}.${createHmac(hash, secret).update(words).digest('base64url')}`
  }

  test.each([
    ['nothing', ''],
    ['no token', 'Bearer '],
    ['the secret itself', `Bearer ${bbbSecret}`],
    ['a token of nobody', `Bearer ${unsigned({ exp: inAnHour / 1000 })}.`],
    ['another secret', `Bearer ${hourToken('another', inAnHour)}`],
    ['another algorithm', `Bearer ${signedWith('sha256', 'HS256', bbbSecret)}`],
    ['an algorithm that is not what it says', `Bearer ${signedWith('sha256', 'HS512', bbbSecret)}`],
    ['an hour that is over', `Bearer ${hourToken(bbbSecret, Date.parse(at(119)))}`],
    [
      'no hour',
      `Bearer ${signedWith('sha512', 'HS512', bbbSecret).replace(/\.[^.]+\./, `.${Buffer.from('{}').toString('base64url')}.`)}`,
    ],
    ['another scheme', `Basic ${hourToken(bbbSecret, inAnHour)}`],
  ])('are refused with %s', async (_, authorization) => {
    const { send, analytics, minutes } = await afterTheMeeting()
    const answer = await send({ ...analytics, headers: { ...analytics.headers, authorization } })
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'refused' }])
    expect(await minutes()).toEqual({ ayse: 0, deniz: 0 })
  })

  test('are refused at an address that this house did not give, as if it were unknown', async () => {
    const { send, analytics, minutes, session } = await afterTheMeeting()
    const [, , , key = ''] = new URL(analytics.address).pathname.split('/')
    for (const other of [
      key.replace(session.id, 'ses_bcdfghjkmnpq'),
      key.replace('.1.', '.2.'),
      `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
      'x',
    ]) {
      const answer = await send({ ...analytics, address: analytics.address.replace(key, other) })
      expect([answer.status, await answer.json()]).toEqual([403, { error: 'refused' }])
    }
    expect(await minutes()).toEqual({ ayse: 0, deniz: 0 })
  })

  test.each([
    ['no JSON', '{'],
    ['other JSON', '[]'],
    [
      'another meeting',
      JSON.stringify({ meeting_id: 'ses_x-1', internal_meeting_id: 'i', data: { attendees: [] } }),
    ],
  ])('that cannot be read are refused: %s', async (_, body) => {
    const { send, analytics, minutes } = await afterTheMeeting()
    expect((await send({ ...analytics, body })).status).toBe(400)
    expect(await minutes()).toEqual({ ayse: 0, deniz: 0 })
  })

  test('too many bytes are refused before they are read', async () => {
    const { send, analytics } = await afterTheMeeting()
    expect((await send({ ...analytics, body: ' '.repeat(2 * 1024 * 1024 + 1) })).status).toBe(413)
  })

  test('people who are not enrolled in the session leave nothing behind', async () => {
    const { send, analytics, house, session } = await afterTheMeeting()
    const figures = JSON.parse(analytics.body ?? '')
    for (const [i, id] of ['enr_stranger', '__proto__', '', 'x'.repeat(3000)].entries())
      figures.data.attendees.push({ ...figures.data.attendees[0], ext_user_id: id, name: `Fremde ${i}` })
    await send({ ...analytics, body: JSON.stringify(figures) })
    expect((await listNotices(house.table, session.id)).size).toBe(2)
    expect(JSON.stringify(house.table.everything())).not.toMatch(/Fremde|enr_stranger/)
  })

  test('in whatever order comings and goings are told: somebody was there while more had come than gone', async () => {
    const stay = fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 1, max: 60 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(stay, { minLength: 1, maxLength: 5 }).chain((stays) => {
          const whole = { minLength: stays.length }
          return fc.tuple(
            fc.constant(stays),
            fc.shuffledSubarray(stays, whole),
            fc.shuffledSubarray(stays, whole),
          )
        }),
        async ([stays, coming, going]) => {
          const { send, analytics, minutes, ids } = await afterTheMeeting()
          const figures = JSON.parse(analytics.body ?? '')
          figures.data.attendees = [
            {
              ext_user_id: ids.deniz,
              joins: coming.map(([from]) => at(from)),
              leaves: going.map(([from, length]) => at(from + length)),
            },
          ]
          await send({ ...analytics, body: JSON.stringify(figures) })
          const covered = new Set(
            stays.flatMap(([from, length]) => Array.from({ length }, (_, i) => from + i)),
          )
          const counted = [...covered].filter((one) => one >= 0 && one < 120).length
          expect(await minutes()).toEqual({ ayse: 0, deniz: counted })
        },
      ),
      { numRuns: 25 },
    )
  })

  test('without a leave lasts to the end of the meeting', async () => {
    const { send, analytics, minutes, ids } = await afterTheMeeting()
    const figures = JSON.parse(analytics.body ?? '')
    figures.data.finish = at(110)
    figures.data.attendees = [{ ext_user_id: ids.ayse, joins: [at(10), at(50)], leaves: [at(20)] }]
    await send({ ...analytics, body: JSON.stringify(figures) })
    expect(await minutes()).toEqual({ ayse: 70, deniz: 0 })
  })
})

describe('the end of a meeting', () => {
  test('is a hint: the server is asked at once, and the answer is the same for whatever address', async () => {
    const { house, send, ended, minutes } = await afterTheMeeting()
    const before = house.servers.asked.length
    expect((await send(ended)).status).toBe(204)
    await house.settle()
    expect(house.servers.asked.slice(before).some((address) => address.includes('/getMeetingInfo?'))).toBe(
      true,
    )
    expect(await minutes()).toEqual({ ayse: 0, deniz: 0 })
    const asked = house.servers.asked.length
    const forged = ended.address.replace(/\.[\w-]{43}\//, `.${'x'.repeat(43)}/`)
    expect(forged).not.toBe(ended.address)
    expect((await send({ ...ended, address: forged })).status).toBe(204)
    await house.settle()
    expect(house.servers.asked).toHaveLength(asked)
    expect(ended.address.startsWith(`${origin}/attendance/bigbluebutton/`)).toBe(true)
  })
})
