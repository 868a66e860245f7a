import { listNotices } from '../attendance/attendance.table.ts'
import type { Notice } from '../attendance/attendance.ts'
import { minutesPresent } from '../attendance/minutes.ts'
import { entitlementOf } from '../certificate/entitlement.ts'
import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { attends, chosenPart, type Enrollment, hasSeat, isLive, isProven } from '../enrollment/enrollment.ts'
import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { findSession, lastEnd, type Seminar } from '../seminar/seminar.ts'
import type { Audience, Group } from './message.ts'

/** The people of a seminar and what was noticed of them, as a message sees them. */
export type Crowd = {
  seminar: Seminar
  people: readonly Enrollment[]
  /** By session, then by person. */
  notices: ReadonlyMap<string, ReadonlyMap<string, readonly Notice[]>>
}

/** Who gets a message, and how many of those that a coordinator might think of do not, and why. */
export type Recipients = {
  recipients: Enrollment[]
  /** Nothing is left that says who they were. */
  erased: number
  /** Cancelled, expired, declined: not enrolled any more. */
  gone: number
  /** Not enrolled any more, and the address was never confirmed: it may be a stranger's. */
  unproven: number
}

/** Reads everybody with everything that decides who belongs to which group. */
export async function readCrowd(table: ReadingTable, seminar: Seminar, now: Instant): Promise<Crowd> {
  const begun = seminar.sessions.filter(({ start }) => start <= now)
  const [people, ...notices] = await Promise.all([
    listEnrollments(table, seminar.id),
    ...begun.map(async ({ id }) => [id, await listNotices(table, id)] as const),
  ])
  return { seminar, people: people.map(({ facts }) => facts), notices: new Map(notices) }
}

/** Whether a letter may go to somebody, at this moment: who has left, or is forgotten, is not written to. */
export function mayBeWrittenTo(person: Enrollment, { group }: Audience): boolean {
  if (person.email === '') return false
  return group === 'cancelled' ? person.state === 'cancelled' && isProven(person) : isLive(person)
}

/** Sorts the people of a seminar by whether a message for that audience reaches them. */
export function findRecipients(
  crowd: Crowd,
  audience: Audience,
  picked: ReadonlySet<string> = new Set(),
): Recipients {
  const isMeant = (person: Enrollment): boolean =>
    audience.group === 'picked' ? picked.has(person.id) : belongs(crowd, person, audience)
  const meant = crowd.people.filter(isMeant)
  const wide = audience.group === 'all' || audience.group === 'picked'
  const others = audience.group === 'picked' ? meant : crowd.people
  return {
    recipients: meant.filter((person) => mayBeWrittenTo(person, audience)),
    erased: others.filter(({ email }) => email === '').length,
    gone: wide ? others.filter((person) => person.email !== '' && !isLive(person)).length : 0,
    unproven:
      audience.group === 'cancelled'
        ? meant.filter((person) => person.email !== '' && !isProven(person)).length
        : 0,
  }
}

const isSeated = (person: Enrollment): boolean => person.state === 'confirmed' && hasSeat(person)

const minutesIn = ({ seminar, notices }: Crowd, { id }: Enrollment, sessionId: string): number => {
  const session = findSession(seminar, sessionId)
  return session ? minutesPresent(notices.get(sessionId)?.get(id) ?? [], session).minutes : 0
}

/** Reckoned as the certificate is: of the sessions that somebody chose. */
const reachedThreshold = ({ seminar, notices }: Crowd, person: Enrollment): boolean =>
  entitlementOf(chosenPart(seminar, person), (sessionId) => notices.get(sessionId)?.get(person.id) ?? [])
    .grade !== 'none'

type Belongs = (crowd: Crowd, person: Enrollment, sessionId: string) => boolean

const rules: Record<Exclude<Group, 'picked'>, Belongs> = {
  all: (_, person) => isLive(person),
  seat: (_, person) => hasSeat(person),
  confirmed: (_, { state }) => state === 'confirmed',
  unconfirmed: (_, { state }) => state === 'held',
  waiting: (_, person) => isLive(person) && (person.standing === 'waiting' || person.standing === 'offered'),
  applied: (_, person) => isLive(person) && person.standing === 'applied',
  cancelled: (_, { state }) => state === 'cancelled',
  came: (crowd, person, sessionId) => isSeated(person) && minutesIn(crowd, person, sessionId) > 0,
  missed: (crowd, person, sessionId) =>
    isSeated(person) && attends(person, sessionId) && minutesIn(crowd, person, sessionId) === 0,
  reached: (crowd, person) => isSeated(person) && reachedThreshold(crowd, person),
  'not-reached': (crowd, person) => isSeated(person) && !reachedThreshold(crowd, person),
}

const belongs = (crowd: Crowd, person: Enrollment, { group, sessionId }: Audience): boolean =>
  group !== 'picked' && rules[group](crowd, person, sessionId)

/** The audiences that make sense at this moment: nobody has missed a session that is not over. */
export function audiencesOf(seminar: Seminar, now: Instant): Audience[] {
  const whole = (group: Group): Audience => ({ group, sessionId: '' })
  const of = (group: Group) => (session: { id: string }) => ({ group, sessionId: session.id })
  const end = lastEnd(seminar)
  const isOver = end !== undefined && end <= now
  return [
    ...(['all', 'seat', 'confirmed', 'unconfirmed', 'waiting', 'applied', 'cancelled'] as const).map(whole),
    ...seminar.sessions.filter(({ start }) => start <= now).map(of('came')),
    ...seminar.sessions.filter((session) => session.end <= now).map(of('missed')),
    ...(isOver ? (['reached', 'not-reached'] as const).map(whole) : []),
    whole('picked'),
  ]
}
