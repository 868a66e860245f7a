import type { Instant } from '../kernel/time.ts'
import type { CancelledSession, Seminar, Session } from './seminar.ts'

/**
 * When and where people are expected, as one word to compare. Behind which address an online room lies is nothing that
 * they have to know: their personal link leads there.
 */
export const datesOf = (sessions: readonly Session[]): string =>
  JSON.stringify(
    sessions.map(({ id, start, end, place }) => [
      id,
      start,
      end,
      place.kind === 'onsite' ? place.address : null,
    ]),
  )

/** Whether two plans of a session are the same in everything, also in what only coordinators see. */
export const isSamePlan = (one: Session, other: Session): boolean =>
  datesOf([one]) === datesOf([other]) && hiddenOf(one) === hiddenOf(other)

const hiddenOf = ({ place, breaks = [], door }: Session): string =>
  JSON.stringify([Object.entries(place).sort(), breaks, Object.entries(door ?? {}).sort()])

/** Of a date that is moved again and again so many are remembered. */
const mostEarlier = 10

/** Notes on each session of a published seminar what is new about it, so that people can be told. */
export const markChanges = (before: readonly Session[], after: readonly Session[], now: Instant): Session[] =>
  after.map((session) => {
    const known = before.find(({ id }) => id === session.id)
    if (!known) return { ...session, changedAt: now, addedAt: now }
    if (datesOf([known]) === datesOf([session])) return session
    const { start, end, earlier = [] } = known
    const moved = start !== session.start || end !== session.end
    return {
      ...session,
      changedAt: now,
      ...(moved && { earlier: [...earlier, { start, end, until: now }].slice(-mostEarlier) }),
    }
  })

/** A session that was added, moved or got another place; `was` is the date that the reader knew, if it was another. */
type Changed = { session: Session; isNew: boolean; was: Pick<Session, 'start' | 'end'> | undefined }

/** What has changed about a seminar for one reader. */
export type Changes = { changed: Changed[]; cancelled: CancelledSession[] }

/** The changes that somebody has not been told yet, by when each was made. */
export const changesThat = (isNews: (at: Instant) => boolean, seminar: Seminar): Changes => ({
  changed: seminar.sessions
    .filter(({ changedAt }) => changedAt !== undefined && isNews(changedAt))
    .map((session) => {
      const isNew = session.addedAt !== undefined && isNews(session.addedAt)
      return { session, isNew, was: isNew ? undefined : dateBefore(session, isNews) }
    }),
  cancelled: seminar.cancelledSessions.filter(({ cancelledAt }) => isNews(cancelledAt)),
})

/** The first of the dates that were given up since the reader was told last. */
function dateBefore(session: Session, isNews: (at: Instant) => boolean): Changed['was'] {
  const was = session.earlier?.find(({ until }) => isNews(until))
  return was && (was.start !== session.start || was.end !== session.end) ? was : undefined
}

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
