import * as v from 'valibot'
import { type ReadingTable, shelf, type Table, type Write } from '../../kernel/table.ts'
import { type Instant, instantSchema } from '../../kernel/time.ts'
import { dueNow } from '../../seminar/due-of-seminar.ts'
import type { Certificate } from '../certificate.ts'
import { type StatusPlace, statusPlace } from './status-list.ts'

const listKey = (list: string): string => `status#${list}`
const bitPrefix = 'bit#'

/**
 * One bit that is set: the certificate at that index holds no longer. Each lies by itself, so that two revocations
 * never wait for each other, and is never removed: nobody is named here, and what was revoked stays so when its
 * certificate is forgotten.
 */
const statusBitShelf = shelf<{ at: Instant }, StatusPlace>({
  table: 'people',
  kind: 'status-bit',
  schema: v.object({ at: instantSchema }),
  key: ({ list, index }) => ({ pk: listKey(list), sk: `${bitPrefix}${String(index).padStart(5, '0')}` }),
})

/** The list as it was signed last, with how many bits it had then. */
export const signedListShelf = shelf<{ json: string; bits: number; at: Instant }, string>({
  table: 'people',
  kind: 'status-list',
  schema: v.object({ json: v.string(), bits: v.number(), at: instantSchema }),
  key: (list) => ({ pk: listKey(list), sk: 'signed' }),
})

/**
 * The writes by which a certificate holds no longer for machines either, for the same commit as the reason (revoked,
 * replaced): its bit, and the work of signing the list anew. None where the bit is set, or where the certificate is from
 * before the register.
 */
export async function setStatusBit(
  table: ReadingTable,
  certificate: Pick<Certificate, 'number' | 'serial'>,
  now: Instant,
): Promise<Write[]> {
  const place = statusPlace(certificate)
  if (!place || (await statusBitShelf.read(table, place))) return []
  return [
    statusBitShelf.create(place, { at: now }),
    await dueNow(table, { task: 'sign-status-list', seminarId: place.list }, now),
  ]
}

/** The indexes of a list that hold no longer, in order. */
export async function readStatusBits(table: Pick<Table, 'list'>, list: string): Promise<number[]> {
  const bits = await table.list('people', listKey(list), bitPrefix)
  return bits.map(({ sk }) => Number(sk.slice(bitPrefix.length)))
}

/** The list as whoever verifies gets it; undefined for one of which nobody has a certificate. */
export const findSignedList = async (
  table: Pick<ReadingTable, 'read'>,
  list: string,
): Promise<{ json: string } | undefined> => (await signedListShelf.read(table, list))?.facts
