import { chosenPart, type Enrollment, mayConfirm } from '../../functions/enrollment/enrollment.ts'
import { isOfferOpen } from '../../functions/enrollment/line/accept-offer.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { openDoors } from '../../functions/session/door.ts'

/** One person's place in a seminar, at this moment. */
export type MyPlace = {
  now: Instant
  enrollment: Enrollment
  seminar: Seminar
  /** The place in the queue; 0 for everybody who does not stand in it. */
  place: number
}

/** How the person stands, as one word. */
export type MyState =
  | 'held'
  | 'confirmed'
  | 'waiting'
  | 'offered'
  | 'applied'
  | 'cancelled'
  | 'expired'
  | 'lapsed'
  | 'declined'
  | 'seminarCancelled'
  | 'completed'

/** Reads it from the facts, the seminar's before the person's own. */
export function stateOf({ enrollment, seminar, now }: Omit<MyPlace, 'place'>): MyState {
  const { state, standing } = enrollment
  // Nobody has a link to an erased one any more.
  if (state === 'erased') return 'cancelled'
  if (state !== 'held' && state !== 'confirmed') return state
  if (seminar.state === 'cancelled') return 'seminarCancelled'
  // The sweeper may not have been here yet.
  if (state === 'held') return mayConfirm(enrollment, seminar, now) ? 'held' : 'expired'
  if (seminar.state === 'completed') return 'completed'
  if (standing === 'offered') return isOfferOpen(enrollment, now) ? 'offered' : 'lapsed'
  return standing === 'seat' ? 'confirmed' : standing
}

/** The sessions that this person can enter right now. */
export const roomsOpenTo = (mine: MyPlace): Session[] =>
  stateOf(mine) === 'confirmed' ? openDoors(chosenPart(mine.seminar, mine.enrollment), mine.now) : []
