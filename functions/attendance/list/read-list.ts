import { listEnrollments } from '../../enrollment/enrollment.table.ts'
import { attends, type Enrollment, hasSeat } from '../../enrollment/enrollment.ts'
import type { ReadingTable } from '../../kernel/table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../../seminar/seminar.ts'
import { listNotices } from '../attendance.table.ts'
import type { Notice } from '../attendance.ts'
import { minutesPresent } from '../minutes.ts'
import { countDeeds, readListEntries } from './confirmed-list.table.ts'
import { type ListEntry, type ListRow, type ListStanding, standingOf } from './confirmed-list.ts'

/** The list of one session as it stands: its book, and the rows as they are known at this moment. */
export type PresentList = ListStanding & {
  seminar: Seminar
  session: Session
  /** Who belongs on it now, and everybody by id: a name on a settled list stays, whatever became of the place. */
  people: readonly Enrollment[]
  everybody: ReadonlyMap<string, Enrollment>
  entries: readonly ListEntry[]
  rows: readonly ListRow[]
  /** What would count without a settled list, by person. */
  noticed: ReadonlyMap<string, number>
  /** How often somebody had written minutes down when they were read. */
  written: number
  /** How many entries the book had then: so many it has at least. */
  counted: number
}

/** Whoever belongs on the list: a confirmed seat in this session; also without a name, where somebody was erased. */
const belongs = (person: Enrollment, session: Session, notices: readonly Notice[] | undefined): boolean => {
  if (!attends(person, session.id)) return false
  if (person.state === 'confirmed') return hasSeat(person)
  return person.state === 'erased' && minutesPresent(notices ?? [], session).minutes > 0
}

/** Reads it; undefined where there is no such session. */
export async function readPresentList(
  table: ReadingTable,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<PresentList | undefined> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session) return undefined
  // Before the minutes, so that nobody writes any in between unnoticed; before the book, which only grows.
  const { written, counted } = await countDeeds(table, sessionId)
  const [enrollments, notices, entries] = await Promise.all([
    listEnrollments(table, seminarId),
    listNotices(table, sessionId),
    readListEntries(table, sessionId),
  ])
  const everybody = enrollments.map(({ facts }) => facts)
  const people = everybody.filter((person) => belongs(person, session, notices.get(person.id)))
  const rows = people.map(({ id }) => ({
    enrollmentId: id,
    minutes: minutesPresent(notices.get(id) ?? [], session).minutes,
  }))
  return {
    ...{ seminar, session, people, entries, rows, written, counted },
    noticed: new Map([...notices].map(([id, all]) => [id, minutesPresent(all, session).noticed])),
    everybody: new Map(everybody.map((person) => [person.id, person])),
    ...standingOf(entries),
  }
}
