import type { Table } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { drawNumbers, isAllotmentAhead, isBeyondTheList, type Line, readKept } from '../../seminar/line.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import type { Enrollment } from '../enrollment.ts'
import { strikeUnused } from './strike.ts'

/** What somebody who sends a form now would get. */
export type Spot = Pick<Enrollment, 'number' | 'keptFor'> & {
  standing: 'applied' | 'waiting' | 'seat'
  /** How far the waiting list goes with it; 0 for a seat, and while the order is not decided yet. */
  reaches: number
  /** The line as it stood when the number was drawn; nothing for who stands beside it. */
  line?: Line
}

/**
 * Finds the spot for one form. A number is drawn for every form, also for an address that has a place already: so the
 * answer, its time and what others see of the line do not tell whether the address was known. A number that is not
 * needed goes back at once.
 */
export async function findSpot(
  { table, now }: { table: Table; now: Instant },
  seminar: Seminar,
  { associationId }: { associationId: string },
): Promise<Spot | 'full'> {
  if (seminar.places.approval) return application
  if (isKeptFor(seminar, associationId, now) && (await readKept(table, seminar.id, associationId)) > 0)
    return keptSeat(associationId)
  const line = await drawNumbers(table, seminar.id)
  if (isBeyondTheList(line.next, line, seminar)) {
    await strikeUnused(table, { seminarId: seminar.id, number: line.next, line })
    return 'full'
  }
  return spotOfNumber(seminar, line.next, line)
}

export const application: Spot = { standing: 'applied', number: 0, keptFor: '', reaches: 0 }

export const keptSeat = (associationId: string): Spot => ({
  standing: 'seat',
  number: 0,
  keptFor: associationId,
  reaches: 0,
})

/** A number up to `serving` has a seat, every other one waits. */
export const spotOfNumber = (seminar: Seminar, number: number, line: Line): Spot => ({
  number,
  line,
  keptFor: '',
  standing: number <= line.serving ? 'seat' : 'waiting',
  reaches: isAllotmentAhead(seminar) ? 0 : Math.max(0, number - line.serving),
})

/** Whether seats are kept for that association at this moment. */
export const isKeptFor = ({ places, releasedAt }: Seminar, associationId: string, now: Instant): boolean =>
  associationId !== '' &&
  releasedAt === null &&
  (places.reservedUntil === null || now < places.reservedUntil) &&
  places.reserved.some((reservation) => reservation.associationId === associationId)
