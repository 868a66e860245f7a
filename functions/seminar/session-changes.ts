import type { Instant } from '../kernel/time.ts'
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

/** What has changed about a seminar: sessions that were added or moved, and sessions that were called off. */
export type Changes = { changed: Session[]; cancelled: CancelledSession[] }

/** The changes that somebody has not been told yet, by when each was made. */
export const changesThat = (isNews: (at: Instant) => boolean, seminar: Seminar): Changes => ({
  changed: seminar.sessions.filter(({ changedAt }) => changedAt !== undefined && isNews(changedAt)),
  cancelled: seminar.cancelledSessions.filter(({ cancelledAt }) => isNews(cancelledAt)),
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
