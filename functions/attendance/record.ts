import type { NewId } from '../kernel/secret.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { attendanceShelf } from './attendance.table.ts'
import type { Attendance } from './attendance.ts'

/** Keeps notices as they come. One that is known already changes nothing, so senders may repeat themselves. */
export async function recordNotices(
  { table }: { table: Table },
  attendances: readonly Attendance[],
): Promise<void> {
  for (const attendance of attendances) await table.commit([noticeWrite(attendance)])
}

/** Minutes that somebody writes down for one person; `by` says who. */
type ByHand = { sessionId: string; enrollmentId: string; minutes: number; by: string }

/** Minutes are written down by hand. What was there before stays and can be seen. */
export async function recordByHand(
  { table, now, newId, also = [] }: { table: Table; now: Instant; newId: NewId; also?: readonly Write[] },
  entry: ByHand,
): Promise<void> {
  await table.commit([byHandWrite({ now, newId }, entry), ...also])
}

/** The write that adds minutes by hand to what was noticed before. */
export function byHandWrite({ now, newId }: { now: Instant; newId: NewId }, entry: ByHand): Write {
  const { sessionId, enrollmentId, minutes, by } = entry
  const notice = { id: newId('evt'), kind: 'by-hand' as const, minutes, by, at: now }
  return noticeWrite({ sessionId, enrollmentId, notice })
}

/** The write that keeps a notice as it came. */
export const noticeWrite = (attendance: Attendance): Write => {
  const { sessionId, enrollmentId, notice } = attendance
  return attendanceShelf.create({ sessionId, enrollmentId, noticeId: notice.id }, attendance)
}
