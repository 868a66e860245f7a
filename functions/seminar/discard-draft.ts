import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { seminarShelf, slugShelf } from './seminar.table.ts'

export type DiscardRefusal = { code: 'unknown' | 'not-a-draft' | 'changed-meanwhile' }

/**
 * Throws a draft away, and with it its address. Nobody has seen it and nothing is due for it. What is noted of the
 * deed is all that stays of it, and that by which an unsure commit is settled.
 */
export async function discardDraft(
  { table, also }: { table: Table; also: readonly [Write, ...Write[]] },
  seminarId: string,
): Promise<Result<{ seminarId: string }, DiscardRefusal>> {
  const draft = await seminarShelf.read(table, seminarId)
  if (!draft) return refuse({ code: 'unknown' })
  if (draft.facts.state !== 'draft') return refuse({ code: 'not-a-draft' })
  const address = await slugShelf.read(table, draft.facts.slug)
  const outcome = await table.commit([
    seminarShelf.remove(draft),
    ...(address?.facts.seminarId === seminarId ? [slugShelf.remove(address)] : []),
    ...also,
  ])
  return outcome.committed ? accept({ seminarId }) : refuse({ code: 'changed-meanwhile' })
}
