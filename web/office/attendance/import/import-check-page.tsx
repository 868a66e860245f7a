import type { ImportPlan, PlannedPerson } from '../../../../functions/attendance/import/plan-import.ts'
import { fullName } from '../../../../functions/enrollment/enrollment.ts'
import { longDateTime } from '../../../../functions/kernel/time.ts'
import { ButtonForm, HiddenField, SubmitButton } from '../../../parts/form.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { inside } from '../../../parts/setting.ts'
import { DataTable } from '../../../parts/table.tsx'
import type { AttendanceImportText, ImportTrouble } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import { Figures } from '../../figures.tsx'
import type { Visit } from '../../visit.ts'
import { ImportFrame, type ImportPlace, shownCell } from './import-frame.tsx'
import { importDraftPath } from './import-path.ts'
import { ImportPeople, listedName, peopleFormName, rowNumbers } from './import-people.tsx'

type Props = ImportPlace & {
  visit: Visit
  plan: ImportPlan
  refusal?: ImportTrouble | undefined
  done?: string | undefined
}

/** What a list would do, before it does anything: who gets how many minutes, who is unknown, what does not count. */
export function ImportCheckPage({ visit, seminar, session, plan, refusal, done }: Props) {
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  const { draft, list, people, open, table } = plan
  const hasChoices = open.length > 0
  return (
    <ImportFrame
      {...{ visit, seminar, session, refusal, done }}
      title={text.checkTitle}
      path={importDraftPath(draft)}
      form={hasChoices ? peopleFormName : undefined}
      isStep
    >
      <Notice>
        <p>{text.nothingYet(longDateTime(draft.until, seminar.zone, setting.language))}</p>
      </Notice>
      <Figures
        figures={[
          [text.figures.people, people.length],
          [text.figures.open, open.length],
          [text.figures.rejected, list.rejects.length],
          [text.figures.rows, list.rows.length],
        ]}
      />
      <p>
        {text.recognized(text.formats[list.format])}{' '}
        {table && <a href={inside(setting, importDraftPath(draft, '/columns'))}>{text.changeColumns}</a>}
      </p>
      <ImportPeople setting={setting} plan={plan} />
      <Minutes plan={plan} text={text} />
      <Rejects plan={plan} text={text} />
      <div class="button-row">
        {plan.notices.length > 0 && (
          <form method="post" action={inside(setting, importDraftPath(draft, '/confirm'))}>
            <HiddenField name="mark" value={plan.mark} />
            <SubmitButton label={text.confirm(people.length)} />
          </form>
        )}
        <ButtonForm
          kind="quiet"
          action={inside(setting, importDraftPath(draft, '/discard'))}
          label={text.discard}
        />
      </div>
    </ImportFrame>
  )
}

type PartProps = { plan: ImportPlan; text: AttendanceImportText }

function Minutes({ plan, text }: PartProps) {
  return (
    <section>
      <h2>{text.peopleTitle}</h2>
      <DataTable
        caption={text.peopleTitle}
        captionHidden
        head={[
          text.person,
          { label: text.before, kind: 'figure' },
          { label: text.after, kind: 'figure' },
          text.listedAs,
          text.rows,
          text.found,
        ]}
        rows={plan.people.map((each) => [
          fullName(each.person),
          each.before.minutes,
          <After each={each} text={text} />,
          each.entries.map(({ listed }) => listedName(listed, text)).join('; '),
          each.entries.map(({ listed }) => rowNumbers(listed)).join('; '),
          [...new Set(each.entries.map(({ by }) => text.foundBy[by]))].join(', '),
        ])}
        empty={text.nobodyFound}
      />
    </section>
  )
}

/** The number that will count, and why it may not be what one expects. */
function After({ each: { after }, text }: { each: PlannedPerson; text: AttendanceImportText }) {
  const hints = [
    ...(after.from === 'hand' ? [text.handStays] : []),
    ...(after.withoutTimes ? [text.withoutTimes] : []),
    ...(after.open ? [text.openEnd] : []),
  ]
  return (
    <>
      <strong>{after.minutes}</strong>
      {hints.length > 0 && (
        <>
          <br />
          <span class="small">{hints.join(' ')}</span>
        </>
      )}
    </>
  )
}

const mostRejects = 200

function Rejects({ plan: { list }, text }: PartProps) {
  const { rejects } = list
  if (rejects.length === 0) return null
  return (
    <section>
      <h2>{text.rejectsTitle}</h2>
      <DataTable
        caption={text.rejectsTitle}
        captionHidden
        head={[text.row, text.listedAs, text.why]}
        rows={rejects
          .slice(0, mostRejects)
          .map(({ row, name, why }) => [String(row), shownCell(name) || text.nameless, text.reasons[why]])}
      />
      {rejects.length > mostRejects && <p>{text.more(rejects.length - mostRejects)}</p>}
    </section>
  )
}
