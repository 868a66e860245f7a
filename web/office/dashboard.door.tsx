import { Hono } from 'hono'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { mailHealth } from '../../functions/mail/health.ts'
import { readLine, seatsLeft } from '../../functions/seminar/line.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { may } from '../../functions/staff/staff.ts'
import { findWaitingLists } from './attendance/waiting-lists.ts'
import { findWaitingWords } from './certificate/waiting-words.ts'
import { DashboardPage, type SeminarFigures } from './dashboard-page.tsx'
import { maySee } from './find-seminar.ts'
import { headcount } from './people-of.ts'
import { findServersDown } from './room/servers-down.tsx'
import type { OfficeEnv, Visit } from './visit.ts'

/** The first page of the office: what needs somebody, what comes next, all seminars. */
export function dashboardDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office', async (c) => {
    const visit = c.get('visit')
    const seminars = (await listSeminars(visit.world.table)).filter((seminar) => maySee(visit, seminar))
    const [figures, mails, down, lists, words] = await Promise.all([
      Promise.all(seminars.map((seminar) => figuresOf(visit, seminar))),
      may(visit.member.role, 'see-mails') ? mailHealth(visit.world.table, visit.now) : { late: 0, failed: 0 },
      findServersDown(visit, seminars),
      findWaitingLists(visit, seminars),
      findWaitingWords(visit, seminars),
    ])
    const shown = { figures, mails, down, lists, words, done: c.req.query('done') }
    return c.html(<DashboardPage visit={visit} {...shown} />)
  })
  return door
}

/** People are only counted one by one while their seminar runs; later the line alone says enough. */
async function figuresOf({ world }: Visit, seminar: Seminar): Promise<SeminarFigures> {
  const line = await readLine(world.table, seminar.id)
  if (seminar.state !== 'published') {
    const seats = Math.max(0, seminar.capacity - seatsLeft(line))
    return {
      seminar,
      count:
        seminar.state === 'completed'
          ? { seats, waiting: 0, applied: 0, undecided: 0, unconfirmed: 0 }
          : null,
    }
  }
  const enrollments = await listEnrollments(world.table, seminar.id)
  return {
    seminar,
    count: headcount(enrollments.map(({ facts }) => facts)),
  }
}
