import { fingerprint, type NewSecret, sameSecret } from '../../kernel/secret.ts'
import type { ReadingTable, Stored } from '../../kernel/table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import type { Enrollment, PersonalLink } from '../enrollment.ts'

/**
 * A personal token names the enrollment (so that it is found by key) and carries a secret of 128 bits, of which only
 * the SHA-256 is stored: 12 letters of the seminar, 16 of the enrollment, 22 of the secret.
 */
const tokenPattern = /^([a-z0-9]{12})([\w-]{16})([\w-]{22})$/

const tokenOf = (enrollment: Pick<Enrollment, 'seminarId' | 'id'>, secret: string): string =>
  `${enrollment.seminarId.replace(/^sem_/, '')}${enrollment.id}${secret}`

/** What a token names, and its secret; undefined for what is no token. */
export function partsOfToken(
  token: string,
): { seminarId: string; enrollmentId: string; secret: string } | undefined {
  const [, seminarPart, enrollmentId, secret] = tokenPattern.exec(token) ?? []
  return seminarPart && enrollmentId && secret
    ? { seminarId: `sem_${seminarPart}`, enrollmentId, secret }
    : undefined
}

/** A token, and what the enrollment keeps of it. */
type FreshLink = { token: string; link: PersonalLink }

/** Makes a fresh link into the personal page, or to the door of one session. */
export async function freshLink(
  newSecret: NewSecret,
  enrollment: Pick<Enrollment, 'seminarId' | 'id'>,
  opens: PersonalLink['opens'],
  sessionId = '',
): Promise<FreshLink> {
  const secret = newSecret()
  return {
    token: tokenOf(enrollment, secret),
    link: { hash: await fingerprint(secret), opens, sessionId },
  }
}

/** An enrollment remembers so many links of each kind, so that it stays small. */
const mostMyLinks = { first: 10, latest: 30 }
const mostJoinLinks = 3

/**
 * Drops links that are too many. Whoever sends a form with somebody's address makes links too, so the first ones stay,
 * which stand in the mails that people keep, and the doors of each session are counted for themselves.
 */
export function keepLinks(links: readonly PersonalLink[]): PersonalLink[] {
  const my = links.filter(({ opens }) => opens === 'my')
  const { first, latest } = mostMyLinks
  const middle = new Set(my.slice(first, Math.max(first, my.length - latest)))
  const doors = Map.groupBy(
    links.filter(({ opens }) => opens === 'join'),
    ({ sessionId }) => sessionId,
  )
  const old = new Set([...doors.values()].flatMap((ofSession) => ofSession.slice(0, -mostJoinLinks)))
  return links.filter((link) => !middle.has(link) && !old.has(link))
}

/** What a personal link leads to. */
export type Linked = { enrollment: Stored<Enrollment>; seminar: Stored<Seminar>; sessionId: string }

/** Finds what a token opens; undefined for malformed, unknown, foreign and revoked ones alike. */
export async function readPersonalLink(
  table: ReadingTable,
  token: string,
  opens: PersonalLink['opens'],
): Promise<Linked | undefined> {
  const parts = partsOfToken(token)
  if (!parts) return undefined
  const { seminarId, enrollmentId, secret } = parts
  const [storedEnrollment, storedSeminar] = await table.read([
    enrollmentShelf.place({ seminarId, enrollmentId }),
    seminarShelf.place(seminarId),
  ])
  if (storedEnrollment?.kind !== enrollmentShelf.kind || !storedSeminar) return undefined
  const enrollment = enrollmentShelf.decode(storedEnrollment)
  const hash = await fingerprint(secret)
  const link = enrollment.facts.links.find((known) => known.opens === opens && sameSecret(known.hash, hash))
  return link && { enrollment, seminar: seminarShelf.decode(storedSeminar), sessionId: link.sessionId }
}
