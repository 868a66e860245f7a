import type { CloseRoom } from '../room/close-rooms.ts'
import { MeetingUnreachable, type MeetingWorld } from './meeting.ts'
import { meetingServerShelf } from './meeting-server.table.ts'
import { openServer, type Providers } from './providers.ts'
import { roomIdOf, roomPath, signedClosing } from './room.meeting.ts'

type Surroundings = {
  world: () => MeetingWorld
  providers: Providers
  roomOrigin: string
  roomKey: () => Promise<string>
}

/** Sends everybody out of a room, wherever it is. An address that somebody typed cannot be closed from here. */
export const closeRoomWith =
  ({ world, providers, roomOrigin, roomKey }: Surroundings): CloseRoom =>
  async (seminar, { sessionId, number, place }) => {
    const session = seminar.sessions.find(({ id }) => id === sessionId)
    if (!session) return 'cannot'
    switch (place.kind) {
      case 'onsite':
      case 'link':
        return 'cannot'
      case 'room':
        return closeOwnRoom(world(), { roomOrigin, key: await roomKey() }, { sessionId, room: number })
      case 'server': {
        const server = await meetingServerShelf.read(world().table, place.server)
        if (!server) return 'cannot'
        // As it was then: a provider may look at what the place asked for.
        const room = { seminar, session: { ...session, place }, number }
        return openServer(providers, world(), server.facts).close(room)
      }
    }
  }

async function closeOwnRoom(
  { ask }: MeetingWorld,
  { roomOrigin, key }: { roomOrigin: string; key: string },
  room: { sessionId: string; room: number },
): Promise<'closed' | 'cannot'> {
  if (!roomOrigin) return 'cannot'
  const { status } = await ask({
    method: 'POST',
    address: `${roomOrigin}${roomPath(room)}/close`,
    headers: { 'x-room-signature': await signedClosing(key, roomIdOf(room)) },
  })
  if (status !== 200) throw new MeetingUnreachable(`the room answered ${status}`)
  return 'closed'
}
