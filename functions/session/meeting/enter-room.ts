import type { Enrollment } from '../../enrollment/enrollment.ts'
import { fullName } from '../../enrollment/enrollment.ts'
import { textIn } from '../../kernel/language.ts'
import { roomNumberOf, type Seminar, type Session } from '../../seminar/seminar.ts'
import { doorClosesAt } from '../door.ts'
import { enterServer } from './enter-server.ts'
import type { MeetingWorld, Visitor } from './meeting.ts'
import type { Providers } from './providers.ts'
import { roomAddress } from './room.meeting.ts'

/** Who wants to enter which session. */
export type Guest = { enrollment: Enrollment; seminar: Seminar; session: Session }

/** Makes a fresh address for one person; undefined where no meeting server can be reached or none is set up. */
export type EnterRoom = (guest: Guest) => Promise<string | undefined>

/** The same for whoever comes in, also without an enrollment: a trainer. */
export type EnterAsVisitor = (
  where: { seminar: Seminar; session: Session },
  visitor: Visitor,
) => Promise<string | undefined>

type Surroundings = {
  roomOrigin: string
  roomKey: () => Promise<string>
  meetings: () => MeetingWorld
  providers: Providers
}

/** One branch per kind of place: the house's own room, a server of the association, an address as it was typed. */
export const enterAsVisitor =
  ({ roomOrigin, roomKey, meetings, providers }: Surroundings): EnterAsVisitor =>
  async ({ seminar, session }, visitor) => {
    const { place } = session
    const number = roomNumberOf(session)
    switch (place.kind) {
      case 'onsite':
        return undefined
      case 'link':
        return place.url
      case 'server': {
        const room = { seminar, session, number }
        return enterServer(meetings(), providers, { server: place.server, room, visitor })
      }
      case 'room':
        if (!roomOrigin) return undefined
        return roomAddress(roomOrigin, await roomKey(), {
          seminarId: seminar.id,
          sessionId: session.id,
          room: number,
          enrollmentId: visitor.id,
          name: visitor.name,
          title: textIn(seminar.title, visitor.language),
          language: visitor.language,
          until: doorClosesAt(session),
        })
    }
  }

/** The way in for somebody with a seat. */
export const enterRoom = (surroundings: Surroundings): EnterRoom => {
  const enter = enterAsVisitor(surroundings)
  return ({ enrollment, ...where }) =>
    enter(where, {
      id: enrollment.id,
      name: fullName(enrollment),
      language: enrollment.language,
      leads: false,
    })
}
