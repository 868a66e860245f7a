import { MeetingUnreachable, type MeetingWorld, type Room, type Visitor } from './meeting.ts'
import { meetingServerShelf } from './meeting-server.table.ts'
import { openServer, type Providers } from './providers.ts'
import { healthFrom, noteServerHealth } from './server-health.ts'

/**
 * A fresh address on one of the association's meeting servers; undefined where it gives none, which the office then
 * sees. The fault itself is told nobody: it knows the server's address.
 */
export async function enterServer(
  world: MeetingWorld,
  providers: Providers,
  { server: id, room, visitor }: { server: string; room: Room; visitor: Visitor },
): Promise<string | undefined> {
  const server = await meetingServerShelf.read(world.table, id)
  if (!server) return undefined
  try {
    const address = await openServer(providers, world, server.facts).enter(room, visitor)
    await noteServerHealth(world, id, 'up')
    return address
  } catch (fault) {
    if (!(fault instanceof MeetingUnreachable)) throw fault
    await noteServerHealth(world, id, healthFrom(fault))
    return undefined
  }
}
