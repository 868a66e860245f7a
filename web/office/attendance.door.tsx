import { Hono } from 'hono'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { recordByHand } from '../../functions/attendance/record.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { findSession, sessionMinutes } from '../../functions/seminar/seminar.ts'
import { readForm } from '../parts/read-form.ts'
import { type AttendanceList, AttendancePage, attendancePath, minutesName } from './attendance-page.tsx'
import { openFieldReader, type Values } from './field-reader.ts'
import { findSeminar } from './find-seminar.ts'
import { expected } from './people-of.ts'
import { errorsFrom } from './plain-form.tsx'
import { audit, goTo, notFound, type OfficeContext, type OfficeEnv, only, type Visit } from './visit.ts'

/** A field per person of a large seminar. */
const formKeys = { keys: 1000 }

/** Who was there in one session, and the minutes that somebody writes down by hand. */
export function attendanceDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/attendance/:sessionId'
  door.get(path, only('write-attendance'), async (c) => {
    const list = await loadList(c.get('visit'), c.req.param())
    if (!list) return notFound(c)
    return c.html(
      <AttendancePage visit={c.get('visit')} list={list} errors={{}} done={c.req.query('done')} />,
    )
  })
  door.post(path, only('write-attendance'), async (c) => save(c, c.req.param()))
  return door
}

type Name = { id: string; sessionId: string }

/** The list of a session, where this person may see the seminar. */
async function loadList(visit: Visit, { id, sessionId }: Name): Promise<AttendanceList | undefined> {
  const { table } = visit.world
  const stored = await findSeminar(visit, id)
  const session = stored && findSession(stored.facts, sessionId)
  if (!session) return undefined
  const seminar = stored.facts
  const [line, enrollments, notices] = await Promise.all([
    readLine(table, seminar.id),
    listEnrollments(table, seminar.id),
    listNotices(table, session.id),
  ])
  const people = expected(
    enrollments.map(({ facts }) => facts),
    line,
  )
  return {
    seminar,
    session,
    rows: people.map((person) => ({
      person,
      notices: notices.get(person.id) ?? [],
      presence: minutesPresent(notices.get(person.id) ?? [], session),
    })),
  }
}

async function save(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c, formKeys)
  if (values instanceof Response) return values
  const list = await loadList(visit, name)
  if (!list) return notFound(c)
  const { world, now, member, setting } = visit
  if (now < list.session.start || list.seminar.state !== 'published')
    return c.html(<AttendancePage visit={visit} list={list} errors={{}} values={values} />, 409)
  const { changes, troubles } = readChanges(list, values)
  const errors = errorsFrom(troubles, setting.language)
  if (Object.keys(errors).length > 0)
    return c.html(<AttendancePage visit={visit} list={list} errors={errors} values={values} />, 422)
  for (const { enrollmentId, minutes } of changes)
    await recordByHand(
      { table: world.table, now, newId: world.newId },
      { sessionId: list.session.id, enrollmentId, minutes, by: member.email },
    )
  if (changes.length > 0)
    await audit(visit, { deed: 'write-attendance', seminarId: list.seminar.id, about: list.session.id })
  return goTo(c, attendancePath(name.id, name.sessionId), 'saved')
}

/** What differs from what the form showed; what others wrote meanwhile into other rows stays untouched. */
function readChanges(list: AttendanceList, values: Values) {
  const reader = openFieldReader(values)
  const most = sessionMinutes(list.session)
  const changes = list.rows.flatMap(({ person }) => {
    const shown = values.get(`${minutesName(person.id)}-shown`) ?? ''
    const field = minutesName(person.id)
    const typed = reader.typed(field)
    if (!values.has(field) || typed === shown) return []
    const minutes = typed === '' ? 0 : reader.whole(field, { least: 0, most: 100_000 })
    if (minutes > most) reader.wrong(field, 'too-many-minutes')
    return [{ enrollmentId: person.id, minutes }]
  })
  return { changes, troubles: reader.troubles }
}
