import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { hasSeat } from '../enrollment/enrollment.ts'
import { dueWork, dueWorkShelf } from '../kernel/due-work.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { ReadingTable, Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { mailShelf } from '../mail/mail.table.ts'
import type { MailState } from '../mail/mail.ts'
import { readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../seminar/seminar.ts'
import { inviteLetter } from './session.mail.ts'
import { queueSessionMails, type SessionMailWorld, sessionMailId } from './session-mails.ts'

export type InviteRefusal = { code: 'unknown' | 'over' | 'changed-meanwhile' }

/**
 * A coordinator wants the invites of a session to go out now. One commit notes when, and makes the work fall due; the
 * mails follow from it, so that the button answers at once however many people there are.
 */
export async function requestInvites(
  { table, now }: { table: Table; now: Instant },
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<Result<Session, InviteRefusal>> {
  const seminar = await seminarShelf.read(table, seminarId)
  const session = seminar && findSession(seminar.facts, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  if (seminar.facts.state !== 'published' || now >= session.end) return refuse({ code: 'over' })
  const invited: Session = { ...session, invitedAt: now }
  const sessions = seminar.facts.sessions.map((other) => (other.id === sessionId ? invited : other))
  const name = { task: 'invite' as const, seminarId, sessionId }
  const note = await dueWorkShelf.read(table, name)
  const outcome = await table.commit([
    seminarShelf.replace(seminar, { ...seminar.facts, sessions }),
    note
      ? dueWorkShelf.replace(note, dueWork(name), { due: now })
      : dueWorkShelf.create(name, dueWork(name), { due: now }),
  ])
  return outcome.committed ? accept(invited) : refuse({ code: 'changed-meanwhile' })
}

/** Queues the invites that are due; each person with a confirmed seat gets theirs once. */
export async function invite(
  world: SessionMailWorld,
  name: { seminarId: string; sessionId: string },
): Promise<{ queued: number }> {
  const outcome = await queueSessionMails(world, name, {
    cause: 'invite',
    mark: 'invited',
    stillGood: () => true,
    notAfter: ({ end }) => end,
    write: inviteLetter,
  })
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

/** How far the invites of a session are: people with a confirmed seat, and what became of their mails. */
export type InviteCount = { people: number; open: number; queued: number; sent: number; failed: number }

const bucket: Record<MailState, 'queued' | 'sent' | 'failed'> = {
  queued: 'queued',
  sending: 'queued',
  unknown: 'queued',
  sent: 'sent',
  delivered: 'sent',
  failed: 'failed',
  bounced: 'failed',
  complained: 'failed',
  outdated: 'failed',
}

/** Counts for the coordinator: how many will go, wait, went, failed. */
export async function countInvites(
  table: ReadingTable,
  seminar: Seminar,
  sessionId: string,
): Promise<InviteCount> {
  const line = await readLine(table, seminar.id)
  const seated = (await listEnrollments(table, seminar.id))
    .map(({ facts }) => facts)
    .filter((enrollment) => enrollment.state === 'confirmed' && hasSeat(enrollment, line))
  const invited = seated.filter((enrollment) => enrollment.invited[sessionId])
  const ids = await Promise.all(invited.map((enrollment) => sessionMailId('invite', sessionId, enrollment)))
  const mails = await readMany(table, ids)
  const count: InviteCount = {
    people: seated.length,
    open: seated.length - invited.length,
    queued: 0,
    sent: 0,
    failed: 0,
  }
  for (const mail of mails) if (mail) count[bucket[mailShelf.decode(mail).facts.state]]++
  return count
}

/** The table reads at most a hundred things at once. */
async function readMany(table: ReadingTable, ids: readonly string[]) {
  const hundreds = Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) =>
    ids.slice(i * 100, (i + 1) * 100),
  )
  const pages = await Promise.all(hundreds.map((page) => table.read(page.map((id) => mailShelf.place(id)))))
  return pages.flat()
}
