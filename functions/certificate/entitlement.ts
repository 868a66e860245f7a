import type { Notice } from '../attendance/attendance.ts'
import { minutesPresent } from '../attendance/minutes.ts'
import { plannedMinutes, type Seminar } from '../seminar/seminar.ts'

/** Minutes of one person over all sessions, and whether they reach the seminar's threshold. */
export type Entitlement = { attendedMinutes: number; plannedMinutes: number; entitled: boolean }

/** `noticesOf` gives what was noticed about the person in a session. */
export function entitlementOf(
  seminar: Seminar,
  noticesOf: (sessionId: string) => readonly Notice[],
): Entitlement {
  const planned = plannedMinutes(seminar)
  const attended = seminar.sessions.reduce(
    (sum, session) => sum + minutesPresent(noticesOf(session.id), session).minutes,
    0,
  )
  return {
    attendedMinutes: attended,
    plannedMinutes: planned,
    entitled: planned > 0 && attended * 100 >= planned * seminar.threshold,
  }
}
