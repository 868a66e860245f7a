import type { Child } from 'hono/jsx'
import { textIn } from '../../../../functions/kernel/language.ts'
import type { Seminar, Session } from '../../../../functions/seminar/seminar.ts'
import { Span } from '../../../parts/dates.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { isReadable } from '../../../parts/readable-text.ts'
import type { ImportTrouble } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import { officeText } from '../../../text/office.ts'
import { OfficePage } from '../../office-page.tsx'
import type { Visit } from '../../visit.ts'
import { attendancePath } from '../attendance-list.ts'
import { importPath } from './import-path.ts'

/** The session that lists are brought for. */
export type ImportPlace = { seminar: Seminar; session: Session }

type FrameProps = ImportPlace & {
  visit: Visit
  title: string
  path: string
  form?: string | undefined
  /** Whether the page lies behind the one where lists are brought. */
  isStep?: boolean
  refusal?: ImportTrouble | undefined
  done?: string | undefined
  children?: Child
}

/** A page about lists of one session: which session, and what stands in the way. */
export function ImportFrame(props: FrameProps) {
  const { visit, seminar, session, title, path, form, isStep, refusal, done, children } = props
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  const back = isStep
    ? { path: importPath(seminar.id, session.id), label: text.title }
    : { path: attendancePath(seminar.id, session.id), label: text.back }
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={title}
      path={path}
      form={form}
      back={back}
      done={done}
      wide
    >
      <p>
        <strong>{textIn(seminar.title, setting.language)}</strong>
        <br />
        <Span start={session.start} end={session.end} zone={seminar.zone} language={setting.language} />
      </p>
      {refusal && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{text.troubles[refusal]}</p>
        </Notice>
      )}
      {children}
    </OfficePage>
  )
}

/** Cells of other people's files may be anything; the page shows the start of what can be shown. */
export const shownCell = (text: string): string => {
  const start = [...text].slice(0, 80).join('')
  return isReadable(start) ? start : '…'
}
