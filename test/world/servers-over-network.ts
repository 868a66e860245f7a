import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Table } from '../../functions/kernel/table.ts'
import { type Instant, instantFrom } from '../../functions/kernel/time.ts'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import { zoomScopes } from '../../functions/session/meeting/zoom-scopes.ts'
import { keepSecretly } from '../../infra/local/kept-file.ts'
import { bigBlueButtonServer } from '../../infra/local/meeting-servers/bigbluebutton.tsx'
import type { Callback } from '../../infra/local/meeting-servers/bigbluebutton-tells.ts'
import { zoomServer } from '../../infra/local/meeting-servers/zoom.tsx'
import { parameters } from '../../infra/local/parameters.ts'
import { bbbRecord, bbbSecret, zoomRecord, zoomSecrets } from './practice-servers.ts'

async function listen(listener: RequestListener) {
  const server = createServer(listener)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A practice BigBlueButton, a practice Zoom and a store of secrets behind real ports, for functions that run as they do in Lambda. */
export async function openServersOverNetwork(table: Table, secretsPath: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-servers-'))
  const file = join(folder, 'secrets.json')
  keepSecretly(
    file,
    JSON.stringify({
      [`${secretsPath}/${zoomRecord.id}/client-secret`]: zoomSecrets.client,
      [`${secretsPath}/${zoomRecord.id}/webhook-secret`]: zoomSecrets.webhook,
      [`${secretsPath}/${bbbRecord.id}/secret`]: bbbSecret,
    }),
  )
  const store = await listen(parameters(file))
  const told: Callback[] = []
  let ahead = 0
  const now = (): Instant => instantFrom(Date.now() + ahead)
  let answer: (request: Request) => Response | Promise<Response> = () => new Response('', { status: 503 })
  const site = await listen(getRequestListener((request) => answer(request)))
  const common = {
    ...{ now, partSwitch: { mode: 'ok' as const } },
    tell: (callbacks: readonly Callback[]) => void told.push(...callbacks),
  }
  const addressOf = (kind: string) => `${site.origin}/servers/${kind}`
  const zoom = zoomServer({
    ...{ ...common, ...zoomRecord, address: addressOf('zoom'), basePath: '/servers/zoom' },
    ...{ clientSecret: zoomSecrets.client, webhookSecret: zoomSecrets.webhook, scopes: zoomScopes },
    webhook: `https://lernhaus.example.org/attendance/zoom/${zoomRecord.id}`,
  })
  const bigbluebutton = bigBlueButtonServer({
    ...{ ...common, secret: bbbSecret, hash: bbbRecord.hash },
    basePath: '/servers/bigbluebutton',
  })
  answer = (request) => (request.url.includes('/servers/zoom') ? zoom : bigbluebutton).door.fetch(request)
  await table.commit([
    meetingServerShelf.create(zoomRecord.id, { ...zoomRecord, address: addressOf('zoom') }),
    meetingServerShelf.create(bbbRecord.id, { ...bbbRecord, address: addressOf('bigbluebutton') }),
  ])
  return {
    ...{
      told,
      addressOf,
      /** Everything that a server does by its clock. */
      run: () => [...bigbluebutton.run(), ...zoom.run()],
      press: (path: string) => fetch(`${site.origin}${path}`, { method: 'POST' }),
    },
    /** What a function needs in its environment to find both. */
    environment: () => ({
      ...{ SSM_ENDPOINT: store.origin, ROOM_ORIGIN: site.origin, MEETING_PARAMETERS: secretsPath },
      CLOCK_AHEAD_MS: String(ahead),
    }),
    pass: (milliseconds: number) => {
      ahead += milliseconds
    },
    close() {
      for (const { server } of [store, site]) server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
