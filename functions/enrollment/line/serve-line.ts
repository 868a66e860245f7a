import { type Stored, type Table, TableBusy, UnsureCommit } from '../../kernel/table.ts'
import { countStruck, type Line, passSeatOn, readLine } from '../../seminar/line.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { firstStart } from '../../seminar/seminar.ts'
import { lineEntryShelf, listEnrollments, listLine } from '../enrollment.table.ts'
import { isCalled, type LineEntry } from '../enrollment.ts'
import { type PromoteWorld, promote } from './promote.ts'
import { seatGroups } from './seat-groups.ts'
import { seatKept } from './seat-kept.ts'

/** Does what the sweep would do a little later; a table that is busy now is no reason to say that a deed failed. */
export async function leaveToSweep(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed()
  } catch (fault) {
    if (!(fault instanceof TableBusy || fault instanceof UnsureCommit)) throw fault
  }
}

/**
 * Brings the line up to date, as often as anybody likes and from wherever it was left: each struck number that has
 * been served passes its seat on exactly once, and each person whose turn it is is told exactly once. After the start
 * nobody is promoted any more. `touched`: people who were told, or who acted in this moment and must be told later.
 */
export async function serveLine(world: PromoteWorld, seminarId: string): Promise<{ touched: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'published') return { touched: 0 }
  const start = firstStart(seminar)
  if (start && world.now >= start) return { touched: 0 }
  const line = await passStruckSeats(world.table, seminarId)
  const people = await listEnrollments(world.table, seminarId)
  const called = people.filter(({ facts }) => isCalled(facts, line))
  for (const stored of called) await promote(world, { stored, seminar })
  const kept = await seatKept(world, { seminar, line, people })
  const grouped = await seatGroups(world, { seminar, people })
  return { touched: called.length + kept + grouped }
}

/** Passes on every seat whose number was struck; passing one may serve the next struck number, hence the loop. */
async function passStruckSeats(table: Table, seminarId: string): Promise<Line> {
  for (;;) {
    const line = await readLine(table, seminarId)
    const struck = (await listLine(table, seminarId)).filter(
      ({ facts }) => facts.void && !facts.passed && facts.number <= line.serving,
    )
    const [first] = struck
    if (!first) return line
    // One at a time where seats are owed: each of them may be the last that is not given on.
    for (const entry of line.owed > 0 ? [first] : struck) await passEntry(table, { seminarId, entry, line })
  }
}

/** Both halves in one commit: the entry remembers that its seat went on, the line moves. Refused the second time. */
export async function passEntry(
  table: Table,
  { seminarId, entry, line }: { seminarId: string; entry: Stored<LineEntry>; line: Line },
): Promise<boolean> {
  const outcome = await table.commit([
    lineEntryShelf.replace(entry, { ...entry.facts, passed: true }),
    passSeatOn(seminarId, line),
  ])
  if (outcome.committed) await countStruck(table, seminarId, -1)
  return outcome.committed
}
