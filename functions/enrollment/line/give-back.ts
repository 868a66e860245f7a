import type { Table, Write } from '../../kernel/table.ts'
import { moveKept, passSeatOn, readKept, readLine } from '../../seminar/line.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { answerWrites } from '../answers/answer-writes.ts'
import { lineEntryShelf } from '../enrollment.table.ts'
import type { Enrollment } from '../enrollment.ts'
import { giveInvitationBack } from '../invitation/use-invitation.ts'
import { countAssociation } from './association-count.ts'
import { strikeEntry } from './strike.ts'

/**
 * The writes that give a place back, and the invitation by which it was taken, for the commit of whatever ends it. Once the seminar has begun nobody moves up,
 * so a seat stays with the struck number (`serveLine` finds it there, should the seminar be postponed).
 */
export async function giveBack(
  table: Table,
  { enrollment, seminar }: { enrollment: Enrollment; seminar: Seminar },
  { begun }: { begun: boolean } = { begun: false },
): Promise<Write[]> {
  const counted = [
    ...(await countAssociation(seminar, enrollment, -1)),
    ...(await giveInvitationBack(table, enrollment)),
    // Whoever gives a place back does not come, so nobody needs their answers any more.
    ...(await answerWrites(table, { seminarId: seminar.id, enrollmentId: enrollment.id })),
  ]
  if (enrollment.number > 0) return [...counted, ...(await giveNumberBack(table, enrollment, begun))]
  return enrollment.keptFor === ''
    ? counted
    : [...counted, await giveKeptBack(table, { enrollment, seminar })]
}

/**
 * Strikes the number out of the line. A served number passes its seat on at once; a waiting one only when its turn
 * comes, which is what `serveLine` looks for.
 */
async function giveNumberBack(table: Table, enrollment: Enrollment, begun: boolean): Promise<Write[]> {
  const { seminarId, number } = enrollment
  const entry = await lineEntryShelf.read(table, { seminarId, number })
  if (!entry || entry.facts.void) return []
  const line = await readLine(table, seminarId)
  return !begun && number <= line.serving
    ? [strikeEntry(entry, { passed: true }), passSeatOn(seminarId, line)]
    : [strikeEntry(entry, { passed: false })]
}

/** A kept seat goes back to its association; once kept seats are everybody's, to the line. */
async function giveKeptBack(
  table: Table,
  { enrollment, seminar }: { enrollment: Enrollment; seminar: Seminar },
): Promise<Write> {
  const isKept = seminar.releasedAt === null
  return isKept
    ? moveKept(seminar.id, enrollment.keptFor, 1)
    : passSeatOn(seminar.id, await readLine(table, seminar.id))
}

/** Kept seats that are left, by association; none once they are everybody's. */
export async function readAllKept(
  table: Pick<Table, 'counters'>,
  { id, places }: Seminar,
): Promise<Map<string, number>> {
  const left = await Promise.all(
    places.reserved.map(
      async ({ associationId }) => [associationId, await readKept(table, id, associationId)] as const,
    ),
  )
  return new Map(left)
}
