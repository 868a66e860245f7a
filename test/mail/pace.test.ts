import { describe, expect, test } from 'vitest'
import type { Table } from '../../functions/kernel/table.ts'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import { openPace, outBy, paceFor, readPace } from '../../functions/mail/pace.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { openPostOffice } from '../world/post-office.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const start = '2026-03-02T09:00:00.250Z' as Instant

/** Workers over one table, with a clock that only moves while somebody sleeps. */
function openWorkers(mostPerSecond: number | undefined, patience: number) {
  const table = openMemoryTable()
  let now = start
  const slept: number[] = []
  const world = (through: Table = table) => ({
    table: through,
    now: () => now,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds)
      now = later(now, milliseconds)
    },
    mostPerSecond: async () => mostPerSecond,
    patience,
  })
  return {
    table,
    world,
    slept,
    worker: (through?: Table) => openPace(world(through)),
    now: () => now,
    putBack: (milliseconds: number) => {
      now = later(now, -milliseconds)
    },
  }
}

test('several workers together stay below what the provider allows in every second', async () => {
  const { worker, now } = openWorkers(14, minute)
  const workers = [worker(), worker(), worker()]
  const perSecond = new Map<string, number>()
  for (let mail = 0; mail < 100; mail++) {
    expect(await workers[mail % 3]?.()).toBe(true)
    const second = now().slice(0, 19)
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
  }
  expect(Math.max(...perSecond.values())).toBe(12)
  // No second in which nobody sends.
  expect(perSecond.size).toBe(Math.ceil(100 / 12))
})

test('who has no time to wait gets no turn, and the mail stays due', async () => {
  const { worker, slept } = openWorkers(1, 500)
  const takeTurn = worker()
  expect(await takeTurn()).toBe(true)
  expect(await takeTurn()).toBe(false)
  expect(slept).toEqual([])
})

test('it waits until the next second begins, and no longer than it may', async () => {
  const { worker, slept } = openWorkers(1, 1_000)
  const takeTurn = worker()
  await takeTurn()
  expect(await takeTurn()).toBe(true)
  expect(slept).toEqual([750])
})

test.each([
  [undefined, 1],
  [0, 1],
  [-1, 1],
  [1, 1],
  [1.5, 1],
  [14, 12],
  [200, 180],
])('the provider allows %s a second, we hand over %i', (most, pace) => {
  expect(paceFor(most)).toBe(pace)
})

test('a clock that is put back does not keep a worker for ever', async () => {
  const { table, putBack, world } = openWorkers(1, 3_000)
  const takeTurn = openPace({ ...world(), sleep: async () => putBack(minute) })
  for (let second = 0; second < 200; second++)
    await table.draw(
      { table: 'outbox', pk: `pace#${later(start, -second * minute).slice(0, 19)}`, sk: 'second' },
      'mails',
      { by: 5 },
    )
  expect(await takeTurn()).toBe(false)
})

test('the pace is noted once, where the office reads it', async () => {
  const { table, worker } = openWorkers(14, minute)
  expect(await readPace(table)).toBeUndefined()
  let commits = 0
  const counted: Table = {
    ...table,
    commit: (writes) => {
      commits++
      return table.commit(writes)
    },
  }
  const takeTurn = worker(counted)
  for (let mail = 0; mail < 5; mail++) await takeTurn()
  await worker(counted)()
  expect(commits).toBe(1)
  expect(await readPace(table)).toBe(12)
})

test.each([
  [1, 12, 1],
  [200, 12, 1],
  [201, 12, 2],
  [3000, 12, 15],
  [80, 1, 2],
])('%i mails at %i a second are out in %i minutes', (waiting, perSecond, minutes) => {
  expect(outBy(waiting, { perSecond, now: start })).toBe(later(start, minutes * minute))
})

describe('a post office with a pace', () => {
  async function withMails(number: number, mostPerSecond: number) {
    const house = openWorkingHouse(openPostOffice(), async () => takeTurn())
    const takeTurn = openPace({
      table: house.table,
      now: house.now,
      sleep: async (milliseconds) => house.pass(milliseconds),
      mostPerSecond: async () => mostPerSecond,
      patience: 5_000,
    })
    const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
    const to = { name: '', address: 'a@verein.example' }
    for (let i = 0; i < number; i++)
      await house.table.commit([
        queueMail({ id: `m${i}`, to, letter, cause: 'invite', seminarId: '' }, house.now()),
      ])
    return house
  }

  test('sends all of them, in the time that the pace needs, in several runs', async () => {
    const house = await withMails(100, 1)
    const began = house.now()
    await house.tick()
    // One run ends in time, so that the next minute finds nobody at work.
    expect(Date.parse(house.now()) - Date.parse(began)).toBeLessThan(46_000)
    expect(house.post.arrived.length).toBeGreaterThanOrEqual(39)
    expect(house.post.arrived.length).toBeLessThanOrEqual(42)
    await house.passTo(later(began, 5 * minute), minute)
    expect(house.post.arrived).toHaveLength(100)
    expect(await house.table.listDue(later(house.now(), day), 10)).toEqual([])
  })

  test('where somebody else has used the second up, the run ends and the mail goes out later', async () => {
    const house = await withMails(3, 1)
    const busy = new Set<string>()
    const draw: Table['draw'] = async (place, counter, how) => {
      if (place.pk.startsWith('pace#') && house.now() < later(start, 20_000)) busy.add(place.pk)
      return house.table.draw(place, counter, how)
    }
    // Other workers take every turn of the first seconds.
    for (let second = 0; second < 10; second++)
      await draw(
        { table: 'outbox', pk: `pace#${later(house.now(), second * 1000).slice(0, 19)}`, sk: 'second' },
        'mails',
        { by: 9 },
      )
    expect(await house.tick()).toEqual([])
    expect(house.post.asked()).toBe(0)
    await house.passTo(later(house.now(), hour), minute)
    expect(house.post.arrived).toHaveLength(3)
  })
})
