import { type Enrollment, hasSeat, isLive } from '../../functions/enrollment/enrollment.ts'

/** How many have a seat, wait for one, applied (and wait for a decision), or have not confirmed their address yet. */
export type Headcount = {
  seats: number
  waiting: number
  applied: number
  undecided: number
  unconfirmed: number
}

/** Counts the people of one seminar. */
export function headcount(enrollments: readonly Enrollment[]): Headcount {
  const live = enrollments.filter(isLive)
  const seats = live.filter(hasSeat).length
  return {
    seats,
    waiting: live.filter(({ standing }) => standing === 'waiting' || standing === 'offered').length,
    applied: live.filter(({ standing }) => standing === 'applied').length,
    undecided: undecidedOf(live).length,
    unconfirmed: live.filter(({ state }) => state === 'held').length,
  }
}

/** Applications with a confirmed address: a coordinator can decide about them. */
export const undecidedOf = (enrollments: readonly Enrollment[]): Enrollment[] =>
  enrollments.filter(({ state, standing }) => state === 'confirmed' && standing === 'applied')

/** Places in the queue by enrollment, counted from one; only who stands in it has one. */
export function queueOf(enrollments: readonly Enrollment[]): Map<string, number> {
  const waiting = enrollments
    .filter((enrollment) => isLive(enrollment) && enrollment.standing === 'waiting' && enrollment.number > 0)
    .sort((a, b) => a.number - b.number)
  return new Map(waiting.map(({ id }, i) => [id, i + 1]))
}

/** Who is expected: a confirmed address and a seat; by name, as lists are. */
export const expected = (enrollments: readonly Enrollment[]): Enrollment[] =>
  enrollments
    .filter((enrollment) => enrollment.state === 'confirmed' && hasSeat(enrollment))
    .sort((a, b) => `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'de'))
