import type { ReadingTable } from '../kernel/table.ts'
import type { Line } from '../seminar/line.ts'
import { listLine } from './enrollment.table.ts'
import type { Enrollment } from './enrollment.ts'

/** The place in the queue as it really is: 0 has a seat, 1 is next. Struck numbers in between do not count. */
export async function queuePlace(table: ReadingTable, enrollment: Enrollment, line: Line): Promise<number> {
  if (enrollment.number <= line.serving) return 0
  const entries = await listLine(table, enrollment.seminarId)
  return entries.filter(
    ({ facts }) => !facts.void && facts.number > line.serving && facts.number <= enrollment.number,
  ).length
}
