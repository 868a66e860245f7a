import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { bytesOf } from './request-units.ts'

export type Item = Record<string, AttributeValue>

/** The place of one item in the model, also while nothing lies there. */
export type Cell = {
  item: Item | undefined
  /** When the writes that wait for this item will have been done. */
  free: number
  /** The transaction that holds it. */
  holder: object | undefined
  sort: Buffer
}

/** What lies in the tables of the model, by physical name, first key, second key. */
export function openModelStore() {
  const rows = new Map<string, Map<string, Cell>>()
  /** Cells of one first key in the order of the second, byte by byte. */
  const orders = new Map<string, Cell[]>()
  const rowName = (table: string, pk: string) => `${table} ${pk}`

  const cellOf = (table: string, key: Item): Cell => {
    const [pk = '', sk = ''] = [key.pk?.S, key.sk?.S]
    const name = rowName(table, pk)
    const row = rows.get(name) ?? new Map<string, Cell>()
    const order = orders.get(name) ?? []
    rows.set(name, row)
    orders.set(name, order)
    const known = row.get(sk)
    if (known) return known
    const cell: Cell = { item: undefined, free: 0, holder: undefined, sort: Buffer.from(sk) }
    row.set(sk, cell)
    order.splice(placeIn(order, cell.sort), 0, cell)
    return cell
  }

  return {
    cellOf,
    /** Items of one first key whose second begins so, in order. */
    under(table: string, pk: string, prefix: string): Item[] {
      const order = orders.get(rowName(table, pk)) ?? []
      const begin = Buffer.from(prefix)
      const found: Item[] = []
      for (let i = placeIn(order, begin); i < order.length; i++) {
        const cell = order[i]
        if (!cell?.sort.subarray(0, begin.length).equals(begin)) break
        if (cell.item) found.push(cell.item)
      }
      return found
    },
    /** Every item of a table. */
    all: (table: string): Item[] =>
      [...rows]
        .filter(([name]) => name.startsWith(`${table} `))
        .flatMap(([, row]) => [...row.values()].flatMap(({ item }) => (item ? [item] : []))),
  }
}

function placeIn(order: readonly Cell[], sort: Buffer): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cell = order[middle]
    if (cell && Buffer.compare(cell.sort, sort) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** DynamoDB ends a page of a query when it holds so much. */
const pageBytes = 1024 * 1024

/** The items of a page, and where the next one begins. */
export function pageOf(
  items: readonly Item[],
  { limit, after }: { limit?: number | undefined; after?: Item | undefined },
): { page: Item[]; last: Item | undefined } {
  const from = after ? items.findIndex((item) => samePlace(item, after)) + 1 : 0
  const page: Item[] = []
  let bytes = 0
  for (const item of items.slice(from)) {
    page.push(item)
    bytes += bytesOf(item)
    if (bytes >= pageBytes || page.length === limit) break
  }
  const last = page.at(-1)
  return { page, last: last && from + page.length < items.length ? last : undefined }
}

const samePlace = (one: Item, other: Item): boolean => one.pk?.S === other.pk?.S && one.sk?.S === other.sk?.S
