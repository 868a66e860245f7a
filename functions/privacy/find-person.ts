import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { type Enrollment, enrollmentIdFor } from '../enrollment/enrollment.ts'
import { readEnrollments } from '../enrollment/link/mailbox.table.ts'
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
  const places = await Promise.all(
    [...seminars.keys()].map(async (seminarId) =>
      enrollmentShelf.place({ seminarId, enrollmentId: await enrollmentIdFor(seminarId, mailbox) }),
    ),
  )
  return (await readEnrollments(table, places)).flatMap((stored) => {
    const seminar = seminars.get(stored.facts.seminarId)
    return seminar ? [{ stored, seminar }] : []
  })
}
