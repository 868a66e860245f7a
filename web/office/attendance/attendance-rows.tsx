import type { Child } from 'hono/jsx'
import type { Notice as AttendanceNotice } from '../../../functions/attendance/attendance.ts'
import type { Presence } from '../../../functions/attendance/minutes.ts'
import { timeLineOf } from '../../../functions/attendance/time-line.ts'
import { mayWriteAttendance } from '../../../functions/attendance/write-attendance.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { clockTime } from '../../../functions/kernel/time.ts'
import { sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { type FieldErrors, HiddenField } from '../../parts/form.tsx'
import { Badge } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { sourceWords } from '../../text/attendance-sources.ts'
import { officeSeminarText } from '../../text/office.ts'
import { timeLineText } from '../../text/time-line.ts'
import type { Values } from '../field-reader.ts'
import type { Visit } from '../visit.ts'
import {
  type AttendanceList,
  type AttendanceRow,
  minutesName,
  personAttendancePath,
} from './attendance-list.ts'
import { SmallTimeLine } from './time-line.tsx'

type RowsProps = { visit: Visit; list: AttendanceList; errors: FieldErrors; values?: Values | undefined }

/** Everybody who is expected, with the minutes that count and from where they are known. */
export function AttendanceRows({ visit, list, errors, values }: RowsProps) {
  const text = officeSeminarText[visit.setting.language].attendance
  const { seminar, session, rows } = list
  const writable = !list.settled && !mayWriteAttendance(seminar, session, visit.now)
  return (
    <DataTable
      caption={text.title}
      captionHidden
      head={[text.name, text.minutes, text.source, text.joined, text.left]}
      rows={rows.map(({ person, notices, presence }) => [
        <a
          href={inside(visit.setting, personAttendancePath(seminar.id, session.id, person.id))}
          title={timeLineText[visit.setting.language].linkOf(fullName(person))}
        >
          {fullName(person)}
        </a>,
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
        <>
          <Source visit={visit} notices={notices} presence={presence} />
          {presence.twice.length > 0 && (
            <Badge tone="warning">{timeLineText[visit.setting.language].twice}</Badge>
          )}
          <SmallTimeLine
            line={timeLineOf(presence, notices, session)}
            name={fullName(person)}
            zone={seminar.zone}
            language={visit.setting.language}
          />
        </>,
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
