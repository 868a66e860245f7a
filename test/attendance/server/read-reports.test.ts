import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReports } from '../../../functions/attendance/server/read-reports.ts'
import type { Table } from '../../../functions/kernel/table.ts'
import { day, hour, later, minute } from '../../../functions/kernel/time.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import { evacuateRoom } from '../../../functions/session/room/switch-room.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { at, openZoomScene } from './zoom-scene.ts'

type Scene = Awaited<ReturnType<typeof openZoomScene>>

const reports = ({ house, seminar, session }: Scene) =>
  readReports(
    { ...house.world(), ...house.servers.world(house.table) },
    { seminarId: seminar.id, sessionId: session.id },
  )

/** Ayşe comes, goes, comes again on another device; Deniz comes late; a trainer is the host and ends it. */
async function afterTheMeeting() {
  const scene = await openZoomScene()
  const { house, comes, leaves, ends } = scene
  house.moveTo(at(-5))
  const trainer = await comes('trainer-1')
  const ayse = await comes('ayse')
  house.moveTo(at(30))
  await leaves(ayse)
  await comes('deniz')
  house.moveTo(at(40))
  const again = await comes('ayse')
  house.moveTo(at(100))
  await leaves(again)
  house.moveTo(at(120))
  await ends(trainer)
  return scene
}

describe('who was there at Zoom', () => {
  test('is read by the clock when Zoom has its report, without any notice of Zoom’s', async () => {
    const { house, minutes, notices, ids } = await afterTheMeeting()
    await house.settle()
    expect(await minutes()).toEqual({ ayse: 0, deniz: 0 })
    await house.passTo(at(140))
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
    expect([...(await notices()).keys()].sort()).toEqual(Object.values(ids).sort())
    expect((await notices()).get(ids.ayse ?? '')?.every(({ kind }) => kind === 'present')).toBe(true)
  })

  test('people who are not enrolled are counted, and nothing of them is kept', async () => {
    const scene = await afterTheMeeting()
    const { house } = scene
    house.moveTo(at(130))
    expect(await reports(scene)).toMatchObject({ kept: 3, strangers: 1 })
    expect(JSON.stringify(house.table.everything())).not.toMatch(/Host|trainer-1/)
    expect(await reports(scene)).toMatchObject({ kept: 0, strangers: 1 })
  })

  test('a meeting that was ended and begun again counts with all its runnings', async () => {
    const scene = await afterTheMeeting()
    const { house, comes, leaves, minutes, zoomMeetings, session } = scene
    house.moveTo(at(110))
    house.moveTo(at(112))
    const [meeting] = zoomMeetings.all
    if (meeting?.instances[0]) meeting.instances[0].endedAt = Date.parse(at(105))
    const back = await comes('ayse')
    house.moveTo(at(119))
    await leaves(back)
    expect(meeting?.instances.map(({ uuid }) => /^\/|\/\//.test(uuid))).toEqual([true, true])
    await house.passTo(later(session.end, 40 * minute))
    expect(await minutes()).toEqual({ ayse: 97, deniz: 90 })
  })

  test('the room that a session has left counts, too', async () => {
    const scene = await openZoomScene()
    const { house, seminar, session, comes, minutes } = scene
    house.moveTo(at(0))
    await comes('ayse')
    await comes('deniz')
    house.moveTo(at(50))
    const moved = await evacuateRoom(house.world(), {
      ...{ seminarId: seminar.id, sessionId: session.id, from: 1, place: { kind: 'room' } },
    })
    expect(moved.ok).toBe(true)
    scene.zoomMeetings.end(scene.zoomMeetings.all[0] as never)
    await house.passTo(at(150))
    expect(await minutes()).toEqual({ ayse: 50, deniz: 50 })
  })

  test('somebody alone is found where Zoom has no report', async () => {
    const { house, comes, leaves, minutes } = await openZoomScene()
    house.moveTo(at(10))
    const page = await comes('deniz')
    house.moveTo(at(70))
    await leaves(page)
    await house.passTo(at(140))
    expect(await minutes()).toEqual({ ayse: 0, deniz: 60 })
  })

  test('waiting in front of the door is not being there', async () => {
    const { house, comes, minutes, zoomMeetings, ends } = await openZoomScene()
    house.moveTo(at(0))
    const trainer = await comes('trainer-1')
    const [meeting] = zoomMeetings.all
    if (meeting) meeting.settings.waiting_room = true
    const guest = await comes('ayse')
    house.moveTo(at(20))
    await house.servers.press(`${trainer}/admit/${guest.split('/').at(-1)}`)
    house.moveTo(at(50))
    await ends(trainer)
    await house.passTo(at(140))
    expect(await minutes()).toEqual({ ayse: 30, deniz: 0 })
  })

  test('one link on two devices at once is seen and shown', async () => {
    const { house, comes, ends, presence, zoomMeetings } = await openZoomScene()
    house.moveTo(at(0))
    const trainer = await comes('trainer-1')
    const [meeting] = zoomMeetings.all
    // As an administrator of the account may set it for everybody.
    if (meeting) meeting.settings.allow_multiple_devices = true
    await comes('ayse')
    house.moveTo(at(30))
    await comes('ayse')
    house.moveTo(at(60))
    await ends(trainer)
    await house.passTo(at(140))
    const { minutes, twice } = await presence('ayse')
    expect(minutes).toBe(60)
    expect(twice).toEqual([{ from: Date.parse(at(30)), to: Date.parse(at(60)) }])
  })

  test('many pages are read to their end', async () => {
    const scene = await afterTheMeeting()
    const { house, zoomMeetings, minutes } = scene
    const [instance] = zoomMeetings.all[0]?.instances ?? []
    const [host] = instance?.participants ?? []
    if (!instance || !host) throw new Error('nobody was there')
    const others = Array.from({ length: 650 }, (_, i) => ({ ...host, userId: `9${i}`, name: `Fremde ${i}` }))
    instance.participants.unshift(...others)
    house.moveTo(at(130))
    expect(await reports(scene)).toMatchObject({ kept: 3, strangers: 651 })
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
    expect(house.servers.asked.filter((one) => one.includes('next_page_token='))).toHaveLength(2)
    expect(JSON.stringify(house.table.everything())).not.toContain('Fremde')
  })

  test('whose worker dies anywhere is whole when it is read again', async () => {
    const crashes = await withEveryCrash(async (openTable) => {
      const scene = await afterTheMeeting()
      const { house, seminar, session, minutes } = scene
      house.moveTo(at(130))
      const name = { seminarId: seminar.id, sessionId: session.id }
      const { mortal, death, effects } = openTable(house.table)
      const world = (table: Table) => ({
        table,
        now: house.now(),
        ...house.servers.world(table),
      })
      await Promise.race([readReports(world(mortal), name), death])
      effects()
      await readReports(world(house.table), name)
      expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
    })
    expect(crashes).toBeGreaterThan(10)
  })

  test('brings the certificate that was missing where the seminar was closed already', async () => {
    const { house, seminar, comes, ends } = await openZoomScene()
    for (const session of seminar.sessions) {
      house.moveTo(session.start)
      const lead = await comes('trainer-1', session)
      await comes('ayse', session)
      house.moveTo(session.end)
      await ends(lead)
    }
    expect((await completeSeminar(house.world(), seminar.id)).ok).toBe(true)
    await house.settle()
    const certificates = () => house.post.arrived.filter(({ cause }) => cause === 'certificate').length
    expect(certificates()).toBe(0)
    await house.passTo(later(house.now(), hour))
    expect(certificates()).toBe(1)
  })
})

describe('asking for the report', () => {
  test('goes on for an hour after the door has closed, then ends', async () => {
    const scene = await afterTheMeeting()
    const { house, session } = scene
    await house.passTo(later(session.end, 55 * minute))
    const before = house.servers.asked.length
    await house.passTo(later(session.end, 75 * minute))
    const asked = house.servers.asked.length
    expect(asked).toBeGreaterThan(before)
    await house.passTo(later(session.end, 20 * hour), hour)
    expect(house.servers.asked).toHaveLength(asked)
  })

  test('where Zoom has none goes on every hour for a day, and no longer', async () => {
    const scene = await afterTheMeeting()
    const { house, session, zoomMeetings } = scene
    const [instance] = zoomMeetings.all[0]?.instances ?? []
    // Zoom lists it, and has no figures of it.
    if (instance) instance.endedAt = Date.parse(later(session.end, 40 * day))
    await house.passTo(later(session.end, 70 * minute))
    const soon = house.servers.asked.filter((one) => one.includes('/report/')).length
    await house.passTo(later(session.end, 23 * hour), hour / 2)
    const late = house.servers.asked.filter((one) => one.includes('/report/')).length
    expect(late - soon).toBeGreaterThan(18)
    expect(late - soon).toBeLessThan(26)
    await house.passTo(later(session.end, 3 * day), hour)
    expect(house.servers.asked.filter((one) => one.includes('/report/'))).toHaveLength(late + 1)
  })

  test('is put off when Zoom says so, and the office sees it', async () => {
    const scene = await afterTheMeeting()
    const { house, minutes } = scene
    house.moveTo(at(130))
    house.servers.instead.answer = {
      status: 429,
      headers: new Headers({ 'retry-after': '2026-03-24T20:00:00Z' }),
      text: '{}',
    }
    expect(await reports(scene)).toMatchObject({ again: '2026-03-24T20:00:00.000Z' })
    house.servers.instead.answer = undefined
    const health = await house.table.list('office', 'meeting#health')
    expect(health[0]?.facts).toMatchObject({ server: 'srv_zoom', busyUntil: '2026-03-24T20:00:00.000Z' })
    await house.passTo('2026-03-24T20:30:00.000Z')
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
  })

  test('survives a Zoom that is down, or answers nonsense', async () => {
    const scene = await afterTheMeeting()
    const { house, minutes } = scene
    house.servers.partSwitch.mode = 'down'
    await house.passTo(at(140))
    house.servers.partSwitch.mode = 'ok'
    house.servers.instead.answer = { status: 200, headers: new Headers(), text: '{"meetings":' }
    await house.passTo(at(150))
    house.servers.instead.answer = undefined
    await house.passTo(at(170))
    expect(await minutes()).toEqual({ ayse: 90, deniz: 90 })
  })
})

/** What the practice Zoom itself knows: in how many minutes of the session somebody was inside. */
function insideOf({ zoomMeetings }: Scene, who: string): number {
  const covered = new Set<number>()
  const stays = zoomMeetings.all.flatMap(({ instances }) =>
    instances.flatMap(({ participants }) => participants.filter(({ name }) => name === who)),
  )
  for (const { joinedAt, leftAt } of stays)
    for (let moment = joinedAt; moment < leftAt; moment += minute)
      if (moment >= Date.parse(at(0)) && moment < Date.parse(at(120))) covered.add(moment)
  return covered.size
}

type Stay = { who: string; from: number; length: number }

/**
 * People come and go; somebody's later stay begins when the earlier one has ended, as Zoom wants it. Answers the minute
 * in which the last one has gone.
 */
async function play({ house, comes, leaves }: Scene, stays: readonly Stay[]): Promise<number> {
  const free = new Map<string, number>()
  const moves = stays.flatMap(({ who, from, length }) => {
    const start = Math.max(from, free.get(who) ?? from)
    free.set(who, start + length)
    return [
      { minute: start, who, comes: true },
      { minute: start + length, who, comes: false },
    ]
  })
  const pages = new Map<string, string>()
  house.moveTo(at(-30))
  for (const move of moves.sort((a, b) => a.minute - b.minute || Number(a.comes) - Number(b.comes))) {
    house.moveTo(at(move.minute))
    if (move.comes) pages.set(move.who, await comes(move.who))
    else await leaves(pages.get(move.who) ?? '')
  }
  return Math.max(...moves.map((move) => move.minute))
}

describe('report and notices together', () => {
  const stay = fc.record({
    who: fc.constantFrom('ayse', 'deniz'),
    from: fc.integer({ min: -5, max: 100 }),
    length: fc.integer({ min: 1, max: 40 }),
  })
  /** A notice, by its number; -1 is the report. */
  const arrivals = fc.array(fc.integer({ min: -1, max: 11 }), { maxLength: 24 })

  test('in any order, doubled, late or lost on the way: the minutes that people were inside', async () => {
    let stale = 0
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { minLength: 1, maxLength: 5 }), arrivals, async (stays, order) => {
        const scene = await openZoomScene()
        const { house, send, minutes } = scene
        // Zoom has a report some minutes after everybody has gone; until then the clock asks again.
        const reported = at((await play(scene, stays)) + 10)
        const told = [...house.servers.told]
        for (const arrival of order) {
          const notice = told[arrival]
          if (notice)
            house.moveTo(new Date(Number(notice.headers['x-zm-request-timestamp']) * 1000).toISOString())
          if (notice) expect((await send(notice)).status).toBe(204)
          house.moveTo(reported)
          if (arrival === -1) await reports(scene)
        }
        house.moveTo(reported)
        const truth = { ayse: insideOf(scene, 'ayse'), deniz: insideOf(scene, 'deniz') }
        if (JSON.stringify(await minutes()) !== JSON.stringify(truth)) stale++
        await reports(scene)
        expect(await minutes()).toEqual(truth)
      }),
      { numRuns: 40 },
    )
    // Otherwise the notices never said anything else than the report.
    expect(stale).toBeGreaterThan(5)
  })
})
