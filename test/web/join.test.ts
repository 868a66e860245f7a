import { describe, expect, it } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import type { SessionPlace } from '../../functions/seminar/seminar.ts'
import { joinDoor } from '../../web/public/join.door.tsx'
import { aSession } from '../world/seminar.ts'
import { openDoors, post } from './open-doors.ts'

async function anEvening(place: SessionPlace = { kind: 'room' }) {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer({ sessions: [aSession({ place })] })
  await house.enrollAndConfirm(seminar, 'ayse')
  const enrollment = await house.enrollment(seminar, 'ayse')
  const session = (await house.seminar(seminar.id)).sessions[0]
  if (!session) throw new Error('no session')
  const token = await doors.linkFor(enrollment, 'join', session.id)
  const show = async (query = '') => {
    const answer = await doors.join.request(`/join/${token}${query}`)
    return { answer, html: await answer.text() }
  }
  const press = (door = doors.join) => door.request(`/join/${token}`, post({}))
  const clicks = async () => [...(await listNotices(house.table, session.id)).values()].flat().length
  return { ...doors, seminar, session, token, show, press, clicks }
}

describe('the page in front of the room', () => {
  it('counts down until the door opens, with the button hidden and the server’s time', async () => {
    const { house, session, show, press, clicks } = await anEvening()
    house.moveTo(later(session.start, -90 * minute))
    const { answer, html } = await show('?lang=en')
    expect(answer.status).toBe(200)
    expect(html).toMatch(/role="timer">1 hour 0 minutes</)
    expect(html).toMatch(/data-reveal="" hidden=""/)
    expect(html).toContain('at 17:30')
    const pressed = await press()
    expect([pressed.status, pressed.headers.get('location')]).toEqual([409, null])
    expect(await clicks()).toBe(0)
  })

  it('opens half an hour before the start; looking changes nothing, the button leads in', async () => {
    const { house, session, show, press, clicks } = await anEvening()
    house.moveTo(later(session.start, -30 * minute))
    const { html } = await show()
    expect(html).toContain('Jetzt teilnehmen')
    expect(html).not.toContain('meet.example')
    expect(await clicks()).toBe(0)
    const pressed = await press()
    expect([pressed.status, pressed.headers.get('location')]).toEqual([
      303,
      'https://meet.example/room?pass=secret',
    ])
    expect(await clicks()).toBe(1)
  })

  it('lets its form go to a meeting server, and only this page may', async () => {
    const { show, my, house } = await anEvening()
    const { answer } = await show()
    expect(answer.headers.get('content-security-policy')).toContain(
      "form-action 'self' https: http://localhost:3001;",
    )
    const mine = await my.request(`/my/${await house.token('ayse')}`)
    expect(mine.headers.get('content-security-policy')).toContain("form-action 'self';")
  })

  it('says that it is over, and lets nobody in', async () => {
    const { house, session, show, press } = await anEvening()
    house.moveTo(session.end)
    expect((await show()).html).toContain('Dieser Termin ist vorbei')
    expect((await press()).status).toBe(410)
  })

  it('names the address where people meet on site', async () => {
    const { house, session, show, press } = await anEvening({
      kind: 'onsite',
      address: 'Lange Straße 12, Hagen',
    })
    house.moveTo(session.start)
    expect((await show()).html).toContain('Adresse: Lange Straße 12, Hagen')
    expect((await press()).status).toBe(409)
  })

  it('tells who has no seat any more, and lets them not in', async () => {
    const { house, session, show, press } = await anEvening()
    await house.cancel('ayse')
    house.moveTo(session.start)
    expect((await show()).html).toContain('Sie haben für dieses Seminar zurzeit keinen Platz')
    expect((await press()).status).toBe(403)
  })

  it('keeps the button when the room does not answer', async () => {
    const { house, session, press, world } = await anEvening()
    house.moveTo(session.start)
    const answer = await press(joinDoor({ ...world, enterRoom: async () => undefined }))
    const html = await answer.text()
    expect(answer.status).toBe(503)
    expect(html).toContain('Der Raum antwortet gerade nicht')
    expect(html).toContain('Jetzt teilnehmen')
  })

  it('leads nowhere but to https or the house’s own room', async () => {
    const { house, session, press, world, faults } = await anEvening()
    house.moveTo(session.start)
    const leads = async (address: string) =>
      (await press(joinDoor({ ...world, enterRoom: async () => address }))).status
    expect(await leads('http://localhost:3001/rooms/1')).toBe(303)
    expect(await leads('http://localhost:3001.evil.example/')).toBe(500)
    expect(await leads('javascript:alert(1)')).toBe(500)
    expect(faults).toHaveLength(2)
  })
})
