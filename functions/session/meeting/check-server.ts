import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { MeetingWorld } from './meeting.ts'
import { meetingServerShelf } from './meeting-server.table.ts'
import { openServer, type Providers } from './providers.ts'
import { noteServerHealth } from './server-health.ts'

/** ok: it answers and takes the secrets · unreachable: no answer · refused: it does not take the secrets */
export type ServerCheck = 'ok' | 'unreachable' | 'refused'

/** A server is asked now, and the answer is noted for everybody to see. */
export async function checkMeetingServer(
  world: MeetingWorld,
  providers: Providers,
  id: string,
): Promise<Result<ServerCheck, { code: 'unknown' }>> {
  const server = await meetingServerShelf.read(world.table, id)
  if (!server) return refuse({ code: 'unknown' })
  const check = await openServer(providers, world, server.facts).check()
  await noteServerHealth(world, id, check === 'ok' ? 'up' : 'down')
  return accept(check)
}
