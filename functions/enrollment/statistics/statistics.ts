import type { Counters, Place } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Association } from '../../programme/programme.ts'
import { firstStart, type Seminar } from '../../seminar/seminar.ts'
import { disclose } from './disclose.ts'

/** What funders want to know as totals. */
export const statisticsTopics = ['gender', 'age', 'region', 'role'] as const
export type StatisticsTopic = (typeof statisticsTopics)[number]

export const genders = ['female', 'male', 'diverse'] as const
export const ages = ['under-18', '18-26', '27-45', '46-64', 'over-64'] as const
export const associationRoles = ['board', 'employee', 'volunteer', 'member', 'none'] as const

/** Where somebody does not want to say it; always there, and chosen at first. */
export const notStated = 'not-stated'
/** A region that none of the member associations is in. */
export const elsewhere = 'elsewhere'
/** A region by its name, which nobody can mistake for one of the words above. */
const regionPrefix = 'in:'

/** The name of the region that a cell stands for; undefined for the cells that stand for none. */
export const regionOf = (cell: string): string | undefined =>
  cell.startsWith(regionPrefix) ? cell.slice(regionPrefix.length) : undefined

/** What can be chosen under each topic; the regions are those of the member associations. */
export function statisticsCells(associations: readonly Association[]): Record<StatisticsTopic, string[]> {
  const regions = [...new Set(associations.map(({ region }) => region).filter((region) => region !== ''))]
  return {
    gender: [...genders, notStated],
    age: [...ages, notStated],
    region: [...regions.sort().map((region) => `${regionPrefix}${region}`), elsewhere, notStated],
    role: [...associationRoles, notStated],
  }
}

/** One sheet: a cell for each topic. */
export type StatisticsSheet = Record<StatisticsTopic, string>

/**
 * Where the totals of a seminar lie: counters and nothing else. No sheet is ever stored, and nothing here leads to a
 * person.
 */
export const statisticsPlace = (seminarId: string): Place => ({
  table: 'people',
  pk: `statistics#${seminarId}`,
  sk: 'statistics',
})

/** How many sheets were counted. */
export const sheetsCounter = 'sheets'
export const cellCounter = (topic: StatisticsTopic, cell: string): string => `${topic}:${cell}`

/** Sheets are taken from the day the enrollment opens until the seminar begins. */
export const takesSheets = (seminar: Seminar, now: Instant): boolean =>
  seminar.state === 'published' && now >= seminar.opens && !hasBegun(seminar, now)

/**
 * Totals are shown only when nobody enrolls any more: if they moved meanwhile, whoever sees a name come and a figure
 * rise would know who said what.
 */
export const showsTotals = (seminar: Seminar, now: Instant): boolean =>
  seminar.state !== 'draft' && (seminar.state !== 'published' || hasBegun(seminar, now))

function hasBegun(seminar: Seminar, now: Instant): boolean {
  const start = firstStart(seminar)
  return start === undefined || now >= start
}

/** One line of the totals; null where it is not shown. */
export type ShownCell = { cell: string; count: number | null }
export type ShownTotals = { sheets: number; topics: Record<StatisticsTopic, ShownCell[]> }

/** The totals as they may be seen; undefined where there are too few sheets to show any. */
export function shownTotals(
  counters: Counters,
  associations: readonly Association[],
): ShownTotals | undefined {
  const cells = statisticsCells(associations)
  const shown = statisticsTopics.map((topic): [StatisticsTopic, ShownCell[] | undefined] => {
    // A region may have left the list since somebody chose it.
    const counted = Object.keys(counters).flatMap((name) =>
      name.startsWith(`${topic}:`) ? [name.slice(topic.length + 1)] : [],
    )
    const all = [...new Set([...cells[topic], ...counted])]
    const counts = disclose(all.map((cell) => counters[cellCounter(topic, cell)] ?? 0))
    return [topic, counts && all.map((cell, i) => ({ cell, count: counts[i] ?? null }))]
  })
  const whole = shown.flatMap(([topic, lines]) => (lines ? [[topic, lines] as const] : []))
  if (whole.length < shown.length) return undefined
  return {
    sheets: counters[sheetsCounter] ?? 0,
    topics: Object.fromEntries(whole) as Record<StatisticsTopic, ShownCell[]>,
  }
}
