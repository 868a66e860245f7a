import type { Instant } from '../kernel/time.ts'
import { invites } from './invite.ts'
import { reminders } from './remind.ts'
import { queueSessionMails, type SessionMailKind, type SessionMailWorld } from './session-mails.ts'

/** The letters about one session, by their rule. */
export const sessionLetters: Record<'invite' | 'reminder', SessionMailKind> = {
  invite: invites,
  reminder: reminders,
}

type Command = {
  seminarId: string
  sessionId: string
  letter: 'invite' | 'reminder'
  /** The people whom a coordinator picked. */
  chosen: ReadonlySet<string>
  /** When the coordinator saw who had it already: who got it since then does not get it twice. */
  seenAt: Instant
}

/** A coordinator sends a letter to some people now, also to those who had it before; each gets a fresh link. */
export const sendNow = (world: SessionMailWorld, { letter, chosen, seenAt, ...session }: Command) =>
  queueSessionMails(
    world,
    session,
    { ...sessionLetters[letter], stillGood: (queuedAt) => queuedAt >= seenAt },
    ({ id }) => chosen.has(id),
  )
