import { Hono } from 'hono'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import {
  type AttendanceRefusal,
  mayWriteAttendance,
  mostPerList,
  writeAttendance,
} from '../../functions/attendance/write-attendance.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { attends } from '../../functions/enrollment/enrollment.ts'
import { findSession, sessionMinutes } from '../../functions/seminar/seminar.ts'
import { leftLanguage } from '../parts/language-switch.tsx'
import { readForm } from '../parts/read-form.ts'
import {
  type AttendanceList,
  AttendancePage,
  type AttendanceRow,
  attendancePath,
  minutesName,
} from './attendance-page.tsx'
import { openFieldReader, type Values } from './field-reader.ts'
import { findSeminar } from './find-seminar.ts'
import { expected } from './people-of.ts'
import { errorsFrom } from './plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from './visit.ts'

/** Two fields per person of one list, what it shows and what it showed at first; and the language that was left. */
const formKeys = { keys: 2 * mostPerList + 1 }

/** Who was there in one session, and the minutes that somebody writes down by hand. */
export function attendanceDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/attendance/:sessionId/:page{[1-9][0-9]*}?'
  door.get(path, only('write-attendance'), async (c) => {
    const visit = c.get('visit')
    const everybody = await loadEverybody(visit, c.req.param())
    const list = everybody && pageOf(everybody, c.req.param('page'))
    if (!list) return notFound(c)
    return c.html(<AttendancePage visit={visit} list={list} errors={{}} done={c.req.query('done')} />)
  })
  door.post(path, only('write-attendance'), async (c) => save(c, c.req.param()))
  return door
}

type Name = { id: string; sessionId: string; page?: string }
type Everybody = Pick<AttendanceList, 'seminar' | 'session' | 'rows'>

/** All who are expected in a session, where this person may see the seminar. */
async function loadEverybody(visit: Visit, { id, sessionId }: Name): Promise<Everybody | undefined> {
  const { table } = visit.world
  const stored = await findSeminar(visit, id)
  const session = stored && findSession(stored.facts, sessionId)
  if (!session) return undefined
  const seminar = stored.facts
  const [enrollments, notices] = await Promise.all([
    listEnrollments(table, seminar.id),
    listNotices(table, session.id),
  ])
  const people = expected(enrollments.map(({ facts }) => facts)).filter((person) =>
    attends(person, session.id),
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

/** One page of the list; undefined where it has no such page. */
function pageOf(everybody: Everybody, wish = '1'): AttendanceList | undefined {
  const { rows } = everybody
  const page = Number(wish)
  const pages = Math.max(1, Math.ceil(rows.length / mostPerList))
  if (page > pages) return undefined
  return {
    ...everybody,
    rows: rows.slice((page - 1) * mostPerList, page * mostPerList),
    page,
    pages,
    people: rows.length,
    came: rows.filter(({ presence }) => presence.minutes > 0).length,
  }
}

const refusalStatus: Record<AttendanceRefusal['code'], 404 | 409> = {
  unknown: 404,
  'not-begun': 409,
  cancelled: 409,
  locked: 409,
}

async function save(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c, formKeys)
  if (values instanceof Response) return values
  const everybody = await loadEverybody(visit, name)
  // Somebody may have left the list since, and its last page with them.
  const shown = everybody && (pageOf(everybody, name.page) ?? pageOf(everybody))
  if (!shown) return notFound(c)
  // Whoever stood in the form is meant, also when the pages have moved since.
  const rows = everybody.rows.filter(({ person }) => values.has(minutesName(person.id)))
  const list = { ...shown, rows }
  const { seminar, session } = list
  const code = mayWriteAttendance(seminar, session, visit.now)
  if (code)
    return c.html(
      <AttendancePage visit={visit} list={shown} errors={{}} values={values} />,
      refusalStatus[code],
    )
  if (values.has(leftLanguage))
    return c.html(<AttendancePage visit={visit} list={list} errors={{}} values={values} />)
  const { minutes, troubles } = readMinutes(rows, sessionMinutes(session), values)
  const errors = errorsFrom(troubles, visit.setting.language)
  if (Object.keys(errors).length > 0)
    return c.html(<AttendancePage visit={visit} list={list} errors={errors} values={values} />, 422)
  const about = { seminarId: seminar.id, sessionId: session.id }
  const written = await writeAttendance(
    noting(visit, { deed: 'write-attendance', seminarId: seminar.id, about: session.id }),
    { ...about, minutes, by: visit.member.email },
  )
  if (!written.ok)
    return c.html(
      <AttendancePage visit={visit} list={list} errors={{}} values={values} />,
      refusalStatus[written.refusal.code],
    )
  const isLate = seminar.state === 'completed' && written.value.written > 0
  return goTo(c, attendancePath(name.id, name.sessionId, shown.page), isLate ? 'attendanceLate' : 'saved')
}

/** What differs from what the form showed; what others wrote meanwhile into other rows stays untouched. */
function readMinutes(rows: readonly AttendanceRow[], most: number, values: Values) {
  const reader = openFieldReader(values)
  const minutes = rows.flatMap(({ person }) => {
    const field = minutesName(person.id)
    const typed = reader.typed(field)
    // Without what it showed at first, nobody knows what was changed.
    if (typed === (values.get(`${field}-shown`) ?? typed)) return []
    const each = typed === '' ? 0 : reader.whole(field, { least: 0, most: 100_000 })
    if (each > most) reader.wrong(field, 'too-many-minutes')
    return [{ enrollmentId: person.id, minutes: each }]
  })
  return { minutes, troubles: reader.troubles }
}
