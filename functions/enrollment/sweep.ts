import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { type Instant, millisecondsOf } from '../kernel/time.ts'
import { type Line, readLine } from '../seminar/line.ts'
import { answerWrites } from './answer-writes.ts'
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
  const holds = await expireHolds(world, seminarId)
  const missing = await missingNumbers(world.table, seminarId, line)
  // Once missing may be a commit on its way; missing twice is a process that died.
  const lost = missing.filter((number) => memory.missing?.includes(number))
  for (const number of lost) await voidNumber(world.table, { seminarId, number })
  const { untold } = await serveLine(world, seminarId)
  return {
    // Somebody is still to be told: the next sweep must not take the line for quiet.
    line: untold > 0 ? [] : [line.next, line.serving],
    missing: missing.filter((number) => !lost.includes(number)),
    wakes: holds.slice(0, 1),
  }
}

function isQuiet({ next, serving }: Line, memory: Partial<SweepMemory>, now: Instant): boolean {
  const [nextBefore, servingBefore] = memory.line ?? []
  const [wakes = Number.POSITIVE_INFINITY] = memory.wakes ?? []
  const nothingMissing = (memory.missing ?? []).length === 0
  return nextBefore === next && servingBefore === serving && nothingMissing && millisecondsOf(now) < wakes
}

/**
 * Ends the holds whose address was not confirmed in time. Nobody agreed to anything, so what was typed is forgotten;
 * the number and the links stay, so that a late click is told what happened. Answers when the holds that are left
 * end, earliest first.
 */
export async function expireHolds({ table, now }: World, seminarId: string): Promise<number[]> {
  const left: number[] = []
  for (const stored of await listEnrollments(table, seminarId)) {
    const { state, holdsUntil } = stored.facts
    if (state !== 'held') continue
    if (holdsUntil > now || !(await expire(table, stored))) left.push(millisecondsOf(holdsUntil))
  }
  return left.sort((a, b) => a - b)
}

/** Refused when the person confirmed, cancelled or sent a form in this moment; the next sweep looks again. */
async function expire(table: Table, stored: Stored<Enrollment>): Promise<boolean> {
  const expired: Enrollment = { ...stored.facts, ...nobody, state: 'expired' }
  const outcome = await table.commit([
    enrollmentShelf.replace(stored, expired),
    ...(await giveNumberBack(table, expired)),
    ...(await answerWrites(table, { seminarId: expired.seminarId, enrollmentId: expired.id })),
  ])
  return outcome.committed
}

/** Everything that says who somebody is. */
const nobody = { firstName: '', lastName: '', email: '', association: '', associationId: '', note: '' }

/** Numbers drawn that have no entry in the line. */
async function missingNumbers(table: Table, seminarId: string, { next }: Line): Promise<number[]> {
  const present = new Set((await listLine(table, seminarId)).map(({ facts }) => facts.number))
  return Array.from({ length: next }, (_, i) => i + 1).filter((number) => !present.has(number))
}
