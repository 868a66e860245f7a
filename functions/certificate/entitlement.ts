import type { Notice } from '../attendance/attendance.ts'
import { minutesPresent } from '../attendance/minutes.ts'
import { plannedMinutes, type Seminar, type Session, sessionMinutes } from '../seminar/seminar.ts'

/** full: enough of the time · reduced: less, and the sheet says so · none: too little for any */
export type Grade = 'full' | 'reduced' | 'none'

/** Minutes of one person over all sessions, and what follows from them. */
export type Entitlement = {
  attendedMinutes: number
  plannedMinutes: number
  /** none also where a session was missed that the seminar asks for. */
  grade: Grade
  /** The sessions in which the person was for less than half of the time, where the seminar asks for each. */
  missed: string[]
}

/** `noticesOf` gives what was noticed about the person in a session. */
export function entitlementOf(
  seminar: Seminar,
  noticesOf: (sessionId: string) => readonly Notice[],
): Entitlement {
  const planned = plannedMinutes(seminar)
  const present = seminar.sessions.map((session) => ({
    session,
    minutes: minutesPresent(noticesOf(session.id), session).minutes,
  }))
  const attended = present.reduce((sum, { minutes }) => sum + minutes, 0)
  const missed = seminar.everySession
    ? present.filter(({ session, minutes }) => !isVisited(session, minutes)).map(({ session }) => session.id)
    : []
  return {
    attendedMinutes: attended,
    plannedMinutes: planned,
    grade: missed.length > 0 ? 'none' : gradeOf(seminar, { attended, planned }),
    missed,
  }
}

/** Who looked in for a minute has not visited a session; exactly half of it is enough. */
const isVisited = (session: Session, minutes: number): boolean => minutes * 2 >= sessionMinutes(session)

/** Exactly the threshold is enough. Of a seminar without any minutes there is no certificate. */
function gradeOf(
  { threshold, reducedThreshold }: Pick<Seminar, 'threshold' | 'reducedThreshold'>,
  { attended, planned }: { attended: number; planned: number },
): Grade {
  const reaches = (percent: number) => planned > 0 && attended * 100 >= planned * percent
  if (reaches(threshold)) return 'full'
  return reducedThreshold > 0 && reaches(reducedThreshold) ? 'reduced' : 'none'
}
