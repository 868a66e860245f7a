import type { ReadingTable } from '../../kernel/table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, roomNumberOf } from '../../seminar/seminar.ts'
import { formerRoomShelf } from '../room/former-room.table.ts'
import type { Room } from './meeting.ts'
import { meetingServerShelf } from './meeting-server.table.ts'
import type { MeetingServer } from './meeting-server.ts'

/** A room of a session and the server on which it is, or was. */
export type RoomOnServer = { room: Room; server: MeetingServer }

/** Finds the server of a room, also of one that the session has left; undefined where it is on none. */
export async function findRoomServer(
  table: ReadingTable,
  { seminarId, sessionId, number }: { seminarId: string; sessionId: string; number: number },
): Promise<RoomOnServer | undefined> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session) return undefined
  const former =
    roomNumberOf(session) === number ? undefined : await formerRoomShelf.read(table, { sessionId, number })
  if (roomNumberOf(session) !== number && !former) return undefined
  const place = former?.facts.place ?? session.place
  if (place.kind !== 'server') return undefined
  const server = (await meetingServerShelf.read(table, place.server))?.facts
  return server && { room: { seminar, session: { ...session, place }, number }, server }
}
