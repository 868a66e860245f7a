import type { CalendarEvent } from '../seminar/calendar.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { type CalendarSurroundings, calledOff, sessionEvent } from '../seminar/seminar-events.ts'
import { attends, chosenPart, type Enrollment, hasSeat, isLive, isProven } from './enrollment.ts'

/** One person in one seminar. */
export type Entry = { seminar: Seminar; enrollment: Enrollment }

/** Whether the dates stand in the person's calendar: they are enrolled, and the seminar takes place. */
export const stays = ({ seminar, enrollment }: Entry): boolean =>
  isLive(enrollment) && seminar.state !== 'cancelled'

/** The dates of one person in one seminar, each with the session that it is. */
export function personEvents(
  { seminar, enrollment }: Entry,
  surroundings: Omit<CalendarSurroundings, 'personKey'>,
): (CalendarEvent & { sessionId: string })[] {
  const around = { ...surroundings, personKey: enrollment.id }
  const { sessions } = chosenPart(seminar, enrollment)
  return [...sessions, ...calledOffFor({ seminar, enrollment })].map((session) => {
    const event = sessionEvent(seminar, session, around)
    return { ...event, sessionId: session.id, status: statusOf(event, { seminar, enrollment }) }
  })
}

/** What was called off before somebody enrolled was never in their calendar. */
const calledOffFor = ({ seminar, enrollment }: Entry) =>
  calledOff(seminar).filter(
    ({ id, cancelledAt }) => attends(enrollment, id) && cancelledAt >= enrollment.enrolledAt,
  )

/** A seat that nobody has confirmed yet may still be lost. */
function statusOf({ status }: CalendarEvent, entry: Entry): CalendarEvent['status'] {
  if (status === 'CANCELLED' || !stays(entry)) return 'CANCELLED'
  return hasSeat(entry.enrollment) && isProven(entry.enrollment) ? 'CONFIRMED' : 'TENTATIVE'
}
