import { isStale, type SeenList } from '../../../functions/attendance/list/confirm-list.ts'
import {
  findBrokenLink,
  type ListRow,
  printOf,
  type Signatory,
} from '../../../functions/attendance/list/confirmed-list.ts'
import { type PresentList, readPresentList } from '../../../functions/attendance/list/read-list.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { day, type Instant, later } from '../../../functions/kernel/time.ts'
import type { Session } from '../../../functions/seminar/seminar.ts'
import { listStaff } from '../../../functions/staff/staff.table.ts'
import { isNamedTrainer } from '../../../functions/staff/staff.ts'
import { findSeminar } from '../find-seminar.ts'
import type { Visit } from '../visit.ts'
import type { ListName } from './load-attendance.ts'

/** open: nobody has confirmed · confirmed: one person has · locked: two have · correcting: and a correction waits */
export type ListState = 'open' | 'confirmed' | 'locked' | 'correcting'

/** The list of a session as its page shows it to one person. */
export type ShownList = PresentList & {
  state: ListState
  /** What waits, or counts, or is known now: the rows that the page shows, by name. */
  shown: { row: ListRow; person: Enrollment | undefined; before: number | undefined; known: number }[]
  /** Whether the minutes have changed since the first confirmation. */
  stale: boolean
  /** The first entry that does not fit. */
  broken: number | undefined
  /** As whom this person signs; undefined for one who can only be the second. */
  signsAs: Signatory['as']
  /** What a form carries, so that nobody puts their name to what they did not see. */
  seen: SeenList
}

/** The trainer confirms first for so long; then somebody who coordinates may do it in their place. */
const trainersTurnLasts = 3 * day
export const trainersTurnEnds = ({ end }: Session): Instant => later(end, trainersTurnLasts)

/** Reads it where this person may see the seminar. */
export async function loadShownList(
  visit: Visit,
  { id, sessionId }: ListName,
): Promise<ShownList | undefined> {
  const { table } = visit.world
  const stored = await findSeminar(visit, id)
  if (!stored) return undefined
  const [list, staff] = await Promise.all([
    readPresentList(table, { seminarId: id, sessionId }),
    listStaff(table),
  ])
  if (!list) return undefined
  const { settled, pending, entries } = list
  const stale = await isStale(list)
  const rows = (stale ? undefined : pending?.rows) ?? settled?.rows ?? list.rows
  const { trainer } = stored.facts
  const isTrainersTurn =
    visit.now < trainersTurnEnds(list.session) && staff.some(({ facts }) => isNamedTrainer(facts, trainer))
  return {
    ...list,
    state: settled ? (pending ? 'correcting' : 'locked') : pending ? 'confirmed' : 'open',
    shown: shownRows(list, rows),
    stale,
    broken: await findBrokenLink(entries, list.counted),
    signsAs: isNamedTrainer(visit.member, trainer) ? 'trainer' : isTrainersTurn ? undefined : 'in-place',
    seen: { entry: entries.length, print: await printOf(rows) },
  }
}

function shownRows(
  { everybody, settled, noticed }: PresentList,
  rows: readonly ListRow[],
): ShownList['shown'] {
  const settledMinutes = new Map(settled?.rows.map((row) => [row.enrollmentId, row.minutes]))
  return rows
    .map((row) => ({
      row,
      person: everybody.get(row.enrollmentId),
      before: settled ? (settledMinutes.get(row.enrollmentId) ?? 0) : undefined,
      known: noticed.get(row.enrollmentId) ?? 0,
    }))
    .sort((a, b) => nameOf(a.person).localeCompare(nameOf(b.person), 'de'))
}

const nameOf = (person: Enrollment | undefined): string =>
  person ? `${person.lastName} ${person.firstName}` : ''
