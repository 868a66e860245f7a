import { attendancePath } from '../attendance-list.ts'

/** Where lists are brought for a session, and what was taken over so far. */
export const importPath = (seminarId: string, sessionId: string, more = ''): string =>
  `${attendancePath(seminarId, sessionId)}/import${more}`

/** A list that was brought and does not count yet. */
export const importDraftPath = (
  { seminarId, sessionId, id }: { seminarId: string; sessionId: string; id: string },
  more = '',
): string => importPath(seminarId, sessionId, `/${id}${more}`)

/** Where files are sent to. */
export const takesAttendanceLists = (path: string): boolean => /\/attendance\/[^/]+\/import$/.test(path)

/** The field in which it is chosen who somebody on a list is. */
export const personField = (mark: string): string => `person-${mark}`
