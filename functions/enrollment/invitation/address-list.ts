import { type EmailAddress, parseEmailAddress, sameMailbox } from '../../kernel/email-address.ts'
import { mostInvited } from './invitation.ts'
import { rowsOf } from './table-rows.ts'

/** A row in which no address could be found, or one that mail cannot be sent to; counted from one, as it was typed. */
export type RejectedRow = { row: number; text: string; why: 'no-address' | 'bad-address' }

/** What was understood of a list: whom it names, who stands there more than once, and which rows say nothing. */
export type AddressList = {
  addresses: EmailAddress[]
  doubles: { row: number; address: EmailAddress }[]
  rejects: RejectedRow[]
}

type ReadList =
  | { ok: true; list: AddressList }
  | { ok: false; trouble: 'empty' | 'too-many-rows'; rows: number }

/** What the column with the address is called in German, Turkish and English lists. */
const headings = /^(?:e?mail(?!ing)|eposta)/

/** The letters of a heading, without what people put between and around them. */
const plainHeading = (cell: string): string => cell.toLowerCase().replace(/[^\p{L}]/gu, '')

/**
 * Reads a list of addresses, pasted or saved by a spreadsheet. Where a heading names the column, it counts; otherwise
 * whatever looks like an address does, several to a row too. Nothing is dropped without being said.
 */
export function readAddressList(text: string): ReadList {
  const numbered = rowsOf(text)
    .map((cells, i) => ({ cells: cells.map((cell) => cell.trim()), row: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...others] = numbered
  if (!first) return { ok: false, trouble: 'empty', rows: 0 }
  const isHeading = isHeadingRow(first.cells)
  const rows = isHeading ? others : numbered
  if (rows.length === 0) return { ok: false, trouble: 'empty', rows: 0 }
  if (rows.length > mostInvited) return { ok: false, trouble: 'too-many-rows', rows: rows.length }
  const column = isHeading ? first.cells.findIndex((cell) => headings.test(plainHeading(cell))) : -1
  const list = sort(
    rows.map(({ cells, row }) => ({ row, cells: column < 0 ? cells : [cells[column] ?? ''] })),
  )
  return list.addresses.length > mostInvited
    ? { ok: false, trouble: 'too-many-rows', rows: list.addresses.length }
    : { ok: true, list }
}

/** A first row without any address, in which one cell is the name of a column. */
const isHeadingRow = (cells: readonly string[]): boolean =>
  !cells.some((cell) => cell.includes('@')) && cells.some((cell) => headings.test(plainHeading(cell)))

function sort(rows: readonly { row: number; cells: readonly string[] }[]): AddressList {
  const list: AddressList = { addresses: [], doubles: [], rejects: [] }
  const known = new Set<string>()
  for (const { row, cells } of rows) {
    const candidates = cells.flatMap(candidatesIn)
    if (candidates.length === 0)
      list.rejects.push({ row, text: cells.filter(Boolean).join(' · '), why: 'no-address' })
    for (const candidate of candidates) {
      const address = parseEmailAddress(candidate)
      if (!address) list.rejects.push({ row, text: candidate, why: 'bad-address' })
      else if (known.has(sameMailbox(address))) list.doubles.push({ row, address })
      else {
        known.add(sameMailbox(address))
        list.addresses.push(address)
      }
    }
  }
  return list
}

/** What may be an address in a cell: `ayse@verein.de`, `Ayşe <ayse@verein.de>`, `mailto:…`, or several of them. */
function candidatesIn(cell: string): string[] {
  const inBrackets = [...cell.matchAll(/<([^<>@]*@[^<>@]*)>/g)].map(([, address = '']) => address)
  const found =
    inBrackets.length > 0 ? inBrackets : cell.split(/[\s,;]+/).filter((word) => word.includes('@'))
  return found.map((word) => word.trim().replace(/^mailto:/i, ''))
}
