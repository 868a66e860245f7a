import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { type Instant, millisecondsOf } from '../kernel/time.ts'
import { type Line, readLine } from '../seminar/line.ts'
import { giveNumberBack } from './cancel.ts'
import { enrollmentShelf, listEnrollments, listLine } from './enrollment.table.ts'
import type { Enrollment } from './enrollment.ts'
import { serveLine, voidNumber } from './serve-line.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** What a sweep remembers for the next one: how the line stood, which numbers were missing, when a hold ends. */
export type SweepMemory = { line: number[]; missing: number[]; wakes: number[] }

/**
 * Looks after a line: seats whose address was not confirmed in time go back, numbers that were drawn and are still
 * unused since the last sweep are struck, seats are passed on, people are told. Safe at any time, as often as wanted.
 * A line that has not moved since, and in which no hold has ended, costs one small read.
 */
export async function sweep(
  world: World,
  { seminarId, memory }: { seminarId: string; memory: Partial<SweepMemory> },
): Promise<SweepMemory> {
  const line = await readLine(world.table, seminarId)
  if (isQuiet(line, memory, world.now)) return { line: [], missing: [], wakes: [], ...memory }
  const people = await listEnrollments(world.table, seminarId)
  await expireHolds(world, people)
  const missing = await missingNumbers(world.table, seminarId, line)
  // Once missing may be a commit on its way; missing twice is a process that died.
  const lost = missing.filter((number) => memory.missing?.includes(number))
  for (const number of lost) await voidNumber(world.table, { seminarId, number })
  await serveLine(world, seminarId)
  return {
    line: [line.next, line.serving],
    missing: missing.filter((number) => !lost.includes(number)),
    wakes: nextHoldEnd(people, world.now),
  }
}

function isQuiet({ next, serving }: Line, memory: Partial<SweepMemory>, now: Instant): boolean {
  const [nextBefore, servingBefore] = memory.line ?? []
  const [wakes = Number.POSITIVE_INFINITY] = memory.wakes ?? []
  const nothingMissing = (memory.missing ?? []).length === 0
  return nextBefore === next && servingBefore === serving && nothingMissing && millisecondsOf(now) < wakes
}

const nextHoldEnd = (people: readonly Stored<Enrollment>[], now: Instant): number[] =>
  people
    .filter(({ facts }) => facts.state === 'held' && facts.holdsUntil > now)
    .map(({ facts }) => millisecondsOf(facts.holdsUntil))
    .sort((a, b) => a - b)
    .slice(0, 1)

async function expireHolds({ table, now }: World, people: readonly Stored<Enrollment>[]): Promise<void> {
  for (const stored of people) {
    if (stored.facts.state !== 'held' || stored.facts.holdsUntil > now) continue
    const expired: Enrollment = { ...stored.facts, state: 'expired' }
    // Refused when the person confirmed or cancelled in this moment, which is just as well.
    await table.commit([enrollmentShelf.replace(stored, expired), ...(await giveNumberBack(table, expired))])
  }
}

/** Numbers drawn that have no entry in the line. */
async function missingNumbers(table: Table, seminarId: string, { next }: Line): Promise<number[]> {
  const present = new Set((await listLine(table, seminarId)).map(({ facts }) => facts.number))
  return Array.from({ length: next }, (_, i) => i + 1).filter((number) => !present.has(number))
}
