import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf } from '../kernel/table.ts'
import { type Seminar, seminarSchema } from './seminar.ts'

/** All seminars lie under one key: an association has hundreds, and the catalog reads them in one request. */
export const seminarShelf = shelf<Seminar, string>({
  table: 'catalog',
  kind: 'seminar',
  schema: seminarSchema,
  key: (id) => ({ pk: 'seminars', sk: id }),
})

/** The readable address of a seminar; unique by its key. */
export const slugShelf = shelf<{ seminarId: string }, string>({
  table: 'catalog',
  kind: 'slug',
  schema: v.object({ seminarId: v.string() }),
  key: (slug) => ({ pk: `slug#${slug}`, sk: 'slug' }),
})

export async function listSeminars(table: ReadingTable): Promise<Seminar[]> {
  const stored = await table.list('catalog', 'seminars')
  return stored.map((s) => seminarShelf.decode(s).facts)
}

export async function findSeminarBySlug(
  table: ReadingTable,
  slug: string,
): Promise<Stored<Seminar> | undefined> {
  const found = await slugShelf.read(table, slug)
  return found && seminarShelf.read(table, found.facts.seminarId)
}
