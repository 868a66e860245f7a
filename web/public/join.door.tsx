import type { Context, Hono } from 'hono'
import type { NewId } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { admissionOf, findGuest, join } from '../../functions/session/join.ts'
import type { EnterRoom, Guest } from '../../functions/session/meeting/enter-room.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { policyWithRooms } from '../parts/door-headers.ts'
import { answer } from '../parts/door-page.tsx'
import { leadInto } from '../parts/lead-into.ts'
import { settingOf } from '../parts/setting.ts'
import { JoinPage, type JoinState } from './join-page.tsx'

/** What the way into a session needs. */
type JoinWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newId: NewId
  enterRoom: EnterRoom
  /** Where the house's own room is; empty where there is none. */
  roomOrigin: string
}

/**
 * The page in front of the digital room, and the way in from the personal page. Looking changes nothing; the button
 * records the click and leads in.
 */
export function joinDoor(world: JoinWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/join/:token', (c) => showDoor(c, world))
  door.post('/join/:token', (c) => enter(c, world))
  door.post('/my/:token/join/:sessionId', (c) => enter(c, world))
  return door
}

const statusOf: Record<JoinState, 200 | 403 | 409 | 410 | 503> = {
  open: 200,
  early: 409,
  over: 410,
  cancelled: 410,
  'no-seat': 403,
  onsite: 409,
  'meeting-down': 503,
}

/** The token, and the session where the way leads over the personal page. */
type Way = { token: string; sessionId: string | undefined }

const wayOf = (c: Context): Way => ({
  token: c.req.param('token') ?? '',
  sessionId: c.req.param('sessionId'),
})

async function showDoor(c: Context, world: JoinWorld) {
  const guest = await findGuest(world.table, wayOf(c).token)
  if (!guest) return answer(c, 'not-found')
  return page(c, world, guest, admissionOf({ now: world.now() }, guest), 200)
}

async function page(c: Context, world: JoinWorld, guest: Guest, state: JoinState, status = statusOf[state]) {
  const { enrollment, seminar, session } = guest
  const { token, sessionId } = wayOf(c)
  const organisation = await organisationShelf.read(world.table, null)
  const setting = settingOf(c, organisation?.facts ?? unnamedOrganisation, enrollment.language)
  c.header('content-security-policy', policyWithRooms(world.roomOrigin))
  return c.html(
    <JoinPage
      setting={sessionId === undefined ? setting : { ...setting, path: `/my/${token}` }}
      action={setting.path}
      now={world.now()}
      seminar={seminar}
      session={session}
      state={state}
    />,
    status,
  )
}

async function enter(c: Context, world: JoinWorld) {
  const { token, sessionId } = wayOf(c)
  const outcome = await join({ ...world, now: world.now() }, token, sessionId)
  if (outcome.ok) return leadInto(c, world.roomOrigin, outcome.value.address)
  const { code } = outcome.refusal
  const guest = code === 'unknown' ? undefined : await findGuest(world.table, token, sessionId)
  return code === 'unknown' || !guest ? answer(c, 'not-found') : page(c, world, guest, code)
}
