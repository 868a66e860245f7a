import type { Result } from '../../kernel/result.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Write } from '../../kernel/table.ts'
import { keptPlace, moveCapacity, readLine } from '../../seminar/line.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { readAllKept } from './give-back.ts'
import type { PromoteWorld } from './promote.ts'
import { leaveToSweep, serveLine } from './serve-line.ts'

/**
 * Makes kept seats that nobody took everybody's, on the day that was said. One commit closes what is kept and serves
 * the line by as many; it is refused when somebody takes such a seat in this very moment, and then tried again.
 */
export async function releaseKept(
  world: PromoteWorld,
  seminarId: string,
): Promise<Result<{ released: number }, { code: 'nothing-kept' | 'changed-meanwhile' }>> {
  const stored = await seminarShelf.read(world.table, seminarId)
  if (stored?.facts.state !== 'published' || stored.facts.releasedAt !== null)
    return refuse({ code: 'nothing-kept' })
  const seminar = stored.facts
  const kept = await readAllKept(world.table, seminar)
  const released = [...kept.values()].reduce((sum, left) => sum + left, 0)
  const outcome = await world.table.commit([
    seminarShelf.replace(stored, { ...seminar, releasedAt: world.now }),
    ...[...kept].map(([associationId, left]) => closeKept(seminarId, associationId, left)),
    moveCapacity(seminarId, await readLine(world.table, seminarId), released),
  ])
  if (!outcome.committed) return refuse({ code: 'changed-meanwhile' })
  await leaveToSweep(() => serveLine(world, seminarId))
  return accept({ released })
}

const closeKept = (seminarId: string, associationId: string, left: number): Write => ({
  do: 'add',
  ...keptPlace(seminarId, associationId),
  by: { left: -left, open: -1 },
  within: { left: { least: left, most: left }, open: { least: 1 } },
})
