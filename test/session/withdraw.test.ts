import { expect, test } from 'vitest'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const aboutSessions = (tally: Record<string, number>) =>
  Object.fromEntries(Object.entries(tally).filter(([name]) => /^(invite|reminder) /.test(name)))

/** The provider is down when the reminders fall due; one person stays. */
async function withProviderDown() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'stays')
  await house.enrollAndConfirm(seminar, 'leaves')
  await house.passTo('2026-03-24T15:30:00.000Z')
  house.post.be('busy')
  await house.passTo('2026-03-24T16:10:00.000Z')
  expect(aboutSessions(house.post.tally())).toEqual({ 'invite leaves': 1, 'invite stays': 1 })
  return { house, seminar }
}

test('who cancels while the provider is down gets no reminder when it is back; who stays gets theirs', async () => {
  const { house } = await withProviderDown()
  await house.cancel('leaves')
  house.post.be('accepts')
  await house.passTo('2026-03-24T16:40:00.000Z')
  expect(house.post.tally()).toMatchObject({ 'reminder stays': 1, 'cancelled leaves': 1 })
  expect(house.post.tally()).not.toHaveProperty('reminder leaves')
})

test('when the seminar is called off meanwhile, nobody gets a reminder', async () => {
  const { house, seminar } = await withProviderDown()
  await cancelSeminar(house.world(), seminar.id)
  await house.settle()
  house.post.be('accepts')
  await house.passTo('2026-03-24T16:40:00.000Z')
  expect(house.post.tally()).toMatchObject({ 'seminar-cancelled stays': 1, 'seminar-cancelled leaves': 1 })
  expect(Object.keys(house.post.tally()).filter((name) => name.startsWith('reminder'))).toEqual([])
})
