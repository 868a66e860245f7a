import { queueSessionMails, type SessionMailKind, type SessionMailWorld } from '../session-mails.ts'
import { newRoomLetter } from './room.mail.ts'

/** Stands for the invite: whoever has it knows the way in. */
const newRoomLetters: SessionMailKind = {
  cause: 'new-room',
  mark: 'invited',
  stillGood: (queuedAt, { evacuatedAt }) => evacuatedAt === undefined || queuedAt >= evacuatedAt,
  notAfter: ({ end }) => end,
  write: newRoomLetter,
}

/** Everybody with a confirmed seat gets a fresh way in, once for each time that the room was cleared. */
export const tellNewRoom = (world: SessionMailWorld, session: { seminarId: string; sessionId: string }) =>
  queueSessionMails(world, session, newRoomLetters)
