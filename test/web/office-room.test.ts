import { describe, expect, test } from 'vitest'
import type { SessionPlace } from '../../functions/seminar/seminar.ts'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import type { MeetingServer } from '../../functions/session/meeting/meeting-server.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { aSeminar } from '../world/seminar.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const server = (id: string, more: Partial<MeetingServer> = {}): MeetingServer =>
  ({
    ...{ id, name: `Server ${id}`, since: '2026-01-01T00:00:00.000Z', state: 'active' },
    ...{ kind: 'bigbluebutton', address: 'https://bbb.geheim.example/bigbluebutton', hash: 'sha256' },
    ...more,
  }) as MeetingServer

async function open(place: SessionPlace = { kind: 'room' }) {
  const office = openOffice()
  await office.house.table.commit([
    meetingServerShelf.create('srv_one', server('srv_one')),
    meetingServerShelf.create('srv_old', server('srv_old', { state: 'removed' })),
  ])
  const seminar = await office.house.offer({
    trainer: 'Hatice Demir',
    sessions: aSeminar().sessions.map((session) => ({ ...session, place })),
  })
  await office.house.enrollAndConfirm(seminar, 'ayse')
  office.house.moveTo('2026-03-24T17:30:00.000Z')
  const browser = await office.browserOf('coordinator')
  const path = `/office/seminars/${seminar.id}/sessions/${seminar.sessions[0]?.id}/room`
  const present = async () => (await office.house.seminar(seminar.id)).sessions[0]
  return { office, seminar, browser, path, present }
}

describe('the page of a session’s room', () => {
  test('offers our own room, the servers in use and a link; where they are nobody reads', async () => {
    const { browser, path } = await open()
    const { html, status } = await browser.get(path)
    expect(status).toBe(200)
    expect(await htmlFindings(html)).toEqual([])
    expect(html).toContain('Server srv_one')
    expect(html).not.toContain('Server srv_old')
    expect(html).not.toContain('bbb.geheim.example')
    expect(fieldValues(html)).toMatchObject({ from: '1', 'switch-place': 'room', 'evacuate-place': 'room' })
  })

  test('a switch is one press, and is in the trail', async () => {
    const { office, seminar, browser, path, present } = await open()
    const pressed = await browser.post(`${path}/switch`, { from: '1', 'switch-place': 'server:srv_one' })
    expect([pressed.status, pressed.location]).toEqual([303, `${path}?done=switched`])
    expect(await present()).toMatchObject({
      place: { kind: 'server', server: 'srv_one', waitingRoom: false },
      roomNumber: 2,
    })
    const page = await browser.get(pressed.location)
    expect(page.html).toContain('Der Raum ist gewechselt.')
    expect(page.html).toContain('Server srv_one, Raum 2')
    expect(page.html).toContain('Raum 1, unser eigener Raum')
    const trail = await listAudit(office.house.table, office.house.now(), 1)
    expect(trail.filter(({ deed }) => deed === 'switch-room')).toMatchObject([{ seminarId: seminar.id }])
  })

  test('clearing it takes the waiting room where there is one', async () => {
    const { browser, path, present } = await open()
    const pressed = await browser.post(`${path}/evacuate`, { from: '1', 'evacuate-place': 'server:srv_one' })
    expect(pressed.location).toBe(`${path}?done=evacuated`)
    expect(await present()).toMatchObject({ place: { waitingRoom: true }, roomNumber: 2 })
    const { html } = await browser.get(pressed.location)
    expect(html).toContain('wird gerade geschlossen')
    expect(html).toContain('Der Raum wird geschlossen.')
  })

  test.each<[string, Record<string, string>, number, string]>([
    ['an unsafe link', { 'switch-place': 'link', 'switch-where': 'http://meet.example' }, 422, 'https://'],
    ['no link', { 'switch-place': 'link' }, 422, 'Bitte ausfüllen'],
    ['a server that is not in use any more', { 'switch-place': 'server:srv_old' }, 422, 'Bitte ausfüllen'],
    ['a room seen long ago', { 'switch-place': 'room', from: '7' }, 409, 'inzwischen schon gewechselt'],
    ['a number that is none', { 'switch-place': 'room', from: 'x' }, 409, 'inzwischen schon gewechselt'],
  ])('refused, and nothing changes: %s', async (_, typed, status, words) => {
    const { browser, path, present } = await open()
    const before = await present()
    const page = await browser.post(`${path}/switch`, { from: '1', ...typed })
    expect(page.status).toBe(status)
    expect(page.html).toContain(words)
    expect(await htmlFindings(page.html)).toEqual([])
    // What is not on the list any more cannot stay chosen.
    if (status === 422 && typed['switch-place'] === 'link')
      expect(fieldValues(page.html)).toMatchObject(typed)
    expect(await present()).toEqual(before)
  })

  test('over is over, and a session on site has no such page', async () => {
    const { office, browser, path } = await open()
    office.house.moveTo('2026-03-24T19:00:00.000Z')
    const page = await browser.post(`${path}/switch`, { from: '1', 'switch-place': 'server:srv_one' })
    expect([page.status, page.html.includes('Der Termin ist vorbei.')]).toEqual([409, true])
    const onsite = await open({ kind: 'onsite', address: 'Ringstr. 1' })
    expect((await onsite.browser.get(onsite.path)).status).toBe(404)
  })

  test('the trainer who is named may do it, another one sees nothing', async () => {
    const { office, path, present } = await open()
    const named = await office.browserOf('trainer', 'Hatice Demir')
    expect((await named.post(`${path}/switch`, { from: '1', 'switch-place': 'server:srv_one' })).status).toBe(
      303,
    )
    expect(await present()).toMatchObject({ roomNumber: 2 })
    const other = await open()
    const foreign = await other.office.browserOf('trainer', 'Ali Kaya')
    expect((await foreign.get(other.path)).status).toBe(404)
    expect(
      (await foreign.post(`${other.path}/evacuate`, { from: '1', 'evacuate-place': 'room' })).status,
    ).toBe(404)
    expect((await other.present())?.roomNumber).toBeUndefined()
  })
})
