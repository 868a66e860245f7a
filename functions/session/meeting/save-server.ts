import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { Table, Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { listSeminars } from '../../seminar/seminar.table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import type { Secrets } from './meeting.ts'
import { meetingServerShelf } from './meeting-server.table.ts'
import { type MeetingServer, type MeetingServerKind, secretName } from './meeting-server.ts'

/** The secrets that a server of each kind needs, by the names under which they lie. */
export const secretsOf: Record<MeetingServerKind, readonly string[]> = {
  bigbluebutton: ['secret'],
  jitsi: ['secret'],
  jaas: ['private-key'],
  zoom: ['client-secret', 'webhook-secret'],
}

/** What Zoom tells by itself can be set up later, with an address that names the server. */
export const optionalSecrets: readonly string[] = ['webhook-secret']

export type SaveServerRefusal = { code: 'unknown' | 'changed-meanwhile' }

type World = { table: Table; now: Instant; secrets: Secrets; also?: readonly Write[] }

/** A server as an administrator describes it. Secrets that are left out stay as they are. */
export type SaveServerCommand = {
  server: MeetingServer
  /** The version that the administrator saw; null for a new server. */
  version: string | null
  secrets: Readonly<Record<string, string>>
}

/**
 * A meeting server is set up or changed. Its secrets are kept first: a server without them lets nobody in, and secrets
 * without a server open nothing.
 */
export async function saveMeetingServer(
  { table, secrets, also = [] }: World,
  { server, version, secrets: typed }: SaveServerCommand,
): Promise<Result<MeetingServer, SaveServerRefusal>> {
  const before = await meetingServerShelf.read(table, server.id)
  if (version === null ? before : before?.version !== version)
    return refuse({ code: before ? 'changed-meanwhile' : 'unknown' })
  for (const [name, secret] of Object.entries(typed)) await secrets.write(secretName(server, name), secret)
  const write = before
    ? meetingServerShelf.replace(before, server)
    : meetingServerShelf.create(server.id, server)
  const outcome = await table.commit([write, ...also])
  return outcome.committed ? accept(server) : refuse({ code: 'changed-meanwhile' })
}

export type RemoveServerRefusal =
  | { code: 'unknown' | 'changed-meanwhile' }
  /** Sessions that are still to come take place there. */
  | { code: 'in-use'; seminars: readonly Seminar[] }

/**
 * A server is offered no more, and its secrets are deleted. Its name stays, because sessions took place there. As long
 * as people are still to come, it cannot go.
 */
export async function removeMeetingServer(
  { table, now, secrets, also = [] }: World,
  id: string,
): Promise<Result<MeetingServer, RemoveServerRefusal>> {
  const before = await meetingServerShelf.read(table, id)
  if (!before) return refuse({ code: 'unknown' })
  const seminars = await seminarsStillOn({ table, now }, id)
  if (seminars.length > 0) return refuse({ code: 'in-use', seminars })
  const server: MeetingServer = { ...before.facts, state: 'removed' }
  const outcome = await table.commit([meetingServerShelf.replace(before, server), ...also])
  if (!outcome.committed) return refuse({ code: 'changed-meanwhile' })
  for (const name of secretsOf[server.kind]) await secrets.remove(secretName(server, name))
  return accept(server)
}

async function seminarsStillOn({ table, now }: Pick<World, 'table' | 'now'>, id: string): Promise<Seminar[]> {
  const all = await listSeminars(table)
  return all.filter(
    ({ state, sessions }) =>
      (state === 'draft' || state === 'published') &&
      sessions.some(({ place, end }) => place.kind === 'server' && place.server === id && end > now),
  )
}

/** Whether each secret of a server is set. */
export async function findSetSecrets(
  secrets: Pick<Secrets, 'read'>,
  server: Pick<MeetingServer, 'id' | 'kind'>,
): Promise<Record<string, boolean>> {
  const found = secretsOf[server.kind].map(async (name) => {
    const secret = await secrets.read(secretName(server, name))
    return [name, secret !== undefined] as const
  })
  return Object.fromEntries(await Promise.all(found))
}
