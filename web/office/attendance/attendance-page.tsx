import { mayWriteAttendance } from '../../../functions/attendance/write-attendance.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { conditionsOf, sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { ErrorSummary, type FieldErrors, SubmitButton } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { conditionsText } from '../../text/conditions.ts'
import { officeSeminarText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { AttendancePages, AttendanceWays } from './attendance-actions.tsx'
import { type AttendanceList, attendancePath, minutesName } from './attendance-list.ts'
import { AttendanceRows } from './attendance-rows.tsx'

const formName = 'attendance-form'

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
  const writable = !closed && !list.settled && rows.length > 0
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
      {!closed && <AttendanceWays visit={visit} list={list} />}
      {!closed && !list.settled && seminar.state === 'completed' && (
        <Notice>
          <p>
            {text.completed(seminar.reducedThreshold || seminar.threshold)}{' '}
            {conditionsOf(seminar).length > 0 && conditionsText[setting.language].more}
          </p>
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
      <AttendancePages visit={visit} list={list} />
      {writable ? (
        <form method="post" action={inside(setting, path)} novalidate id={formName}>
          <p class="hint">
            {text.explained} {text.planned(sessionMinutes(session))} {list.pages > 1 && text.pageByPage}
          </p>
          <AttendanceRows visit={visit} list={list} errors={errors} values={values} />
          <SubmitButton label={text.saveAll} />
        </form>
      ) : (
        <AttendanceRows visit={visit} list={list} errors={errors} />
      )}
    </OfficePage>
  )
}
