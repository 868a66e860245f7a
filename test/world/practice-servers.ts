import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { everyProvider } from '../../functions/session/meeting/every-provider.ts'
import {
  type Answer,
  type Ask,
  MeetingUnreachable,
  type MeetingWorld,
  type Question,
  type Secrets,
} from '../../functions/session/meeting/meeting.ts'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import type { ServerOf } from '../../functions/session/meeting/meeting-server.ts'
import { openZoom } from '../../functions/session/meeting/zoom.meeting.ts'
import { zoomScopes } from '../../functions/session/meeting/zoom-scopes.ts'
import { bigBlueButtonServer } from '../../infra/local/meeting-servers/bigbluebutton.tsx'
import type { Callback } from '../../infra/local/meeting-servers/bigbluebutton-tells.ts'
import { zoomServer } from '../../infra/local/meeting-servers/zoom.tsx'
import type { PartSwitch } from '../../infra/local/part-mode.ts'
import { origin } from './house.ts'
import {
  jaasKey,
  jaasRecord,
  jitsiOrigin,
  jitsiRecord,
  jitsiSecret,
  openPracticeJitsi,
} from './practice-jitsi.ts'

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

export const zoomOrigin = 'https://zoom.example'
export const zoomSecrets = { client: 'geheimnis-der-app', webhook: 'geheimnis-der-nachrichten' }

/** The record of the practice Zoom. */
export const zoomRecord: ServerOf<'zoom'> = {
  id: 'srv_zoom',
  name: 'Zoom des Verbands',
  since: '2026-01-01T00:00:00.000Z' as Instant,
  state: 'active',
  kind: 'zoom',
  accountId: 'konto-1',
  clientId: 'app-1',
  hostUser: 'zoom@verband.example',
  address: `${zoomOrigin}/servers/zoom`,
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
  const questions: Question[] = []
  const answers: string[] = []
  const partSwitch: PartSwitch = { mode: 'ok' }
  const secrets = openSecretsInMemory({
    'srv_bbb/secret': bbbSecret,
    'srv_zoom/client-secret': zoomSecrets.client,
    'srv_zoom/webhook-secret': zoomSecrets.webhook,
    'srv_jitsi/secret': jitsiSecret,
    'srv_jaas/private-key': jaasKey,
  })
  const bbb = bigBlueButtonServer({
    secret: bbbSecret,
    hash: record.hash,
    basePath: '/servers/bigbluebutton',
    now,
    partSwitch,
    tell: (callbacks) => told.push(...callbacks),
  })
  /** What an administrator of Zoom may change. */
  const zoomAccount = {
    ...{ accountId: zoomRecord.accountId, clientId: zoomRecord.clientId, hostUser: zoomRecord.hostUser },
    ...{
      clientSecret: zoomSecrets.client,
      webhookSecret: zoomSecrets.webhook,
      scopes: [...zoomScopes] as string[],
    },
    ...{ address: `${zoomOrigin}/servers/zoom`, basePath: '/servers/zoom' },
    webhook: `${origin}/attendance/zoom/${zoomRecord.id}`,
  }
  const zoom = zoomServer({ ...zoomAccount, now, partSwitch, tell: (callbacks) => told.push(...callbacks) })
  const { jitsi, jaas } = openPracticeJitsi({ now, partSwitch })
  const providers = { ...everyProvider, zoom: openZoom() }
  const doors = { zoom: zoom.door, jitsi: jitsi.door, jaas: jaas.door, bigbluebutton: bbb.door }
  /** Whose page an address or a path is. */
  const doorOf = (address: string) => {
    const name = /\/servers\/(zoom|jitsi|jaas)\b/.exec(address)?.[1] as keyof typeof doors | undefined
    return doors[name ?? 'bigbluebutton']
  }
  /** Answers what the test says instead of the server, once it is set. */
  const instead: { answer: Answer | undefined } = { answer: undefined }

  const ask: Ask = async ({ address, ...question }) => {
    asked.push(address)
    questions.push({ address, ...question })
    if (instead.answer) return instead.answer
    const isKnown = [bbbOrigin, zoomOrigin, jitsiOrigin].some((known) => address.startsWith(`${known}/`))
    if (!isKnown || partSwitch.mode === 'down') throw new MeetingUnreachable('down')
    const response = await doorOf(address).request(address, { redirect: 'manual', ...question })
    const text = await response.text()
    answers.push(text)
    return { status: response.status, headers: response.headers, text }
  }
  const meetings =
    (table: Table): (() => MeetingWorld) =>
    () => ({ table, now: now(), ask, secrets, origin })

  return {
    told,
    asked,
    questions,
    answers,
    partSwitch,
    secrets,
    bbb,
    zoom,
    zoomAccount,
    jitsi,
    jaas,
    providers,
    instead,
    meetings,
    world: (table: Table) => ({ meetings: meetings(table), providers }),
    /** What an administrator does first. */
    setUp: (table: Table) => table.commit([meetingServerShelf.create(record.id, record)]),
    setUpJitsi: (table: Table) =>
      table.commit([jitsiRecord, jaasRecord].map((each) => meetingServerShelf.create(each.id, each))),
    setUpZoom: (table: Table) => table.commit([meetingServerShelf.create(zoomRecord.id, zoomRecord)]),
    /** Somebody follows an address into the server; answers the page of the meeting and its token. */
    async follow(address: string): Promise<{ status: number; html: string; path: string }> {
      const door = doorOf(address)
      const response = await door.request(address)
      const path = response.headers.get('location') ?? ''
      if (response.status !== 302) return { status: response.status, html: await response.text(), path }
      const page = await door.request(`${bbbOrigin}${path}`)
      return { status: page.status, html: await page.text(), path }
    },
    press: (path: string) => doorOf(path).request(`${bbbOrigin}${path}`, { method: 'POST' }),
  }
}
