import { listNotices } from '../attendance/attendance.table.ts'
import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { attends, hasSeat } from '../enrollment/enrollment.ts'
import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Seminar } from '../seminar/seminar.ts'

/**
 * Whether a session is past in which confirmed people had a seat and of which nobody's minutes are known: where there
 * is no room that counts them, a coordinator has to write them down, and closing now would cost every certificate.
 */
export async function minutesAreMissing(
  table: ReadingTable,
  seminar: Seminar,
  now: Instant,
): Promise<boolean> {
  const people = (await listEnrollments(table, seminar.id)).map(({ facts }) => facts)
  const seated = people.filter((person) => person.state === 'confirmed' && hasSeat(person))
  for (const session of seminar.sessions) {
    if (session.end > now || !seated.some((person) => attends(person, session.id))) continue
    const notices = [...(await listNotices(table, session.id)).values()].flat()
    // Pressing the join button is no minute.
    if (!notices.some(({ kind }) => kind !== 'clicked')) return true
  }
  return false
}
