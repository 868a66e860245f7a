import { attends, hasSeat } from '../enrollment/enrollment.ts'
import { readPersonalLink } from '../enrollment/link/personal-link.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import { type ReadingTable, type Table, TableBusy, UnsureCommit } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { findSession, type Seminar, type Session } from '../seminar/seminar.ts'
import { doorState } from './door.ts'
import { areDoorLinksStale } from './door-links.ts'
import { type JoinClick, joinClickShelf } from './join-click.table.ts'
import type { EnterRoom, Guest } from './meeting/enter-room.ts'

/** How the door stands for one person: open, or why it is not. */
export type Admission = 'open' | 'early' | 'over' | 'no-seat' | 'onsite' | 'cancelled'

export type JoinRefusal = { code: 'unknown' | 'meeting-down' | Exclude<Admission, 'open'> }

type World = { table: Table; now: Instant; newId: NewId; enterRoom: EnterRoom }

/**
 * Who stands at which door. A join link names its session itself; to the link of the personal page the session is
 * named beside it, and it may be any of that seminar.
 */
export async function findGuest(
  table: ReadingTable,
  token: string,
  sessionId?: string,
): Promise<Guest | undefined> {
  const linked = await readPersonalLink(table, token, sessionId === undefined ? 'join' : 'my')
  const session = linked && findPlanned(linked.seminar.facts, sessionId ?? linked.sessionId)
  if (!linked || !session) return undefined
  const enrollment = linked.enrollment.facts
  if (sessionId === undefined && areDoorLinksStale(enrollment, session)) return undefined
  return { enrollment, seminar: linked.seminar.facts, session }
}

/** A date that was called off keeps its door, which says so. */
const findPlanned = (seminar: Seminar, sessionId: string): Session | undefined =>
  findSession(seminar, sessionId) ?? seminar.cancelledSessions.find(({ id }) => id === sessionId)

/** Whether this person may come in now: who has no seat learns no more than that. */
export function admissionOf({ now }: { now: Instant }, { enrollment, seminar, session }: Guest): Admission {
  if (enrollment.state !== 'confirmed' || !hasSeat(enrollment)) return 'no-seat'
  if (!attends(enrollment, session.id)) return 'no-seat'
  if (seminar.state !== 'published') return 'over'
  if (!findSession(seminar, session.id)) return 'cancelled'
  if (session.place.kind === 'onsite') return 'onsite'
  return doorState(session, now)
}

/**
 * Lets somebody into a session, by its join link or from their personal page: a fresh address, and the click is
 * recorded.
 */
export async function join(
  world: World,
  token: string,
  sessionId?: string,
): Promise<Result<{ address: string }, JoinRefusal>> {
  const guest = await findGuest(world.table, token, sessionId)
  if (!guest) return refuse({ code: 'unknown' })
  const admission = admissionOf(world, guest)
  if (admission !== 'open') return refuse({ code: admission })
  const address = await world.enterRoom(guest)
  if (!address) return refuse({ code: 'meeting-down' })
  const { session, enrollment } = guest
  const click = { id: world.newId('evt'), sessionId: session.id, enrollmentId: enrollment.id, at: world.now }
  await noteClick(world.table, click)
  return accept({ address })
}

/** The click is a hint, no proof: a table that is busy for a moment keeps nobody outside. */
async function noteClick(table: Table, click: JoinClick): Promise<void> {
  try {
    await table.commit([joinClickShelf.create(click, click)])
  } catch (fault) {
    if (!(fault instanceof TableBusy || fault instanceof UnsureCommit)) throw fault
  }
}
