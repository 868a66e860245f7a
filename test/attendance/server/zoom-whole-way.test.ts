import { expect, test } from 'vitest'
import { hour, later, minute } from '../../../functions/kernel/time.ts'
import { enterAsVisitor, enterRoom } from '../../../functions/session/meeting/enter-room.ts'
import { joinDoor } from '../../../web/public/join.door.tsx'
import { origin } from '../../world/house.ts'
import { at, openZoomScene } from './zoom-scene.ts'

const strange = { firstName: 'Şükrîye', lastName: "O'İğdeoğlu" }

/** The public door of the session, in front of the practice Zoom. */
async function openWay() {
  const scene = await openZoomScene()
  const { house, seminar } = scene
  await house.enrollAndConfirm(seminar, 'sukriye', strange)
  scene.ids.sukriye = (await house.enrollment(seminar, 'sukriye')).id
  const { meetings, providers } = house.servers.world(house.table)
  const surroundings = { roomOrigin: '', roomKey: async () => 'key', meetings, providers }
  const door = joinDoor({
    ...{ table: house.table, now: house.now, newId: house.world().newId, origin, roomOrigin: '' },
    enterRoom: enterRoom(surroundings),
    noteFault: (fault) => scene.faults.push(fault),
  })
  return {
    ...scene,
    lead: enterAsVisitor(surroundings),
    async press(name: string): Promise<Response> {
      const token = await house.token(name)
      return door.request(`${origin}/my/${token}/join/${scene.session.id}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: '',
      })
    },
  }
}

test('from the button to the minutes: in at once by notices, exact by the report, nothing of Zoom on any page', async () => {
  const way = await openWay()
  const { house, press, lead, send, minutes, presence, leaves, ends, zoomMeetings, seminar, session } = way
  house.moveTo(at(-10))
  const host = await lead(
    { seminar, session },
    { id: 'trainer-1', name: 'Hatice', language: 'de', leads: true },
  )
  const trainer = (await house.servers.follow(host ?? '')).path
  const pages: Record<string, string> = {}
  for (const name of ['ayse', 'sukriye']) {
    const pressed = await press(name)
    expect(pressed.status).toBe(303)
    expect(await pressed.text()).not.toMatch(/zoom/i)
    pages[name] = (await house.servers.follow(pressed.headers.get('location') ?? '')).path
  }
  expect((await house.servers.press(pages.sukriye ?? '')).status).toBe(404)
  expect(
    zoomMeetings.all[0]?.registrants.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
  ).toContain(`${strange.firstName} ${strange.lastName}`)

  // What Zoom tells arrives as it happens; one notice is lost on the way.
  const deliver = async (lose = false) => {
    for (const [i, notice] of house.servers.told.splice(0).entries())
      if (!(lose && i === 0)) expect((await send(notice)).status).toBe(204)
  }
  await deliver()
  house.moveTo(at(60))
  await leaves(pages.ayse ?? '')
  await deliver(true)
  house.moveTo(at(90))
  expect(await presence('ayse')).toMatchObject({ open: true })
  expect(await presence('sukriye')).toMatchObject({ open: true, lines: [{ source: 'zoom' }] })
  house.moveTo(at(115))
  await ends(trainer)
  await deliver()
  await house.passTo(at(125))
  expect(await minutes()).toEqual({ ayse: 60, deniz: 0, sukriye: 115 })
  expect(await presence('ayse')).toMatchObject({ open: false, twice: [] })
  expect(way.faults).toEqual([])
})

test('a Zoom that turns everybody away: the page says so, the office reads until when', async () => {
  const { house, press } = await openWay()
  house.moveTo(at(0))
  expect((await press('ayse')).status).toBe(303)
  house.servers.instead.answer = {
    ...{ status: 429, headers: new Headers({ 'retry-after': '60' }), text: '{"code":429}' },
  }
  const turnedAway = await press('sukriye')
  expect(turnedAway.status).toBe(503)
  const html = await turnedAway.text()
  expect(html).not.toMatch(/429|zoom/i)
  const [health] = await house.table.list('office', 'meeting#health')
  expect(health?.facts).toMatchObject({ downSince: at(0), busyUntil: later(at(0), minute) })
  const asked = house.servers.asked.length
  expect((await press('sukriye')).status).toBe(503)
  expect(house.servers.asked).toHaveLength(asked)
  house.servers.instead.answer = undefined
  house.moveTo(later(at(0), 2 * minute))
  expect((await press('sukriye')).status).toBe(303)
  const [healed] = await house.table.list('office', 'meeting#health')
  expect(healed?.facts).toMatchObject({ downSince: null, busyUntil: null })
  expect(house.now() < later(at(0), hour)).toBe(true)
})
