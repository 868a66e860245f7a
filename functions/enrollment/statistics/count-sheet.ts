import * as v from 'valibot'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { shelf, type Table } from '../../kernel/table.ts'
import { day, type Instant, later } from '../../kernel/time.ts'
import { readLine } from '../../seminar/line.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import {
  cellCounter,
  type StatisticsSheet,
  sheetsCounter,
  statisticsPlace,
  statisticsTopics,
  takesSheets,
} from './statistics.ts'

/** That a form was counted: its own drawn id and nothing else, neither seminar nor sheet. */
const spentFormShelf = shelf<{ spent: true }, string>({
  table: 'outbox',
  kind: 'spent-form',
  schema: v.object({ spent: v.literal(true) }),
  key: (formId) => ({ pk: `spent#${formId}`, sk: 'form' }),
})

export type CountRefusal = { code: 'unknown' | 'closed' | 'more-than-people' }

/**
 * Counts one sheet: in one commit the totals move and the form is spent, so that sending it twice counts once. There
 * are never more sheets than people came, so that nobody can drown the totals.
 */
export async function countSheet(
  { table, now }: { table: Table; now: Instant },
  { seminarId, formId, sheet }: { seminarId: string; formId: string; sheet: StatisticsSheet },
): Promise<Result<null, CountRefusal>> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!seminar) return refuse({ code: 'unknown' })
  if (await spentFormShelf.read(table, formId)) return accept(null)
  if (!takesSheets(seminar, now)) return refuse({ code: 'closed' })
  const line = await readLine(table, seminarId)
  // Whoever has a kept seat or applies stands beside the line.
  const people = line.next + line.beside
  const cells = statisticsTopics.map((topic) => [cellCounter(topic, sheet[topic]), 1] as const)
  const outcome = await table.commit([
    spentFormShelf.create(formId, { spent: true }, { expires: forgottenAfter(now) }),
    {
      do: 'add',
      ...statisticsPlace(seminarId),
      by: Object.fromEntries([[sheetsCounter, 1], ...cells]),
      within: { [sheetsCounter]: { most: people - 1 } },
    },
  ])
  // A twin of this form was faster: it is counted.
  return outcome.committed || outcome.failed.includes(0) ? accept(null) : refuse({ code: 'more-than-people' })
}

/** Longer than a form is good for, and to the full day: not even the time of day of a sheet is kept. */
const forgottenAfter = (now: Instant): Instant =>
  `${later(now, 3 * day).slice(0, 10)}T00:00:00.000Z` as Instant
