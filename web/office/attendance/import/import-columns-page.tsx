import {
  type ColumnRole,
  columnRoles,
  type Mapping,
} from '../../../../functions/attendance/import/columns.ts'
import type { FoundTable } from '../../../../functions/attendance/import/find-table.ts'
import type { ImportPlan } from '../../../../functions/attendance/import/plan-import.ts'
import { isEnough } from '../../../../functions/attendance/import/read-list.ts'
import { ErrorSummary, type FieldErrors, Select, SubmitButton } from '../../../parts/form.tsx'
import { inside } from '../../../parts/setting.ts'
import { DataTable } from '../../../parts/table.tsx'
import type { AttendanceImportText } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import { officeText } from '../../../text/office.ts'
import type { Values } from '../../field-reader.ts'
import type { Visit } from '../../visit.ts'
import { ImportFrame, type ImportPlace, shownCell } from './import-frame.tsx'
import { importDraftPath } from './import-path.ts'

const formName = 'import-columns'
const columnField = (role: ColumnRole): string => `column-${role}`

type Props = ImportPlace & { visit: Visit; plan: ImportPlan; errors?: FieldErrors; values?: Values }

/** What each column of a table means, as the house took it; to be put right. */
export function ImportColumnsPage({ visit, seminar, session, plan, errors = {}, values }: Props) {
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  const { table, mapping, draft } = plan
  if (!table) return null
  const path = importDraftPath(draft, '/columns')
  const options = [
    { value: '', label: text.noColumn },
    ...table.headings.map((heading, i) => ({
      value: String(i),
      label: text.column(i + 1, shownCell(heading)),
    })),
  ]
  return (
    <ImportFrame {...{ visit, seminar, session, path }} title={text.columnsTitle} form={formName} isStep>
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={errors}
        fields={Object.fromEntries(columnRoles.map((role) => [columnField(role), text.columns[role]]))}
      />
      <p>{text.columnsLead}</p>
      <form class="form" method="post" action={inside(setting, path)} novalidate id={formName}>
        {columnRoles.map((role) => (
          <Select
            name={columnField(role)}
            label={text.columns[role]}
            value={values?.get(columnField(role)) ?? String(mapping[role] ?? '')}
            error={errors[columnField(role)]}
            options={options}
          />
        ))}
        <SubmitButton label={text.goOn} />
      </form>
      <FirstRows table={table} text={text} />
    </ImportFrame>
  )
}

function FirstRows({ table, text }: { table: FoundTable; text: AttendanceImportText }) {
  return (
    <section>
      <h2>{text.firstRows}</h2>
      <DataTable
        caption={text.firstRows}
        captionHidden
        head={[text.row, ...table.headings.map((heading, i) => shownCell(heading) || String(i + 1))]}
        rows={table.rows
          .slice(0, 5)
          .map(({ row, cells }) => [
            String(row),
            ...table.headings.map((_, i) => shownCell(cells[i] ?? '') || '–'),
          ])}
      />
    </section>
  )
}

/** Reads what a person said of the columns, and what is wrong with it. */
export function readColumns(
  values: Values,
  table: FoundTable,
  text: AttendanceImportText,
): { mapping: Mapping; errors: FieldErrors } {
  const mapping: Mapping = {}
  const errors: FieldErrors = {}
  const taken = new Set<number>()
  for (const role of columnRoles) {
    const said = values.get(columnField(role)) ?? ''
    if (!/^\d{1,2}$/.test(said) || Number(said) >= table.headings.length) continue
    if (taken.has(Number(said))) errors[columnField(role)] = text.columnTwice
    taken.add(Number(said))
    mapping[role] = Number(said)
  }
  if (!isEnough(mapping)) errors[columnField('name')] ??= text.notEnough
  return { mapping, errors }
}
