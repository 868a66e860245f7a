import type { Stored } from '../../kernel/table.ts'
import { drawNumbers, readLine, seatsLeft } from '../../seminar/line.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { takeNumber } from '../enrollment.table.ts'
import { type Enrollment, isLive } from '../enrollment.ts'
import { type PromoteWorld, writesOfPromotion } from './promote.ts'
import { strikeUnused } from './strike.ts'

type Waiting = { seminar: Seminar; people: readonly Stored<Enrollment>[] }

/**
 * Gives seats to groups that take them only all together, as soon as there are enough at the same time; who came
 * first is asked first. Answers how many groups were told, or changed in this moment and must be told later.
 */
export async function seatGroups(world: PromoteWorld, { seminar, people }: Waiting): Promise<number> {
  const waiting = people
    .filter(({ facts }) => isLive(facts) && facts.standing === 'waiting' && facts.waitsWith !== '')
    .sort((a, b) => (a.facts.enrolledAt < b.facts.enrolledAt ? -1 : 1))
  let touched = 0
  for (const group of Map.groupBy(waiting, ({ facts }) => facts.waitsWith).values()) {
    if (seatsLeft(await readLine(world.table, seminar.id)) < group.length) continue
    await seatGroup(world, seminar, group)
    touched++
  }
  return touched
}

/** Draws a number for each; where others were faster, all numbers are struck and the group goes on waiting. */
async function seatGroup(
  world: PromoteWorld,
  seminar: Seminar,
  group: readonly Stored<Enrollment>[],
): Promise<void> {
  const line = await drawNumbers(world.table, seminar.id, group.length)
  const numbers = group.map((_, i) => line.next - group.length + 1 + i)
  const isStored = line.next <= line.serving && (await store(world, { seminar, group, numbers }))
  if (isStored) return
  for (const number of numbers) await strikeUnused(world.table, { seminarId: seminar.id, number })
}

async function store(
  world: PromoteWorld,
  {
    seminar,
    group,
    numbers,
  }: { seminar: Seminar; group: readonly Stored<Enrollment>[]; numbers: readonly number[] },
): Promise<boolean> {
  const writes = await Promise.all(
    group.map(async (stored, i) => {
      const number = numbers[i] ?? 0
      return [
        ...(await writesOfPromotion(world, { stored, seminar }, { number, waitsWith: '' })),
        takeNumber(seminar.id, number, stored.facts.id),
      ]
    }),
  )
  const outcome = await world.table.commit(writes.flat())
  return outcome.committed
}
