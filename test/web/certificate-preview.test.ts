import { expect, test } from 'vitest'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { htmlFindings, openOffice } from './office-world.ts'

test('a coordinator looks, holds back, completes and releases; trainers see nothing of it', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın', reducedThreshold: 50 })
  await house.enrollAndConfirm(seminar, 'ayse')
  const page = `/office/seminars/${seminar.id}/certificates`
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect([(await trainer.get(page)).status, (await trainer.post(`${page}/hold-back`)).status]).toEqual([
    404, 404,
  ])

  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const seen = await coordinator.get(page)
  expect(seen.html).toContain('Voll ab 80 % der Zeit, verkürzt ab 50 %.')
  expect(seen.html).toContain('Liste vom Di., 24.03.2026')
  expect((await coordinator.post(`${page}/hold-back`)).location).toBe(`${page}?done=heldBack`)
  const held = await coordinator.get(page)
  expect(held.html).toContain('von Cem Yıldız')
  expect(await htmlFindings(held.html)).toEqual([])

  await completeSeminar(house.world(), seminar.id)
  expect((await coordinator.get(`/office/seminars/${seminar.id}`)).html).toContain(
    'Die Bescheinigungen sind angehalten, bis Sie sie freigeben.',
  )
  expect((await coordinator.get(page)).status).toBe(200)
  expect((await coordinator.post(`${page}/release`)).location).toBe(
    `/office/seminars/${seminar.id}?done=released`,
  )
  expect((await coordinator.get(page)).status).toBe(404)
  const trail = (await listAudit(house.table, house.now(), 10)).map(({ deed }) => deed)
  expect(trail).toEqual(expect.arrayContaining(['hold-back-certificates', 'release-certificates']))
})
