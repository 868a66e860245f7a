import { parseEmailAddress, sameMailbox } from '../../kernel/email-address.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { ReadingTable, Stored } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { drawNumbers, isAllotmentAhead, moveLine, seatsInLine } from '../../seminar/line.ts'
import { listSeminars, seminarShelf } from '../../seminar/seminar.table.ts'
import { lastEnd, type Seminar } from '../../seminar/seminar.ts'
import { enrollmentShelf, lineEntryShelf, listEnrollments, takeNumber } from '../enrollment.table.ts'
import { type Enrollment, hasSeat, isLive } from '../enrollment.ts'
import { findByAddresses } from '../find-by-address.ts'
import type { PromoteWorld } from './promote.ts'
import { leaveToSweep, serveLine } from './serve-line.ts'
import { strikeEntry, strikeUnused } from './strike.ts'

/**
 * Gives the seats where newcomers come first: who has taken part before moves behind those who have not, each group
 * in its order; then the line is opened. A run that dies is simply repeated: who has moved already stands behind.
 */
export async function allotSeats(
  world: PromoteWorld,
  seminarId: string,
): Promise<Result<{ seats: number }, { code: 'nothing-to-give' | 'changed-meanwhile' }>> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'published' || !isAllotmentAhead(seminar)) return refuse({ code: 'nothing-to-give' })
  for (const stored of await repeatersInFront(world, seminar)) await moveBehind(world, stored)
  const stored = await seminarShelf.read(world.table, seminarId)
  if (stored?.facts.state !== 'published') return refuse({ code: 'changed-meanwhile' })
  const seats = seatsInLine(stored.facts)
  const outcome = await world.table.commit([
    seminarShelf.replace(stored, { ...stored.facts, allottedAt: world.now }),
    moveLine(seminarId, { serving: seats }),
  ])
  if (!outcome.committed) return refuse({ code: 'changed-meanwhile' })
  await leaveToSweep(() => serveLine(world, seminarId))
  return accept({ seats })
}

/** People who have taken part before and stand in front of somebody who has not, in their order. */
async function repeatersInFront(
  { table, now }: PromoteWorld,
  seminar: Seminar,
): Promise<Stored<Enrollment>[]> {
  const waiting = (await listEnrollments(table, seminar.id)).filter(
    ({ facts }) => isLive(facts) && facts.standing === 'waiting' && facts.number > 0,
  )
  const past = (await listSeminars(table)).filter((other) => hasTakenPlace(other, now))
  const before = await Promise.all(waiting.map(({ facts }) => tookPartBefore(table, past, facts)))
  const lastNewcomer = before.lastIndexOf(false)
  return waiting.filter((_, i) => before[i] && i < lastNewcomer)
}

const hasTakenPlace = (seminar: Seminar, now: Instant): boolean => {
  const end = lastEnd(seminar)
  const wasHeld = seminar.state === 'published' || seminar.state === 'completed'
  return wasHeld && end !== undefined && end <= now
}

/** Whether this mailbox had a seat in a seminar that has taken place. Found by key: no list of persons is kept for it. */
async function tookPartBefore(
  table: ReadingTable,
  past: readonly Seminar[],
  { email }: Pick<Enrollment, 'email'>,
): Promise<boolean> {
  const address = parseEmailAddress(email)
  if (!address) return false
  const found = await findByAddresses(
    table,
    past.map(({ id }) => ({ seminarId: id, mailbox: sameMailbox(address) })),
  )
  return found.some(({ known, earlier }) =>
    [known, ...earlier].some((stored) => stored && wasThere(stored.facts)),
  )
}

const wasThere = (enrollment: Enrollment): boolean => enrollment.state === 'confirmed' && hasSeat(enrollment)

/** Draws a new number at the end of the line; the old one is struck in the same commit. */
async function moveBehind(world: PromoteWorld, stored: Stored<Enrollment>): Promise<void> {
  const { seminarId, number, id } = stored.facts
  const entry = await lineEntryShelf.read(world.table, { seminarId, number })
  if (!entry || entry.facts.void) return
  const line = await drawNumbers(world.table, seminarId)
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, { ...stored.facts, number: line.next }),
    takeNumber(seminarId, line.next, id),
    strikeEntry(entry, { passed: false }),
  ])
  // They acted in this moment: the next run finds them where they stand then.
  if (!outcome.committed) await strikeUnused(world.table, { seminarId, number: line.next })
}
