import type { Stored, Table, Write } from '../../kernel/table.ts'
import { countStruck, type Line, passSeatOn } from '../../seminar/line.ts'
import { lineEntryShelf } from '../enrollment.table.ts'
import type { LineEntry } from '../enrollment.ts'

/**
 * Strikes a number that was drawn and that nobody will use; it can never be taken afterwards. Striking twice is fine.
 * Where the line at the drawing shows that it was served, its seat goes on in the same commit.
 */
export async function strikeUnused(
  table: Table,
  { seminarId, number, line }: { seminarId: string; number: number; line?: Line | undefined },
): Promise<void> {
  if (line && number <= line.serving) {
    const outcome = await table.commit([
      unusedEntry(seminarId, number, { passed: true }),
      passSeatOn(seminarId, line),
    ])
    // Either somebody has the number, or seats are owed by now: then it is passed on with care, by the sweep.
    if (outcome.committed || outcome.failed.includes(0)) return
  }
  const struck = await table.commit([unusedEntry(seminarId, number, { passed: false })])
  if (struck.committed) await countStruck(table, seminarId, 1)
}

const unusedEntry = (seminarId: string, number: number, { passed }: { passed: boolean }): Write =>
  lineEntryShelf.create({ seminarId, number }, { number, enrollmentId: '', void: true, passed })

/** The write that strikes somebody's number; `passed`: its seat goes on in the same commit. */
export const strikeEntry = (entry: Stored<LineEntry>, { passed }: { passed: boolean }): Write =>
  lineEntryShelf.replace(entry, { ...entry.facts, void: true, passed })
