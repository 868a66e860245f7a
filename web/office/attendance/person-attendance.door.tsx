import { Hono } from 'hono'
import { listStaff } from '../../../functions/staff/staff.table.ts'
import { notFound, type OfficeEnv, only } from '../visit.ts'
import { loadEverybody } from './load-attendance.ts'
import { PersonAttendancePage } from './person-attendance-page.tsx'

/** How one person was there in one session, and how that is known. */
export function personAttendanceDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/sessions/:sessionId/attendance/:enrollmentId'
  door.get(path, only('write-attendance'), async (c) => {
    const visit = c.get('visit')
    const everybody = await loadEverybody(visit, c.req.param())
    const row = everybody?.rows.find(({ person }) => person.id === c.req.param('enrollmentId'))
    if (!everybody || !row) return notFound(c)
    const staff = await listStaff(visit.world.table)
    const names = new Map(staff.map(({ facts }) => [facts.email, facts.name]))
    const { seminar, session } = everybody
    return c.html(
      <PersonAttendancePage visit={visit} seminar={seminar} session={session} row={row} staff={names} />,
    )
  })
  return door
}
