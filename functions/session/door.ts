import { type Instant, later, minute } from '../kernel/time.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'

/** Minutes before the start and after the end in which people can come in, where nobody said otherwise. */
export const usualDoor = { opensBefore: 30, closesAfter: 0 }

export const doorOpensAt = ({ start, door = usualDoor }: Session): Instant =>
  later(start, -door.opensBefore * minute)

/** After that nobody can come in any more. */
export const doorClosesAt = ({ end, door = usualDoor }: Session): Instant =>
  later(end, door.closesAfter * minute)

/** Whether people can come in: from half an hour before the start until the end, or as the session says. */
export function doorState(session: Session, now: Instant): 'early' | 'open' | 'over' {
  if (now < doorOpensAt(session)) return 'early'
  return now < doorClosesAt(session) ? 'open' : 'over'
}

/** Whoever leads may come in so many minutes before the start, to set things up. */
const leadersBefore = 60

/** The same for whoever leads a session: they come in earlier. */
export function leadersDoorState(session: Session, now: Instant): 'early' | 'open' | 'over' {
  const opens = later(session.start, -leadersBefore * minute)
  const state = doorState(session, now)
  return state === 'early' && now >= opens ? 'open' : state
}

const onlineSessions = ({ sessions }: Seminar): Session[] =>
  sessions.filter(({ place }) => place.kind !== 'onsite')

/** The online sessions whose doors are open; where one follows closely on another, both are. */
export const openDoors = (seminar: Seminar, now: Instant): Session[] =>
  onlineSessions(seminar).filter((session) => doorState(session, now) === 'open')

/** The online session whose door is the next to open. */
export const nextDoor = (seminar: Seminar, now: Instant): Session | undefined =>
  onlineSessions(seminar).find((session) => doorState(session, now) === 'early')
