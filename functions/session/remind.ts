import { remindsAt } from '../seminar/letter-rules.ts'
import { reminderLetter } from './session.mail.ts'
import { queueSessionMails, type SessionMailKind, type SessionMailWorld } from './session-mails.ts'

/**
 * The letter shortly before the start: once per session. One that went out before the session was moved does not count
 * for the new date.
 */
export const reminders: SessionMailKind = {
  cause: 'reminder',
  mark: 'reminded',
  stillGood: (queuedAt, session, seminar) => queuedAt >= remindsAt(seminar, session),
  notAfter: ({ start }) => start,
  write: reminderLetter,
}

/** Queues the reminders of a session that are due; each person with a confirmed seat gets theirs once. */
export const remind = (world: SessionMailWorld, session: { seminarId: string; sessionId: string }) =>
  queueSessionMails(world, session, reminders)
