import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession, type Session } from '../seminar/seminar.ts'
import { inviteLetter } from './session.mail.ts'
import { queueSessionMails, type SessionMailKind, type SessionMailWorld } from './session-mails.ts'

export type InviteRefusal = { code: 'unknown' | 'over' | 'changed-meanwhile' }

/**
 * A coordinator wants the invites of a session to go out now. One commit notes when, and makes the work fall due; the
 * mails follow from it, so that the button answers at once however many people there are.
 */
export async function requestInvites(
  { table, now, also = [] }: { table: Table; now: Instant; also?: readonly Write[] },
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<Result<Session, InviteRefusal>> {
  const seminar = await seminarShelf.read(table, seminarId)
  const session = seminar && findSession(seminar.facts, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  if (seminar.facts.state !== 'published' || now >= session.end) return refuse({ code: 'over' })
  const invited: Session = { ...session, invitedAt: now }
  const sessions = seminar.facts.sessions.map((other) => (other.id === sessionId ? invited : other))
  const outcome = await table.commit([
    seminarShelf.replace(seminar, { ...seminar.facts, sessions }),
    await dueNow(table, { task: 'invite', seminarId, sessionId }, now),
    ...also,
  ])
  return outcome.committed ? accept(invited) : refuse({ code: 'changed-meanwhile' })
}

/** The letter with the join link: once per session, good until its end. */
export const invites: SessionMailKind = {
  cause: 'invite',
  mark: 'invited',
  stillGood: () => true,
  notAfter: ({ end }) => end,
  write: inviteLetter,
}

/** Queues the invites that are due; each person with a confirmed seat gets theirs once. */
export async function invite(
  world: SessionMailWorld,
  name: { seminarId: string; sessionId: string },
): Promise<{ queued: number }> {
  const outcome = await queueSessionMails(world, name, invites)
  await noteInvited(world, name)
  return outcome
}

/** Where nobody pressed the button, the clock invited; refused when somebody saves meanwhile, and done the next time. */
async function noteInvited(
  { table, now }: SessionMailWorld,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<void> {
  const seminar = await seminarShelf.read(table, seminarId)
  if (seminar?.facts.state !== 'published') return
  if (findSession(seminar.facts, sessionId)?.invitedAt !== null) return
  const sessions = seminar.facts.sessions.map((session) =>
    session.id === sessionId ? { ...session, invitedAt: now } : session,
  )
  await table.commit([seminarShelf.replace(seminar, { ...seminar.facts, sessions })])
}
