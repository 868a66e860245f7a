import { remindsAt } from '../seminar/seminar.ts'
import { reminderLetter } from './session.mail.ts'
import { queueSessionMails, type SessionMailWorld } from './session-mails.ts'

/**
 * Queues the reminders of a session; each person with a confirmed seat gets theirs once. One that went out before the
 * session was moved does not count for the new date.
 */
export const remind = (world: SessionMailWorld, session: { seminarId: string; sessionId: string }) =>
  queueSessionMails(world, session, {
    cause: 'reminder',
    mark: 'reminded',
    stillGood: (queuedAt, { start }) => queuedAt >= remindsAt({ start }),
    notAfter: ({ start }) => start,
    write: reminderLetter,
  })
