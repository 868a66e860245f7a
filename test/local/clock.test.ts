import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { now } from '../../functions/aws/clock.ts'
import { dueWork, dueWorkShelf, type Task } from '../../functions/kernel/due-work.ts'
import { day, hour, type Instant, later, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import {
  type LocalClock,
  openClock,
  readDuration,
  restoreClock,
  type TimedPart,
} from '../../infra/local/clock.ts'
import { openMemoryTable } from '../world/memory-table.ts'

const resting: TimedPart = { next: () => undefined, run: () => [] }

let folder: string
let table: ReturnType<typeof openMemoryTable>
let runs: Instant[]
let running: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lernhaus-clock-'))
  table = openMemoryTable()
  runs = []
  running = 0
  restoreClock(join(folder, 'clock.json'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  delete process.env.CLOCK_AHEAD_MS
})

const name = (task: Task) => ({ task, seminarId: 'sem_1' })
const note = (task: Task, due: Instant) =>
  table.commit([dueWorkShelf.create(name(task), dueWork(name(task)), { due })])

/** A minute function as simple as can be: does one thing that is due; an invite brings a reminder a day later. */
async function runMinute(): Promise<void> {
  expect(++running).toBe(1)
  runs.push(now())
  const [first] = await table.listDue(now(), 1)
  if (first && dueWorkShelf.decode(first).facts.task !== 'tell-cancelled') {
    const { task } = dueWorkShelf.decode(first).facts
    await table.commit([
      dueWorkShelf.replace(dueWorkShelf.decode(first), dueWork(name(task))),
      ...(task === 'invite'
        ? [dueWorkShelf.create(name('remind'), dueWork(name('remind')), { due: later(now(), day) })]
        : []),
    ])
  }
  await new Promise((resolve) => setTimeout(resolve, 5))
  running--
}

const open = (timed = resting): LocalClock =>
  openClock({ file: join(folder, 'clock.json'), table, timed, runMinute, quiet: async () => undefined })

const secondsApart = (one: Instant, other: Instant) =>
  Math.abs(millisecondsOf(one) - millisecondsOf(other)) / 1000

describe('moving the clock', () => {
  it('does everything on the way in its order and at its time, also what comes of it', async () => {
    const start = now()
    await note('complete', later(start, 5 * day))
    await note('invite', later(start, 2 * hour))
    await note('sweep', later(start, 20 * minute))
    const moved = await open().advanceTo(later(start, 6 * day))
    expect(moved?.ran.map(({ work }) => work)).toEqual([
      'sweep sem_1',
      'invite sem_1',
      'remind sem_1',
      'complete sem_1',
    ])
    const expected = [20 * minute, 2 * hour, 2 * hour + day, 5 * day]
    for (const [i, milliseconds] of expected.entries()) {
      const ran = moved?.ran[i]?.at ?? start
      expect(secondsApart(ran, later(start, milliseconds))).toBeLessThan(2)
      expect(runs.some((run) => run >= ran && secondsApart(run, ran) < 2)).toBe(true)
    }
    expect(secondsApart(now(), later(start, 6 * day))).toBeLessThan(2)
  })

  it('leaves alone what is due later', async () => {
    const start = now()
    await note('invite', later(start, 3 * hour))
    const clock = open()
    expect((await clock.advanceTo(later(start, 2 * hour)))?.ran).toEqual([])
    expect(await clock.comingUp(5)).toEqual([{ at: later(start, 3 * hour), work: 'invite sem_1' }])
  })

  it('never goes back', async () => {
    const clock = open()
    await clock.advanceTo(later(now(), day))
    const before = now()
    expect(await clock.advanceTo(later(before, -hour))).toBeUndefined()
    expect(now() >= before).toBe(true)
  })

  it('goes past what cannot be done', async () => {
    const start = now()
    await note('tell-cancelled', later(start, hour))
    await note('sweep', later(start, 2 * hour))
    const moved = await open().advanceTo(later(start, 3 * hour))
    expect(moved?.now && secondsApart(moved.now, later(start, 3 * hour))).toBeLessThan(2)
  })

  it('ends rooms at their time, between what is due before and after', async () => {
    const start = now()
    let ends: Instant | undefined = later(start, 3 * hour)
    await note('invite', later(start, 2 * hour))
    await note('complete', later(start, 4 * hour))
    const room: TimedPart = {
      next: () => ends,
      run: () => {
        if (!ends || now() < ends) return []
        const ran = [{ at: ends, work: 'room ended' }]
        ends = undefined
        return ran
      },
    }
    const moved = await open(room).advanceTo(later(start, 5 * hour))
    expect(moved?.ran.map(({ work }) => work)).toEqual(['invite sem_1', 'room ended', 'complete sem_1'])
  })

  it('does not stop for every round of a sweep, but when a held seat becomes free', async () => {
    const start = now()
    const freed = later(start, 20 * day)
    await note('sweep', later(start, minute))
    const sweeps: Instant[] = []
    const sweeping = async () => {
      for (const item of await table.listDue(now(), 10)) {
        sweeps.push(now())
        const wakes = now() < freed ? [millisecondsOf(freed)] : []
        const facts = { ...dueWork(name('sweep')), seen: { wakes } }
        await table.commit([
          dueWorkShelf.replace(dueWorkShelf.decode(item), facts, { due: later(now(), 2 * minute) }),
        ])
      }
    }
    const clock = openClock({
      file: join(folder, 'clock.json'),
      table,
      timed: resting,
      runMinute: sweeping,
      quiet: async () => undefined,
    })
    const moved = await clock.advanceTo(later(start, 30 * day))
    expect(sweeps.length).toBeLessThan(10)
    expect(sweeps.some((at) => secondsApart(at, freed) < 2)).toBe(true)
    expect(sweeps.some((at) => secondsApart(at, later(start, 30 * day)) < 2)).toBe(true)
    expect(moved?.ran.length).toBe(2)
  })

  it('looks around again after something else happened', async () => {
    const start = now()
    await note('sweep', later(start, minute))
    await note('remind', later(start, 9 * day))
    const sweeps: Instant[] = []
    const working = async () => {
      for (const item of await table.listDue(now(), 10)) {
        const note = dueWorkShelf.decode(item)
        const sweep = note.facts.task === 'sweep'
        if (sweep) sweeps.push(now())
        await table.commit([
          dueWorkShelf.replace(note, note.facts, sweep ? { due: later(now(), 2 * minute) } : {}),
        ])
      }
    }
    const clock = openClock({
      file: join(folder, 'clock.json'),
      table,
      timed: resting,
      runMinute: working,
      quiet: async () => undefined,
    })
    await clock.advanceTo(later(start, 20 * day))
    const soonAfter = later(start, 9 * day + 3 * minute)
    expect(sweeps.filter((at) => at > later(start, 9 * day) && at < soonAfter).length).toBeGreaterThan(0)
  })

  it('takes two who move it at once one after the other', async () => {
    const start = now()
    await note('invite', later(start, 2 * hour))
    const clock = open()
    const both = await Promise.all([
      clock.advanceTo(later(start, day)),
      clock.advanceTo(later(start, 3 * day)),
    ])
    expect(both.map((moved) => moved?.ran.length)).toEqual([1, 1])
  })

  it('stands where it stood after a restart', async () => {
    await open().advanceTo(later(now(), 40 * day))
    const before = now()
    delete process.env.CLOCK_AHEAD_MS
    restoreClock(join(folder, 'clock.json'))
    expect(secondsApart(now(), before)).toBeLessThan(2)
  })
})

describe('reading a duration', () => {
  it.each([
    ['PT24H', day],
    ['P1D', day],
    ['P2W', 14 * day],
    ['P1DT2H30M', day + 2 * hour + 30 * minute],
    ['PT90S', 90_000],
  ])('%s', (text, milliseconds) => expect(readDuration(text)).toBe(milliseconds))

  it.each(['', 'P', 'PT', 'P1DT', '24H', 'P1M', 'P1Y', '-PT1H', 'PT1.5H', 'PT1H '])(
    'refuses "%s"',
    (text) => {
      expect(readDuration(text)).toBeUndefined()
    },
  )
})
