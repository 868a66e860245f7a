import { idFollowing } from '../../../functions/kernel/secret.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { leadersDoorState } from '../../../functions/session/door.ts'
import type { Visit } from '../visit.ts'

/** Why somebody of the team does not come into a room. */
export type EntryTrouble = 'early' | 'over' | 'cancelled' | 'meeting-down'

/** A fresh address into a session for somebody who leads it, or what stands in the way. */
export async function enterAsLeader(
  { world, member, now, setting }: Visit,
  { seminar, session }: { seminar: Seminar; session: Session },
): Promise<{ address: string } | { trouble: EntryTrouble }> {
  if (seminar.state !== 'published') return { trouble: 'cancelled' }
  const state = leadersDoorState(session, now)
  if (state !== 'open') return { trouble: state }
  const visitor = {
    // The server needs to tell people apart, and nothing of them but the name that they want to be called by.
    id: await idFollowing('stf', `leader|${session.id}|${member.email}`),
    name: member.name,
    language: setting.language,
    leads: true,
  }
  const address = await world.enterAsVisitor({ seminar, session }, visitor)
  return address === undefined ? { trouble: 'meeting-down' } : { address }
}
