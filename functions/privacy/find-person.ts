import type { Enrollment } from '../enrollment/enrollment.ts'
import { findByAddresses } from '../enrollment/find-by-address.ts'
import type { ReadingTable, Stored } from '../kernel/table.ts'
import { listSeminars } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'

/** One enrollment with its seminar. */
export type Entry = { stored: Stored<Enrollment>; seminar: Seminar }

/**
 * Every enrollment of a mailbox in any seminar, also those that were never confirmed and so stand in no index. Their
 * ids follow from seminar and mailbox, so a look at every seminar finds them all.
 */
export async function findEverywhere(table: ReadingTable, mailbox: string): Promise<Entry[]> {
  const seminars = new Map((await listSeminars(table)).map((seminar) => [seminar.id, seminar]))
  const found = await findByAddresses(
    table,
    [...seminars.keys()].map((seminarId) => ({ seminarId, mailbox })),
  )
  const stored = found.flatMap(({ known, earlier }) => [...earlier, ...(known ? [known] : [])])
  return stored.flatMap((stored) => {
    const seminar = seminars.get(stored.facts.seminarId)
    return seminar ? [{ stored, seminar }] : []
  })
}
