import * as v from 'valibot'
import { type ReadingTable, shelf, type Table, TableBusy, UnsureCommit } from '../../kernel/table.ts'
import { type Instant, instantSchema } from '../../kernel/time.ts'

const serverHealthSchema = v.object({
  server: v.string(),
  /** When it was first found to give no answer; null while it does. */
  downSince: v.nullable(instantSchema),
  askedAt: instantSchema,
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

/** Notes whether a server answered. Only a change is written, and a table that is busy keeps nobody outside. */
export async function noteServerHealth(
  { table, now }: { table: Table; now: Instant },
  server: string,
  health: 'up' | 'down',
): Promise<void> {
  const stored = await serverHealthShelf.read(table, server)
  const wasDown = stored !== undefined && stored.facts.downSince !== null
  if (wasDown === (health === 'down')) return
  const facts = { server, downSince: health === 'down' ? now : null, askedAt: now }
  try {
    await table.commit([
      stored ? serverHealthShelf.replace(stored, facts) : serverHealthShelf.create(server, facts),
    ])
  } catch (fault) {
    if (!(fault instanceof TableBusy || fault instanceof UnsureCommit)) throw fault
  }
}
