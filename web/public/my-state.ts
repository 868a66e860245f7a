import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { openDoors } from '../../functions/session/door.ts'

/** One person's place in a seminar, at this moment. */
export type MyPlace = {
  now: Instant
  enrollment: Enrollment
  seminar: Seminar
  /** 0 = has a seat; n = place in the queue. */
  place: number
}

/** How the person stands, as one word. */
export type MyState =
  | 'held'
  | 'confirmed'
  | 'waiting'
  | 'cancelled'
  | 'expired'
  | 'seminarCancelled'
  | 'completed'

/** Reads it from the facts, the seminar's before the person's own. */
export function stateOf({ enrollment, seminar, place, now }: MyPlace): MyState {
  if (enrollment.state === 'cancelled' || enrollment.state === 'expired') return enrollment.state
  // Nobody has a link to an erased one any more.
  if (enrollment.state === 'erased') return 'cancelled'
  if (seminar.state === 'cancelled') return 'seminarCancelled'
  if (seminar.state === 'completed') return 'completed'
  // The sweeper may not have been here yet.
  if (enrollment.state === 'held') return now >= enrollment.holdsUntil ? 'expired' : 'held'
  return place > 0 ? 'waiting' : 'confirmed'
}

/** The sessions that this person can enter right now. */
export const roomsOpenTo = (mine: MyPlace): Session[] =>
  stateOf(mine) === 'confirmed' ? openDoors(mine.seminar, mine.now) : []
