import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { everyProvider } from '../../functions/session/meeting/every-provider.ts'
import {
  type Answer,
  type Ask,
  MeetingUnreachable,
  type MeetingWorld,
  type Secrets,
} from '../../functions/session/meeting/meeting.ts'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import type { ServerOf } from '../../functions/session/meeting/meeting-server.ts'
import { bigBlueButtonServer } from '../../infra/local/meeting-servers/bigbluebutton.tsx'
import type { Callback } from '../../infra/local/meeting-servers/bigbluebutton-tells.ts'
import type { PartSwitch } from '../../infra/local/part-mode.ts'
import { origin } from './house.ts'

export const bbbSecret = 'geheimnis-der-videokonferenz'
export const bbbOrigin = 'https://bbb.example'

/** The record of the practice BigBlueButton, as an administrator sets it up. */
export const bbbRecord: ServerOf<'bigbluebutton'> = {
  id: 'srv_bbb',
  name: 'Seminarraum',
  since: '2026-01-01T00:00:00.000Z' as Instant,
  state: 'active',
  kind: 'bigbluebutton',
  address: `${bbbOrigin}/servers/bigbluebutton`,
  hash: 'sha256',
}

/** Secrets in memory. */
export function openSecretsInMemory(
  first: Record<string, string> = {},
): Secrets & { kept: Map<string, string> } {
  const kept = new Map(Object.entries(first))
  return {
    kept,
    read: async (name) => kept.get(name),
    write: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  }
}

/** Meeting servers that behave as real ones do, reached without a network; what they were asked and what they tell. */
export function openPracticeServers(now: () => Instant, record = bbbRecord) {
  const told: Callback[] = []
  const asked: string[] = []
  const partSwitch: PartSwitch = { mode: 'ok' }
  const secrets = openSecretsInMemory({ 'srv_bbb/secret': bbbSecret })
  const bbb = bigBlueButtonServer({
    secret: bbbSecret,
    hash: record.hash,
    basePath: '/servers/bigbluebutton',
    now,
    partSwitch,
    tell: (callbacks) => told.push(...callbacks),
  })
  /** Answers what the test says instead of the server, once it is set. */
  const instead: { answer: Answer | undefined } = { answer: undefined }

  const ask: Ask = async ({ address, ...question }) => {
    asked.push(address)
    if (instead.answer) return instead.answer
    if (!address.startsWith(bbbOrigin) || partSwitch.mode === 'down') throw new MeetingUnreachable('down')
    const response = await bbb.door.request(address, { redirect: 'manual', ...question })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const meetings =
    (table: Table): (() => MeetingWorld) =>
    () => ({ table, now: now(), ask, secrets, origin })

  return {
    told,
    asked,
    partSwitch,
    secrets,
    bbb,
    instead,
    meetings,
    world: (table: Table) => ({ meetings: meetings(table), providers: everyProvider }),
    /** What an administrator does first. */
    setUp: (table: Table) => table.commit([meetingServerShelf.create(record.id, record)]),
    /** Somebody follows an address into the server; answers the page of the meeting and its token. */
    async follow(address: string): Promise<{ status: number; html: string; path: string }> {
      const response = await bbb.door.request(address)
      const path = response.headers.get('location') ?? ''
      if (response.status !== 302) return { status: response.status, html: await response.text(), path }
      const page = await bbb.door.request(`${bbbOrigin}${path}`)
      return { status: page.status, html: await page.text(), path }
    },
    press: (path: string) => bbb.door.request(`${bbbOrigin}${path}`, { method: 'POST' }),
  }
}
