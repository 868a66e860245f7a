import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession } from '../../seminar/seminar.ts'
import { readSettledList, whileUnsettled } from '../list/confirmed-list.table.ts'
import { type AttendanceRefusal, issueWrites, mayWriteAttendance } from '../write-attendance.ts'
import type { AttendanceImport } from './attendance-import.ts'
import { importShelf } from './import.table.ts'

/** storing: it is not all there yet, so nothing of it counts. */
export type TakeBackRefusal = { code: AttendanceRefusal['code'] | 'storing' }

type World = { table: Table; now: Instant; also?: readonly Write[] }

/** A list counts nothing from now on. Its notices stay where they are, so that it can be seen what it said. */
export async function takeBackImport(
  { table, now, also = [] }: World,
  {
    seminarId,
    sessionId,
    importId,
    by,
  }: { seminarId: string; sessionId: string; importId: string; by: string },
): Promise<Result<AttendanceImport, TakeBackRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const seminar = (await seminarShelf.read(table, seminarId))?.facts
    const session = seminar && findSession(seminar, sessionId)
    const stored = session && (await importShelf.read(table, { sessionId, importId }))
    if (!stored) return refuse({ code: 'unknown' })
    const { state } = stored.facts
    if (state === 'withdrawn' || state === 'locked') return accept(stored.facts)
    if (state === 'storing') return refuse({ code: 'storing' })
    const code = mayWriteAttendance(seminar, session, now)
    if (code) return refuse({ code })
    if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
    const facts: AttendanceImport = { ...stored.facts, state: 'withdrawn', withdrawn: { at: now, by } }
    const outcome = await table.commit([
      importShelf.replace(stored, facts),
      whileUnsettled(sessionId),
      ...(await issueWrites(table, seminar, now)),
      ...also,
    ])
    if (outcome.committed) return accept(facts)
  }
  throw new TableBusy('the list kept changing')
}
