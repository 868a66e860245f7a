import type { AttendanceImport } from '../../../../functions/attendance/import/attendance-import.ts'
import { mayWriteAttendance } from '../../../../functions/attendance/write-attendance.ts'
import { longDateTime } from '../../../../functions/kernel/time.ts'
import { FileField } from '../../../parts/file-field.tsx'
import { ButtonForm, ButtonLink, ErrorSummary, type FieldErrors, SubmitButton } from '../../../parts/form.tsx'
import { Badge, Notice } from '../../../parts/notice.tsx'
import { inside } from '../../../parts/setting.ts'
import { DataTable } from '../../../parts/table.tsx'
import type { ImportTrouble } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import { officeText } from '../../../text/office.ts'
import type { Visit } from '../../visit.ts'
import { ImportFrame, type ImportPlace } from './import-frame.tsx'
import { importDraftPath, importPath } from './import-path.ts'

type ImportPageProps = ImportPlace & {
  visit: Visit
  imports: readonly AttendanceImport[]
  /** Whether two people stand for the session's list, so that no file counts any more. */
  settled: boolean
  errors?: FieldErrors
  refusal?: ImportTrouble | undefined
  done?: string | undefined
}

/** Where a file is brought, and what was taken over so far. */
export function ImportPage(props: ImportPageProps) {
  const { visit, seminar, session, imports, settled, errors = {}, refusal, done } = props
  const text = attendanceImportText[visit.setting.language]
  const closed = settled ? 'locked' : mayWriteAttendance(seminar, session, visit.now)
  return (
    <ImportFrame
      {...{ visit, seminar, session, refusal, done }}
      title={text.title}
      path={importPath(seminar.id, session.id)}
    >
      {closed && closed !== refusal && (
        <Notice>
          <p>{text.troubles[closed]}</p>
        </Notice>
      )}
      {!closed && <FileForm visit={visit} path={importPath(seminar.id, session.id)} errors={errors} />}
      <section>
        <h2>{text.lists}</h2>
        <Imports {...{ visit, seminar, session, imports }} mayTakeBack={!closed} />
      </section>
    </ImportFrame>
  )
}

function FileForm({ visit, path, errors }: { visit: Visit; path: string; errors: FieldErrors }) {
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  return (
    <>
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={errors}
        fields={{ file: text.file }}
      />
      <p>{text.lead}</p>
      <form
        class="form"
        method="post"
        enctype="multipart/form-data"
        action={inside(setting, path)}
        novalidate
      >
        <FileField
          name="file"
          label={text.file}
          hint={text.fileHint}
          error={errors.file}
          accept=".csv,.txt,.tsv,.json,text/csv,text/plain,application/json"
        />
        <p class="small">{text.kept}</p>
        <SubmitButton label={text.look} />
      </form>
    </>
  )
}

type ImportsProps = Pick<ImportPageProps, 'visit' | 'seminar' | 'session' | 'imports'> & {
  mayTakeBack: boolean
}

function Imports({ visit, seminar, session, imports, mayTakeBack }: ImportsProps) {
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  return (
    <>
      {imports.some(({ state }) => state === 'storing') && (
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, importPath(seminar.id, session.id))}
            label={text.reload}
          />
        </p>
      )}
      <DataTable
        caption={text.lists}
        captionHidden
        head={[
          text.when,
          text.from,
          { label: text.people, kind: 'figure' },
          { label: text.figures.rejected, kind: 'figure' },
          text.state,
          { label: text.doings, kind: 'action' },
        ]}
        rows={imports.map((list) => [
          longDateTime(list.at, seminar.zone, setting.language),
          text.formats[list.format],
          list.people,
          list.rejected,
          <State visit={visit} list={list} />,
          mayTakeBack && list.state === 'stored' ? (
            <ButtonForm
              kind="quiet"
              action={inside(setting, importDraftPath(list, '/take-back'))}
              label={text.takeBack}
            />
          ) : (
            '–'
          ),
        ])}
        empty={text.noLists}
      />
    </>
  )
}

function State({ visit, list }: { visit: Visit; list: AttendanceImport }) {
  const text = attendanceImportText[visit.setting.language]
  const { state, written, notices } = list
  if (state !== 'storing')
    return <Badge tone={state === 'stored' ? 'good' : 'plain'}>{text.states[state]}</Badge>
  const words = text.progress(written, notices)
  return (
    <>
      <Badge tone="info">{text.states.storing}</Badge>
      <br />
      <progress value={written} max={notices} aria-label={text.states.storing}>
        {words}
      </progress>
      <br />
      {words}
    </>
  )
}
