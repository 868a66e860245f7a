import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow } from './due-of-seminar.ts'
import { seminarShelf } from './seminar.table.ts'
import { lastEnd, type Seminar } from './seminar.ts'

export type CompleteRefusal = { code: 'unknown' | 'not-published' | 'still-running' | 'changed-meanwhile' }

/** Closes a seminar after its last session; the same commit makes the certificates fall due. */
export async function completeSeminar(
  { table, now, also = [] }: { table: Table; now: Instant; also?: readonly Write[] },
  seminarId: string,
): Promise<Result<Seminar, CompleteRefusal>> {
  const running = await seminarShelf.read(table, seminarId)
  if (!running) return refuse({ code: 'unknown' })
  if (running.facts.state !== 'published') return refuse({ code: 'not-published' })
  const end = lastEnd(running.facts)
  if (!end || now < end) return refuse({ code: 'still-running' })
  const seminar: Seminar = { ...running.facts, state: 'completed', completedAt: now }
  const outcome = await table.commit([
    seminarShelf.replace(running, seminar),
    await dueNow(table, { task: 'issue', seminarId }, now),
    ...also,
  ])
  return outcome.committed ? accept(seminar) : refuse({ code: 'changed-meanwhile' })
}
