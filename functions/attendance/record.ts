import type { NewId } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { attendanceShelf } from './attendance.table.ts'
import type { Attendance } from './attendance.ts'

/** Keeps notices as they come. One that is known already changes nothing, so senders may repeat themselves. */
export async function recordNotices(
  { table }: { table: Table },
  attendances: readonly Attendance[],
): Promise<void> {
  for (const attendance of attendances) {
    const { sessionId, enrollmentId, notice } = attendance
    await table.commit([attendanceShelf.create({ sessionId, enrollmentId, noticeId: notice.id }, attendance)])
  }
}

/** A coordinator writes minutes down. What was there before stays and can be seen. */
export async function recordByHand(
  { table, now, newId }: { table: Table; now: Instant; newId: NewId },
  entry: { sessionId: string; enrollmentId: string; minutes: number; by: string },
): Promise<void> {
  const { sessionId, enrollmentId, minutes, by } = entry
  const notice = { id: newId('evt'), kind: 'by-hand' as const, minutes, by, at: now }
  await recordNotices({ table }, [{ sessionId, enrollmentId, notice }])
}
