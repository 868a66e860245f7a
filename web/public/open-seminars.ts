import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { isLive } from '../../functions/enrollment/enrollment.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import { enrollmentWindow, type Seminar } from '../../functions/seminar/seminar.ts'
import { byDate } from '../parts/seminar-card.tsx'

/** Seminars that somebody can still enroll in, those apart in which they have a place. */
export async function openSeminars(
  { table, now }: { table: ReadingTable; now: Instant },
  own: readonly Enrollment[],
): Promise<Seminar[]> {
  const taken = new Set(own.filter(isLive).map(({ seminarId }) => seminarId))
  return (await listSeminars(table))
    .filter((seminar) => enrollmentWindow(seminar, now) === 'open' && !taken.has(seminar.id))
    .sort(byDate)
}
