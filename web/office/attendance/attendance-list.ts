import type { Notice as AttendanceNotice } from '../../../functions/attendance/attendance.ts'
import type { Presence } from '../../../functions/attendance/minutes.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'

/** One person who is expected, what was noticed about them, and the minutes that follow. */
export type AttendanceRow = { person: Enrollment; notices: AttendanceNotice[]; presence: Presence }

/** One session, and everybody who is expected in it; a page of them at a time. */
export type AttendanceList = {
  seminar: Seminar
  session: Session
  rows: AttendanceRow[]
  page: number
  pages: number
  /** How many are expected on all pages, and how many of them came. */
  people: number
  came: number
  /** Whether two people stand for the list, so that nothing is written here any more. */
  settled: boolean
}

/** Where the attendance of one session is written. */
export const attendancePath = (seminarId: string, sessionId: string, page = 1): string =>
  `/office/seminars/${seminarId}/attendance/${sessionId}${page > 1 ? `/${page}` : ''}`

/** The field in which somebody's minutes stand. */
export const minutesName = (enrollmentId: string): string => `minutes-${enrollmentId}`

/** Where the confirmed list of a session is. */
export const listPath = (seminarId: string, sessionId: string): string =>
  `${attendancePath(seminarId, sessionId)}/list`

/** Where a code is shown that people in the session type. */
export const codePath = (seminarId: string, sessionId: string): string =>
  `${attendancePath(seminarId, sessionId)}/code`

/** Where the time line of one person in one session is. */
export const personAttendancePath = (seminarId: string, sessionId: string, enrollmentId: string): string =>
  `/office/seminars/${seminarId}/sessions/${sessionId}/attendance/${enrollmentId}`
