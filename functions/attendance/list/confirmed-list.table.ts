import { type Place, type ReadingTable, shelf, type Write } from '../../kernel/table.ts'
import { type ListEntry, listEntrySchema, type SettledList, standingOf } from './confirmed-list.ts'

/** Two people who press at the same moment want the same number: one of them is refused, and the chain has no fork. */
export const listEntryShelf = shelf<ListEntry, { sessionId: string; number: number }>({
  table: 'people',
  kind: 'list-entry',
  schema: listEntrySchema,
  key: ({ sessionId, number }) => ({
    pk: `attendance-list#${sessionId}`,
    sk: String(number).padStart(5, '0'),
  }),
})

/** The book of a session's list, the first entry first. */
export const readListEntries = async (table: ReadingTable, sessionId: string): Promise<ListEntry[]> =>
  (await table.list('people', `attendance-list#${sessionId}`)).map((one) => listEntryShelf.decode(one).facts)

/** The list that counts, where two people have put their names to one. */
export const readSettledList = async (
  table: ReadingTable,
  sessionId: string,
): Promise<SettledList | undefined> => standingOf(await readListEntries(table, sessionId)).settled

/** Where writers of minutes and those who sign the list meet: how often minutes were written, and whether it is settled. */
const meetingPoint = (sessionId: string): Place => ({
  table: 'people',
  pk: `attendance-lock#${sessionId}`,
  sk: 'lock',
})

/** How often somebody has written minutes down so far, and how many entries the book has. */
export async function countDeeds(
  table: ReadingTable,
  sessionId: string,
): Promise<{ written: number; counted: number }> {
  const { written = 0, entries = 0 } = await table.counters(meetingPoint(sessionId))
  return { written, counted: entries }
}

/** Goes into each commit in which somebody writes minutes down: refused once the list is settled. */
export const whileUnsettled = (sessionId: string): Write => ({
  do: 'add',
  ...meetingPoint(sessionId),
  by: { written: 1 },
  within: { settled: { most: 0 } },
})

/** Goes into each commit of an entry: refused where somebody has written minutes down since they were counted. */
export const whileUnwritten = (
  sessionId: string,
  { written, settles }: { written: number; settles: boolean },
): Write => ({
  do: 'add',
  ...meetingPoint(sessionId),
  by: { entries: 1, ...(settles && { settled: 1 }) },
  within: { written: { least: written, most: written } },
})
