import type { Bounds, Counters, Place, Table, Write } from '../kernel/table.ts'
import { reservedSeats } from './places.ts'
import type { Seminar } from './seminar.ts'

/**
 * The line of a seminar, like at a deli counter. A number up to `serving` has a seat (or is offered one); a number
 * that was drawn and has been served stays served.
 */
export type Line = {
  /** The last number drawn. */
  next: number
  /** How far the line has been served. */
  serving: number
  /** Seats that were taken away while somebody sat on them: so many that become free are not given on. */
  owed: number
  /**
   * Numbers that were given back and whose seat has not been passed on yet, as far as they have been counted: a deed
   * counts them by a plain write after its commit, so as not to hold the line; the sweep counts anew.
   */
  struck: number
  /** Enrollments without a number of their own: kept seats, applications, groups that wait together. */
  beside: number
}

/** Public figures, so they lie in the catalog: pages that only show may read them. */
export const linePlace = (seminarId: string): Place => ({
  table: 'catalog',
  pk: `line#${seminarId}`,
  sk: 'line',
})

export const lineFrom = ({ next = 0, serving = 0, owed = 0, struck = 0, beside = 0 }: Counters): Line => ({
  next,
  serving,
  owed,
  struck,
  beside,
})

export const readLine = async (table: Pick<Table, 'counters'>, seminarId: string): Promise<Line> =>
  lineFrom(await table.counters(linePlace(seminarId)))

/** Draws the next number, or so many at once; `next` of the answer is the last of them. */
export const drawNumbers = async (table: Pick<Table, 'draw'>, seminarId: string, by = 1): Promise<Line> =>
  lineFrom(await table.draw(linePlace(seminarId), 'next', { by }))

/** Counts numbers that were struck, or whose seat went on since. */
export const countStruck = async (
  table: Pick<Table, 'draw'>,
  seminarId: string,
  by: number,
): Promise<void> => {
  if (by !== 0) await table.draw(linePlace(seminarId), 'struck', { by })
}

/** The write that moves figures of the line, as long as they stand within the bounds. */
export const moveLine = (
  seminarId: string,
  by: Partial<Line>,
  within: Bounds = {},
): Extract<Write, { do: 'add' }> => ({
  do: 'add',
  ...linePlace(seminarId),
  by: { ...by },
  within,
})

/**
 * The write that gives a free seat to the next number, or takes it away for good where fewer seats are wanted. It is
 * refused when the line has changed in between in what matters here.
 */
export const passSeatOn = (seminarId: string, { owed }: Line): Write =>
  owed > 0
    ? moveLine(seminarId, { owed: -1 }, { owed: { least: 1 } })
    : moveLine(seminarId, { serving: 1 }, { owed: { most: 0 } })

/** Seats that nobody has drawn a number for yet. */
export const seatsLeft = (line: Line): number => Math.max(0, line.serving - line.next)

/** How many wait for a seat; numbers that were given back do not count. */
export const waitingLength = (line: Line): number => Math.max(0, line.next - line.serving - line.struck)

/** Whether everybody waits still, because newcomers come first and the day has not come. */
export const isAllotmentAhead = ({ places, allottedAt }: Pick<Seminar, 'places' | 'allottedAt'>): boolean =>
  places.newcomersUntil !== null && allottedAt === null

/** The seats that are given in the line. */
export const seatsInLine = ({ capacity, places }: Seminar): number => capacity - reservedSeats(places)

/** How many may wait; while the seats are not given yet, everybody who will have one waits, too. */
const mostWaiting = (seminar: Seminar): number =>
  (seminar.places.waitingSize ?? Number.POSITIVE_INFINITY) +
  (isAllotmentAhead(seminar) ? seatsInLine(seminar) : 0)

/** Whether neither a seat nor a place on the waiting list is left for one more. */
export const isLineFull = (line: Line, seminar: Seminar): boolean =>
  seatsLeft(line) === 0 && waitingLength(line) >= mostWaiting(seminar)

/** Several who came at once may have drawn more numbers than the waiting list is long. */
export const isBeyondTheList = (number: number, line: Line, seminar: Seminar): boolean =>
  number - line.serving - line.struck > mostWaiting(seminar)

/** Seats kept for an association: `left` of them, while `open` is 1. */
export const keptPlace = (seminarId: string, associationId: string): Place => ({
  table: 'catalog',
  pk: `line#${seminarId}`,
  sk: `kept#${associationId}`,
})

export const readKept = async (
  table: Pick<Table, 'counters'>,
  seminarId: string,
  associationId: string,
): Promise<number> => {
  const { left = 0, open = 0 } = await table.counters(keptPlace(seminarId, associationId))
  return open > 0 ? left : 0
}

/** The write that takes kept seats or gives them back; refused when too few are left, or none is kept any more. */
export const moveKept = (seminarId: string, associationId: string, by: number): Write => ({
  do: 'add',
  ...keptPlace(seminarId, associationId),
  by: { left: by },
  within: { open: { least: 1 }, ...(by < 0 && { left: { least: -by } }) },
})

/** The writes that open the line when a seminar is published. */
export const openLine = (seminar: Seminar): Write[] => [
  moveLine(seminar.id, { serving: isAllotmentAhead(seminar) ? 0 : seatsInLine(seminar) }),
  ...seminar.places.reserved.map(
    ({ associationId, seats }): Write => ({
      do: 'add',
      ...keptPlace(seminar.id, associationId),
      by: { left: seats, open: 1 },
    }),
  ),
]

/**
 * The write that brings the line to another capacity. More seats first pay what is owed, then serve the line. Fewer
 * seats are taken from those that nobody has drawn yet; the others stay with whoever has them and are owed. Refused
 * when somebody drew a number, or a seat moved, in this very moment.
 */
export function moveCapacity(seminarId: string, line: Line, by: number): Write {
  const { serving, owed } = line
  if (by >= 0) {
    const paid = Math.min(by, owed)
    return moveLine(seminarId, { owed: -paid, serving: by - paid }, { owed: { least: owed, most: owed } })
  }
  const free = Math.min(-by, seatsLeft(line))
  return moveLine(
    seminarId,
    { serving: -free, owed: -by - free },
    { serving: { least: serving, most: serving }, ...(free > 0 && { next: { most: serving - free } }) },
  )
}
