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

  it('lets its form go to a meeting server, which other pages may not', async () => {
    const { show, enroll } = await anEvening()
    const { answer } = await show()
    expect(answer.headers.get('content-security-policy')).toContain(
      "form-action 'self' https: http://localhost:3001;",
    )
    const form = await enroll.request('/seminars/foerdermittel/enroll')
    expect(form.headers.get('content-security-policy')).toContain("form-action 'self';")
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

/** The personal page of somebody with a seat, and its way into the room. */
async function aPersonalEvening(place?: SessionPlace) {
  const evening = await anEvening(place)
  const mine = `/my/${await evening.house.token('ayse')}`
  const way = `${mine}/join/${evening.session.id}`
  const look = async (path = mine) => {
    const answer = await evening.my.request(path)
    return { policy: answer.headers.get('content-security-policy') ?? '', html: await answer.text() }
  }
  const enter = (path = way, door = evening.join) => door.request(path, post({}))
  return { ...evening, mine, way, look, enter }
}

describe('the way into the room from the personal page', () => {
  it('is closed until half an hour before the start; the page says when it opens', async () => {
    const { house, session, way, look, enter, clicks } = await aPersonalEvening()
    house.moveTo(later(session.start, -31 * minute))
    const { policy, html } = await look()
    expect(html).toContain('öffnet am Dienstag, 24. März 2026, 17:30')
    expect(html).not.toContain('/join/')
    expect(policy).toContain("form-action 'self';")
    const early = await enter(`${way}?lang=en`)
    const page = await early.text()
    expect([early.status, await clicks()]).toEqual([409, 0])
    expect(page).toContain('The door opens at 17:30')
  })

  it('is a button while the door is open, and names no meeting server', async () => {
    const { house, session, way, look, enter, clicks } = await aPersonalEvening({
      kind: 'link',
      url: 'https://meet.example/abc',
    })
    for (const now of [later(session.start, -30 * minute), later(session.end, -minute)]) {
      house.moveTo(now)
      const { policy, html } = await look()
      expect(html).toContain(`action="${way}"`)
      expect(html).not.toContain('meet.example')
      expect(policy).toContain("form-action 'self' https: http://localhost:3001;")
    }
    const entered = await enter()
    expect([entered.status, entered.headers.get('location')]).toEqual([
      303,
      'https://meet.example/room?pass=secret',
    ])
    expect(await clicks()).toBe(1)
  })

  it('is gone when the session is over', async () => {
    const { house, session, look, enter } = await aPersonalEvening()
    house.moveTo(session.end)
    const { policy, html } = await look()
    expect(html).not.toContain('/join/')
    expect(policy).toContain("form-action 'self';")
    expect((await enter()).status).toBe(410)
  })

  it('is open to nobody who waits, has cancelled or has not confirmed', async () => {
    const { house, my, join } = await openDoors()
    const seminar = await house.offer({ capacity: 1, sessions: [aSession()] })
    const session = (await house.seminar(seminar.id)).sessions[0]
    for (const name of ['seated', 'waits', 'gone']) await house.enrollAndConfirm(seminar, name)
    await house.enroll(seminar, 'held')
    await house.cancel('gone')
    house.moveTo(session?.start ?? '')
    const stands = async (name: string) => {
      const mine = `/my/${await house.token(name)}`
      const html = await (await my.request(mine)).text()
      return [html.includes('/join/'), (await join.request(`${mine}/join/${session?.id}`, post({}))).status]
    }
    expect(await stands('seated')).toEqual([true, 303])
    for (const name of ['waits', 'gone', 'held']) expect(await stands(name), name).toEqual([false, 403])
  })

  it('leads into no session of another seminar, and not over a link of another kind', async () => {
    const { house, session, mine, token, enter, clicks } = await aPersonalEvening()
    const other = await house.offer({ slug: 'other' })
    const [foreign] = (await house.seminar(other.id)).sessions
    house.moveTo(session.start)
    for (const path of [
      `${mine}/join/${foreign?.id}`,
      `${mine}/join/unknown`,
      `/my/${token}/join/${session.id}`,
      `${mine.slice(0, -1)}x/join/${session.id}`,
    ])
      expect((await enter(path)).status).toBe(404)
    expect(await clicks()).toBe(0)
  })

  it('keeps its button when the room does not answer, and switches language on the personal page', async () => {
    const { house, session, mine, way, enter, world } = await aPersonalEvening()
    house.moveTo(session.start)
    const answer = await enter(way, joinDoor({ ...world, enterRoom: async () => undefined }))
    const html = await answer.text()
    expect(answer.status).toBe(503)
    expect(html).toContain(`action="${way}"`)
    expect(html).toContain(`href="${mine}?lang=tr"`)
  })

  it('takes no form from elsewhere', async () => {
    const { house, session, way, join, clicks } = await aPersonalEvening()
    house.moveTo(session.start)
    expect((await join.request(way, post({}, { origin: 'https://evil.example' }))).status).toBe(403)
    expect(await clicks()).toBe(0)
  })

  it('has two buttons where one session follows closely on another', async () => {
    const doors = await openDoors()
    const { house } = doors
    const first = aSession()
    const second = aSession({
      start: later(first.end, 15 * minute),
      end: later(first.end, 60 * minute),
    })
    const seminar = await house.offer({ sessions: [first, second] })
    await house.enrollAndConfirm(seminar, 'ayse')
    const mine = `/my/${await house.token('ayse')}`
    house.moveTo(later(first.end, -10 * minute))
    const html = await (await doors.my.request(mine)).text()
    expect(html.match(/\/join\/ses_\w+/g)).toEqual(
      (await house.seminar(seminar.id)).sessions.map(({ id }) => `/join/${id}`),
    )
  })
})
