import type { Child } from 'hono/jsx'
import type { Notice as AttendanceNotice } from '../../functions/attendance/attendance.ts'
import type { Presence } from '../../functions/attendance/minutes.ts'
import { mayWriteAttendance } from '../../functions/attendance/write-attendance.ts'
import { type Enrollment, fullName } from '../../functions/enrollment/enrollment.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { clockTime } from '../../functions/kernel/time.ts'
import { type Seminar, type Session, sessionMinutes } from '../../functions/seminar/seminar.ts'
import { Span } from '../parts/dates.tsx'
import { ErrorSummary, type FieldErrors, HiddenField, SubmitButton } from '../parts/form.tsx'
import { Badge, Notice } from '../parts/notice.tsx'
import { inside } from '../parts/setting.ts'
import { DataTable } from '../parts/table.tsx'
import { sourceWords } from '../text/attendance-sources.ts'
import { officeSeminarText, officeText } from '../text/office.ts'
import type { Values } from './field-reader.ts'
import { OfficePage } from './office-page.tsx'
import type { Visit } from './visit.ts'

/** One person who is expected, what was noticed about them, and the minutes that follow. */
export type AttendanceRow = { person: Enrollment; notices: AttendanceNotice[]; presence: Presence }

/** One session, and everybody who is expected in it; a page of them at a time. */
export type AttendanceList = {
  seminar: Seminar
  session: Session
  rows: AttendanceRow[]
  page: number
  pages: number
  /** How many are expected on all pages, and how many of them came. */
  people: number
  came: number
}

/** Where the attendance of one session is written. */
export const attendancePath = (seminarId: string, sessionId: string, page = 1): string =>
  `/office/seminars/${seminarId}/attendance/${sessionId}${page > 1 ? `/${page}` : ''}`

const formName = 'attendance-form'

/** The field in which somebody's minutes stand. */
export const minutesName = (enrollmentId: string): string => `minutes-${enrollmentId}`

type AttendancePageProps = {
  visit: Visit
  list: AttendanceList
  errors: FieldErrors
  /** What was typed, when it is shown again. */
  values?: Values
  done?: string | undefined
}

/** Who came, how long, and from where that is known; those who did not come stand in the same list. */
export function AttendancePage({ visit, list, errors, values, done }: AttendancePageProps) {
  const { setting, now } = visit
  const { seminar, session, rows } = list
  const text = officeSeminarText[setting.language].attendance
  const house = officeText[setting.language]
  const path = attendancePath(seminar.id, session.id, list.page)
  const back = { path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }
  const closed = mayWriteAttendance(seminar, session, now)
  const writable = !closed && rows.length > 0
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      done={done}
      path={path}
      form={writable ? formName : undefined}
      back={back}
      wide
    >
      <p>
        <strong>{textIn(seminar.title, setting.language)}</strong>
        <br />
        <Span start={session.start} end={session.end} zone={seminar.zone} language={setting.language} />
      </p>
      {closed && (
        <Notice>
          <p>{closed === 'cancelled' ? text.closed : text.notYet}</p>
        </Notice>
      )}
      {!closed && seminar.state === 'completed' && (
        <Notice>
          <p>{text.completed(seminar.threshold)}</p>
        </Notice>
      )}
      <ErrorSummary
        title={house.errorsTitle}
        errors={errors}
        fields={Object.fromEntries(
          rows.map(({ person }) => [minutesName(person.id), text.minutesOf(fullName(person))]),
        )}
      />
      {closed !== 'not-begun' && <p>{text.summary(list.came, list.people)}</p>}
      <Pages visit={visit} list={list} />
      {writable ? (
        <form method="post" action={inside(setting, path)} novalidate id={formName}>
          <p class="hint">
            {text.explained} {text.planned(sessionMinutes(session))} {list.pages > 1 && text.pageByPage}
          </p>
          <Rows visit={visit} list={list} errors={errors} values={values} />
          <SubmitButton label={text.saveAll} />
        </form>
      ) : (
        <Rows visit={visit} list={list} errors={errors} />
      )}
    </OfficePage>
  )
}

/** The way to the other people of a long list. */
function Pages({ visit, list }: { visit: Visit; list: AttendanceList }) {
  if (list.pages === 1) return null
  const text = officeSeminarText[visit.setting.language].attendance
  const { seminar, session } = list
  return (
    <nav aria-label={text.pages}>
      <ul class="button-row">
        {Array.from({ length: list.pages }, (_, i) => i + 1).map((page) => (
          <li>
            <a
              href={inside(visit.setting, attendancePath(seminar.id, session.id, page))}
              aria-current={page === list.page ? 'page' : undefined}
            >
              {text.page(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type RowsProps = { visit: Visit; list: AttendanceList; errors: FieldErrors; values?: Values | undefined }

function Rows({ visit, list, errors, values }: RowsProps) {
  const text = officeSeminarText[visit.setting.language].attendance
  const { seminar, session, rows } = list
  const writable = !mayWriteAttendance(seminar, session, visit.now)
  return (
    <DataTable
      caption={text.title}
      captionHidden
      head={[text.name, text.minutes, text.source, text.joined, text.left]}
      rows={rows.map(({ person, notices, presence }) => [
        fullName(person),
        writable ? (
          <MinutesField
            name={minutesName(person.id)}
            label={text.minutesOf(fullName(person))}
            presence={presence}
            most={sessionMinutes(session)}
            error={errors[minutesName(person.id)]}
            values={values}
          />
        ) : (
          presence.minutes
        ),
        <Source visit={visit} notices={notices} presence={presence} />,
        timesOf(notices, 'joined', seminar.zone) || '–',
        presence.open ? text.stillThere : timesOf(notices, 'left', seminar.zone) || '–',
      ])}
      empty={text.nobody}
    />
  )
}

function Source({
  visit,
  notices,
  presence,
}: { visit: Visit } & Pick<AttendanceRow, 'notices' | 'presence'>) {
  const text = officeSeminarText[visit.setting.language].attendance
  const clicked = presence.from === 'none' && notices.some(({ kind }) => kind === 'clicked')
  const tone = presence.minutes > 0 ? 'good' : clicked ? 'warning' : 'plain'
  const words = sourceWords[visit.setting.language]
  const from = presence.from === 'measured' ? presence.lines.map(({ source }) => source) : [presence.from]
  return <Badge tone={tone}>{clicked ? text.clicked : from.map((source) => words[source]).join(', ')}</Badge>
}

/** The times of one kind, each once, in order. */
const timesOf = (notices: readonly AttendanceNotice[], kind: 'joined' | 'left', zone: string): string =>
  [
    ...new Set(
      notices
        .flatMap((notice) => {
          if (notice.kind === 'present') return (kind === 'joined' ? notice.from : notice.to) ?? []
          return notice.kind === kind ? notice.at : []
        })
        .sort()
        .map((at) => clockTime(at, zone)),
    ),
  ].join(', ')

type MinutesFieldProps = {
  name: string
  label: string
  presence: Presence
  most: number
  error: string | undefined
  values: Values | undefined
}

/** What it showed at first goes along, so that only what somebody changed is stored. */
function MinutesField({ name, label, presence, most, error, values }: MinutesFieldProps): Child {
  const known = presence.from === 'none' ? '' : String(presence.minutes)
  return (
    <>
      <HiddenField name={`${name}-shown`} value={values?.get(`${name}-shown`) ?? known} />
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <input
        class="short"
        type="number"
        inputmode="numeric"
        min={0}
        max={most}
        id={name}
        name={name}
        aria-label={label}
        value={values?.get(name) ?? known}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </>
  )
}
