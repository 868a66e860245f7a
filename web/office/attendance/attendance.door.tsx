import { Hono } from 'hono'
import {
  type AttendanceRefusal,
  mayWriteAttendance,
  mostPerList,
  writeAttendance,
} from '../../../functions/attendance/write-attendance.ts'
import { sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { type AttendanceRow, attendancePath, minutesName } from './attendance-list.ts'
import { AttendancePage } from './attendance-page.tsx'
import { type ListName, loadEverybody, pageOf } from './load-attendance.ts'

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

const refusalStatus: Record<AttendanceRefusal['code'], 404 | 409> = {
  unknown: 404,
  'not-begun': 409,
  cancelled: 409,
  locked: 409,
}

async function save(c: OfficeContext, name: ListName): Promise<Response> {
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
