import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf, type Write } from '../kernel/table.ts'
import { type Enrollment, enrollmentSchema, type LineEntry, lineEntrySchema } from './enrollment.ts'

/** The people of one seminar are spread over this many keys: one key takes no more than 1,000 writes a second. */
const peopleShards = 16

const peopleKey = (seminarId: string, shard: number): string => `seminar#${seminarId}#${shard}`

const shardOfId = (enrollmentId: string): number =>
  [...enrollmentId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % peopleShards

export type EnrollmentName = { seminarId: string; enrollmentId: string }

/** The key under which everything about one person in one seminar lies. */
export const personKey = ({ seminarId, enrollmentId }: EnrollmentName): string =>
  peopleKey(seminarId, shardOfId(enrollmentId))

export const enrollmentShelf = shelf<Enrollment, EnrollmentName>({
  table: 'people',
  kind: 'enrollment',
  schema: enrollmentSchema,
  key: (name) => ({ pk: personKey(name), sk: `enrollment#${name.enrollmentId}` }),
})

/**
 * That an address belongs to an enrollment with another id, because a coordinator corrected it. It lies where an
 * enrollment of that address would lie, so that of the two only one can be made.
 */
export const addressPointerShelf = shelf<{ enrollmentId: string }, EnrollmentName>({
  table: 'people',
  kind: 'address-pointer',
  schema: v.object({ enrollmentId: v.string() }),
  key: (name) => ({ pk: personKey(name), sk: `enrollment#${name.enrollmentId}` }),
})

export const lineEntryShelf = shelf<LineEntry, { seminarId: string; number: number }>({
  table: 'people',
  kind: 'line-entry',
  schema: lineEntrySchema,
  key: ({ seminarId, number }) => ({
    pk: peopleKey(seminarId, number % peopleShards),
    sk: `line#${String(number).padStart(7, '0')}`,
  }),
})

/** The keys under which the people of a seminar lie. */
export const peopleKeys = (seminarId: string): string[] =>
  Array.from({ length: peopleShards }, (_, shard) => peopleKey(seminarId, shard))

/** The write by which a number becomes somebody's. */
export const takeNumber = (seminarId: string, number: number, enrollmentId: string): Write =>
  lineEntryShelf.create({ seminarId, number }, { number, enrollmentId, void: false, passed: false })

const listShards = async (
  table: ReadingTable,
  seminarId: string,
  prefix: string,
): Promise<Stored<unknown>[]> => {
  const shards = Array.from({ length: peopleShards }, (_, shard) =>
    table.list('people', peopleKey(seminarId, shard), prefix),
  )
  return (await Promise.all(shards)).flat()
}

/** Everybody who ever enrolled, by number. */
export async function listEnrollments(table: ReadingTable, seminarId: string): Promise<Stored<Enrollment>[]> {
  const stored = await listShards(table, seminarId, 'enrollment#')
  return stored
    .filter(({ kind }) => kind === enrollmentShelf.kind)
    .map(enrollmentShelf.decode)
    .sort((a, b) => a.facts.number - b.facts.number)
}

/** One enrollment by its name; undefined where there is none, or only a pointer to another. */
export async function findEnrollment(
  table: Pick<ReadingTable, 'read'>,
  name: EnrollmentName,
): Promise<Stored<Enrollment> | undefined> {
  const [stored] = await table.read([enrollmentShelf.place(name)])
  return stored?.kind === enrollmentShelf.kind ? enrollmentShelf.decode(stored) : undefined
}

/** The whole line, by number; numbers that are missing were drawn and never used (yet). */
export async function listLine(table: ReadingTable, seminarId: string): Promise<Stored<LineEntry>[]> {
  const stored = await listShards(table, seminarId, 'line#')
  return stored.map(lineEntryShelf.decode).sort((a, b) => a.facts.number - b.facts.number)
}
