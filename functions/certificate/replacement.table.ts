import * as v from 'valibot'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'

/** Another certificate took the place of this one; the one that holds now is named for the office only. */
export type Replacement = { at: Instant; by: string }

/** It lies beside the certificate that was replaced, under that one's number; nobody finds the new one from there. */
export const replacementShelf = shelf<Replacement, string>({
  table: 'people',
  kind: 'certificate-replacement',
  schema: v.object({ at: instantSchema, by: v.string() }),
  key: (number) => ({ pk: `certificate#${number}`, sk: 'replacement' }),
})

/** When a certificate was replaced by another; undefined for one that was not. */
export const findReplacement = async (
  table: Pick<ReadingTable, 'read'>,
  number: string,
): Promise<Replacement | undefined> => (await replacementShelf.read(table, number))?.facts
