import { expect, test } from 'vitest'
import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { replacementShelf } from '../../functions/certificate/replacement.table.ts'
import { findRequest } from '../../functions/certificate/request/certificate-request.table.ts'
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

test('a coordinator issues a certificate anew under another name, and sends one once more', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın' })
  const { id: enrollmentId } = await house.enrollAndConfirm(seminar, 'ayse')
  const certificate = aCertificate({ seminarId: seminar.id, enrollmentId, serial: 14 })
  const former = aCertificate({ number: '2026-AAAA-BBBB-CCCC', firstName: 'Früher' })
  const name = { seminarId: seminar.id, enrollmentId }
  await house.table.commit([
    certificateShelf.create(certificate.number, certificate),
    certificateShelf.create(former.number, former),
    replacementShelf.create(former.number, { at: house.now(), by: certificate.number }),
    certificateNoteShelf.create(name, { number: certificate.number, serial: 14, former: [former.number] }),
  ])
  const page = `/office/seminars/${seminar.id}/certificates/${enrollmentId}`
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  for (const path of [`${page}/renew`, `${page}/again`])
    expect((await trainer.post(path, { firstName: 'x' })).status).toBe(404)
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const seen = await coordinator.get(page)
  for (const part of ['2026/14', former.number, 'Früher', 'ersetzt am']) expect(seen.html).toContain(part)
  expect(await htmlFindings(seen.html)).toEqual([])

  expect((await coordinator.post(`${page}/again`, {})).location).toBe(`${page}?done=certificateAgain`)
  expect(await findRequest(house.table, name)).toMatchObject({ wish: 'again', obstacle: null })
  expect((await coordinator.get(page)).html).toContain('Das wird gerade erledigt.')

  const form = await coordinator.get(`${page}/renew`)
  expect(form.html).toContain('value="ayse"')
  expect(await htmlFindings(form.html)).toEqual([])
  const empty = await coordinator.post(`${page}/renew`, { firstName: '', lastName: 'Bleibt' })
  expect([empty.status, empty.html.includes('value="Bleibt"')]).toEqual([422, true])
  expect((await coordinator.post(`${page}/renew`, { firstName: 'Ayşe', lastName: 'Çelik' })).location).toBe(
    `${page}?done=certificateRenewed`,
  )
  expect(await findRequest(house.table, name)).toMatchObject({ wish: 'everything', obstacle: null })
  expect(await house.enrollment(seminar, 'ayse')).toMatchObject({ firstName: 'Ayşe', lastName: 'Çelik' })
  const deeds = (await listAudit(house.table, house.now(), 10)).map(({ deed }) => deed)
  expect(deeds).toEqual(expect.arrayContaining(['renew-certificate', 'send-certificate-again']))
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
