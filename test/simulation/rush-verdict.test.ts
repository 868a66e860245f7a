import { expect, test } from 'vitest'
import { lineEntryShelf } from '../../functions/enrollment/enrollment.table.ts'
import { drawNumbers, linePlace } from '../../functions/seminar/line.ts'
import { openHouse } from '../world/house.ts'
import type { Rush } from '../world/rush.ts'
import { holdsTrue, judgeRush, overbookedNow, seatsAgainstAnswers } from '../world/rush-verdict.ts'

type House = ReturnType<typeof openHouse>

/** Two seats and four people, and a rush that says in which order they were answered. */
async function openRush(answered: readonly string[] = ['a', 'b', 'c', 'd']) {
  const house = openHouse()
  const seminar = await house.offer({ capacity: 2 })
  for (const name of ['a', 'b', 'c', 'd']) await house.enroll(seminar, name)
  const submissions = answered.map((person, answeredAt) => ({
    person,
    answeredAt,
    milliseconds: 1.5,
    outcome: 'accepted' as const,
  }))
  return { house, rush: { seminar, submissions } as unknown as Rush }
}

const judge = async (spoil: (house: House, rush: Rush) => Promise<unknown>) => {
  const { house, rush } = await openRush()
  await spoil(house, rush)
  return judgeRush(house.table, rush)
}

const allWell = { overbooked: 0, lost: 0, doubled: 0, outOfOrder: 0, empty: 0, missing: 0 }

test('a rush in which all is well', async () => {
  const verdict = await judge(async () => {})
  expect(verdict).toEqual(allWell)
  expect(holdsTrue(verdict)).toBe(true)
})

test('somebody who cancelled is neither lost nor doubled, and their seat is not empty', async () => {
  expect(await judge((house) => house.cancel('a'))).toEqual(allWell)
})

test('a seat too many is seen, also while it lasts', async () => {
  const { house, rush } = await openRush()
  const table = moved(house, rush.seminar.id, 1)
  expect(await overbookedNow(table, rush.seminar)).toBe(1)
  const verdict = await judgeRush(table, rush)
  expect(verdict).toMatchObject({ overbooked: 1 })
  expect(holdsTrue(verdict)).toBe(false)
  expect(await judgeRush(house.table, rush, 1)).toEqual({ ...allWell, overbooked: 1 })
})

test('a seat that stays empty while somebody waits is seen', async () => {
  const { house, rush } = await openRush()
  expect(await judgeRush(moved(house, rush.seminar.id, -1), rush)).toEqual({ ...allWell, empty: 1 })
})

test('somebody who was told that they are in and is not stored is lost', async () => {
  const { house, rush } = await openRush(['a', 'nobody'])
  expect(await judgeRush(house.table, rush)).toEqual({ ...allWell, lost: 1 })
})

test('whose number is not theirs, or whose mail is not queued, is lost', async () => {
  const withoutNumber = await judge(async (house, { seminar }) => {
    const entry = await lineEntryShelf.read(house.table, { seminarId: seminar.id, number: 1 })
    if (entry)
      await house.table.commit([lineEntryShelf.replace(entry, { ...entry.facts, enrollmentId: 'x' })])
  })
  expect(withoutNumber).toMatchObject({ lost: 1 })
  const { house, rush } = await openRush()
  const listDue: House['table']['listDue'] = async (...given) =>
    (await house.table.listDue(...given)).filter(({ facts }) => !JSON.stringify(facts).includes('a@verein'))
  expect(await judgeRush({ ...house.table, listDue }, rush)).toEqual({ ...allWell, lost: 1 })
})

test('two places of one person are seen, and two mails for one form', async () => {
  const twoPlaces = await judge(async (house, { seminar }) => {
    const { id } = await house.enrollment(seminar, 'a')
    const { next: number } = await drawNumbers(house.table, seminar.id)
    const entry = { number, enrollmentId: id, void: false, passed: false }
    await house.table.commit([lineEntryShelf.create({ seminarId: seminar.id, number }, entry)])
  })
  expect(twoPlaces).toEqual({ ...allWell, doubled: 1 })
  // Another form of the same person brings another mail; the rush sends each form twice, but only one form each.
  expect(await judge((house, { seminar }) => house.enroll(seminar, 'a'))).toEqual({ ...allWell, doubled: 1 })
})

test('a number that nobody has is seen', async () => {
  expect(await judge((house, { seminar }) => drawNumbers(house.table, seminar.id))).toEqual({
    ...allWell,
    missing: 1,
  })
})

test('whoever sent their form after another one was answered must not be before them', async () => {
  // Two overtake each other while both are on their way.
  const atOnce = await openRush(['a', 'c', 'b', 'd'])
  expect(await judgeRush(atOnce.house.table, atOnce.rush)).toEqual(allWell)
  const afterwards = await openRush(['a', 'c', 'd', 'b'])
  expect(await judgeRush(afterwards.house.table, afterwards.rush)).toEqual({ ...allWell, outOfOrder: 1 })
})

test('seats against the order of the answers are counted', async () => {
  const inOrder = await openRush()
  expect(await seatsAgainstAnswers(inOrder.house.table, inOrder.rush)).toBe(0)
  const overtaken = await openRush(['a', 'c', 'b', 'd'])
  expect(await seatsAgainstAnswers(overtaken.house.table, overtaken.rush)).toBe(1)
})

/** The table with the line served further, or less far, than it is. */
const moved = (house: House, seminarId: string, by: number): House['table'] => ({
  ...house.table,
  async counters(place) {
    const counters = await house.table.counters(place)
    return place.pk === linePlace(seminarId).pk
      ? { ...counters, serving: (counters.serving ?? 0) + by }
      : counters
  },
})
