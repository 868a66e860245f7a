import type { NewId } from '../kernel/secret.ts'
import { type ReadingTable, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { type AuditEntry, type AuditedDeed, auditEntrySchema } from './audit.ts'

/** The trail is forgotten after so many days: it says when volunteers work. */
const keptDays = 730

const auditShelf = shelf<AuditEntry, { at: Instant; id: string }>({
  table: 'office',
  kind: 'audit-entry',
  schema: auditEntrySchema,
  key: ({ at, id }) => ({ pk: auditKey(at), sk: `${at}#${id}` }),
})

/** One key per month, so that the newest are read without the old. */
const auditKey = (at: Instant): string => `audit#${at.slice(0, 7)}`

/** The write that notes a deed; it goes into the deed's own commit where there is one. */
export const auditEntry = (
  world: { now: Instant; newId: NewId },
  {
    who,
    deed,
    seminarId = '',
    about = '',
  }: { who: string; deed: AuditedDeed; seminarId?: string; about?: string },
): Write =>
  auditShelf.create(
    { at: world.now, id: world.newId('evt') },
    { at: world.now, who, deed, seminarId, about },
    { expires: later(world.now, keptDays * day) },
  )

/** The newest entries of this month and the month before, newest first. */
export async function listAudit(table: ReadingTable, now: Instant, most: number): Promise<AuditEntry[]> {
  const thisMonth = `${now.slice(0, 7)}-01T00:00:00.000Z` as Instant
  const months = [now, later(thisMonth, -day)]
  const stored = await Promise.all(months.map((month) => table.list('office', auditKey(month))))
  return stored
    .flat()
    .map((entry) => auditShelf.decode(entry).facts)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, most)
}
