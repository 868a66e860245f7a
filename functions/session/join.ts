import { hasSeat } from '../enrollment/enrollment.ts'
import { readPersonalLink } from '../enrollment/personal-link.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { readLine } from '../seminar/line.ts'
import { findSession } from '../seminar/seminar.ts'
import { doorState } from './door.ts'
import { joinClickShelf } from './join-click.table.ts'
import type { EnterRoom } from './meeting/enter-room.ts'

export type JoinRefusal = { code: 'unknown' | 'early' | 'over' | 'no-seat' | 'onsite' | 'meeting-down' }

type World = { table: Table; now: Instant; newId: NewId; enterRoom: EnterRoom }

/** Lets somebody with a personal join link into their session: a fresh address, and the click is recorded. */
export async function join(world: World, token: string): Promise<Result<{ address: string }, JoinRefusal>> {
  const linked = await readPersonalLink(world.table, token, 'join')
  const session = linked && findSession(linked.seminar.facts, linked.sessionId)
  if (!linked || !session) return refuse({ code: 'unknown' })
  const seminar = linked.seminar.facts
  const enrollment = linked.enrollment.facts
  if (enrollment.state !== 'confirmed' || !hasSeat(enrollment, await readLine(world.table, seminar.id)))
    return refuse({ code: 'no-seat' })
  if (seminar.state !== 'published') return refuse({ code: 'over' })
  if (session.place.kind === 'onsite') return refuse({ code: 'onsite' })
  const door = doorState(session, world.now)
  if (door !== 'open') return refuse({ code: door })
  const address = await world.enterRoom({ enrollment, seminar, session })
  if (!address) return refuse({ code: 'meeting-down' })
  const click = { id: world.newId('evt'), sessionId: session.id, enrollmentId: enrollment.id, at: world.now }
  await world.table.commit([joinClickShelf.create(click, click)])
  return accept({ address })
}
