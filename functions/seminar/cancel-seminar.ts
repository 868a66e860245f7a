import { dueWork, dueWorkShelf } from '../kernel/due-work.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { seminarShelf } from './seminar.table.ts'
import type { Seminar } from './seminar.ts'

export type CancelSeminarRefusal = { code: 'unknown' | 'not-published' | 'changed-meanwhile' }

/** Calls a seminar off; the same commit makes it fall due that everybody in the line is told. */
export async function cancelSeminar(
  { table, now, also = [] }: { table: Table; now: Instant; also?: readonly Write[] },
  seminarId: string,
): Promise<Result<Seminar, CancelSeminarRefusal>> {
  const planned = await seminarShelf.read(table, seminarId)
  if (!planned) return refuse({ code: 'unknown' })
  if (planned.facts.state !== 'published') return refuse({ code: 'not-published' })
  const seminar: Seminar = { ...planned.facts, state: 'cancelled' }
  const tell = { task: 'tell-cancelled' as const, seminarId }
  const outcome = await table.commit([
    seminarShelf.replace(planned, seminar),
    dueWorkShelf.create(tell, dueWork(tell), { due: now }),
    ...also,
  ])
  return outcome.committed ? accept(seminar) : refuse({ code: 'changed-meanwhile' })
}
