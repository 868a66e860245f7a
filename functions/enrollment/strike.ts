import type { Stored, Table, Write } from '../kernel/table.ts'
import { moveLine } from '../seminar/line.ts'
import { lineEntryShelf } from './enrollment.table.ts'
import type { LineEntry } from './enrollment.ts'

/** Strikes a number that was drawn and that nobody will use; it can never be taken afterwards. Striking twice is fine. */
export async function strikeUnused(
  table: Table,
  { seminarId, number }: { seminarId: string; number: number },
): Promise<void> {
  await table.commit([
    lineEntryShelf.create({ seminarId, number }, { number, enrollmentId: '', void: true, passed: false }),
    moveLine(seminarId, { struck: 1 }),
  ])
}

/** The write that strikes somebody's number; `passed`: its seat goes on in the same commit. */
export const strikeEntry = (entry: Stored<LineEntry>, { passed }: { passed: boolean }): Write =>
  lineEntryShelf.replace(entry, { ...entry.facts, void: true, passed })

/** The writes that strike a number whose seat is passed on later, when its turn comes. */
export const strikeWaiting = (seminarId: string, entry: Stored<LineEntry>): Write[] => [
  strikeEntry(entry, { passed: false }),
  moveLine(seminarId, { struck: 1 }),
]
