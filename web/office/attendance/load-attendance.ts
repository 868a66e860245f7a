import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { readSettledList } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { mostPerList } from '../../../functions/attendance/write-attendance.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { attends } from '../../../functions/enrollment/enrollment.ts'
import { findSession } from '../../../functions/seminar/seminar.ts'
import { findSeminar } from '../find-seminar.ts'
import { expected } from '../people-of.ts'
import type { Visit } from '../visit.ts'
import type { AttendanceList } from './attendance-list.ts'

/** How the address names a session, and a page of its list. */
export type ListName = { id: string; sessionId: string; page?: string }
/** One session and all who are expected in it. */
export type Everybody = Pick<AttendanceList, 'seminar' | 'session' | 'rows' | 'settled'>

/** All who are expected in a session, where this person may see the seminar. */
export async function loadEverybody(
  visit: Visit,
  { id, sessionId }: ListName,
): Promise<Everybody | undefined> {
  const { table } = visit.world
  const stored = await findSeminar(visit, id)
  const session = stored && findSession(stored.facts, sessionId)
  if (!session) return undefined
  const seminar = stored.facts
  const [enrollments, notices, settled] = await Promise.all([
    listEnrollments(table, seminar.id),
    listNotices(table, session.id),
    readSettledList(table, session.id),
  ])
  const people = expected(enrollments.map(({ facts }) => facts)).filter((person) =>
    attends(person, session.id),
  )
  return {
    seminar,
    session,
    settled: settled !== undefined,
    rows: people.map((person) => ({
      person,
      notices: notices.get(person.id) ?? [],
      presence: minutesPresent(notices.get(person.id) ?? [], session),
    })),
  }
}

/** One page of the list; undefined where it has no such page. */
export function pageOf(everybody: Everybody, wish = '1'): AttendanceList | undefined {
  const { rows } = everybody
  const page = Number(wish)
  const pages = Math.max(1, Math.ceil(rows.length / mostPerList))
  if (page > pages) return undefined
  return {
    ...everybody,
    rows: rows.slice((page - 1) * mostPerList, page * mostPerList),
    page,
    pages,
    people: rows.length,
    came: rows.filter(({ presence }) => presence.minutes > 0).length,
  }
}
