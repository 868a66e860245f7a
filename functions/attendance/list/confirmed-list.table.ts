import { type ReadingTable, shelf } from '../../kernel/table.ts'
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
