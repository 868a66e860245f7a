import { reminderLetter } from './session.mail.ts'
import { queueSessionMails, type SessionMailWorld } from './session-mails.ts'

/** Queues the reminders of a session; each person with a confirmed seat gets theirs once. */
export const remind = (world: SessionMailWorld, session: { seminarId: string; sessionId: string }) =>
  queueSessionMails(world, session, { cause: 'reminder', mark: 'reminded', write: reminderLetter })
