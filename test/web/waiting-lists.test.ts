import { expect, test } from 'vitest'
import { later, minute } from '../../functions/kernel/time.ts'
import { phaseShelf } from '../../functions/programme/programme.table.ts'
import { fieldValues, openOffice } from './office-world.ts'
import { aPhase } from './open-doors.ts'

/** A funded seminar whose first session is over, and one that nobody funds. */
async function afterTheSession() {
  const office = openOffice()
  const { house } = office
  await house.table.commit([phaseShelf.create(aPhase.id, aPhase)])
  const funded = await house.offer({ trainer: 'Zeynep Aydın', phaseId: aPhase.id })
  const free = await house.offer({ trainer: 'Zeynep Aydın', slug: 'frei' })
  for (const seminar of [funded, free]) await house.enrollAndConfirm(seminar, `ayse-${seminar.slug}`)
  const [session] = funded.sessions
  if (!session) throw new Error('no session')
  const moveTo = (days: number) => house.moveTo(later(session.end, days * 1_440 * minute + minute))
  moveTo(0)
  return { office, moveTo, list: `/office/seminars/${funded.id}/attendance/${session.id}/list` }
}

const first = 'Teilnahmeliste noch nicht bestätigt: Fördermittel finden und beantragen, Di., 24.03.2026'
const second =
  'Teilnahmeliste wartet auf Ihre Gegenbestätigung: Fördermittel finden und beantragen, Di., 24.03.2026'

test('whose turn it is with a list reads it on their first page', async () => {
  const { office, moveTo, list } = await afterTheSession()
  const staff: { email: string; browser: ReturnType<typeof office.openBrowser> }[] = []
  for (const [role, name] of [
    ['trainer', 'Zeynep Aydın'],
    ['coordinator', 'Cem Yıldız'],
  ] as const)
    staff.push({ email: (await office.hire(role, name)).email, browser: office.openBrowser() })
  const signIn = async () => {
    for (const { email, browser } of staff) await browser.signIn(email)
  }
  await signIn()
  const [trainer, coordinator] = staff.map(({ browser }) => browser)
  if (!trainer || !coordinator) throw new Error('nobody works here')
  const pages = async () =>
    Promise.all(
      staff.map(async ({ browser }) => {
        const { html } = await browser.get('/office')
        return [html.split(first).length - 1, html.split(second).length - 1]
      }),
    )
  // The trainer's turn; of the seminar that nobody funds no list is asked for.
  expect(await pages()).toEqual([
    [1, 0],
    [0, 0],
  ])
  moveTo(3)
  await signIn()
  expect(await pages()).toEqual([
    [1, 0],
    [1, 0],
  ])
  await trainer.post(`${list}/confirm`, fieldValues((await trainer.get(list)).html))
  expect(await pages()).toEqual([
    [0, 0],
    [0, 1],
  ])
  const page = await coordinator.get('/office')
  expect(page.html).toContain(`href="${list}"`)
  await coordinator.post(`${list}/counter-confirm`, fieldValues((await coordinator.get(list)).html))
  expect(await pages()).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('the trainer of another seminar reads of no list', async () => {
  const { office } = await afterTheSession()
  const stranger = await office.browserOf('trainer', 'Murat Esen')
  expect((await stranger.get('/office')).html).not.toContain('Teilnahmeliste')
})

test('the page of the seminar leads to the attendance of a session that is over', async () => {
  const { office, list } = await afterTheSession()
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const seminar = list.split('/attendance/')[0] ?? ''
  const { html } = await coordinator.get(seminar)
  expect(html).toContain(
    'Der Termin vom Di., 24.03.2026 ist vorbei. Prüfen Sie die Anwesenheit, und bestätigen Sie die Liste.',
  )
})
