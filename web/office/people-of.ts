import { type Enrollment, hasSeat, isLive } from '../../functions/enrollment/enrollment.ts'
import type { Line } from '../../functions/seminar/line.ts'

/** How many have a seat, wait for one, or have not confirmed their address yet. */
export type Headcount = { seats: number; waiting: number; unconfirmed: number }

/** Counts the people of one seminar. */
export function headcount(enrollments: readonly Enrollment[], line: Line): Headcount {
  const live = enrollments.filter(isLive)
  const seats = live.filter((enrollment) => hasSeat(enrollment, line)).length
  return {
    seats,
    waiting: live.length - seats,
    unconfirmed: live.filter(({ state }) => state === 'held').length,
  }
}

/** Places in the queue by enrollment, counted from one; people with a seat are not in it. */
export function queueOf(enrollments: readonly Enrollment[], line: Line): Map<string, number> {
  const waiting = enrollments
    .filter((enrollment) => isLive(enrollment) && !hasSeat(enrollment, line))
    .sort((a, b) => a.number - b.number)
  return new Map(waiting.map(({ id }, i) => [id, i + 1]))
}

/** Who is expected: a confirmed address and a seat; by name, as lists are. */
export const expected = (enrollments: readonly Enrollment[], line: Line): Enrollment[] =>
  enrollments
    .filter((enrollment) => enrollment.state === 'confirmed' && hasSeat(enrollment, line))
    .sort((a, b) => `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'de'))
