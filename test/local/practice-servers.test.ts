import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../functions/kernel/time.ts'
import {
  listMeetingServers,
  meetingServerShelf,
} from '../../functions/session/meeting/meeting-server.table.ts'
import {
  practiceId,
  practiceParameters,
  storePracticeServers,
} from '../../infra/local/meeting-servers/practice-records.ts'
import { openPracticeServers } from '../../infra/local/meeting-servers/practice-servers.ts'
import { openTeller, type Teller } from '../../infra/local/meeting-servers/tell-house.ts'
import { layDownSecrets } from '../../infra/local/parameters.ts'
import { openMemoryTable } from '../world/memory-table.ts'

const now = '2026-03-24T16:45:00.000Z' as Instant

describe('what a practice server has to tell', () => {
  let house: Server
  let origin: string
  let teller: Teller
  /** How the house answers, one after the other; then it listens. */
  let answers: number[]
  let heard: string[]

  beforeEach(async () => {
    ;[answers, heard] = [[], []]
    house = createServer((request, response) => {
      const status = answers.shift() ?? 204
      if (status !== 0) heard.push(`${status} ${request.method} ${request.url}`)
      status === 0 ? response.destroy() : response.writeHead(status).end()
    })
    await once(house.listen(0, '127.0.0.1'), 'listening')
    origin = `http://127.0.0.1:${(house.address() as AddressInfo).port}`
    teller = openTeller(origin)
  })
  afterEach(() => {
    teller.stop()
    house.close()
  })

  const told = (path: string, base = origin) => ({
    method: 'POST' as const,
    address: `${base}${path}`,
    headers: {},
  })

  test('is told again until it is heard, in its order', async () => {
    answers = [0, 503, 429]
    teller.tell([told('/first'), told('/second')])
    for (let i = 0; i < 6; i++) await teller.idle()
    expect(heard).toEqual(['503 POST /first', '429 POST /first', '204 POST /first', '204 POST /second'])
  })

  test('is not repeated for ever where the house refuses it', async () => {
    answers = [401]
    teller.tell([told('/forged'), told('/second')])
    await teller.idle()
    expect(heard).toEqual(['401 POST /forged', '204 POST /second'])
  })

  test('is told to the house and to nobody else, whatever address a meeting names', async () => {
    const elsewhere = new URL(origin)
    elsewhere.hostname = 'localhost'
    teller.tell([told('/stolen', elsewhere.origin), told('.evil.example/x', origin), told('/right')])
    await teller.idle()
    expect(heard).toEqual(['204 POST /right'])
  })
})

describe('the practice servers among those of the association', () => {
  const table = openMemoryTable
  const read = async (some: ReturnType<typeof table>) =>
    (await listMeetingServers(some)).map((server) => [
      server.id,
      server.state,
      'address' in server && server.address,
    ])

  test('are entered once, and found where the workbench is now', async () => {
    const some = table()
    for (const workbench of ['http://localhost:3001', 'http://localhost:4001', 'http://localhost:4001'])
      await storePracticeServers(some, { workbench, now })
    expect(await read(some)).toEqual([
      [practiceId.bigbluebutton, 'active', 'http://localhost:4001/servers/bigbluebutton'],
      [practiceId.jitsi, 'active', 'http://localhost:4001/servers/jitsi'],
      [practiceId.zoom, 'active', 'http://localhost:4001/servers/zoom'],
    ])
  })

  test('stay removed, and keep what was changed in the office', async () => {
    const some = table()
    const workbench = 'http://localhost:3001'
    await storePracticeServers(some, { workbench, now })
    const [zoom, jitsi] = await Promise.all(
      [practiceId.zoom, practiceId.jitsi].map((id) => meetingServerShelf.read(some, id)),
    )
    if (!zoom || !jitsi) throw new Error('not entered')
    await some.commit([
      meetingServerShelf.replace(zoom, { ...zoom.facts, state: 'removed' }),
      meetingServerShelf.replace(jitsi, { ...jitsi.facts, name: 'Unser Jitsi' }),
    ])
    await storePracticeServers(some, { workbench, now })
    const all = await listMeetingServers(some)
    expect(all.map(({ name, state }) => [name, state])).toEqual([
      ['BigBlueButton (zum Üben)', 'active'],
      ['Unser Jitsi', 'active'],
      ['Zoom (zum Üben)', 'removed'],
    ])
  })

  test('have secrets from the beginning; one that somebody set stays', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lernhaus-secrets-'))
    const file = join(folder, 'secrets.json')
    const name = `/path/${practiceId.jitsi}/secret`
    layDownSecrets(file, { [name]: 'of their own' })
    layDownSecrets(file, practiceParameters('/path'))
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    rmSync(folder, { recursive: true })
    expect(Object.keys(kept)).toHaveLength(4)
    expect(kept[name]).toBe('of their own')
  })
})

test('each practice server stands at its own place, and knows no meeting at first', async () => {
  const servers = openPracticeServers({
    origins: { public: 'http://localhost:3000', workbench: 'http://localhost:3001' },
    partSwitch: { mode: 'ok' },
    now: () => now,
  })
  const ask = async (path: string, method = 'GET') =>
    (await servers.door.request(`http://localhost:3001${path}`, { method })).status
  expect([
    await ask('/servers/bigbluebutton/api/create?meetingID=m&checksum=wrong'),
    await ask('/servers/jitsi/external_api.js'),
    await ask('/servers/jitsi/room?jwt=none'),
    await ask('/servers/zoom/v2/users/me'),
    await ask('/servers/other'),
  ]).toEqual([200, 200, 401, 404, 404])
  expect(await ask('/servers/zoom/oauth/token', 'POST')).toBe(400)
  expect(servers.running()).toEqual([])
  servers.stop()
})
