import type { Enrollment } from '../../enrollment/enrollment.ts'
import { fullName } from '../../enrollment/enrollment.ts'
import { textIn } from '../../kernel/language.ts'
import type { Seminar, Session } from '../../seminar/seminar.ts'
import { roomAddress } from './room.meeting.ts'

/** Who wants to enter which session. */
export type Guest = { enrollment: Enrollment; seminar: Seminar; session: Session }

/** Makes a fresh address for one person; undefined where no meeting server can be reached or none is set up. */
export type EnterRoom = (guest: Guest) => Promise<string | undefined>

/** One branch per provider: the house's own room, and any https address as it was typed. */
export const enterRoom =
  (surroundings: { roomOrigin: string; roomKey: () => Promise<string> }): EnterRoom =>
  async ({ enrollment, seminar, session }) => {
    switch (session.place.kind) {
      case 'onsite':
        return undefined
      case 'link':
        return session.place.url
      case 'room':
        if (!surroundings.roomOrigin) return undefined
        return roomAddress(surroundings.roomOrigin, await surroundings.roomKey(), {
          seminarId: seminar.id,
          sessionId: session.id,
          enrollmentId: enrollment.id,
          name: fullName(enrollment),
          title: textIn(seminar.title, enrollment.language),
          language: enrollment.language,
          until: session.end,
        })
    }
  }
