import { enrollmentShelf, listEnrollments } from '../enrollment/enrollment.table.ts'
import { attends, type Enrollment, hasSeat } from '../enrollment/enrollment.ts'
import { letterId, letterTo } from '../enrollment/letter-to.ts'
import { freshLink, keepLinks } from '../enrollment/link/personal-link.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { type HouseWords, loadHouseWords } from '../programme/letter-texts.table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../seminar/seminar.ts'
import { checkPath } from './check-link.ts'
import { withoutStaleLinks } from './door-links.ts'
import type { SessionLetterFacts } from './session.mail.ts'

export type SessionMailWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** A kind of letter that everybody with a seat gets once per session. */
export type SessionMailKind = {
  cause: 'invite' | 'reminder' | 'new-room'
  /** Where the enrollment remembers that it was queued. */
  mark: 'invited' | 'reminded'
  /** Whether what was queued at that time still serves the session as it is dated now. */
  stillGood: (queuedAt: Instant, session: Session, seminar: Seminar) => boolean
  /** After that the letter makes no sense any more. */
  notAfter: (session: Session) => Instant
  write: (facts: SessionLetterFacts) => Letter
}

/** Names the mail of one person for one session; one person gets it once, or anew after an earlier one lost its use. */
const sessionMailKey = (sessionId: string, { number }: Pick<Enrollment, 'number'>, after = ''): string =>
  `${sessionId}|${number}|${after}`

/** The id of that mail, by which what became of it is found. */
export const sessionMailId = (
  cause: SessionMailKind['cause'],
  sessionId: string,
  enrollment: Pick<Enrollment, 'id' | 'number'>,
  after = '',
): Promise<string> => letterId(enrollment, { cause, key: sessionMailKey(sessionId, enrollment, after) })

/** Whether somebody has what they should have for the session. */
const isServed = (
  enrollment: Enrollment,
  { session, seminar }: Pick<Addressee, 'session' | 'seminar'>,
  { mark, stillGood }: SessionMailKind,
): boolean => {
  const queuedAt = enrollment[mark][session.id]
  // What went to an address before it was corrected reached nobody.
  const reached = queuedAt !== undefined && queuedAt >= (enrollment.addressSince ?? '')
  return reached && stillGood(queuedAt, session, seminar)
}

/** Who comes to a session, as far as anybody knows: a confirmed seat. */
export const isExpected = (person: Enrollment, sessionId: string): boolean =>
  person.state === 'confirmed' && hasSeat(person) && attends(person, sessionId)

/**
 * Queues a letter for everybody who has a confirmed seat (and is meant) and did not get it yet. Each person is a commit of their
 * own, so a run that dies is simply repeated, and nobody who cancelled meanwhile is written to.
 */
export async function queueSessionMails(
  world: SessionMailWorld,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
  kind: SessionMailKind,
  isMeant: (person: Enrollment) => boolean = () => true,
): Promise<{ queued: number }> {
  const planned = await readPlanned(world.table, { seminarId, sessionId })
  if (!planned || world.now >= planned.session.end) return { queued: 0 }
  const { seminar, session } = planned
  const house = await loadHouseWords(world.table)
  let queued = 0
  for (const stored of await listEnrollments(world.table, seminarId)) {
    const enrollment = stored.facts
    if (!isExpected(enrollment, sessionId) || !isMeant(enrollment)) continue
    if (isServed(enrollment, { session, seminar }, kind)) continue
    if (await queueOne(world, { stored, seminar, session, house }, kind)) queued++
  }
  return { queued }
}

/** Two mails for each of twelve sessions. */
const mostRemembered = 24

type Addressee = { stored: Stored<Enrollment>; seminar: Seminar; session: Session; house: HouseWords }

/** One person: marked and queued together. A person who changed meanwhile is read once more. */
async function queueOne(
  world: SessionMailWorld,
  { stored, seminar, session, house }: Addressee,
  kind: SessionMailKind,
): Promise<boolean> {
  const before = stored.facts
  if (before.state !== 'confirmed' || isServed(before, { session, seminar }, kind)) return false
  const my = await freshLink(world.newSecret, before, 'my')
  const join = await freshLink(world.newSecret, before, 'join', session.id)
  const key = sessionMailKey(session.id, before, before[kind.mark][session.id])
  const enrollment: Enrollment = {
    ...before,
    sessionMails: [...before.sessionMails, await letterId(before, { cause: kind.cause, key })].slice(
      -mostRemembered,
    ),
    links: keepLinks([...withoutStaleLinks(before, session), my.link, join.link]),
    [kind.mark]: { ...before[kind.mark], [session.id]: world.now },
  }
  const letter = kind.write({
    enrollment,
    seminar,
    session,
    joinLink: `${world.origin}/join/${join.token}`,
    myLink: `${world.origin}/my/${my.token}`,
    checkLink: `${world.origin}${checkPath(before.language)}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, before.language),
    house,
    now: world.now,
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(
      before,
      { cause: kind.cause, key, letter, sessionId: session.id, notAfter: kind.notAfter(session) },
      world.now,
    ),
  ])
  if (outcome.committed) return true
  if (outcome.failed.includes(1)) return false
  const [again, now] = await Promise.all([
    enrollmentShelf.read(world.table, { seminarId: seminar.id, enrollmentId: before.id }),
    readPlanned(world.table, { seminarId: seminar.id, sessionId: session.id }),
  ])
  // What changed about the person may be that they were told of a date that was moved or called off meanwhile.
  return again && now ? queueOne(world, { stored: again, house, ...now }, kind) : false
}

/** A session as it is planned at this moment; undefined where it does not take place. */
async function readPlanned(
  table: Table,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<{ seminar: Seminar; session: Session } | undefined> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  return seminar?.state === 'published' && session ? { seminar, session } : undefined
}
