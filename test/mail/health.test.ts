import { expect, test } from 'vitest'
import { hour, later, minute } from '../../functions/kernel/time.ts'
import { mailHealth } from '../../functions/mail/health.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import { nextTry } from '../../functions/mail/mail.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
const to = { name: '', address: 'a@verein.example' }

async function withMails(number: number) {
  const house = openWorkingHouse()
  for (let i = 0; i < number; i++)
    await house.table.commit([
      queueMail({ id: `m${i}`, to, letter, cause: 'invite', seminarId: '' }, house.now()),
    ])
  return { house, health: () => mailHealth(house.table, house.now()) }
}

test('fresh mails are not late; what lies for more than five minutes is', async () => {
  const { house, health } = await withMails(3)
  expect(await health()).toEqual({ waiting: 3, isMore: false, late: 0, failed: 0 })
  house.pass(5 * minute)
  expect(await health()).toEqual({ waiting: 3, isMore: false, late: 0, failed: 0 })
  house.pass(1)
  expect(await health()).toEqual({ waiting: 3, isMore: false, late: 3, failed: 0 })
  await house.settle()
  expect(await health()).toEqual({ waiting: 0, isMore: false, late: 0, failed: 0 })
})

test('while the provider is down and the clock keeps asking, the office says so at every moment', async () => {
  const { house, health } = await withMails(4)
  house.post.be('busy')
  await house.passTo(later(house.now(), 6 * minute), minute)
  for (let minutes = 0; minutes < 3 * 60; minutes += 7) {
    expect(await health()).toEqual({ waiting: 4, isMore: false, late: 4, failed: 0 })
    await house.passTo(later(house.now(), 7 * minute), minute)
  }
  house.post.be('accepts')
  await house.passTo(later(house.now(), 15 * minute), minute)
  expect(await health()).toEqual({ waiting: 0, isMore: false, late: 0, failed: 0 })
  expect(house.post.arrived).toHaveLength(4)
})

test('what was given up or refused stays, until somebody looks', async () => {
  const { house, health } = await withMails(2)
  house.post.be('refuses')
  await house.settle()
  expect(await health()).toEqual({ waiting: 0, isMore: false, late: 0, failed: 2 })
  house.pass(24 * hour)
  expect(await health()).toEqual({ waiting: 0, isMore: false, late: 0, failed: 2 })
})

test('due work of seminars is no mail', async () => {
  const house = openWorkingHouse()
  await house.offer()
  house.moveTo('2026-04-20T00:00:00.000Z')
  expect(await mailHealth(house.table, house.now())).toEqual({
    waiting: 0,
    isMore: false,
    late: 0,
    failed: 0,
  })
})

test('the pauses between two tries grow to a quarter of an hour', async () => {
  const { house } = await withMails(0)
  const pauses = [0, 1, 2, 3, 4, 5, 6, 100].map(
    (tries) => (Date.parse(nextTry(house.now(), tries)) - Date.parse(house.now())) / minute,
  )
  expect(pauses).toEqual([1, 1, 2, 4, 8, 15, 15, 15])
})
