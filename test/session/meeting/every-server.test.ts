import { describe, expect, test } from 'vitest'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { renewLink } from '../../../functions/enrollment/link/renew-link.ts'
import { type Instant, later, minute } from '../../../functions/kernel/time.ts'
import { enterRoom } from '../../../functions/session/meeting/enter-room.ts'
import { listServerHealth } from '../../../functions/session/meeting/server-health.ts'
import { bigBlueButtonReportDoor } from '../../../web/public/bigbluebutton-report.door.ts'
import { joinDoor } from '../../../web/public/join.door.tsx'
import { myDoor } from '../../../web/public/my.door.tsx'
import { zoomNoticeDoor } from '../../../web/public/zoom-notice.door.ts'
import { origin } from '../../world/house.ts'
import { aSession } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

/** A session on a server of each kind, and what may stand on no page, in no mail and in no calendar. */
const servers = [
  { id: 'srv_bbb', host: /bbb\.example|bigbluebutton/i },
  { id: 'srv_jitsi', host: /jitsi\.example|jitsi/i },
  { id: 'srv_jaas', host: /jitsi\.example|8x8|vpaas/i },
  { id: 'srv_zoom', host: /zoom\.example|zoom/i },
] as const
type Server = (typeof servers)[number]

async function beforeTheSession({ id }: Server) {
  const house = openWorkingHouse()
  for (const setUp of [house.servers.setUp, house.servers.setUpJitsi, house.servers.setUpZoom])
    await setUp(house.table)
  const place = { kind: 'server' as const, server: id, waitingRoom: false }
  const seminar = await house.offer({ sessions: [aSession({ place })] })
  await house.enrollAndConfirm(seminar, 'ayse')
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const at = (minutes: number): Instant => later(session.start, minutes * minute)
  const common = {
    ...{ table: house.table, now: house.now, origin, roomOrigin: '' },
    ...{ newId: house.world().newId, newSecret: house.world().newSecret },
    noteFault: (fault: unknown) => {
      throw fault
    },
  }
  const world = house.servers.world(house.table)
  const join = joinDoor({
    ...common,
    enterRoom: enterRoom({ roomOrigin: '', roomKey: async () => 'key', ...world }),
  })
  const my = myDoor(common)
  const told = [
    bigBlueButtonReportDoor({ ...common, secrets: house.servers.secrets }),
    zoomNoticeDoor({ ...common, secrets: house.servers.secrets }),
  ]
  await house.passTo(at(-20), 60 * minute)
  const letters = house.post.arrived.filter(({ to }) => to.address.startsWith('ayse'))
  const [, way = ''] = /https:\/\/[^/"]+(\/join\/[\w-]+)/.exec(JSON.stringify(letters)) ?? []
  return {
    ...{ house, session, seminar, at, letters, way },
    mine: `/my/${await house.token('ayse')}`,
    get: async (path: string) => {
      const answer = await (path.startsWith('/join') ? join : my).request(`${origin}${path}`)
      return { status: answer.status, text: await answer.text() }
    },
    press: async (path: string) =>
      join.request(`${origin}${path}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: '',
      }),
    /** What the servers have to tell arrives. */
    async deliver(): Promise<number[]> {
      const statuses: number[] = []
      for (const callback of house.servers.told.splice(0))
        for (const door of told) {
          const { status } = await door.request(callback.address, callback)
          if (status !== 404) statuses.push(status)
        }
      return statuses
    },
    async presence() {
      const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
      return minutesPresent((await listNotices(house.table, session.id)).get(enrollmentId) ?? [], session)
    },
  }
}

describe.each(servers)('a session on $id', (server) => {
  test('its address stands on no page, in no mail, in no calendar', async () => {
    const { letters, get, way, mine } = await beforeTheSession(server)
    expect(letters.map(({ cause }) => cause)).toContain('invite')
    expect(letters.map(({ cause }) => cause)).toContain('reminder')
    const pages = [
      JSON.stringify(letters),
      ...(await Promise.all([way, mine, `${mine}/calendar.ics`].map(async (path) => (await get(path)).text))),
    ]
    expect(pages.map((page) => page.length > 500)).toEqual([true, true, true, true])
    for (const page of pages) expect(page).not.toMatch(server.host)
  })

  test('looking at the page in front of it changes nothing, here and there', async () => {
    const { house, get, way } = await beforeTheSession(server)
    const before = JSON.stringify(house.table.everything())
    expect((await get(way)).status).toBe(200)
    expect([JSON.stringify(house.table.everything()), house.servers.asked]).toEqual([before, []])
  })

  test('is entered within its window only', async () => {
    const { house, press, way, at } = await beforeTheSession(server)
    const status = async (minutes: number) => {
      house.moveTo(at(minutes))
      return (await press(way)).status
    }
    expect(await status(-31)).not.toBe(303)
    expect(await status(-30)).toBe(303)
    expect(await status(119)).toBe(303)
    expect(await status(120)).not.toBe(303)
  })

  test('a revoked link and one that never was look alike, and neither reaches the server', async () => {
    const { house, get, press, way } = await beforeTheSession(server)
    await renewLink(house.world(), await house.token('ayse'))
    const unknown = way.replace(/[\w-]{12}$/, 'AAAAAAAAAAAA')
    const [revoked, never] = [await get(way), await get(unknown)]
    expect({ ...revoked, text: revoked.text.replaceAll(way, '') }).toEqual({
      ...never,
      text: never.text.replaceAll(unknown, ''),
    })
    expect([(await press(way)).status, (await press(unknown)).status]).toEqual([404, 404])
    expect(house.servers.asked).toEqual([])
  })

  test('both ways in lead to the meeting; no answer of the house is kept or shown to the next page', async () => {
    const { house, press, way, mine, session } = await beforeTheSession(server)
    for (const path of [way, `${mine}/join/${session.id}`]) {
      const pressed = await press(path)
      expect([pressed.status, await pressed.text()]).toEqual([303, expect.not.stringMatching(server.host)])
      expect(pressed.headers.get('cache-control')).toBe('no-store')
      expect(pressed.headers.get('referrer-policy')).toBe('same-origin')
      const page = await house.servers.follow(pressed.headers.get('location') ?? '')
      expect(page.html).toMatch(/data-meeting="(?:inside|doorstep|elsewhere)"/)
    }
  })

  test('that is down: the page and the office say so, nobody is said to have come, enrolling goes on', async () => {
    const { house, seminar, press, way, presence, get } = await beforeTheSession(server)
    house.servers.partSwitch.mode = 'down'
    const pressed = await press(way)
    expect(pressed.status).toBe(503)
    expect(await pressed.text()).not.toMatch(server.host)
    expect((await presence()).minutes).toBe(0)
    expect((await get(way)).status).toBe(200)
    expect((await listServerHealth(house.table)).map((health) => [health.server, health.downSince])).toEqual([
      [server.id, house.now()],
    ])
    house.moveTo(seminar.opens)
    await house.enrollAndConfirm(seminar, 'bora')
    expect((await house.enrollment(seminar, 'bora')).state).toBe('confirmed')
  })
})

test('from the button to the minutes at BigBlueButton, and at Zoom; Jitsi tells nothing', async () => {
  const minutes: Record<string, unknown> = {}
  for (const server of servers) {
    const { house, press, way, at, deliver, presence } = await beforeTheSession(server)
    const entered = await house.servers.follow((await press(way)).headers.get('location') ?? '')
    const statuses = await deliver()
    house.moveTo(at(60))
    if (entered.html.includes('data-meeting="inside"')) await house.servers.press(`${entered.path}/leave`)
    house.moveTo(at(62))
    house.servers.bbb.run()
    statuses.push(...(await deliver()))
    expect(statuses.filter((status) => status >= 300)).toEqual([])
    const { minutes: counted, lines } = await presence()
    minutes[server.id] = [counted, lines.map(({ source }) => source)]
  }
  expect(minutes).toEqual({
    srv_bbb: [60, ['bigbluebutton']],
    srv_jitsi: [0, []],
    srv_jaas: [0, []],
    srv_zoom: [60, ['zoom']],
  })
})
