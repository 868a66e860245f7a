import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'
import { type AttendanceCode, attendanceCodeSchema } from './attendance-code.ts'

/** The codes of a session, by number; two people who show one at once do not get the same number. */
export const attendanceCodeShelf = shelf<AttendanceCode, { sessionId: string; number: number }>({
  table: 'people',
  kind: 'attendance-code',
  schema: attendanceCodeSchema,
  key: ({ sessionId, number }) => ({
    pk: `attendance-codes#${sessionId}`,
    sk: String(number).padStart(4, '0'),
  }),
})

/** All codes of a session, the latest last. */
export const listCodes = async (
  table: Pick<ReadingTable, 'list'>,
  sessionId: string,
): Promise<Stored<AttendanceCode>[]> =>
  (await table.list('people', `attendance-codes#${sessionId}`)).map(attendanceCodeShelf.decode)

/** The code itself, for those who show it; it is forgotten when it is over. */
export const shownCodeShelf = shelf<{ code: string }, { sessionId: string; codeId: string }>({
  table: 'office',
  kind: 'shown-code',
  schema: v.object({ code: v.string() }),
  key: ({ sessionId, codeId }) => ({ pk: `shown-code#${sessionId}`, sk: codeId }),
})

/** How often somebody has typed a wrong one while this code could be typed; `none` while there was none. */
export const triesPlace = ({
  sessionId,
  codeId,
  enrollmentId,
}: Record<'sessionId' | 'codeId' | 'enrollmentId', string>) => ({
  table: 'outbox' as const,
  pk: `code-tries#${sessionId}#${codeId}`,
  sk: enrollmentId,
})
