import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { attends, isLive } from '../enrollment/enrollment.ts'
import type { ReadingTable } from '../kernel/table.ts'

/** Those of the ids that are enrolled in a session; a meeting server also names trainers, and whoever else came in. */
export async function enrolledAmong(
  table: ReadingTable,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
  ids: Iterable<string>,
): Promise<Set<string>> {
  const enrolled = new Set<string>()
  for (const enrollmentId of new Set(ids)) {
    const enrollment = await enrollmentShelf.read(table, { seminarId, enrollmentId })
    if (enrollment && isLive(enrollment.facts) && attends(enrollment.facts, sessionId))
      enrolled.add(enrollmentId)
  }
  return enrolled
}
