import type { Language } from '../kernel/language.ts'
import type { ReadingTable } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../programme/programme.table.ts'
import type { Organisation } from '../programme/programme.ts'
import { type CalendarEvent, refreshHours, writeCalendar } from '../seminar/calendar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { lastEnd } from '../seminar/seminar.ts'
import { changedOf, sequenceAt } from '../seminar/seminar-events.ts'
import { type Enrollment, isLive } from './enrollment.ts'
import { readFeed } from './link/calendar-feed.ts'
import { listEnrollmentsOf } from './link/mailbox.table.ts'
import { type Entry, personEvents, stays } from './person-events.ts'

type World = { table: ReadingTable; now: Instant; origin: string }

/** A feed falls silent so long after the last date in it; a new enrollment wakes it up. */
const silentAfter = 365 * day
/** More enrollments of one mailbox are not shown, so that their seminars can be read at once. */
const mostEnrollments = 99

const names: Record<Language, string> = { de: 'Meine Seminare', tr: 'Seminerlerim', en: 'My seminars' }

/** What lies behind a feed link. */
export type OpenFeed = { language: Language; entries: Entry[]; organisation: Organisation }

/** Opens a feed link; undefined for unknown and ended ones, and for those whose seminars are long over. */
export async function openFeed(
  world: Pick<World, 'table' | 'now'>,
  secret: string,
): Promise<OpenFeed | undefined> {
  const mailbox = await readFeed(world.table, secret)
  if (!mailbox) return undefined
  const enrollments = (await listEnrollmentsOf(world.table, mailbox)).map(({ facts }) => facts)
  const latest = enrollments.at(-1)
  if (!latest) return undefined
  const { entries, organisation } = await loadSeminars(world.table, enrollments.slice(-mostEnrollments))
  if (!entries.some((entry) => later(endOf(entry), silentAfter) > world.now)) return undefined
  return { language: latest.language, entries, organisation }
}

/**
 * The calendar behind a feed link: the dates of all seminars of its mailbox, those that were given up or called off as
 * cancelled. The same facts are the same bytes, so that readers can be told that nothing is new. Undefined where the
 * link opens nothing.
 */
export async function feedCalendar(world: World, secret: string): Promise<string | undefined> {
  const feed = await openFeed(world, secret)
  if (!feed) return undefined
  const { language, entries, organisation } = feed
  return writeCalendar({
    method: 'PUBLISH',
    name: names[language],
    language,
    refreshHours,
    events: entries
      .filter(isShown)
      .flatMap((entry) => eventsOf(entry, { organisation, origin: world.origin, language })),
  })
}

/** One request for all seminars and the house's own name. */
async function loadSeminars(
  table: ReadingTable,
  enrollments: readonly Enrollment[],
): Promise<{ entries: Entry[]; organisation: Organisation }> {
  const [named, ...found] = await table.read([
    organisationShelf.place(null),
    ...enrollments.map(({ seminarId }) => seminarShelf.place(seminarId)),
  ])
  return {
    organisation: named ? organisationShelf.decode(named).facts : unnamedOrganisation,
    entries: enrollments.flatMap((enrollment, i) => {
      const stored = found[i]
      return stored ? [{ enrollment, seminar: seminarShelf.decode(stored).facts }] : []
    }),
  }
}

const endOf = ({ seminar, enrollment }: Entry): Instant => lastEnd(seminar) ?? enrollment.enrolledAt

/** A place that was never theirs, or was taken from them, is left out; readers then forget its dates. */
const isShown = ({ enrollment }: Entry): boolean => isLive(enrollment) || enrollment.state === 'cancelled'

type Around = { organisation: Organisation; origin: string; language: Language }

/** Nothing says when somebody cancelled, so what is cancelled counts as one newer than what it was. */
function eventsOf(entry: Entry, around: Around): CalendarEvent[] {
  const { enrolledAt, confirmedAt } = entry.enrollment
  const stamp = changedOf(entry.seminar, confirmedAt ?? enrolledAt)
  const sequence = sequenceAt(stamp) + (stays(entry) ? 0 : 1)
  return personEvents(entry, { ...around, stamp, sequence })
}
