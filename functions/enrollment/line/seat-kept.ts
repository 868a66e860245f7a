import type { Stored } from '../../kernel/table.ts'
import { type Line, moveKept } from '../../seminar/line.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { lineEntryShelf } from '../enrollment.table.ts'
import { type Enrollment, isLive } from '../enrollment.ts'
import { isKeptFor } from './find-spot.ts'
import { readAllKept } from './give-back.ts'
import { type PromoteWorld, writesOfPromotion } from './promote.ts'
import { strikeEntry } from './strike.ts'

type Waiting = { seminar: Seminar; line: Line; people: readonly Stored<Enrollment>[] }

/**
 * Gives kept seats that became free to people of that association who wait in the line, in its order. They leave the
 * line for it. Answers how many were told, or acted in this moment and must be told later.
 */
export async function seatKept(world: PromoteWorld, { seminar, line, people }: Waiting): Promise<number> {
  if (seminar.places.reserved.length === 0 || seminar.releasedAt !== null) return 0
  let touched = 0
  for (const [associationId, left] of await readAllKept(world.table, seminar)) {
    if (!isKeptFor(seminar, associationId, world.now)) continue
    const next = people.filter(({ facts }) => waitsFor(facts, associationId, line)).slice(0, left)
    for (const stored of next) await moveToKept(world, { seminar, stored, associationId })
    touched += next.length
  }
  return touched
}

const waitsFor = (enrollment: Enrollment, associationId: string, line: Line): boolean =>
  isLive(enrollment) &&
  enrollment.standing === 'waiting' &&
  enrollment.number > line.serving &&
  enrollment.associationId === associationId

async function moveToKept(
  world: PromoteWorld,
  { seminar, stored, associationId }: { seminar: Seminar; stored: Stored<Enrollment>; associationId: string },
): Promise<void> {
  const { number } = stored.facts
  const entry = await lineEntryShelf.read(world.table, { seminarId: seminar.id, number })
  if (!entry || entry.facts.void) return
  await world.table.commit([
    ...(await writesOfPromotion(world, { stored, seminar }, { number: 0, keptFor: associationId })),
    strikeEntry(entry, { passed: false }),
    moveKept(seminar.id, associationId, -1),
  ])
}
