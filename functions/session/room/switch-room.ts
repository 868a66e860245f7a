import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { dueNow } from '../../seminar/due-of-seminar.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import {
  findSession,
  roomNumberOf,
  type Seminar,
  type Session,
  type SessionPlace,
} from '../../seminar/seminar.ts'
import { doorState } from '../door.ts'
import { type FormerRoom, formerRoomShelf } from './former-room.table.ts'

export type SwitchRefusal = {
  code: 'unknown' | 'over' | 'onsite' | 'same-address' | 'switched-meanwhile'
}

/** Another room for a session; `from` is the number of the room that the coordinator saw. */
export type SwitchCommand = { seminarId: string; sessionId: string; from: number; place: SessionPlace }

type World = { table: Table; now: Instant; also?: readonly Write[] }

/**
 * Everybody's personal link leads to another room from now on, also in the middle of a session. Whoever is inside the
 * former one may stay there.
 */
export const switchRoom = (world: World, command: SwitchCommand): Promise<Result<Session, SwitchRefusal>> =>
  changeRoom(world, command, { state: 'left', changes: {}, tasks: [] })

/**
 * Strangers are inside: the former room is closed, another one is opened, and only people with a confirmed seat get
 * the way there, by mail and on their page. Join links from before lead nowhere any more.
 */
export const evacuateRoom = (world: World, command: SwitchCommand): Promise<Result<Session, SwitchRefusal>> =>
  changeRoom(world, command, {
    state: 'closing',
    changes: { evacuatedAt: world.now },
    tasks: ['close-rooms', 'tell-new-room'],
  })

/** What happens to the former room, to the session, and what is to be done at once. */
type Manner = {
  state: FormerRoom['state']
  changes: Pick<Session, 'evacuatedAt'>
  tasks: readonly ('close-rooms' | 'tell-new-room')[]
}

async function changeRoom(
  world: World,
  command: SwitchCommand,
  manner: Manner,
): Promise<Result<Session, SwitchRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await attemptChange(world, command, manner)
    if (outcome !== 'again') return outcome
  }
  throw new TableBusy('the seminar kept changing')
}

async function attemptChange(
  { table, now, also = [] }: World,
  { seminarId, sessionId, from, place }: SwitchCommand,
  manner: Manner,
): Promise<Result<Session, SwitchRefusal> | 'again'> {
  const before = await seminarShelf.read(table, seminarId)
  const session = before && findSession(before.facts, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  // Pressed twice: what was asked for is what there is.
  if (roomNumberOf(session) === from + 1 && isSamePlace(session.place, place)) return accept(session)
  const code = whyNot(before.facts, { session, from, place }, now)
  if (code) return refuse({ code })
  const changed: Session = { ...session, place, roomNumber: from + 1, ...manner.changes }
  const former = { seminarId, sessionId, number: from, place: session.place, leftAt: now }
  const outcome = await table.commit([
    seminarShelf.replace(before, withChanged(before, changed)),
    formerRoomShelf.create(former, { ...former, state: manner.state }),
    ...(await Promise.all(
      [...manner.tasks, ...(place.kind === 'server' ? (['watch-room', 'read-report'] as const) : [])].map(
        (task) => dueNow(table, { task, seminarId, sessionId }, now),
      ),
    )),
    ...also,
  ])
  return outcome.committed ? accept(changed) : 'again'
}

const withChanged = ({ facts }: Stored<Seminar>, changed: Session): Seminar => ({
  ...facts,
  sessions: facts.sessions.map((session) => (session.id === changed.id ? changed : session)),
})

const isSamePlace = (one: SessionPlace, other: SessionPlace): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

function whyNot(
  seminar: Seminar,
  { session, from, place }: { session: Session; from: number; place: SessionPlace },
  now: Instant,
): SwitchRefusal['code'] | undefined {
  if (seminar.state !== 'published' || doorState(session, now) === 'over') return 'over'
  if (session.place.kind === 'onsite' || place.kind === 'onsite') return 'onsite'
  if (roomNumberOf(session) !== from) return 'switched-meanwhile'
  // The same address is the same room; everywhere else a new number is a new room.
  return place.kind === 'link' && isSamePlace(session.place, place) ? 'same-address' : undefined
}
