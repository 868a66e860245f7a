import type { Seminar, SessionPlace } from '../../../functions/seminar/seminar.ts'
import { listMeetingServers } from '../../../functions/session/meeting/meeting-server.table.ts'
import type { MeetingServer } from '../../../functions/session/meeting/meeting-server.ts'
import { openFieldReader, type Troubles, type Values } from '../field-reader.ts'
import type { Visit } from '../visit.ts'

/** The rooms that a session can move to: the house's own one, the association's servers, a link of one's own. */
export type RoomChoice = { hasRoom: boolean; servers: readonly MeetingServer[] }

/** What a form offers; a removed server only where the seminar has it already. */
export async function loadRoomChoice(
  { world }: Visit,
  seminar?: Pick<Seminar, 'sessions'>,
): Promise<RoomChoice> {
  const inUse = new Set(
    seminar?.sessions.flatMap(({ place }) => (place.kind === 'server' ? place.server : [])),
  )
  const servers = await listMeetingServers(world.table)
  return {
    hasRoom: world.roomOrigin !== '',
    servers: servers.filter(({ id, state }) => state === 'active' || inUse.has(id)),
  }
}

const serverPrefix = 'server:'

/** The value under which a form offers a server. */
export const choiceOfServer = ({ id }: Pick<MeetingServer, 'id'>): string => `${serverPrefix}${id}`

/** The value under which a form offers a place. */
export const choiceOf = (place: SessionPlace): string =>
  place.kind === 'server' ? choiceOfServer({ id: place.server }) : place.kind

/** The values that a form offers, in its order. */
export const choicesIn = ({ hasRoom, servers }: RoomChoice): string[] => [
  ...(hasRoom ? ['room'] : []),
  ...servers.map(choiceOfServer),
  'link',
]

/** The server that a value names, if the association has it. */
export const serverIn = ({ servers }: RoomChoice, typed: string): MeetingServer | undefined =>
  servers.find((server) => choiceOfServer(server) === typed)

/** Whether strangers can be kept out by letting people in one by one. */
export const hasWaitingRoom = ({ kind }: MeetingServer): boolean =>
  kind === 'bigbluebutton' || kind === 'zoom'

/** Reads where a session is to move; undefined where something is wrong with it. */
export function readRoomChoice(
  values: Values,
  choice: RoomChoice,
  { waitingRoom }: { waitingRoom: boolean },
): { place: SessionPlace | undefined; troubles: Troubles } {
  const reader = openFieldReader(values)
  const typed = reader.typed('place')
  if (!choicesIn(choice).includes(typed)) reader.wrong('place', 'required')
  const place = placeFrom(typed, choice, { waitingRoom, link: () => reader.link('where') })
  const isWhole = Object.keys(reader.troubles).length === 0
  return { place: isWhole ? place : undefined, troubles: reader.troubles }
}

function placeFrom(
  typed: string,
  choice: RoomChoice,
  { waitingRoom, link }: { waitingRoom: boolean; link: () => string },
): SessionPlace | undefined {
  if (typed === 'room') return { kind: 'room' }
  if (typed === 'link') return { kind: 'link', url: link() }
  const server = serverIn(choice, typed)
  return server && { kind: 'server', server: server.id, waitingRoom: waitingRoom && hasWaitingRoom(server) }
}
