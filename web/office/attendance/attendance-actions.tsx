import { mayShowCode } from '../../../functions/attendance/code/show-code.ts'
import { ButtonLink } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { attendanceCodeText } from '../../text/attendance-code.ts'
import { attendanceImportText } from '../../text/attendance-import.ts'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { trainersWordText } from '../../text/trainers-word.ts'
import { wordsPath } from '../certificate/preview-path.ts'
import { PageLinks } from '../page-links.tsx'
import type { Visit } from '../visit.ts'
import { type AttendanceList, attendancePath, codePath, listPath } from './attendance-list.ts'
import { importPath } from './import/import-path.ts'

/** The way to the other people of a long list. */
export function AttendancePages({ visit, list }: { visit: Visit; list: AttendanceList }) {
  const { seminar, session, page, pages } = list
  const pathOf = (n: number) => attendancePath(seminar.id, session.id, n)
  return <PageLinks setting={visit.setting} {...{ page, pages, pathOf }} />
}

/** Other ways to attendance than writing minutes down, and the list that two people confirm. */
export function AttendanceWays({ visit, list }: { visit: Visit; list: AttendanceList }) {
  const { setting, now } = visit
  const { seminar, session, settled } = list
  const text = confirmedListText[setting.language]
  const way = (isOpen: boolean, path: string, label: string) => (isOpen ? [{ path, label }] : [])
  const ways = [
    ...way(
      !settled && !mayShowCode(seminar, session, now),
      codePath(seminar.id, session.id),
      attendanceCodeText[setting.language].link,
    ),
    ...way(!settled, importPath(seminar.id, session.id), attendanceImportText[setting.language].link),
    ...way(seminar.trainersWord, wordsPath(seminar.id), trainersWordText[setting.language].link),
    ...way(now >= session.end, listPath(seminar.id, session.id), settled ? text.toList : text.confirm),
  ]
  return (
    <>
      {settled && (
        <Notice>
          <p>{text.lockedNotice}</p>
        </Notice>
      )}
      <p class="button-row">
        {ways.map(({ path, label }) => (
          <ButtonLink kind="quiet" href={inside(setting, path)} label={label} />
        ))}
      </p>
    </>
  )
}
