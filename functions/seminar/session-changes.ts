import { type Instant, later, minute } from '../kernel/time.ts'
import type { CancelledSession, Seminar, Session } from './seminar.ts'

/** When and where people are expected, as one word to compare. */
export const datesOf = (sessions: readonly Session[]): string =>
  JSON.stringify(sessions.map(({ id, start, end, place }) => [id, start, end, Object.entries(place).sort()]))

/** Notes on each session of a published seminar what is new about it, so that people can be told. */
export const markChanges = (before: readonly Session[], after: readonly Session[], now: Instant): Session[] =>
  after.map((session) => {
    const known = before.find(({ id }) => id === session.id)
    if (known && datesOf([known]) === datesOf([session])) return session
    const moved = known && (known.start !== session.start || known.end !== session.end)
    return { ...session, changedAt: now, ...(moved && { before: { start: known.start, end: known.end } }) }
  })

/** Changes that follow each other so soon are told in one letter. */
const oneChange = 10 * minute

const isNew = (at: Instant | undefined, { movedAt }: Pick<Seminar, 'movedAt'>): boolean =>
  at !== undefined && movedAt !== null && at <= movedAt && later(at, oneChange) >= movedAt

/** What a seminar's latest change was about: sessions that were added or moved, and sessions that were called off. */
export const latestChanges = (seminar: Seminar): { changed: Session[]; cancelled: CancelledSession[] } => ({
  changed: seminar.sessions.filter(({ changedAt }) => isNew(changedAt, seminar)),
  cancelled: seminar.cancelledSessions.filter(({ cancelledAt }) => isNew(cancelledAt, seminar)),
})

/** The seminar without one of its dates, which its calendars must still hear of. */
export const withoutSession = (seminar: Seminar, sessionId: string, now: Instant): Seminar => ({
  ...seminar,
  sessions: seminar.sessions.filter(({ id }) => id !== sessionId),
  cancelledSessions: [
    ...seminar.cancelledSessions,
    ...seminar.sessions
      .filter(({ id }) => id === sessionId)
      .map((session) => ({ ...session, cancelledAt: now })),
  ],
  movedAt: now,
})

/** The seminar with one date more, or with one of its dates elsewhere or at another time. */
export const withSession = (seminar: Seminar, planned: Session, now: Instant): Seminar => {
  const others = seminar.sessions.filter(({ id }) => id !== planned.id)
  const sessions = [...others, planned].sort((a, b) => (a.start < b.start ? -1 : 1))
  return { ...seminar, sessions: markChanges(seminar.sessions, sessions, now), movedAt: now }
}
