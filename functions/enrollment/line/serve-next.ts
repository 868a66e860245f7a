import type { Stored, Table } from '../../kernel/table.ts'
import { type Line, readLine } from '../../seminar/line.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { firstStart, type Seminar } from '../../seminar/seminar.ts'
import { enrollmentShelf, lineEntryShelf } from '../enrollment.table.ts'
import { isCalled, type LineEntry } from '../enrollment.ts'
import { type PromoteWorld, promote } from './promote.ts'
import { leaveToSweep, passEntry, serveLine } from './serve-line.ts'
import { strikeUnused } from './strike.ts'

/** One deed looks at no more numbers, and passes on no more rounds of struck ones; the sweep looks at all. */
const mostNumbers = 20
const mostRounds = 5

/**
 * After a deed that moved the line: looks only at the numbers that have been served since it stood as `before`, tells
 * whoever holds them, and passes on the seats of those that were struck. In a rush this is what keeps the line free;
 * whatever it misses, the sweep finds. Where people stand beside the line, all of it is looked at.
 */
export async function serveNext(world: PromoteWorld, seminarId: string, before: Line): Promise<void> {
  let from = before.serving
  for (let round = 0; round < mostRounds; round++) {
    const line = await readLine(world.table, seminarId)
    if (line.beside > 0) {
      await serveLine(world, seminarId)
      return
    }
    const entries = await servedSince(world.table, { seminarId, from, line })
    const seminar = entries.length > 0 ? await runningSeminar(world, seminarId) : undefined
    if (!seminar) return
    if (!(await serveEntries(world, { seminar, entries, line }))) return
    from = line.serving
  }
}

/** The entries of numbers that have been served since, the earliest first. */
async function servedSince(
  table: Pick<Table, 'read'>,
  { seminarId, from, line }: { seminarId: string; from: number; line: Line },
): Promise<Stored<LineEntry>[]> {
  const count = Math.min(mostNumbers, Math.min(line.serving, line.next) - from)
  if (count <= 0) return []
  const numbers = Array.from({ length: count }, (_, i) => from + 1 + i)
  const stored = await table.read(numbers.map((number) => lineEntryShelf.place({ seminarId, number })))
  return stored.flatMap((entry) => (entry ? [lineEntryShelf.decode(entry)] : []))
}

/** A seminar in which people still move up: published, and not begun. */
async function runningSeminar(
  { table, now }: Pick<PromoteWorld, 'table' | 'now'>,
  seminarId: string,
): Promise<Seminar | undefined> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const start = seminar && firstStart(seminar)
  return seminar?.state === 'published' && !(start && now >= start) ? seminar : undefined
}

type Served = { seminar: Seminar; entries: readonly Stored<LineEntry>[]; line: Line }

/** Tells people, passes on struck seats; true where one was passed on, because that serves one more number. */
async function serveEntries(world: PromoteWorld, { seminar, entries, line }: Served): Promise<boolean> {
  let passed = false
  for (const entry of entries) {
    const { enrollmentId, void: isStruck, passed: isPassed } = entry.facts
    if (isStruck && !isPassed)
      passed = (await passEntry(world.table, { seminarId: seminar.id, entry, line })) || passed
    if (isStruck || enrollmentId === '') continue
    const stored = await enrollmentShelf.read(world.table, { seminarId: seminar.id, enrollmentId })
    if (stored && isCalled(stored.facts, line)) await promote(world, { stored, seminar })
  }
  return passed
}

/**
 * Gives back numbers that were drawn, with the line as it stood then, and are not needed. What cannot be done now is
 * left to the sweep: nobody is told that their own deed failed because of it.
 */
export async function handNumbersBack(
  world: PromoteWorld,
  seminarId: string,
  { numbers, line }: { numbers: readonly number[]; line: Line | undefined },
): Promise<void> {
  if (!line || numbers.length === 0) return
  await leaveToSweep(async () => {
    for (const number of numbers) await strikeUnused(world.table, { seminarId, number, line })
    if (numbers.some((number) => number <= line.serving)) await serveNext(world, seminarId, line)
  })
}
