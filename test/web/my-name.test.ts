import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findRequest } from '../../functions/certificate/request/certificate-request.table.ts'
import { htmlFindings } from './office-world.ts'
import { openDoors, post } from './open-doors.ts'

/** Ayşe's seminar is over; she has a certificate, if that is said. */
async function afterwards({ certified }: { certified: boolean }) {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayse', lastName: 'Celik' })
  const path = `/my/${await house.token('ayse')}`
  const enrollment = await house.enrollment(seminar, 'ayse')
  const { id: sessionId = '' } = seminar.sessions[0] ?? {}
  await recordByHand(house.world(), { sessionId, enrollmentId: enrollment.id, minutes: 120, by: 'k' })
  const before = await doors.myName.request(`${path}/name`)
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  if (certified) await doors.certify(enrollment)
  const send = (fields: Record<string, string>) => doors.myName.request(`${path}/name`, post(fields))
  return { doors, house, seminar, path, enrollment, before, send }
}

const words = async (answer: Response | Promise<Response>) => (await answer).text()

test('a person corrects their name, is told that a new certificate comes, and the form keeps what was typed', async () => {
  const { doors, house, seminar, path, enrollment, before, send } = await afterwards({ certified: true })
  // Before the end the page of details is the place for that.
  expect(before.status).toBe(409)
  const shown = await doors.myName.request(`${path}/name`)
  const html = await shown.text()
  expect(shown.status).toBe(200)
  for (const part of ['value="Ayse"', 'value="Celik"', 'Die alte gilt dann als ersetzt'])
    expect(html).toContain(part)
  expect(await htmlFindings(html)).toEqual([])
  expect(await words(doors.my.request(path))).toContain(`${path}/name"`)

  const wrong = await send({ firstName: '  ', lastName: 'Çelik' })
  const again = await wrong.text()
  expect([wrong.status, again.includes('value="Çelik"')]).toEqual([422, true])
  expect(await htmlFindings(again)).toEqual([])

  const sent = await send({ firstName: 'Ayşe', lastName: 'Çelik' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?done=name`])
  expect(await house.enrollment(seminar, 'ayse')).toMatchObject({ firstName: 'Ayşe', lastName: 'Çelik' })
  const name = { seminarId: seminar.id, enrollmentId: enrollment.id }
  expect(await findRequest(house.table, name)).toMatchObject({ wish: 'name', by: '', obstacle: null })
  const mine = await words(doors.my.request(`${path}?done=name`))
  for (const part of ['Ihr Name ist gespeichert.', 'Ihre neue Bescheinigung ist unterwegs.'])
    expect(mine).toContain(part)
  expect(await htmlFindings(mine)).toEqual([])
})

test('before a certificate goes out nothing is said of a new one', async () => {
  const { doors, house, seminar, path, enrollment, send } = await afterwards({ certified: false })
  const html = await words(doors.myName.request(`${path}/name?lang=tr`))
  expect(html).toContain('Belgede adınız böyle yazılacak.')
  expect((await send({ firstName: 'Ayşe', lastName: '' })).status).toBe(303)
  const name = { seminarId: seminar.id, enrollmentId: enrollment.id }
  expect(await findRequest(house.table, name)).toBeUndefined()
  expect(await words(doors.my.request(`${path}?done=name`))).not.toContain('unterwegs')
})

test.each(['', 'x'.repeat(50), 'constructor'])('by the link %j nobody learns anything', async (token) => {
  const { doors } = await afterwards({ certified: true })
  for (const how of [undefined, post({ firstName: 'Ayşe', lastName: '' })])
    expect((await doors.myName.request(`/my/${token}/name`, how)).status).toBe(404)
})
