import type { Table } from '../../kernel/table.ts'
import { importProfileShelf } from './import.table.ts'

/** What was learned of one person from the lists of a seminar is forgotten. */
export async function forgetInProfile(
  table: Table,
  { seminarId, enrollmentId }: { seminarId: string; enrollmentId: string },
): Promise<void> {
  for (;;) {
    const stored = await importProfileShelf.read(table, seminarId)
    if (!stored || !Object.values(stored.facts.decided).includes(enrollmentId)) return
    const { decided, until } = stored.facts
    const left = Object.fromEntries(Object.entries(decided).filter(([, whom]) => whom !== enrollmentId))
    const write = importProfileShelf.replace(stored, { ...stored.facts, decided: left }, { expires: until })
    if ((await table.commit([write])).committed) return
  }
}
