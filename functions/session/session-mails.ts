import { enrollmentShelf, listEnrollments } from '../enrollment/enrollment.table.ts'
import { type Enrollment, fullName, hasSeat } from '../enrollment/enrollment.ts'
import { freshLink, keepLinks } from '../enrollment/personal-link.ts'
import { fingerprint, type NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import { queueMail } from '../mail/mail.table.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../seminar/seminar.ts'
import type { SessionLetterFacts } from './session.mail.ts'

export type SessionMailWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** A kind of letter that everybody with a seat gets once per session. */
export type SessionMailKind = {
  cause: 'invite' | 'reminder'
  /** Where the enrollment remembers that it was queued. */
  mark: 'invited' | 'reminded'
  write: (facts: SessionLetterFacts) => Letter
}

/** Names the mail of one person for one session; one person gets it once. */
export const sessionMailId = async (
  cause: SessionMailKind['cause'],
  sessionId: string,
  enrollment: Pick<Enrollment, 'id' | 'number'>,
): Promise<string> =>
  (await fingerprint(`${cause}|${sessionId}|${enrollment.id}|${enrollment.number}`)).slice(0, 22)

/**
 * Queues a letter for everybody who has a confirmed seat and did not get it yet. Each person is a commit of their
 * own, so a run that dies is simply repeated, and nobody who cancelled meanwhile is written to.
 */
export async function queueSessionMails(
  world: SessionMailWorld,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
  kind: SessionMailKind,
): Promise<{ queued: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (seminar?.state !== 'published' || !session || world.now >= session.end) return { queued: 0 }
  const line = await readLine(world.table, seminarId)
  let queued = 0
  for (const stored of await listEnrollments(world.table, seminarId)) {
    const { state } = stored.facts
    if (state !== 'confirmed' || !hasSeat(stored.facts, line) || stored.facts[kind.mark][sessionId]) continue
    if (await queueOne(world, { stored, seminar, session }, kind)) queued++
  }
  return { queued }
}

type Addressee = { stored: Stored<Enrollment>; seminar: Seminar; session: Session }

/** One person: marked and queued together. A person who changed meanwhile is read once more. */
async function queueOne(
  world: SessionMailWorld,
  { stored, seminar, session }: Addressee,
  kind: SessionMailKind,
): Promise<boolean> {
  const before = stored.facts
  if (before.state !== 'confirmed' || before[kind.mark][session.id]) return false
  const my = await freshLink(world.newSecret, before, 'my')
  const join = await freshLink(world.newSecret, before, 'join', session.id)
  const enrollment: Enrollment = {
    ...before,
    links: keepLinks([...before.links, my.link, join.link]),
    [kind.mark]: { ...before[kind.mark], [session.id]: world.now },
  }
  const letter = kind.write({
    enrollment,
    seminar,
    session,
    joinLink: `${world.origin}/join/${join.token}`,
    myLink: `${world.origin}/my/${my.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, before.language),
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    queueMail(
      {
        id: await sessionMailId(kind.cause, session.id, before),
        to: { name: fullName(before), address: before.email },
        letter,
        cause: kind.cause,
        seminarId: seminar.id,
        notAfter: session.end,
      },
      world.now,
    ),
  ])
  if (outcome.committed) return true
  if (outcome.failed.includes(1)) return false
  const again = await enrollmentShelf.read(world.table, { seminarId: seminar.id, enrollmentId: before.id })
  return again ? queueOne(world, { stored: again, seminar, session }, kind) : false
}
