import { readListEntries } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { standingOf } from '../../../functions/attendance/list/confirmed-list.ts'
import { day, later } from '../../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { isNamedTrainer } from '../../../functions/staff/staff.ts'
import type { Visit } from '../visit.ts'
import { trainersTurnEnds } from './list-standing.ts'

/** A session whose list waits for somebody: for the first name, or for the second. */
export type WaitingList = { seminar: Seminar; session: Session; waitsFor: 'first' | 'second' }

/** Nobody is reminded of older lists. */
const remindedFor = 30 * day

/** The lists that wait for this very person, the oldest first. Only where a funder wants lists, a first name is asked for. */
export async function findWaitingLists(visit: Visit, seminars: readonly Seminar[]): Promise<WaitingList[]> {
  const over = seminars
    .filter(({ state }) => state === 'published' || state === 'completed')
    .flatMap((seminar) => seminar.sessions.map((session) => ({ seminar, session })))
    .filter(({ session: { end } }) => end <= visit.now && visit.now < later(end, remindedFor))
    .sort((a, b) => (a.session.end < b.session.end ? -1 : 1))
  const found = await Promise.all(
    over.map(async (place): Promise<WaitingList[]> => {
      const waitsFor = await whatWaits(visit, place)
      return waitsFor ? [{ ...place, waitsFor }] : []
    }),
  )
  return found.flat()
}

async function whatWaits(
  { world, now, member }: Visit,
  { seminar, session }: { seminar: Seminar; session: Session },
): Promise<WaitingList['waitsFor'] | undefined> {
  const { settled, pending } = standingOf(await readListEntries(world.table, session.id))
  if (pending) return pending.by.mailbox === member.email ? undefined : 'second'
  const isTheirTurn = isNamedTrainer(member, seminar.trainer) || now >= trainersTurnEnds(session)
  return !settled && seminar.phaseId !== '' && isTheirTurn ? 'first' : undefined
}
