import { type Instant, later, minute } from '../kernel/time.ts'
import type { Session } from '../seminar/seminar.ts'

/** The door of a session opens so many minutes before it starts. */
export const opensMinutesBefore = 30

export const doorOpensAt = (session: Session): Instant => later(session.start, -opensMinutesBefore * minute)

/** Whether people can come in: from half an hour before the start until the end. */
export function doorState(session: Session, now: Instant): 'early' | 'open' | 'over' {
  if (now < doorOpensAt(session)) return 'early'
  return now < session.end ? 'open' : 'over'
}
