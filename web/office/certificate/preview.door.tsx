import { Hono } from 'hono'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { readSettledList } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { previewCertificates } from '../../../functions/certificate/preview.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { findSeminar } from '../find-seminar.ts'
import { notFound, type OfficeEnv, only } from '../visit.ts'
import { PreviewPage } from './preview-page.tsx'

/** Who would get which certificate, looked at before they go out. */
export function previewDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/seminars/:id/certificates', only('change-seminars'), async (c) => {
    const visit = c.get('visit')
    const seminar = (await findSeminar(visit, c.req.param('id')))?.facts
    // Afterwards the people's list says who got which.
    if (seminar?.state !== 'published') return notFound(c)
    const { table } = visit.world
    const over = seminar.sessions.filter(({ end }) => end <= visit.now)
    const [people, notices, settled] = await Promise.all([
      listEnrollments(table, seminar.id),
      Promise.all(seminar.sessions.map(async ({ id }) => [id, await listNotices(table, id)] as const)),
      Promise.all(over.map(({ id }) => readSettledList(table, id))),
    ])
    const bySession = new Map(notices)
    const rows = previewCertificates(
      seminar,
      people.map(({ facts }) => facts),
      (sessionId, enrollmentId) => bySession.get(sessionId)?.get(enrollmentId) ?? [],
    )
    const openLists = over.filter((_, i) => settled[i] === undefined)
    return c.html(<PreviewPage {...{ visit, seminar, rows, openLists }} />)
  })
  return door
}
