import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { isLineFull, readLine } from '../seminar/line.ts'
import { enrollmentWindow, type Seminar } from '../seminar/seminar.ts'
import { answerFor, type Enrolled, type EnrollRefusal } from './enroll.ts'
import { application, spotOfNumber } from './line/find-spot.ts'

/** Answers a program as a person would be answered, so that it learns nothing; stores nothing and writes to nobody. */
export async function pretendToEnroll(
  { table, now }: { table: Pick<Table, 'counters'>; now: Instant },
  seminar: Seminar,
): Promise<Result<Enrolled, EnrollRefusal>> {
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return refuse({ code: window })
  const line = await readLine(table, seminar.id)
  if (isLineFull(line, seminar)) return refuse({ code: 'full' })
  const spot = seminar.places.approval ? application : spotOfNumber(seminar, line.next + 1, line)
  return accept(answerFor(seminar, { ...spot, at: now }).value)
}
