import * as v from 'valibot'
import { type ReadingTable, shelf, type Table, TableBusy, UnsureCommit } from '../../kernel/table.ts'
import { type Instant, instantSchema } from '../../kernel/time.ts'
import { MeetingBusy, type MeetingUnreachable } from './meeting.ts'

const serverHealthSchema = v.object({
  server: v.string(),
  /** When it was first found to give no answer; null while it does. */
  downSince: v.nullable(instantSchema),
  askedAt: instantSchema,
  /** It turned the house away for asking too much, until then. */
  busyUntil: v.optional(v.nullable(instantSchema), null),
})

/** How it stands with a meeting server, as far as anybody asked it. */
export type ServerHealth = v.InferOutput<typeof serverHealthSchema>

const serverHealthShelf = shelf<ServerHealth, string>({
  table: 'office',
  kind: 'server-health',
  schema: serverHealthSchema,
  key: (server) => ({ pk: 'meeting#health', sk: server }),
})

/** How it stands with every server that was ever found without an answer. */
export async function listServerHealth(table: Pick<ReadingTable, 'list'>): Promise<ServerHealth[]> {
  const stored = await table.list('office', 'meeting#health')
  return stored.map((one) => serverHealthShelf.decode(one).facts)
}

/** What a fault of a server says about its health. */
export const healthFrom = (fault: MeetingUnreachable): 'down' | { busyUntil: Instant } =>
  fault instanceof MeetingBusy ? { busyUntil: fault.until } : 'down'

/** Notes whether a server answered. Only a change is written, and a table that is busy keeps nobody outside. */
export async function noteServerHealth(
  { table, now }: { table: Table; now: Instant },
  server: string,
  health: 'up' | 'down' | { busyUntil: Instant },
): Promise<void> {
  const stored = await serverHealthShelf.read(table, server)
  const downSince = stored?.facts.downSince ?? null
  const busyUntil = typeof health === 'object' ? health.busyUntil : null
  if ((downSince !== null) === (health !== 'up') && (stored?.facts.busyUntil ?? null) === busyUntil) return
  const facts = { server, downSince: health === 'up' ? null : (downSince ?? now), askedAt: now, busyUntil }
  try {
    await table.commit([
      stored ? serverHealthShelf.replace(stored, facts) : serverHealthShelf.create(server, facts),
    ])
  } catch (fault) {
    if (!(fault instanceof TableBusy || fault instanceof UnsureCommit)) throw fault
  }
}
