import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'

/** A session of a published seminar, for the workbench's rooms and its clock. */
export type PlannedSession = { seminar: Seminar; session: Session }

/** The sessions of published seminars that are not over yet, the next one first. */
export async function plannedSessions(table: ReadingTable, now: Instant): Promise<PlannedSession[]> {
  const seminars = await listSeminars(table)
  return seminars
    .filter(({ state }) => state === 'published')
    .flatMap((seminar) => seminar.sessions.map((session) => ({ seminar, session })))
    .filter(({ session }) => session.end > now)
    .sort((a, b) => (a.session.start < b.session.start ? -1 : 1))
}
