import type { Enrollment, PersonalLink } from '../enrollment/enrollment.ts'
import type { Session } from '../seminar/seminar.ts'

/**
 * Whether somebody's join links are from before everybody was sent out of the room: then they lead nowhere, whoever
 * holds them. The first letter afterwards brings a fresh one.
 */
export const areDoorLinksStale = (
  { invited, reminded }: Pick<Enrollment, 'invited' | 'reminded'>,
  { id, evacuatedAt }: Pick<Session, 'id' | 'evacuatedAt'>,
): boolean =>
  evacuatedAt !== undefined &&
  [invited[id], reminded[id]].every((sent) => sent === undefined || sent < evacuatedAt)

/** The links of somebody without those that lead nowhere any more. */
export const withoutStaleLinks = (enrollment: Enrollment, session: Session): PersonalLink[] =>
  areDoorLinksStale(enrollment, session)
    ? enrollment.links.filter(({ opens, sessionId }) => opens !== 'join' || sessionId !== session.id)
    : enrollment.links
