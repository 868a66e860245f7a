import { type Mapping, mappingFor, worthOf } from './columns.ts'
import type { ListFormat } from './listed.ts'

/** A row of cells and where it stands in the file, counted from 1. */
export type NumberedRow = { row: number; cells: string[] }

/** The table in a file that says who was there: its headings, what they seem to mean, and its rows. */
export type FoundTable = {
  format: Exclude<ListFormat, 'bigbluebutton'>
  headings: string[]
  mapping: Mapping
  rows: NumberedRow[]
}

/** Nobody makes wider lists. */
const mostColumns = 60
/** Headings stand at the top, below a few lines about the meeting; Teams has all its people above the third table. */
const mostHeadings = 3_000

/**
 * Finds it: meeting programs put a table about the meeting above, and Teams the times below. The one that tells most
 * is meant, the last of several that tell as much. Where no headings are understood, the first row is taken for them.
 */
export function findTable(grid: readonly string[][]): FoundTable | undefined {
  const rows = grid
    .map((cells, i) => ({ row: i + 1, cells: cells.slice(0, mostColumns).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const candidates = rows
    .slice(0, mostHeadings)
    .map(({ cells }, i) => ({ i, cells, worth: isAboutMeeting(cells) ? 0 : worthIn(cells) }))
  const most = Math.max(0, ...candidates.map(({ worth }) => worth))
  const best = most > 0 ? candidates.findLast(({ worth }) => worth === most) : candidates[0]
  if (!best) return undefined
  return {
    format: formatOf(rows, best.cells),
    headings: best.cells,
    mapping: mappingFor(best.cells),
    rows: untilNextSection(rows.slice(best.i + 1)),
  }
}

/** Headings are words; a row about a person has digits in its times. */
const worthIn = (cells: readonly string[]): number =>
  cells.some((cell) => /\d/.test(cell)) ? 0 : worthOf(mappingFor(cells))

const isAboutMeeting = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(?:meeting[- ]?(?:id|kimliği)|topic|thema|konu)$/iu.test(cell))

const sectionTitle = /^\d{1,2}\. \D/

const isSection = ({ cells }: NumberedRow): boolean =>
  sectionTitle.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '')

function untilNextSection(rows: readonly NumberedRow[]): NumberedRow[] {
  const next = rows.findIndex(isSection)
  return next < 0 ? [...rows] : rows.slice(0, next)
}

function formatOf(rows: readonly NumberedRow[], headings: readonly string[]): FoundTable['format'] {
  const { action, at } = mappingFor(headings)
  if (rows.some(isSection) || (action !== undefined && at !== undefined)) return 'teams'
  const isZoom =
    rows.slice(0, 3).some(({ cells }) => isAboutMeeting(cells)) ||
    headings.some((heading) => /\((?:original|orijinal)/iu.test(heading))
  return isZoom ? 'zoom' : 'table'
}
