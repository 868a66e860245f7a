import type { ReadingTable } from '../../kernel/table.ts'
import type { Line } from '../../seminar/line.ts'
import { listLine } from '../enrollment.table.ts'
import type { Enrollment } from '../enrollment.ts'

/**
 * The place in the queue as it really is: 1 is next, struck numbers in between do not count. 0 for everybody who does
 * not stand in it: with a seat, an offer, an application, or a group that waits for seats for all.
 */
export async function queuePlace(table: ReadingTable, enrollment: Enrollment, line: Line): Promise<number> {
  if (enrollment.standing !== 'waiting' || enrollment.number === 0) return 0
  const entries = await listLine(table, enrollment.seminarId)
  const before = entries.filter(
    ({ facts }) => !facts.void && facts.number > line.serving && facts.number < enrollment.number,
  )
  return before.length + 1
}
