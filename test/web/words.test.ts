import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { listWords } from '../../functions/certificate/trainers-word.table.ts'
import { day } from '../../functions/kernel/time.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { conditionsText } from '../../web/text/conditions.ts'
import { trainersWordText } from '../../web/text/trainers-word.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const text = trainersWordText.de

/** Ayşe and Bora were there, Can was not; the seminar is over and asks for a word. */
async function afterwards(changes: Partial<Seminar> = {}) {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın', trainersWord: true, ...changes })
  const ids: Record<string, string> = {}
  for (const name of ['ayse', 'bora', 'can']) {
    const { id } = await house.enrollAndConfirm(seminar, name)
    ids[name] = id
    for (const { id: sessionId } of name === 'can' ? [] : seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId: id, minutes: 120, by: 'k' })
  }
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const seminarPage = `/office/seminars/${seminar.id}`
  return {
    ...{ office, house, seminar, ids, seminarPage, page: `${seminarPage}/words` },
    said: async () =>
      Object.fromEntries(
        [...(await listWords(house.table, seminar.id))].map(([id, { facts }]) => [
          Object.keys(ids).find((name) => ids[name] === id),
          `${facts.word} ${facts.by}`,
        ]),
      ),
  }
}

test('the trainer says yes to one and no to another; the trail names who it was, and nobody it was about', async () => {
  const { office, house, ids, page, seminarPage, said } = await afterwards()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect((await trainer.get(seminarPage)).html).toContain(text.waiting(2))
  const seen = (await trainer.get(page)).html
  expect(await htmlFindings(seen)).toEqual([])
  const form = fieldValues(seen)
  const { ayse = '', bora = '' } = ids
  const sent = { ...form, [`word-${ayse}`]: 'yes', [`word-${bora}`]: 'no' }
  expect((await trainer.post(page, sent)).location).toBe(`${page}?done=wordsGiven`)
  const by = 'trainer@verein.example'
  expect(await said()).toEqual({ ayse: `yes ${by}`, bora: `no ${by}` })
  const trail = (await listAudit(house.table, house.now(), 10)).filter(
    ({ deed }) => deed === 'give-trainers-word',
  )
  expect(trail).toMatchObject([{ who: by, about: '' }])

  // An old form comes back and says nothing new of Bora.
  await trainer.post(page, { ...form, [`word-${ayse}`]: 'no' })
  expect(await said()).toEqual({ ayse: `no ${by}`, bora: `no ${by}` })
  expect((await trainer.get(seminarPage)).html).not.toContain(text.waiting(1))
})

test('the first page of the office says where a yes is awaited, and for how long', async () => {
  const { office, house, seminar, page } = await afterwards()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const waits = text.waitingIn(seminar.title.de, 2)
  for (const browser of [trainer, coordinator]) expect((await browser.get('/office')).html).toContain(waits)
  const other = await office.browserOf('administrator', 'Anna')
  await other.post(`${page}/all`)
  expect((await trainer.get('/office')).html).not.toContain(text.waitingIn(seminar.title.de, 0))

  const old = await afterwards()
  old.house.pass(31 * day)
  const later = await old.office.browserOf('trainer', 'Zeynep Aydın')
  expect((await later.get('/office')).html).not.toContain(waits)
  expect(house.now()).not.toBe(old.house.now())
})

test('a list of more people than one page holds is said page by page, and by one button at once', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainersWord: true, threshold: 1, capacity: 95 })
  for (let i = 10; i < 105; i++) {
    const { id: enrollmentId } = await house.enrollAndConfirm(seminar, `person${i}`)
    const sessionId = seminar.sessions[0]?.id ?? ''
    await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  }
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const browser = await office.browserOf('coordinator', 'Cem Yıldız')
  const page = `/office/seminars/${seminar.id}/words`
  const second = fieldValues((await browser.get(`${page}/2`)).html)
  const names = Object.keys(second).filter((name) => !name.endsWith('-shown'))
  expect(names).toHaveLength(5)
  const sent = { ...second, [names[0] ?? '']: 'no' }
  expect((await browser.post(`${page}/2`, sent)).location).toBe(`${page}/2?done=wordsGiven`)
  await browser.post(`${page}/all`)
  const words = [...(await listWords(house.table, seminar.id)).values()].map(({ facts }) => facts.word)
  expect([
    words.filter((word) => word === 'yes').length,
    words.filter((word) => word === 'no').length,
  ]).toEqual([94, 1])
})

test('one button says yes to all who were there long enough and of whom nothing was said', async () => {
  const { office, ids, page, said } = await afterwards()
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const { bora = '' } = ids
  await coordinator.post(page, { [`word-${bora}`]: 'no', [`word-${bora}-shown`]: 'open' })
  expect((await coordinator.get(page)).html).toContain(text.all(1))
  await coordinator.post(`${page}/all`)
  const by = 'coordinator@verein.example'
  expect(await said()).toEqual({ ayse: `yes ${by}`, bora: `no ${by}` })
  expect((await coordinator.get(page)).html).toContain(text.nobodyWaits)
})

test('the preview says of each person what is missing', async () => {
  const { office, ids, page, seminarPage } = await afterwards({ everySession: true })
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const { bora = '' } = ids
  await coordinator.post(page, { [`word-${bora}`]: 'no', [`word-${bora}-shown`]: 'open' })
  const { html } = await coordinator.get(`${seminarPage}/certificates`)
  const rowOf = (name: string) => html.split('<tr').find((row) => row.includes(`>${name} Yıldız<`)) ?? ''
  expect(rowOf('ayse')).toContain(text.why.open)
  expect(rowOf('ayse')).toContain(text.waits)
  expect(rowOf('bora')).toContain(text.why.no)
  expect(rowOf('can')).toContain(conditionsText.de.missed('1, 2'))
  expect(rowOf('can')).not.toContain(text.why.open)
  expect(await htmlFindings(html)).toEqual([])
})

test('after completion the page is still there, and says who waits', async () => {
  const { office, house, seminar, page, seminarPage } = await afterwards()
  await completeSeminar(house.world(), seminar.id)
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  expect((await coordinator.get(seminarPage)).html).toContain(text.waiting(2))
  expect((await coordinator.get(page)).status).toBe(200)
})

test('trainers say nothing in seminars of others, and nobody where no word is asked for', async () => {
  const { office, page, said } = await afterwards()
  const other = await office.browserOf('trainer', 'Deniz Kaya')
  expect([(await other.get(page)).status, (await other.post(`${page}/all`)).status]).toEqual([404, 404])
  expect((await other.post(page, {})).status).toBe(404)
  expect(await said()).toEqual({})
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  expect((await coordinator.get(`${page}/2`)).status).toBe(404)

  const plain = await afterwards({ trainersWord: false })
  const there = await plain.office.browserOf('coordinator', 'Cem Yıldız')
  const answers = [
    await there.get(plain.page),
    await there.post(`${plain.page}/all`),
    await there.post(plain.page),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await there.get(plain.seminarPage)).html).not.toContain(text.link)
})

test('whoever reads in another language keeps what was chosen', async () => {
  const { office, ids, page, said } = await afterwards()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  const { ayse = '' } = ids
  const form = fieldValues((await trainer.get(page)).html)
  const left = await trainer.post(`${page}?lang=tr`, {
    ...form,
    [`word-${ayse}`]: 'yes',
    'left-language': 'tr',
  })
  expect([left.status, left.html.includes(trainersWordText.tr.title)]).toEqual([200, true])
  expect(fieldValues(left.html)[`word-${ayse}`]).toBe('yes')
  expect(await said()).toEqual({})
})
