import type { Context, Hono } from 'hono'
import { hasSeat } from '../../functions/enrollment/enrollment.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/personal-link.ts'
import type { NewId } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { findSession } from '../../functions/seminar/seminar.ts'
import { doorState } from '../../functions/session/door.ts'
import { join } from '../../functions/session/join.ts'
import type { EnterRoom } from '../../functions/session/meeting/enter-room.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { contentSecurityPolicy } from '../parts/door-headers.ts'
import { answer } from '../parts/door-page.tsx'
import { settingOf } from '../parts/setting.ts'
import { JoinPage, type JoinState } from './join-page.tsx'

/** What the way into a session needs. */
export type JoinWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newId: NewId
  enterRoom: EnterRoom
  /** Where the house's own room is; empty where there is none. */
  roomOrigin: string
}

/** The page in front of the digital room. Looking changes nothing; the button records the click and leads in. */
export function joinDoor(world: JoinWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/join/:token', (c) => showDoor(c, world))
  door.post('/join/:token', (c) => enter(c, world))
  return door
}

const statusOf: Record<JoinState, 200 | 403 | 409 | 410 | 503> = {
  open: 200,
  early: 409,
  over: 410,
  'no-seat': 403,
  onsite: 409,
  'meeting-down': 503,
}

const linkedBy = (c: Context, { table }: JoinWorld): Promise<Linked | undefined> =>
  readPersonalLink(table, c.req.param('token') ?? '', 'join')

async function showDoor(c: Context, world: JoinWorld) {
  const linked = await linkedBy(c, world)
  if (!linked) return answer(c, 'not-found')
  return page(c, world, linked, await stateFor(world, linked), 200)
}

/** How the door stands, in the order in which the verb would refuse. */
async function stateFor(world: JoinWorld, { enrollment, seminar, sessionId }: Linked): Promise<JoinState> {
  const session = findSession(seminar.facts, sessionId)
  const line = await readLine(world.table, seminar.facts.id)
  if (enrollment.facts.state !== 'confirmed' || !hasSeat(enrollment.facts, line)) return 'no-seat'
  if (!session || seminar.facts.state !== 'published') return 'over'
  if (session.place.kind === 'onsite') return 'onsite'
  return doorState(session, world.now())
}

async function page(c: Context, world: JoinWorld, linked: Linked, state: JoinState, status: number) {
  const seminar = linked.seminar.facts
  const session = findSession(seminar, linked.sessionId)
  if (!session) return answer(c, 'not-found')
  const organisation = await organisationShelf.read(world.table, null)
  c.header('content-security-policy', contentSecurityPolicy(['https:', world.roomOrigin].filter(Boolean)))
  return c.html(
    <JoinPage
      setting={settingOf(c, organisation?.facts ?? unnamedOrganisation, linked.enrollment.facts.language)}
      now={world.now()}
      seminar={seminar}
      session={session}
      state={state}
    />,
    status === 200 ? 200 : statusOf[state],
  )
}

async function enter(c: Context, world: JoinWorld) {
  const outcome = await join({ ...world, now: world.now() }, c.req.param('token') ?? '')
  if (outcome.ok) return lead(c, world, outcome.value.address)
  const { code } = outcome.refusal
  const linked = code === 'unknown' ? undefined : await linkedBy(c, world)
  if (code === 'unknown' || !linked) return answer(c, 'not-found')
  return page(c, world, linked, code, statusOf[code])
}

/** Leads into the room, and nowhere but to a meeting server: https, or the house's own room. */
function lead(c: Context, { roomOrigin }: JoinWorld, address: string) {
  const { protocol, origin } = new URL(address)
  if (protocol !== 'https:' && origin !== roomOrigin)
    throw new Error('a room with an address of its own kind')
  return c.redirect(address, 303)
}
