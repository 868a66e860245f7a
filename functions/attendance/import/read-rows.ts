import { type Instant, later, minute } from '../../kernel/time.ts'
import type { Session } from '../../seminar/seminar.ts'
import type { ColumnRole, Mapping } from './columns.ts'
import { minutesIn } from './durations.ts'
import type { NumberedRow } from './find-table.ts'
import type { ListedRow, ReadList, RejectReason } from './listed.ts'
import { isNear, readMoments } from './moments.ts'
import { type Action, actionKind, pairActions } from './read-actions.ts'

type Setting = { session: Session; zone: string }
type Read = Pick<ReadList, 'rows' | 'rejects'>
type Cell = (role: ColumnRole) => string

/** No name is longer; what is longer is no name. */
const longestCell = 200

/** Reads the rows of a table by what its columns mean. What counts nothing is named with the reason. */
export function readRows(rows: readonly NumberedRow[], mapping: Mapping, setting: Setting): Read {
  const start = setting.session.start
  const moments = (role: ColumnRole) =>
    readMoments(
      rows.map((row) => cellsOf(row, mapping)(role)),
      { start, zone: setting.zone },
    )
  const read = { from: moments('from'), to: moments('to'), at: moments('at') }
  const actions: Action[] = []
  const found: Read = { rows: [], rejects: [] }
  for (const [i, row] of rows.entries()) {
    const cell = cellsOf(row, mapping)
    const told =
      mapping.action !== undefined
        ? readAction(row.row, cell, read.at[i])
        : readRow(row.row, cell, { from: read.from[i], to: read.to[i] }, mapping)
    const why = 'why' in told ? told.why : isStrayed(told, start) ? 'another-day' : undefined
    if (why) found.rejects.push({ row: row.row, name: nameIn(cell) || cell('email'), why })
    else if ('kind' in told) actions.push(told)
    else if ('identity' in told) found.rows.push(told)
  }
  const paired = pairActions(actions)
  return {
    rows: [...found.rows, ...paired.rows],
    rejects: [...found.rejects, ...paired.rejects].sort((a, b) => a.row - b.row),
  }
}

const cellsOf =
  ({ cells }: NumberedRow, mapping: Mapping): Cell =>
  (role) => {
    const column = mapping[role]
    return column === undefined ? '' : (cells[column] ?? '').slice(0, longestCell).trim()
  }

const nameIn = (cell: Cell): string => `${cell('name')} ${cell('lastName')}`.replace(/\s+/gu, ' ').trim()

/** Boxes and words for yes, as the programs write them. */
const isYes = (word: string): boolean => /^(?:ja|yes|evet|true|1)$/iu.test(word)

type Told = ListedRow | Action | { why: RejectReason }

function readAction(row: number, cell: Cell, at: Instant | undefined): Told {
  const [name, email] = [nameIn(cell), cell('email')]
  if (name === '' && email === '') return { why: 'nobody' }
  const kind = actionKind(cell('action'))
  return kind && at ? { row, name, email, kind, at } : { why: 'bad-time' }
}

function readRow(
  row: number,
  cell: Cell,
  { from, to }: { from: Instant | undefined; to: Instant | undefined },
  mapping: Mapping,
): Told {
  const person = { row, name: nameIn(cell), email: cell('email'), identity: '' }
  if (person.name === '' && person.email === '') return { why: 'nobody' }
  if (isYes(cell('waiting'))) return { why: 'waiting-room' }
  const minutes = minutesIn(cell('duration'))
  if (mapping.from === undefined) return minutes === undefined ? noMinutes(cell) : { ...person, minutes }
  if (!from || (cell('to') !== '' && !to)) return { why: cell('from') === '' ? 'no-time' : 'bad-time' }
  if (to && to < from) return { why: 'leave-before-join' }
  const until = to ?? (minutes === undefined ? null : later(from, minutes * minute))
  return { ...person, times: { from, to: until } }
}

const noMinutes = (cell: Cell): { why: RejectReason } => ({
  why: cell('duration') === '' ? 'no-time' : 'bad-duration',
})

/** Whether a time belongs to something else than this session. */
function isStrayed(told: Told, start: Instant): boolean {
  if ('why' in told) return false
  const at = 'kind' in told ? told.at : told.times?.from
  return at !== undefined && !isNear(at, start)
}
