import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { attends, isLive } from '../enrollment/enrollment.ts'
import type { ReadingTable } from '../kernel/table.ts'

/** Longer is no id of an enrollment, and more than a key of the table takes. */
const longestId = 100

/** Those of the ids that are enrolled in a session; a meeting server also names trainers, and whoever else came in. */
export async function enrolledAmong(
  table: ReadingTable,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
  ids: Iterable<string>,
): Promise<Set<string>> {
  const enrolled = new Set<string>()
  for (const enrollmentId of new Set(ids)) {
    if (enrollmentId.length > longestId) continue
    const enrollment = await enrollmentShelf.read(table, { seminarId, enrollmentId })
    if (enrollment && isLive(enrollment.facts) && attends(enrollment.facts, sessionId))
      enrolled.add(enrollmentId)
  }
  return enrolled
}
