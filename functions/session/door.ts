import { type Instant, later, minute } from '../kernel/time.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'

/** The door of a session opens so many minutes before it starts. */
const opensMinutesBefore = 30

export const doorOpensAt = (session: Session): Instant => later(session.start, -opensMinutesBefore * minute)

/** Whether people can come in: from half an hour before the start until the end. */
export function doorState(session: Session, now: Instant): 'early' | 'open' | 'over' {
  if (now < doorOpensAt(session)) return 'early'
  return now < session.end ? 'open' : 'over'
}

const onlineSessions = ({ sessions }: Seminar): Session[] =>
  sessions.filter(({ place }) => place.kind !== 'onsite')

/** The online sessions whose doors are open; where one follows closely on another, both are. */
export const openDoors = (seminar: Seminar, now: Instant): Session[] =>
  onlineSessions(seminar).filter((session) => doorState(session, now) === 'open')

/** The online session whose door is the next to open. */
export const nextDoor = (seminar: Seminar, now: Instant): Session | undefined =>
  onlineSessions(seminar).find((session) => doorState(session, now) === 'early')
