import { type Language, textIn } from '../kernel/language.ts'
import { type Instant, millisecondsOf } from '../kernel/time.ts'
import type { CalendarEvent, CalendarMailbox } from './calendar.ts'
import type { CancelledSession, Seminar, Session } from './seminar.ts'

/** What the dates of a seminar need to know beside it. */
export type CalendarSurroundings = {
  /** Who organizes it; left out where no address is known yet. */
  organisation: { name: string; email: string }
  origin: string
  language: Language
  stamp: Instant
  /** The enrollment's id: each person has their own date for each session. Empty where it is everybody's. */
  personKey: string
  /** Higher in each file that follows another about the same person and session. */
  sequence: number
}

/** Sequence numbers are minutes since 2020: what was written later always counts as the newer one. */
export const sequenceAt = (instant: Instant): number =>
  Math.max(0, Math.floor((millisecondsOf(instant) - Date.UTC(2020, 0, 1)) / 1000))

/** When something last happened to the dates of a seminar that calendars have to hear of, or `since`. */
export const changedOf = ({ movedAt, cancelledSessions }: Seminar, since: Instant): Instant =>
  [since, ...(movedAt ? [movedAt] : []), ...cancelledSessions.map(({ cancelledAt }) => cancelledAt)]
    .sort()
    .at(-1) ?? since

/** All dates of a seminar, also those that were called off: calendars have to hear of them for ever. */
export const seminarEvents = (seminar: Seminar, surroundings: CalendarSurroundings): CalendarEvent[] =>
  [...seminar.sessions, ...calledOff(seminar)].map((session) => sessionEvent(seminar, session, surroundings))

/** The sessions that were called off and do not take place after all. */
export const calledOff = ({ sessions, cancelledSessions }: Seminar): CancelledSession[] =>
  cancelledSessions.filter(({ id }) => !sessions.some((session) => session.id === id))

const words: Record<Language, { online: string; link: string }> = {
  de: { online: 'online', link: 'Ihren Zugangslink erhalten Sie per E-Mail.' },
  tr: { online: 'çevrim içi (online)', link: 'Katılım bağlantınız size e-postayla gönderilir.' },
  en: { online: 'online', link: 'You will get your join link by e-mail.' },
}

/** The date of one session in a calendar. The join link is never in it, because calendars are shared. */
export function sessionEvent(
  seminar: Seminar,
  session: Session | CancelledSession,
  { organisation, origin, language, stamp, personKey, sequence }: CalendarSurroundings,
): CalendarEvent {
  const onsite = session.place.kind === 'onsite' ? session.place.address : undefined
  const description = textIn(seminar.description, language)
  const isOff = seminar.state === 'cancelled' || 'cancelledAt' in session
  return {
    uid: `${personKey === '' ? session.id : `${session.id}-${personKey}`}@lernhaus`,
    sequence,
    start: session.start,
    end: session.end,
    zone: seminar.zone,
    summary: textIn(seminar.title, language),
    description: [
      description,
      ...(onsite === undefined && personKey !== '' && !isOff ? [words[language].link] : []),
    ]
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
    location: onsite ?? words[language].online,
    url: `${origin}/seminars/${encodeURIComponent(seminar.slug)}`,
    status: isOff ? 'CANCELLED' : 'CONFIRMED',
    stamp,
    organizer: organizerFrom(organisation),
  }
}

const organizerFrom = ({ name, email }: { name: string; email: string }): CalendarMailbox | undefined =>
  email === '' ? undefined : { name, address: email }
