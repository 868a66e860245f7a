import { dueWork, dueWorkShelf } from '../kernel/due-work.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { seminarShelf } from './seminar.table.ts'
import { lastEnd, type Seminar } from './seminar.ts'

export type CompleteRefusal = { code: 'unknown' | 'not-published' | 'still-running' | 'changed-meanwhile' }

/** Closes a seminar after its last session; the same commit makes the certificates fall due. */
export async function completeSeminar(
  { table, now }: { table: Table; now: Instant },
  seminarId: string,
): Promise<Result<Seminar, CompleteRefusal>> {
  const running = await seminarShelf.read(table, seminarId)
  if (!running) return refuse({ code: 'unknown' })
  if (running.facts.state !== 'published') return refuse({ code: 'not-published' })
  const end = lastEnd(running.facts)
  if (!end || now < end) return refuse({ code: 'still-running' })
  const seminar: Seminar = { ...running.facts, state: 'completed', completedAt: now }
  const issue = { task: 'issue' as const, seminarId }
  const outcome = await table.commit([
    seminarShelf.replace(running, seminar),
    dueWorkShelf.create(issue, dueWork(issue), { due: now }),
  ])
  return outcome.committed ? accept(seminar) : refuse({ code: 'changed-meanwhile' })
}
