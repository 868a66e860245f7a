import { listNoticesOf } from '../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { findValidCertificateOf } from '../../functions/certificate/revocation.table.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { type Instant, wallClockOf } from '../../functions/kernel/time.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { lastEnd, type Seminar } from '../../functions/seminar/seminar.ts'
import { type MyState, stateOf } from './my-state.ts'

/** One seminar of one person: how they stand, how long they were there, in which year, and the certificate. */
export type MySeminar = {
  enrollment: Enrollment
  seminar: Seminar
  state: MyState
  isPast: boolean
  minutesByYear: ReadonlyMap<string, number>
  certificate: Certificate | undefined
}

/** Loads what the overview shows of one enrollment; undefined where the seminar is gone. */
export async function loadMine(
  { table, now }: { table: ReadingTable; now: Instant },
  enrollment: Enrollment,
): Promise<MySeminar | undefined> {
  const seminar = (await seminarShelf.read(table, enrollment.seminarId))?.facts
  if (!seminar) return undefined
  const name = { seminarId: seminar.id, enrollmentId: enrollment.id }
  const [certificate, minutesByYear] = await Promise.all([
    findValidCertificateOf(table, name),
    loadMinutes(table, { enrollment, seminar }),
  ])
  const end = lastEnd(seminar)
  return {
    enrollment,
    seminar,
    state: stateOf({ enrollment, seminar, now }),
    isPast: seminar.state !== 'published' || (end !== undefined && end <= now),
    minutesByYear,
    certificate,
  }
}

/** Minutes by the calendar year of their session, as people there count it. */
async function loadMinutes(
  table: ReadingTable,
  { enrollment, seminar }: { enrollment: Enrollment; seminar: Seminar },
): Promise<Map<string, number>> {
  const byYear = new Map<string, number>()
  for (const session of seminar.sessions) {
    const { minutes } = minutesPresent(await listNoticesOf(table, session.id, enrollment.id), session)
    const year = wallClockOf(session.start, seminar.zone).date.slice(0, 4)
    if (minutes > 0) byYear.set(year, (byYear.get(year) ?? 0) + minutes)
  }
  return byYear
}

/** What somebody attended in one calendar year. */
export type Year = { year: string; seminars: number; minutes: number }

/** The years in which somebody was there, the latest first. */
export function yearsOf(mine: readonly MySeminar[]): Year[] {
  const pairs = mine.flatMap(({ minutesByYear }) => [...minutesByYear])
  return [...Map.groupBy(pairs, ([year]) => year)]
    .map(([year, all]) => ({
      year,
      seminars: all.length,
      minutes: all.reduce((sum, [, minutes]) => sum + minutes, 0),
    }))
    .sort((a, b) => (a.year < b.year ? 1 : -1))
}
