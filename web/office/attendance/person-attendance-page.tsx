import type { Child } from 'hono/jsx'
import type { Notice as AttendanceNotice } from '../../../functions/attendance/attendance.ts'
import { timeLineOf } from '../../../functions/attendance/time-line.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { clockTime, type Instant } from '../../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { Notice } from '../../parts/notice.tsx'
import { DataTable } from '../../parts/table.tsx'
import { sourceWords } from '../../text/attendance-sources.ts'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { timeLineText } from '../../text/time-line.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { type AttendanceRow, attendancePath, personAttendancePath } from './attendance-list.ts'
import { TimeLinePicture, timesOf, wordsOf } from './time-line.tsx'

type Props = {
  visit: Visit
  seminar: Seminar
  session: Session
  row: AttendanceRow
  /** Names of who works here, by mailbox. */
  staff: ReadonlyMap<string, string>
}

/** One person in one session: the picture, the same in words, and everything that was noted, also what counts no more. */
export function PersonAttendancePage({ visit, seminar, session, row, staff }: Props) {
  const { language } = visit.setting
  const { person, notices, presence } = row
  const text = timeLineText[language]
  const words = sourceWords[language]
  const name = fullName(person) || confirmedListText[language].erased
  const line = timeLineOf(presence, notices, session)
  const from = presence.from === 'measured' ? presence.lines.map(({ source }) => source) : [presence.from]
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={`${text.title}: ${name}`}
      path={personAttendancePath(seminar.id, session.id, person.id)}
      back={{ path: attendancePath(seminar.id, session.id), label: textIn(seminar.title, language) }}
    >
      <p>
        <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
      </p>
      <p>
        <strong>{text.counts(presence.minutes, from.map((source) => words[source]).join(', '))}</strong>
        {presence.from === 'settled' && presence.noticed !== presence.minutes && (
          <> {confirmedListText[language].cameLater(presence.noticed)}</>
        )}
      </p>
      {presence.twice.length > 0 && (
        <Notice tone="warning" title={`${text.twice}: ${timesOf(presence.twice, seminar.zone)}`}>
          <p>{text.twiceMeans}</p>
        </Notice>
      )}
      <TimeLinePicture line={line} name={name} zone={seminar.zone} language={language} />
      <ul>
        {wordsOf(line, { zone: seminar.zone, language }).map((sentence) => (
          <li>{sentence}</li>
        ))}
        {presence.lines.flatMap(({ source, counted }) =>
          counted === undefined ? [] : [<li>{text.counted(words[source], counted)}</li>],
        )}
        {presence.open && <li>{text.open}</li>}
      </ul>
      <h2>{text.history}</h2>
      <DataTable
        caption={text.history}
        captionHidden
        head={[text.when, text.what, text.whence]}
        rows={notices
          .toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
          .map((notice): Child[] => [
            shortDateTime(momentOf(notice), language, seminar.zone),
            whatWords(notice, { visit, zone: seminar.zone }),
            whenceWords(notice, { visit, staff }),
          ])}
        empty={text.noneNoted}
      />
    </OfficePage>
  )
}

const momentOf = (notice: AttendanceNotice): Instant => (notice.kind === 'present' ? notice.from : notice.at)

function whatWords(notice: AttendanceNotice, { visit, zone }: { visit: Visit; zone: string }): string {
  const text = timeLineText[visit.setting.language]
  switch (notice.kind) {
    case 'present':
      return text.present(
        clockTime(notice.from, zone),
        notice.to ? clockTime(notice.to, zone) : text.unknownEnd,
      )
    case 'counted':
      return text.total(notice.minutes)
    case 'by-hand':
      return text.byHand(notice.minutes)
    case 'settled':
      return text.settled(notice.minutes)
    default:
      return text.kinds[notice.kind]
  }
}

function whenceWords(
  notice: AttendanceNotice,
  { visit, staff }: { visit: Visit; staff: ReadonlyMap<string, string> },
): string {
  const words = sourceWords[visit.setting.language]
  if (notice.kind === 'by-hand') return `${words.hand}: ${staff.get(notice.by) ?? notice.by}`
  if (notice.kind === 'settled') return words.settled
  return notice.kind === 'clicked' ? '–' : words[notice.source ?? 'room']
}
