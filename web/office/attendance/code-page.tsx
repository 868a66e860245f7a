import { codeMinutes, spoken } from '../../../functions/attendance/code/attendance-code.ts'
import {
  mayShowCode,
  type ShowCodeRefusal,
  type ShownCode,
} from '../../../functions/attendance/code/show-code.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { clockTime, type Instant } from '../../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { ButtonForm, ButtonLink } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { attendanceCodeText } from '../../text/attendance-code.ts'
import { officeSeminarText, officeText } from '../../text/office.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { attendancePath, codePath } from './attendance-list.ts'

type CodePageProps = {
  visit: Visit
  seminar: Seminar
  session: Session
  /** Whether two people stand for the list, so that no code counts any more. */
  settled: boolean
  shown: ShownCode | undefined
  refusal?: ShowCodeRefusal['code']
}

/** The code that people in the session see or hear, large enough to be shown on the shared screen. */
export function CodePage({ visit, seminar, session, settled, shown, refusal }: CodePageProps) {
  const { setting, now } = visit
  const text = attendanceCodeText[setting.language]
  const path = codePath(seminar.id, session.id)
  const trouble = settled ? 'locked' : mayShowCode(seminar, session, now)
  const back = {
    path: attendancePath(seminar.id, session.id),
    label: officeSeminarText[setting.language].attendance.title,
  }
  return (
    <OfficePage visit={visit} area="seminars" title={text.title} path={path} back={back}>
      <p>
        <strong>{textIn(seminar.title, setting.language)}</strong>
        <br />
        <Span start={session.start} end={session.end} zone={seminar.zone} language={setting.language} />
      </p>
      {refusal && refusal !== trouble && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{text.troubles[refusal]}</p>
        </Notice>
      )}
      {trouble ? (
        <Notice>
          <p>{text.troubles[trouble]}</p>
        </Notice>
      ) : (
        <>
          <p>{text.lead(codeMinutes)}</p>
          {shown ? <Shown {...{ visit, seminar, session, shown }} /> : <p>{text.none}</p>}
          <div class="button-row">
            {shown && <ButtonLink kind="quiet" href={inside(setting, path)} label={text.reload} />}
            <ButtonForm
              action={inside(setting, path)}
              label={shown ? text.showNext : text.show}
              kind={shown ? 'quiet' : undefined}
            />
          </div>
        </>
      )}
    </OfficePage>
  )
}

type ShownProps = Pick<CodePageProps, 'visit' | 'seminar' | 'session'> & { shown: ShownCode }

function Shown({ visit, seminar, session, shown }: ShownProps) {
  const { setting } = visit
  const text = attendanceCodeText[setting.language]
  const time = (instant: Instant) => clockTime(instant, seminar.zone)
  return (
    <section class="panel" aria-label={text.code}>
      <p class="shown-code">{spoken(shown.code)}</p>
      <p class="strong">{text.goodUntil(time(shown.until))}</p>
      <p>
        {text.standsFor(time(shown.from), time(shown.to))}
        {shown.from > session.start && ` ${text.earlier}`}
      </p>
      <p>{text.sayIt}</p>
      <p>{text.typedBy(shown.typedBy)}</p>
    </section>
  )
}
