import * as v from 'valibot'
import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { isLive } from '../enrollment/enrollment.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { sameSecret } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import { instantSchema } from '../kernel/time.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession } from '../seminar/seminar.ts'
import { signedNotices } from '../session/meeting/room.meeting.ts'
import { recordNotices } from './record.ts'

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** What the house's own room reports about one session: who came and went, on which device, when. */
const roomReportSchema = v.object({
  seminarId: word,
  sessionId: word,
  notices: v.pipe(
    v.array(
      v.object({
        enrollmentId: word,
        notice: v.object({ id: word, kind: v.picklist(['joined', 'left']), device: word, at: instantSchema }),
      }),
    ),
    v.maxLength(500),
  ),
})

export type ReportRefusal = { code: 'forged' | 'malformed' | 'unknown' }

/**
 * Takes a report of the room: only with the room's seal, only for a session that exists, and only about people who
 * are enrolled in it. The same report twice is the same as once.
 */
export async function takeRoomReport(
  { table, roomKey }: { table: Table; roomKey: () => Promise<string> },
  { body, signature }: { body: string; signature: string },
): Promise<Result<{ kept: number }, ReportRefusal>> {
  if (!sameSecret(signature, await signedNotices(await roomKey(), body))) return refuse({ code: 'forged' })
  const report = readReport(body)
  if (!report) return refuse({ code: 'malformed' })
  const { seminarId, sessionId, notices } = report
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!seminar || !findSession(seminar, sessionId)) return refuse({ code: 'unknown' })
  const people = new Set(notices.map(({ enrollmentId }) => enrollmentId))
  const enrolled = new Set<string>()
  for (const enrollmentId of people) {
    const enrollment = await enrollmentShelf.read(table, { seminarId, enrollmentId })
    if (enrollment && isLive(enrollment.facts)) enrolled.add(enrollmentId)
  }
  const kept = notices.filter(({ enrollmentId }) => enrolled.has(enrollmentId))
  await recordNotices(
    { table },
    kept.map(({ enrollmentId, notice }) => ({ sessionId, enrollmentId, notice })),
  )
  return accept({ kept: kept.length })
}

function readReport(body: string): v.InferOutput<typeof roomReportSchema> | undefined {
  try {
    const read = v.safeParse(roomReportSchema, JSON.parse(body))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
