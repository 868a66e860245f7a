import type { Notice } from '../attendance/attendance.ts'
import { minutesPresent } from '../attendance/minutes.ts'
import { plannedMinutes, type Seminar } from '../seminar/seminar.ts'

/** full: enough of the time · reduced: less, and the sheet says so · none: too little for any */
export type Grade = 'full' | 'reduced' | 'none'

/** Minutes of one person over all sessions, and what follows from them. */
export type Entitlement = { attendedMinutes: number; plannedMinutes: number; grade: Grade }

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
    grade: gradeOf(seminar, { attended, planned }),
  }
}

/** Exactly the threshold is enough. Of a seminar without any minutes there is no certificate. */
function gradeOf(
  { threshold, reducedThreshold }: Pick<Seminar, 'threshold' | 'reducedThreshold'>,
  { attended, planned }: { attended: number; planned: number },
): Grade {
  const reaches = (percent: number) => planned > 0 && attended * 100 >= planned * percent
  if (reaches(threshold)) return 'full'
  return reducedThreshold > 0 && reaches(reducedThreshold) ? 'reduced' : 'none'
}
