import type { Language } from '../kernel/language.ts'
import { day, type Instant, instantFrom, later } from '../kernel/time.ts'
import type { Organisation } from '../programme/programme.ts'
import { type CalendarEvent, refreshHours, writeCalendar } from './calendar.ts'
import { isPublic, type Seminar } from './seminar.ts'
import { changedOf, seminarEvents, sequenceAt } from './seminar-events.ts'

/** Dates that are over stay in the calendar for so long. */
const keptFor = 365 * day
/** Counts as the last change of what never moved; sequence numbers begin here too. */
const beginning = instantFrom(Date.UTC(2020, 0, 1))

const names: Record<Language, string> = { de: 'Seminare', tr: 'Seminerler', en: 'Seminars' }

type Around = { organisation: Organisation; origin: string; language: Language; now: Instant }

/**
 * The dates of all public seminars, for everybody to subscribe to; those that were called off as cancelled. The same
 * facts are the same bytes on each day, so that readers can be told that nothing is new.
 */
export function catalogCalendar(seminars: readonly Seminar[], around: Around): string {
  const { organisation, language, now } = around
  return writeCalendar({
    method: 'PUBLISH',
    name: `${names[language]} · ${organisation.name}`,
    language,
    refreshHours,
    events: seminars
      .filter(isPublic)
      .flatMap((seminar) => eventsOf(seminar, around))
      .filter(({ end }) => later(end, keptFor) > now)
      .sort((a, b) => (a.start === b.start ? (a.uid < b.uid ? -1 : 1) : a.start < b.start ? -1 : 1)),
  })
}

function eventsOf(seminar: Seminar, { organisation, origin, language }: Around): CalendarEvent[] {
  const stamp = changedOf(seminar, beginning)
  const sequence = sequenceAt(stamp) + (seminar.state === 'cancelled' ? 1 : 0)
  return seminarEvents(seminar, { organisation, origin, language, stamp, sequence, personKey: '' })
}
