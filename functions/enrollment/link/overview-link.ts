import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import { type ReadingTable, type Stored, type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import type { Enrollment } from '../enrollment.ts'
import { listEnrollmentsOf, overviewShelf } from './mailbox.table.ts'
import { freshLink, keepLinks } from './personal-link.ts'

const tokenPattern = /^[\w-]{22}$/

/** All enrollments behind a link to an overview; undefined for malformed, unknown and old ones alike. */
export async function readOverview(
  { table, now }: { table: ReadingTable; now: Instant },
  token: string,
): Promise<Stored<Enrollment>[] | undefined> {
  if (!tokenPattern.test(token)) return undefined
  const link = await overviewShelf.read(table, await fingerprint(token))
  // The table may be late in forgetting.
  if (!link || now >= link.facts.until) return undefined
  return listEnrollmentsOf(table, link.facts.mailbox)
}

/** Makes a fresh link from the overview into one personal page; the old ones stay as they are. */
export async function openFromOverview(
  world: { table: Table; now: Instant; newSecret: NewSecret },
  { token, seminarId }: { token: string; seminarId: string },
): Promise<Result<{ token: string }, { code: 'unknown' }>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const enrollments = await readOverview(world, token)
    const stored = enrollments?.find(({ facts }) => facts.seminarId === seminarId)
    if (!stored) return refuse({ code: 'unknown' })
    const fresh = await freshLink(world.newSecret, stored.facts, 'my')
    const links = keepLinks([...stored.facts.links, fresh.link])
    const outcome = await world.table.commit([enrollmentShelf.replace(stored, { ...stored.facts, links })])
    if (outcome.committed) return accept({ token: fresh.token })
  }
  throw new TableBusy('the enrollment kept changing')
}
