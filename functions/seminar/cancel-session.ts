import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow, scheduleSeminar } from './due-of-seminar.ts'
import { seminarShelf } from './seminar.table.ts'
import { findSession, type Seminar } from './seminar.ts'
import { withoutSession } from './session-changes.ts'

/** `last-session`: without it nothing is left, so the whole seminar is to be called off. */
export type CancelSessionRefusal = {
  code: 'unknown' | 'not-published' | 'begun' | 'last-session' | 'changed-meanwhile'
}

type World = { table: Table; now: Instant; also?: readonly Write[] }

/**
 * Calls off one date of a published seminar: its invite and its reminder fall away, and everybody who takes part in it
 * is told. The others stay as they are.
 */
export async function cancelSession(
  world: World,
  name: { seminarId: string; sessionId: string; version: string },
): Promise<Result<Seminar, CancelSessionRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await attemptCancel(world, name)
    if (outcome !== 'again') return outcome
  }
  throw new TableBusy('the notes of the seminar kept changing')
}

async function attemptCancel(
  { table, now, also = [] }: World,
  { seminarId, sessionId, version }: { seminarId: string; sessionId: string; version: string },
): Promise<Result<Seminar, CancelSessionRefusal> | 'again'> {
  const before = await seminarShelf.read(table, seminarId)
  const session = before && findSession(before.facts, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  if (before.version !== version) return refuse({ code: 'changed-meanwhile' })
  const { state, sessions } = before.facts
  if (state !== 'published') return refuse({ code: 'not-published' })
  if (session.start <= now) return refuse({ code: 'begun' })
  if (sessions.length === 1) return refuse({ code: 'last-session' })
  const seminar = withoutSession(before.facts, sessionId, now)
  const outcome = await table.commit([
    seminarShelf.replace(before, seminar),
    ...(await scheduleSeminar(table, seminar, now)),
    await dueNow(table, { task: 'tell-moved', seminarId }, now),
    ...also,
  ])
  if (outcome.committed) return accept(seminar)
  return outcome.failed.includes(0) ? refuse({ code: 'changed-meanwhile' }) : 'again'
}
