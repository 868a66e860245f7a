import { type ReadingTable, shelf } from '../kernel/table.ts'
import { listJoinClicks } from '../session/join-click.table.ts'
import { type Attendance, attendanceSchema, type Notice } from './attendance.ts'
import { listsThatDoNotCount } from './import/import.table.ts'
import { readSettledList } from './list/confirmed-list.table.ts'
import type { SettledList } from './list/confirmed-list.ts'

/** A notice lies under its session, by person and by its own id: the same notice twice is one. */
export const attendanceShelf = shelf<
  Attendance,
  { sessionId: string; enrollmentId: string; noticeId: string }
>({
  table: 'people',
  kind: 'attendance',
  schema: attendanceSchema,
  key: ({ sessionId, enrollmentId, noticeId }) => ({
    pk: `attendance#${sessionId}`,
    sk: `${enrollmentId}#${noticeId}`,
  }),
})

/** Everything that was noticed in a session, by person; presses of the join button and the settled list are among it. */
export async function listNotices(table: ReadingTable, sessionId: string): Promise<Map<string, Notice[]>> {
  const [stored, clicks, settled, uncounted] = await Promise.all([
    table.list('people', `attendance#${sessionId}`),
    listJoinClicks(table, sessionId),
    readSettledList(table, sessionId),
    listsThatDoNotCount(table, sessionId),
  ])
  const all = [
    ...stored
      .map((s) => attendanceShelf.decode(s).facts)
      .filter(({ notice }) => !isOfList(notice, uncounted)),
    ...clicks.map(({ id, enrollmentId, at }) => ({
      enrollmentId,
      notice: { id, kind: 'clicked' as const, at },
    })),
  ]
  const byPerson = new Map<string, Notice[]>(settled?.rows.map(({ enrollmentId }) => [enrollmentId, []]))
  for (const { enrollmentId, notice } of all)
    byPerson.set(enrollmentId, [...(byPerson.get(enrollmentId) ?? []), notice])
  if (!settled) return byPerson
  return new Map(
    [...byPerson].map(([enrollmentId, notices]) => [
      enrollmentId,
      [...notices, settledNotice(settled, enrollmentId)],
    ]),
  )
}

/** Whether a notice came with one of those lists. */
const isOfList = (notice: Attendance['notice'], lists: ReadonlySet<string>): boolean =>
  'importId' in notice && notice.importId !== undefined && lists.has(notice.importId)

/** What was noticed about one person in a session, without a look at the others. */
export async function listNoticesOf(
  table: ReadingTable,
  sessionId: string,
  enrollmentId: string,
): Promise<Notice[]> {
  const [notices, uncounted] = await Promise.all([
    listEveryNoticeOf(table, sessionId, enrollmentId),
    listsThatDoNotCount(table, sessionId),
  ])
  return notices.filter((notice) => notice.kind === 'settled' || !isOfList(notice, uncounted))
}

/** Everything that is stored of one person in a session, also from lists that were taken back and count nothing. */
export async function listEveryNoticeOf(
  table: ReadingTable,
  sessionId: string,
  enrollmentId: string,
): Promise<Notice[]> {
  const [stored, clicks, settled] = await Promise.all([
    table.list('people', `attendance#${sessionId}`, `${enrollmentId}#`),
    listJoinClicks(table, sessionId, enrollmentId),
    readSettledList(table, sessionId),
  ])
  return [
    ...stored.map((s) => attendanceShelf.decode(s).facts.notice),
    ...clicks.map(({ id, at }) => ({ id, kind: 'clicked' as const, at })),
    ...(settled ? [settledNotice(settled, enrollmentId)] : []),
  ]
}

/** Whoever does not stand on a settled list was not there. */
const settledNotice = ({ rows, counter }: SettledList, enrollmentId: string): Notice => ({
  id: counter.hash,
  kind: 'settled',
  minutes: rows.find((row) => row.enrollmentId === enrollmentId)?.minutes ?? 0,
  at: counter.at,
})
