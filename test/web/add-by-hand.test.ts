import { expect, test } from 'vitest'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { htmlFindings, openOffice } from './office-world.ts'

test('a coordinator enters somebody who was there; what is wrong is said, and nothing typed is lost', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın' })
  await house.enrollAndConfirm(seminar, 'ayse')
  const page = `/office/seminars/${seminar.id}/add`
  const filled = {
    firstName: 'Gülay',
    lastName: 'Öz',
    email: 'gulay@verein.example',
    language: 'tr',
    source: 'Liste',
  }
  const early = await office.browserOf('coordinator', 'Cem Yıldız')
  expect((await early.post(page, filled)).status).toBe(409)
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect([(await trainer.get(page)).status, (await trainer.post(page, filled)).status]).toEqual([404, 404])
  expect((await coordinator.get(`/office/seminars/${seminar.id}`)).html).toContain(`href="${page}"`)
  const shown = await coordinator.get(page)
  expect(shown.status).toBe(200)
  expect(await htmlFindings(shown.html)).toEqual([])

  const minutes = `minutes-${seminar.sessions[0]?.id}`
  const wrong = await coordinator.post(page, { ...filled, email: 'gulay', [minutes]: '121', source: '' })
  expect(wrong.status).toBe(422)
  for (const kept of ['value="Gülay"', 'value="gulay"', 'value="121"', 'value="tr" selected'])
    expect(wrong.html).toContain(kept)
  expect(await htmlFindings(wrong.html)).toEqual([])

  const taken = await coordinator.post(page, { ...filled, email: 'ayse@verein.example' })
  expect([taken.status, taken.html.includes('schon jemand angemeldet')]).toEqual([409, true])

  const done = await coordinator.post(page, { ...filled, [minutes]: '110' })
  expect(done.location).toBe(`/office/seminars/${seminar.id}?done=addedByHand`)
  expect(await house.enrollment(seminar, 'gulay')).toMatchObject({
    state: 'held',
    language: 'tr',
    firstName: 'Gülay',
  })
  expect((await listAudit(house.table, house.now(), 5)).map(({ deed }) => deed)).toContain('add-by-hand')
})
