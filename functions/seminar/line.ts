import type { Counters, Place, Table } from '../kernel/table.ts'

/**
 * The line of a seminar, like at a deli counter: `next` is the last number drawn, `serving` how far the line has been
 * served. A number up to `serving` has a seat. Both only ever rise.
 */
export type Line = { next: number; serving: number }

/** Public figures, so they lie in the catalog: pages that only show may read them. */
export const linePlace = (seminarId: string): Place => ({
  table: 'catalog',
  pk: `line#${seminarId}`,
  sk: 'line',
})

export const lineFrom = (counters: Counters): Line => ({
  next: counters.next ?? 0,
  serving: counters.serving ?? 0,
})

export const readLine = async (table: Pick<Table, 'counters'>, seminarId: string): Promise<Line> =>
  lineFrom(await table.counters(linePlace(seminarId)))

export const drawNumber = async (table: Table, seminarId: string): Promise<Line> =>
  lineFrom(await table.draw(linePlace(seminarId), 'next'))

/** Seats that nobody has drawn a number for yet. */
export const seatsLeft = (line: Line): number => Math.max(0, line.serving - line.next)

/** Numbers beyond the served ones: how far the waiting list reaches. */
export const waitingLength = (line: Line): number => Math.max(0, line.next - line.serving)
