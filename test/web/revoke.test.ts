import { expect, test } from 'vitest'
import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { revocationShelf } from '../../functions/certificate/revocation.table.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { aCertificate } from '../world/certificate.ts'
import { htmlFindings, openOffice } from './office-world.ts'
import { openDoors } from './open-doors.ts'

test('a coordinator revokes a certificate with a reason; without one nothing happens', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın' })
  const { id: enrollmentId } = await house.enrollAndConfirm(seminar, 'ayse')
  const certificate = aCertificate({ seminarId: seminar.id, enrollmentId })
  const name = { seminarId: seminar.id, enrollmentId }
  await house.table.commit([
    certificateShelf.create(certificate.number, certificate),
    certificateNoteShelf.create(name, { number: certificate.number }),
  ])
  const page = `/office/seminars/${seminar.id}/certificates/${enrollmentId}`
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect([(await trainer.get(page)).status, (await trainer.post(page, { reason: 'x' })).status]).toEqual([
    404, 404,
  ])
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const seen = await coordinator.get(page)
  expect(seen.html).toContain(certificate.number)
  expect(await htmlFindings(seen.html)).toEqual([])
  expect((await coordinator.post(page, { reason: '  ' })).status).toBe(422)
  expect((await coordinator.post(page, { reason: 'Falscher <b>Name' })).location).toBe(
    `${page}?done=certificateRevoked`,
  )
  const done = await coordinator.get(page)
  expect(done.html).toContain('Falscher &lt;b&gt;Name')
  expect(done.html).not.toContain('<form class="form"')
  expect(await htmlFindings(done.html)).toEqual([])
  expect((await coordinator.post(page, { reason: 'noch einmal' })).status).toBe(409)
  const [entry] = (await listAudit(house.table, house.now(), 10)).filter(
    ({ deed }) => deed === 'revoke-certificate',
  )
  expect(JSON.stringify(entry)).not.toContain('Falscher')
  expect((await coordinator.get(page.replace(enrollmentId, 'AAAAAAAAAAAAAAAA'))).status).toBe(404)
})

test('whoever verifies reads that it holds no longer, and not why; the person gets it no more', async () => {
  const doors = await openDoors()
  const seminar = await doors.house.offer()
  const enrollment = await doors.house.enrollAndConfirm(seminar, 'ayse')
  const { number } = await doors.certify(enrollment)
  const mine = `/my/${await doors.house.token('ayse')}`
  expect(await (await doors.my.request(mine)).text()).toContain(number)
  await doors.house.table.commit([
    revocationShelf.create(number, { at: doors.house.now(), by: 'cem@x', reason: 'Verwechslung' }),
  ])
  const answer = await doors.verify.request(`/verify/${number}?lang=en`)
  const html = await answer.text()
  expect([answer.status, html.includes('This certificate no longer holds')]).toEqual([200, true])
  for (const hidden of ['is genuine', 'Verwechslung', 'cem@x']) expect(html).not.toContain(hidden)
  expect(await htmlFindings(html)).toEqual([])
  expect(await (await doors.my.request(mine)).text()).not.toContain(number)
  expect((await doors.certificateFile.request(`${mine}/certificate.pdf`)).status).toBe(404)
})
