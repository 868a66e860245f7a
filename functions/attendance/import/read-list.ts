import { rowsOf } from '../../enrollment/invitation/table-rows.ts'
import { textOfFile } from '../../enrollment/invitation/text-of-file.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { Session } from '../../seminar/seminar.ts'
import { columnRoles, type Mapping, worthOf } from './columns.ts'
import { type FoundTable, findTable } from './find-table.ts'
import type { ReadList } from './listed.ts'
import { readDashboard } from './read-dashboard.ts'
import { readRows } from './read-rows.ts'

/** What can be brought at most. */
export const mostListBytes = 1024 * 1024
export const mostListRows = 5_000

/** unreadable: no text, such as a spreadsheet · empty: no rows · too-many: more rows than are taken */
export type ListTrouble = { code: 'unreadable' | 'empty' | 'too-many' }

/** What a file turned out to be: finished, or a table whose columns have a meaning. */
export type OpenedList = { is: 'dashboard'; list: ReadList } | { is: 'table'; table: FoundTable }

/** Opens the file that somebody brought, in whatever way it was saved. */
export function openList(bytes: Uint8Array, session: Session): Result<OpenedList, ListTrouble> {
  const text = textOfFile(bytes)
  if (text === undefined) return refuse({ code: 'unreadable' })
  if (/^\s*\{/.test(text)) return openDashboard(text, session)
  const grid = rowsOf(text)
  // The rows of people are counted; a little more is let through for what stands above them.
  if (grid.length > 3 * mostListRows) return refuse({ code: 'too-many' })
  const table = findTable(grid)
  if (!table || table.rows.length === 0) return refuse({ code: 'empty' })
  if (table.rows.length > mostListRows) return refuse({ code: 'too-many' })
  return accept({ is: 'table', table })
}

function openDashboard(text: string, session: Session): Result<OpenedList, ListTrouble> {
  const list = readDashboard(text, session)
  if (!list) return refuse({ code: 'unreadable' })
  const length = list.rows.length + list.rejects.length
  if (length === 0) return refuse({ code: 'empty' })
  return length > mostListRows ? refuse({ code: 'too-many' }) : accept({ is: 'dashboard', list })
}

/** What the list says, where its columns mean what the mapping says. */
export const readOpened = (
  opened: OpenedList,
  mapping: Mapping,
  { session, zone }: { session: Session; zone: string },
): ReadList =>
  opened.is === 'dashboard'
    ? opened.list
    : { format: opened.table.format, ...readRows(opened.table.rows, mapping, { session, zone }) }

/** Whether the columns tell enough: somebody, and when or how long. */
export const isEnough = (mapping: Mapping): boolean => worthOf(mapping) > 0

/** The headings as one word, by which the same kind of table is known again. */
export const headingsMark = ({ headings }: Pick<FoundTable, 'headings'>): string =>
  JSON.stringify(headings.map((heading) => heading.normalize('NFC').toLowerCase()))

/** A mapping without columns that the table does not have. */
export const withinTable = (mapping: Mapping, { headings }: Pick<FoundTable, 'headings'>): Mapping =>
  Object.fromEntries(
    columnRoles.flatMap((role) => {
      const column = mapping[role]
      return column !== undefined && column < headings.length ? [[role, column]] : []
    }),
  )
