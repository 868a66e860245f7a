import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession, lastEnd, type Seminar, type Session } from '../seminar/seminar.ts'
import { readSettledList, whileUnsettled } from './list/confirmed-list.table.ts'
import { byHandWrite } from './record.ts'

/** One list holds no more people than one commit can take, so that it is saved whole or not at all. */
export const mostPerList = 90

/** locked: two people have put their names to the list; from then on it is corrected there. */
export type AttendanceRefusal = { code: 'unknown' | 'not-begun' | 'cancelled' | 'locked' }

type World = { table: Table; now: Instant; newId: NewId; also?: readonly Write[] }

/** The minutes of several people in one session; `by` says who writes them down. */
export type AttendanceCommand = {
  seminarId: string
  sessionId: string
  minutes: readonly { enrollmentId: string; minutes: number }[]
  by: string
}

/** Minutes can be written from the start of a session on, also after the seminar was completed; never of a cancelled one. */
export const mayWriteAttendance = (
  seminar: Seminar,
  session: Session,
  now: Instant,
): AttendanceRefusal['code'] | undefined => {
  if (seminar.state !== 'published' && seminar.state !== 'completed') return 'cancelled'
  return now < session.start ? 'not-begun' : undefined
}

/**
 * A list of minutes is written down, in one commit. Where certificates may have been issued already, the same commit
 * makes them fall due again: whoever reaches the threshold now gets theirs, nobody gets a second one or loses one.
 */
export async function writeAttendance(
  world: World,
  { seminarId, sessionId, minutes, by }: AttendanceCommand,
): Promise<Result<{ written: number }, AttendanceRefusal>> {
  if (minutes.length > mostPerList) throw new RangeError(`a list of ${minutes.length} people`)
  const { table, now, also = [] } = world
  const notices = minutes.map((each) => byHandWrite(world, { sessionId, by, ...each }))
  for (let attempt = 0; attempt < 3; attempt++) {
    const seminar = (await seminarShelf.read(table, seminarId))?.facts
    const session = seminar && findSession(seminar, sessionId)
    if (!session) return refuse({ code: 'unknown' })
    const code = mayWriteAttendance(seminar, session, now)
    if (code) return refuse({ code })
    if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
    if (minutes.length === 0) return accept({ written: 0 })
    const outcome = await table.commit([
      ...notices,
      whileUnsettled(sessionId),
      ...(await issueWrites(table, seminar, now)),
      ...also,
    ])
    if (outcome.committed) return accept({ written: minutes.length })
    // The note of the certificates can have changed meanwhile, or the list was settled: everything else is new.
  }
  throw new TableBusy('the note of the certificates kept changing')
}

/**
 * From the end of the last session on, somebody may complete the seminar at this very moment: the note meets theirs,
 * so one of the two waits for the other. Of a seminar that is not completed it issues nothing.
 */
export async function issueWrites(table: Table, seminar: Seminar, now: Instant): Promise<Write[]> {
  const end = lastEnd(seminar)
  const mayBeIssued = seminar.state === 'completed' || (end !== undefined && now >= end)
  return mayBeIssued ? [await dueNow(table, { task: 'issue', seminarId: seminar.id }, now)] : []
}
