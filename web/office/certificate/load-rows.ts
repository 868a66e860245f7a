import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { type PreviewRow, previewCertificates } from '../../../functions/certificate/preview.ts'
import { listWords } from '../../../functions/certificate/trainers-word.table.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import type { ReadingTable } from '../../../functions/kernel/table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'

/** Who would get which certificate now, of everybody with a confirmed seat. */
export async function loadRows(table: ReadingTable, seminar: Seminar): Promise<PreviewRow[]> {
  const [people, notices, words] = await Promise.all([
    listEnrollments(table, seminar.id),
    Promise.all(seminar.sessions.map(async ({ id }) => [id, await listNotices(table, id)] as const)),
    listWords(table, seminar.id),
  ])
  const bySession = new Map(notices)
  return previewCertificates(
    seminar,
    people.map(({ facts }) => facts),
    (sessionId, enrollmentId) => bySession.get(sessionId)?.get(enrollmentId) ?? [],
    (enrollmentId) => words.get(enrollmentId)?.facts.word ?? 'open',
  )
}
