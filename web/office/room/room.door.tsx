import { Hono } from 'hono'
import { findSession } from '../../../functions/seminar/seminar.ts'
import { listFormerRooms } from '../../../functions/session/room/former-room.table.ts'
import { evacuateRoom, type SwitchRefusal, switchRoom } from '../../../functions/session/room/switch-room.ts'
import { policyWithRooms } from '../../parts/door-headers.ts'
import { leadInto } from '../../parts/lead-into.ts'
import { readForm } from '../../parts/read-form.ts'
import { roomsText } from '../../text/rooms.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { errorsFrom } from '../plain-form.tsx'
import { loadRoomChoice, readRoomChoice } from '../seminar/room-choice.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { type EntryTrouble, enterAsLeader } from './enter-room.ts'
import { type RoomForm, RoomPage, roomPagePath, type SessionRooms } from './room-page.tsx'

/** Another room for a session, for everybody, also in the middle of it. */
export function roomDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/sessions/:sessionId/room'
  const change = only('switch-room')
  door.get(path, change, async (c) => {
    const rooms = await findRooms(c)
    if (!rooms) return notFound(c)
    return showRoom(c, rooms, { done: c.req.query('done') })
  })
  door.post(`${path}/enter`, change, enter)
  door.post(`${path}/switch`, change, (c) => changeRoom(c, 'switch'))
  door.post(`${path}/evacuate`, change, (c) => changeRoom(c, 'evacuate'))
  return door
}

/** The rooms of a session that this person may see; one on site has none. */
async function findRooms(c: OfficeContext): Promise<SessionRooms | undefined> {
  const visit = c.get('visit')
  const seminar = (await findSeminar(visit, c.req.param('id') ?? ''))?.facts
  const session = seminar && findSession(seminar, c.req.param('sessionId') ?? '')
  if (!session || session.place.kind === 'onsite' || seminar.state === 'draft') return undefined
  const [former, choice] = await Promise.all([
    listFormerRooms(visit.world.table, session.id),
    loadRoomChoice(visit, seminar),
  ])
  return { seminar, session, former: former.map(({ facts }) => facts), choice }
}

type Shown = Omit<Parameters<typeof RoomPage>[0], 'visit' | 'rooms'>

/** The page has a button into the room, and browsers look where its form leads. */
function showRoom(
  c: OfficeContext,
  rooms: SessionRooms,
  shown: Shown,
  status: 200 | 404 | 409 | 410 | 422 | 503 = 200,
) {
  const visit = c.get('visit')
  c.header('content-security-policy', policyWithRooms(visit.world.roomOrigin))
  return c.html(<RoomPage visit={visit} rooms={rooms} {...shown} />, status)
}

const statusOfTrouble: Record<EntryTrouble, 409 | 410 | 503> = {
  early: 409,
  over: 410,
  cancelled: 409,
  'meeting-down': 503,
}

async function enter(c: OfficeContext): Promise<Response> {
  const visit = c.get('visit')
  const rooms = await findRooms(c)
  if (!rooms) return notFound(c)
  const entered = await enterAsLeader(visit, rooms)
  if ('address' in entered) return leadInto(c, visit.world.roomOrigin, entered.address)
  const refusal = roomsText[visit.setting.language].troubles[entered.trouble]
  return showRoom(c, rooms, { refusal }, statusOfTrouble[entered.trouble])
}

const statusOf: Record<SwitchRefusal['code'], 404 | 409 | 422> = {
  unknown: 404,
  over: 409,
  onsite: 409,
  'same-address': 422,
  'switched-meanwhile': 409,
}

/** The two verbs, and how the trail calls them. */
const deeds = {
  switch: { verb: switchRoom, deed: 'switch-room', done: 'switched' },
  evacuate: { verb: evacuateRoom, deed: 'evacuate-room', done: 'evacuated' },
} as const

async function changeRoom(c: OfficeContext, form: RoomForm): Promise<Response> {
  const visit = c.get('visit')
  const { language } = visit.setting
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const rooms = await findRooms(c)
  if (!rooms) return notFound(c)
  const values = ownFields(sent, form)
  const waits = rooms.session.place.kind === 'server' && rooms.session.place.waitingRoom
  const waitingRoom = waits || form === 'evacuate'
  const { place, troubles } = readRoomChoice(values, rooms.choice, { waitingRoom })
  const again = (status: 404 | 409 | 422, refusal?: string) => {
    const typed = { form, values, errors: errorsFrom(troubles, language) }
    return showRoom(c, rooms, { typed, refusal }, status)
  }
  if (!place) return again(422)
  const { seminar, session } = rooms
  const { verb, deed, done } = deeds[form]
  const name = { seminarId: seminar.id, sessionId: session.id }
  const changed = await verb(noting(visit, { deed, seminarId: seminar.id, about: session.id }), {
    ...name,
    // No room has such a number, so a damaged form is refused.
    from: Number.parseInt(values.get('from') ?? '', 10) || -1,
    place,
  })
  if (changed.ok) return goTo(c, roomPagePath(seminar.id, session.id), done)
  const { code } = changed.refusal
  // Whoever tries again means the room that is there now.
  if (code === 'switched-meanwhile') {
    const shown = (await findRooms(c)) ?? rooms
    return showRoom(c, shown, { refusal: roomsText[language].refusals[code] }, 409)
  }
  return again(statusOf[code], roomsText[language].refusals[code])
}

/** The fields of one of the two forms under their plain names. */
const ownFields = (sent: Values, form: RoomForm): Values =>
  new Map([
    ['from', sent.get('from') ?? ''],
    ['place', sent.get(`${form}-place`) ?? ''],
    ['where', sent.get(`${form}-where`) ?? ''],
  ])
