import { describe, expect, test } from 'vitest'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { watchRoom } from '../../../functions/attendance/server/watch-room.ts'
import { day, type Instant, later, minute } from '../../../functions/kernel/time.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import type { Session, SessionPlace } from '../../../functions/seminar/seminar.ts'
import { roomNumberOf } from '../../../functions/seminar/seminar.ts'
import { bigbluebutton } from '../../../functions/session/meeting/bigbluebutton.meeting.ts'
import { listServerHealth } from '../../../functions/session/meeting/server-health.ts'
import { switchRoom } from '../../../functions/session/room/switch-room.ts'
import { bigBlueButtonReportDoor } from '../../../web/public/bigbluebutton-report.door.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { bbbRecord } from '../../world/practice-servers.ts'
import { aSession } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

const place: SessionPlace = { kind: 'server', server: 'srv_bbb', waitingRoom: false }

/** A session of two hours on a BigBlueButton that tells nothing by itself; times are minutes from its start. */
async function watched(people: readonly string[] = ['ayse', 'bora'], changes: Partial<Session> = {}) {
  const house = openWorkingHouse()
  await house.servers.setUp(house.table)
  const seminar = await house.offer({
    sessions: [aSession({ place, ...changes })],
    capacity: people.length,
  })
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const ids: Record<string, string> = {}
  for (const name of people) {
    await house.enrollAndConfirm(seminar, name)
    ids[name] = (await house.enrollment(seminar, name)).id
  }
  const at = (minutes: number): Instant => later(session.start, minutes * minute)
  const name = { seminarId: seminar.id, sessionId: session.id }
  house.moveTo(at(-10))
  await house.settle()
  const scene = {
    ...{ house, seminar, session, ids, name },
    /** The clock runs once a minute until then. */
    passTo: (minutes: number) => house.passTo(at(minutes), minute),
    /** Somebody comes in; answers their page of the meeting. */
    async comes(who: string): Promise<string> {
      const now = (await seminarShelf.read(house.table, seminar.id))?.facts.sessions[0] ?? session
      const room = { seminar, session: now, number: roomNumberOf(now) }
      const visitor = { id: ids[who] ?? who, name: who, language: 'de', leads: false } as const
      const address = await bigbluebutton.enter(
        house.servers.meetings(house.table)(),
        bbbRecord,
        room,
        visitor,
      )
      return (await house.servers.follow(address)).path
    },
    leaves: (page: string) => house.servers.press(`${page}/leave`),
    async presence(who: string) {
      const notices = (await listNotices(house.table, session.id)).get(ids[who] ?? '') ?? []
      return minutesPresent(notices, session)
    },
    async minutes() {
      const counted = await Promise.all(people.map(async (who) => [who, (await scene.presence(who)).minutes]))
      return Object.fromEntries(counted) as Record<string, number>
    },
    asked: () => house.servers.asked.filter((address) => address.includes('getMeetingInfo')).length,
  }
  return scene
}

describe('a server that is asked who is inside', () => {
  test('gives minutes to the minute, also to who comes twice and who stays to the end', async () => {
    const { passTo, comes, leaves, minutes, presence } = await watched()
    const first = await comes('ayse')
    await passTo(30)
    await leaves(first)
    await passTo(60)
    const second = await comes('ayse')
    await comes('bora')
    await passTo(80)
    await leaves(second)
    await passTo(140)
    // Seen at 30 and no more at 31; whoever came after the look at 60 was seen at 61.
    expect(await minutes()).toEqual({ ayse: 30 + 19, bora: 59 })
    expect((await presence('bora')).open).toBe(false)
    expect((await presence('ayse')).lines.map(({ source }) => source)).toEqual(['polled'])
  })

  test('is asked from the start to ten minutes after the end, once a minute, and no more', async () => {
    const { house, passTo, asked, comes } = await watched()
    await comes('ayse')
    await passTo(-1)
    expect(asked()).toBe(0)
    await passTo(0)
    expect(asked()).toBe(1)
    await passTo(300)
    expect(asked()).toBe(130)
    const waiting = await house.table.listDue(later(house.now(), 7 * day), 1_000)
    expect(JSON.stringify(waiting)).not.toContain('watch-room')
    expect(JSON.stringify(waiting)).toContain('complete')
  })

  test('counts one person once, on however many devices, and nobody who is not enrolled', async () => {
    const { passTo, comes, leaves, minutes, presence, house, session } = await watched()
    const phone = await comes('ayse')
    await comes('ayse')
    await comes('a stranger')
    await passTo(40)
    await leaves(phone)
    await passTo(140)
    expect(await minutes()).toEqual({ ayse: 120, bora: 0 })
    expect((await presence('ayse')).twice).toEqual([])
    expect([...(await listNotices(house.table, session.id)).keys()]).toHaveLength(1)
  })
})

describe('a server that gives no answer', () => {
  test('for a few minutes costs nobody anything', async () => {
    const { passTo, comes, minutes, house } = await watched()
    await comes('ayse')
    await passTo(30)
    house.servers.partSwitch.mode = 'down'
    await passTo(33)
    house.servers.partSwitch.mode = 'ok'
    await passTo(140)
    expect(await minutes()).toEqual({ ayse: 120, bora: 0 })
  })

  test('for a long while gives nobody a minute of it', async () => {
    const { passTo, comes, minutes, house } = await watched()
    await comes('ayse')
    await passTo(30)
    house.servers.partSwitch.mode = 'down'
    await passTo(60)
    expect((await listServerHealth(house.table)).map(({ downSince }) => downSince !== null)).toEqual([true])
    house.servers.partSwitch.mode = 'ok'
    await passTo(140)
    // Seen until 30 and from 61 on.
    expect(await minutes()).toEqual({ ayse: 30 + 59, bora: 0 })
    expect((await listServerHealth(house.table)).map(({ downSince }) => downSince)).toEqual([null])
  })

  test('until after the end: the last look counts, and nobody waits for it for ever', async () => {
    const { passTo, comes, minutes, presence, house, asked } = await watched()
    await comes('ayse')
    await passTo(45)
    house.servers.partSwitch.mode = 'down'
    await passTo(140)
    expect([await minutes(), (await presence('ayse')).open]).toEqual([{ ayse: 45, bora: 0 }, false])
    const until = asked()
    await passTo(200)
    expect(asked()).toBe(until)
  })

  test.each([
    ['nonsense', { status: 200, text: '<html><body>It works!</body></html>' }],
    ['nothing', { status: 200, text: '' }],
    ['a fault', { status: 500, text: 'Internal Server Error' }],
    ['far too much', { status: 200, text: '<response>'.repeat(50_000) }],
    [
      'an entity of its own',
      { status: 200, text: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><response>&b;</response>' },
    ],
  ])('or answers %s, is as one that is down', async (_, answer) => {
    const { passTo, comes, minutes, house } = await watched()
    await comes('ayse')
    await passTo(30)
    house.servers.instead.answer = { ...answer, headers: new Headers() }
    await passTo(50)
    expect((await listServerHealth(house.table)).map(({ downSince }) => downSince !== null)).toEqual([true])
    house.servers.instead.answer = undefined
    await passTo(140)
    expect(await minutes()).toEqual({ ayse: 30 + 69, bora: 0 })
  })
})

describe('another room in the middle', () => {
  test('is watched from then on; who stayed in the former one is seen no more', async () => {
    const { passTo, comes, minutes, house, name } = await watched()
    await comes('ayse')
    await comes('bora')
    await passTo(60)
    await switchRoom(house.world(), { ...name, from: 1, place })
    await comes('ayse')
    await passTo(140)
    expect(await minutes()).toEqual({ ayse: 119, bora: 60 })
  })

  test('and a link afterwards ends the watch', async () => {
    const { passTo, comes, minutes, presence, house, name, asked } = await watched()
    await comes('ayse')
    await passTo(60)
    await switchRoom(house.world(), {
      ...{ ...name, from: 1 },
      place: { kind: 'link', url: 'https://meet.example.org/abend' },
    })
    const until = asked()
    await passTo(140)
    expect([await minutes(), (await presence('ayse')).open, asked()]).toEqual([
      { ayse: 60, bora: 0 },
      false,
      until,
    ])
  })

  test('of more people than one commit takes: all of them are seen out of the former one', async () => {
    const people = Array.from({ length: 200 }, (_, i) => `person${i}`)
    const { passTo, comes, minutes, house, name } = await watched(people)
    for (const who of people) await comes(who)
    await passTo(10)
    await switchRoom(house.world(), { ...name, from: 1, place })
    await passTo(15)
    house.moveTo(later(house.now(), 3 * 60 * minute))
    await house.settle()
    expect(new Set(Object.values(await minutes()))).toEqual(new Set([10]))
  })
})

describe('what the server tells by itself', () => {
  test.each(['before the watch has ended', 'long after it'])('counts instead, told %s', async (when) => {
    const { passTo, comes, leaves, minutes, presence, house } = await watched()
    const page = await comes('ayse')
    await passTo(30)
    house.moveTo(later(house.now(), 40_000))
    await leaves(page)
    await passTo(50)
    house.moveTo(later(house.now(), 20_000))
    const again = await comes('ayse')
    await passTo(90)
    await leaves(again)
    // A real server ends a meeting that everybody has left, a minute later.
    await passTo(92)
    house.servers.bbb.run()
    const [, analytics] = house.servers.told
    const door = bigBlueButtonReportDoor({
      ...{ table: house.table, now: house.now, secrets: house.servers.secrets },
      noteFault: (fault) => {
        throw fault
      },
    })
    const tell = async () => (await door.request(analytics?.address ?? '', analytics)).status
    if (when === 'long after it') await passTo(150)
    expect([await tell(), await tell()]).toEqual([200, 200])
    await passTo(180)
    // 30 minutes and 40 seconds, then 39 minutes and 40 seconds.
    expect(await minutes()).toEqual({ ayse: 70, bora: 0 })
    expect((await presence('ayse')).lines.map(({ source }) => source)).toEqual(['bigbluebutton', 'polled'])
  })
})

test('whoever dies while watching is followed by the next, and nothing is lost or doubled', async () => {
  const crashes = await withEveryCrash(async (open) => {
    const { passTo, comes, minutes, house, name } = await watched()
    await comes('ayse')
    await passTo(20)
    await comes('bora')
    house.pass(minute)
    const { mortal, death, effects } = open(house.table)
    const world = { ...house.servers.world(house.table), table: mortal, now: house.now() }
    await Promise.race([watchRoom(world, name), death])
    effects()
    await house.settle()
    await passTo(140)
    expect(await minutes()).toEqual({ ayse: 120, bora: 99 })
  })
  expect(crashes).toBeGreaterThan(10)
})
