import * as v from 'valibot'
import { type ReadingTable, shelf, type Table, type Write } from '../kernel/table.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'

/** One line of the register: which certificate was given the next place of its year. No name stands here. */
export type RegisterEntry = { number: string; seminarId: string; enrollmentId: string; at: Instant }

type RegisterPlace = { year: string; serial: number }

const registerKey = (year: string): string => `register#${year}`

/** Places of a year lie in their order, so that a year is read as one list. */
const registerShelf = shelf<RegisterEntry, RegisterPlace>({
  table: 'people',
  kind: 'register-entry',
  schema: v.object({
    number: v.string(),
    seminarId: v.string(),
    enrollmentId: v.string(),
    at: instantSchema,
  }),
  key: ({ year, serial }) => ({ pk: registerKey(year), sk: String(serial).padStart(7, '0') }),
})

/** The last place of a year that was given. It moves only in the commit that writes the places themselves. */
const registerEndShelf = shelf<{ last: number }, string>({
  table: 'people',
  kind: 'register-end',
  schema: v.object({ last: v.number() }),
  key: (year) => ({ pk: `register-end#${year}`, sk: 'end' }),
})

/**
 * The writes that give the next places of a year, in order, for the commit of whoever needs them. Refused where
 * somebody else took them meanwhile; then they are asked for again. So no place is left out and none given twice.
 */
export async function takePlaces(
  table: Pick<Table, 'read'>,
  year: string,
  entries: readonly RegisterEntry[],
): Promise<{ serials: number[]; writes: Write[] }> {
  const end = await registerEndShelf.read(table, year)
  const first = (end?.facts.last ?? 0) + 1
  const serials = entries.map((_, i) => first + i)
  const facts = { last: first + entries.length - 1 }
  return {
    serials,
    writes: [
      end ? registerEndShelf.replace(end, facts) : registerEndShelf.create(year, facts),
      ...entries.map((entry, i) => registerShelf.create({ year, serial: first + i }, entry)),
    ],
  }
}

/** The register of a year, from its first place to its last. */
export async function listRegister(
  table: Pick<ReadingTable, 'list'>,
  year: string,
): Promise<(RegisterEntry & { serial: number })[]> {
  const stored = await table.list('people', registerKey(year))
  return stored.map((entry) => ({ ...registerShelf.decode(entry).facts, serial: Number(entry.sk) }))
}

/** How many certificates a year has; 0 for a year without any. */
export const countRegister = async (table: Pick<ReadingTable, 'read'>, year: string): Promise<number> =>
  (await registerEndShelf.read(table, year))?.facts.last ?? 0
