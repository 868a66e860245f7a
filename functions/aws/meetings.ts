import type { Table } from '../kernel/table.ts'
import type { MeetingWorld } from '../session/meeting/meeting.ts'
import { now } from './clock.ts'
import type { Config } from './config.ts'
import { openOutgoing } from './outgoing.ts'
import { openSecrets } from './secrets.ts'

/** What the providers of meetings work with, at the moment in which they are asked. */
export function openMeetings(config: Config, table: Table): () => MeetingWorld {
  const ask = openOutgoing({ localOrigin: config.roomOrigin })
  const secrets = openSecrets(config)
  return () => ({ table, now: now(), ask, secrets, origin: config.publicOrigin })
}
