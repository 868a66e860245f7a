import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { scheduleSeminar } from './due-of-seminar.ts'
import { openLine } from './line.ts'
import { seminarShelf } from './seminar.table.ts'
import { firstStart, type Seminar } from './seminar.ts'

export type PublishRefusal = {
  code: 'unknown' | 'not-a-draft' | 'no-session' | 'begun' | 'changed-meanwhile'
}

/**
 * Shows a draft to everybody and, in the same commit, writes down all that will fall due for it. `also` joins that
 * commit, as in every verb: a deed and what is noted of it happen together.
 */
export async function publishSeminar(
  { table, now, also = [] }: { table: Table; now: Instant; also?: readonly Write[] },
  seminarId: string,
): Promise<Result<Seminar, PublishRefusal>> {
  const draft = await seminarShelf.read(table, seminarId)
  if (!draft) return refuse({ code: 'unknown' })
  if (draft.facts.state !== 'draft') return refuse({ code: 'not-a-draft' })
  const start = firstStart(draft.facts)
  if (!start) return refuse({ code: 'no-session' })
  if (start <= now) return refuse({ code: 'begun' })
  const seminar: Seminar = { ...draft.facts, state: 'published' }
  const outcome = await table.commit([
    seminarShelf.replace(draft, seminar),
    ...openLine(seminar),
    ...(await scheduleSeminar(table, seminar, now)),
    ...also,
  ])
  return outcome.committed ? accept(seminar) : refuse({ code: 'changed-meanwhile' })
}
