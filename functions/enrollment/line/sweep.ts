import type { Table } from '../../kernel/table.ts'
import { hour, type Instant, millisecondsOf } from '../../kernel/time.ts'
import { countStruck, type Line, readLine } from '../../seminar/line.ts'
import { listLine } from '../enrollment.table.ts'
import { endPlaces } from './end-places.ts'
import type { PromoteWorld } from './promote.ts'
import { serveLine } from './serve-line.ts'
import { strikeUnused } from './strike.ts'

/** What a sweep remembers for the next one: how the line stood, which numbers were missing, when a place ends. */
export type SweepMemory = { line: number[]; missing: number[]; wakes: number[]; looked: number[] }

/** However quiet a line seems, all of it is looked at so often: a deed that died may have left its count behind. */
const looksEvery = hour

/**
 * Looks after a line: seats whose address was not confirmed in time and offers that nobody accepted go back, numbers
 * that were drawn and are still unused since the last sweep are struck, seats are passed on, people are told. Safe at
 * any time, as often as wanted. A line that has not moved for less than an hour, and in which no place has ended, costs
 * one small read.
 */
export async function sweep(
  world: PromoteWorld,
  { seminarId, memory }: { seminarId: string; memory: Partial<SweepMemory> },
): Promise<SweepMemory> {
  const line = await readLine(world.table, seminarId)
  if (isQuiet(line, memory, world.now)) return { line: [], missing: [], wakes: [], looked: [], ...memory }
  const ends = await endPlaces(world, seminarId)
  const missing = await missingNumbers(world.table, seminarId, line)
  // Once missing may be a commit on its way; missing twice is a process that died.
  const lost = missing.filter((number) => memory.missing?.includes(number))
  for (const number of lost) await strikeUnused(world.table, { seminarId, number })
  const { touched } = await serveLine(world, seminarId)
  await countStruckAnew(world.table, seminarId)
  return {
    // Somebody is still to be told, or was offered a seat that ends sooner: the next sweep looks at all of them again.
    line: touched > 0 ? [] : figuresOf(line),
    missing: missing.filter((number) => !lost.includes(number)),
    wakes: ends.slice(0, 1),
    looked: [millisecondsOf(world.now)],
  }
}

const figuresOf = ({ next, serving, owed, beside }: Line): number[] => [next, serving, owed, beside]

function isQuiet(line: Line, memory: Partial<SweepMemory>, now: Instant): boolean {
  const [wakes = Number.POSITIVE_INFINITY] = memory.wakes ?? []
  const [looked = 0] = memory.looked ?? []
  const nothingMissing = (memory.missing ?? []).length === 0
  const hasMoved = String(memory.line ?? []) !== String(figuresOf(line))
  return !hasMoved && nothingMissing && millisecondsOf(now) < Math.min(wakes, looked + looksEvery)
}

/** Brings the count of struck numbers to what the line says. */
async function countStruckAnew(table: Table, seminarId: string): Promise<void> {
  const { struck } = await readLine(table, seminarId)
  const entries = await listLine(table, seminarId)
  const really = entries.filter(({ facts }) => facts.void && !facts.passed).length
  await countStruck(table, seminarId, really - struck)
}

/** Numbers drawn that have no entry in the line. */
async function missingNumbers(table: Table, seminarId: string, { next }: Line): Promise<number[]> {
  const present = new Set((await listLine(table, seminarId)).map(({ facts }) => facts.number))
  return Array.from({ length: next }, (_, i) => i + 1).filter((number) => !present.has(number))
}
