import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { now } from '../../functions/aws/clock.ts'
import { dueWork, dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { hour, type Instant, later } from '../../functions/kernel/time.ts'
import { openClock } from '../../infra/local/clock.ts'
import { type MailStore, openMailStore } from '../../infra/local/mail-store.ts'
import type { PartName, PartSwitch } from '../../infra/local/part-mode.ts'
import { openPresence } from '../../infra/local/room-presence.ts'
import { workbench } from '../../infra/local/workbench.tsx'
import { openMemoryTable } from '../world/memory-table.ts'

const origins = {
  public: 'http://localhost:1',
  workbench: 'http://localhost:3001',
  openid: 'http://localhost:2',
}
const raw = [
  'From: Haus <post@house.example>',
  'To: Anna <anna@example.org>',
  'Subject: =?utf-8?q?Best=C3=A4tigung?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hallo http://localhost:1/my/x',
  '--c',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>x</title></head><body><p>Hallo</p><script>alert(1)</script></body></html>',
  '--c--',
  '--b',
  'Content-Type: text/calendar; charset=utf-8; method=PUBLISH',
  'Content-Disposition: attachment; filename="termine ä.ics"',
  '',
  'BEGIN:VCALENDAR',
  '--b--',
  '',
].join('\r\n')

let folder: string
let store: MailStore
let table: ReturnType<typeof openMemoryTable>
let switches: Record<PartName, PartSwitch>
let up: Record<string, boolean>
let app: Hono

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lernhaus-workbench-'))
  process.env.CLOCK_AHEAD_MS = '0'
  store = openMailStore(join(folder, 'mails'))
  table = openMemoryTable()
  switches = {
    mail: { mode: 'ok' },
    meeting: { mode: 'ok' },
    openid: { mode: 'ok' },
    database: { mode: 'ok' },
  }
  up = { pages: true, mail: true }
  const clock = openClock({
    file: join(folder, 'clock.json'),
    table,
    timed: { next: () => undefined, run: () => [] },
    runMinute: async () => {
      for (const item of await table.listDue(now(), 10))
        await table.commit([dueWorkShelf.replace(dueWorkShelf.decode(item), dueWorkShelf.decode(item).facts)])
    },
    quiet: async () => undefined,
  })
  app = workbench({
    origins,
    store,
    clock,
    switches,
    table,
    parts: async () => up,
    presence: openPresence(join(folder, 'rooms.json'), () => undefined),
    roomKey: async () => 'room-key',
    servers: {
      door: new Hono(),
      running: () => [{ server: 'BigBlueButton', title: 'Abend', inside: ['Ayşe Yıldız'] }],
    },
  })
})
afterEach(() => {
  delete process.env.CLOCK_AHEAD_MS
  rmSync(folder, { recursive: true })
})

const ask = (path: string, init: RequestInit = {}) =>
  app.request(`${origins.workbench}${path}`, {
    ...init,
    headers: { host: 'localhost:3001', ...init.headers },
  })
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

const receive = (sentAt: Instant, to = 'anna@example.org') =>
  store.add(
    {
      messageId: `m-${to}`,
      from: 'post@house.example',
      to: [to],
      configurationSet: '',
      tags: {},
      sentAt,
    },
    Buffer.from(raw),
  )

describe('GET /mails', () => {
  it('is empty at first', async () => {
    expect(await (await ask('/mails')).json()).toEqual([])
  })

  it('has every mail with all its parts, oldest first', async () => {
    receive('2026-03-01T10:00:00.000Z' as Instant)
    receive('2026-03-01T11:00:00.000Z' as Instant, 'bela@example.org')
    const mails = (await (await ask('/mails')).json()) as Record<string, unknown>[]
    expect(mails.map(({ to }) => to)).toEqual(['anna@example.org', 'bela@example.org'])
    expect(mails[0]).toEqual({
      id: '1',
      from: 'post@house.example',
      to: 'anna@example.org',
      subject: 'Bestätigung',
      text: expect.stringContaining('Hallo http://localhost:1/my/x'),
      html: expect.stringContaining('<p>Hallo</p>'),
      attachments: [
        { filename: 'termine ä.ics', contentType: 'text/calendar', size: 15, href: expect.any(String) },
      ],
      rawHref: '/mails/1/raw',
      sentAt: '2026-03-01T10:00:00.000Z',
    })
  })

  it('leads to the raw mail and to its attachments', async () => {
    receive(now())
    const rawResponse = await ask('/mails/1/raw')
    expect(rawResponse.headers.get('content-type')).toBe('message/rfc822')
    expect(await rawResponse.text()).toBe(raw)
    const [mail] = (await (await ask('/mails')).json()) as { attachments: { href: string }[] }[]
    const attachment = await ask(mail?.attachments[0]?.href ?? '')
    expect(attachment.headers.get('content-type')).toBe('text/calendar')
    expect(await attachment.text()).toBe('BEGIN:VCALENDAR')
  })

  it.each(['/mails/2/raw', '/mails/1/attachments/9/x', '/mails/../clock.json/raw'])(
    'knows no %s',
    async (path) => {
      receive(now())
      expect((await ask(path)).status).toBe(404)
    },
  )
})

describe('the clock', () => {
  it('says what time it is', async () => {
    const { now: said } = (await (await ask('/clock')).json()) as { now: Instant }
    expect(Math.abs(Date.parse(said) - Date.now())).toBeLessThan(2_000)
  })

  it('moves by a duration and says what ran', async () => {
    const due = later(now(), 2 * hour)
    const name = { task: 'invite' as const, seminarId: 'sem_1', sessionId: 'ses_1' }
    await table.commit([dueWorkShelf.create(name, dueWork(name), { due })])
    const response = await post('/clock', { advance: 'PT24H' })
    const moved = (await response.json()) as { now: Instant; ran: unknown[] }
    expect(moved.ran).toEqual([{ at: due, work: 'invite sem_1 ses_1' }])
    expect(Math.abs(Date.parse(moved.now) - Date.now() - 24 * hour)).toBeLessThan(2_000)
  })

  it('moves to an instant, in whatever zone it is written', async () => {
    const year = new Date().getUTCFullYear() + 1
    const moved = (await (await post('/clock', { to: `${year}-03-31T18:00:00+02:00` })).json()) as {
      now: string
    }
    expect(moved.now.slice(0, 19)).toBe(`${year}-03-31T16:00:00`)
  })

  it('does not move back', async () => {
    expect((await post('/clock', { to: '2020-01-01T00:00:00Z' })).status).toBe(409)
  })

  it.each([{}, { to: 'tomorrow' }, { advance: 'P1M' }, { advance: 'PT1H', to: '2030-01-01T00:00:00Z' }, 'x'])(
    'does not understand %j',
    async (body) => {
      expect((await post('/clock', body)).status).toBe(400)
    },
  )
})

describe('faults and readiness', () => {
  it('a part can be broken and mended', async () => {
    await post('/faults', { part: 'mail', mode: 'throttle' })
    expect(switches.mail.mode).toBe('throttle')
    await post('/faults', { part: 'mail', mode: 'ok' })
    expect(switches.mail.mode).toBe('ok')
  })

  it.each([{ part: 'roof', mode: 'down' }, { part: 'mail', mode: 'upside-down' }, {}])(
    'does not understand %j',
    async (body) => {
      expect((await post('/faults', body)).status).toBe(400)
    },
  )

  it('is ready when every part is up', async () => {
    expect((await ask('/ready')).status).toBe(200)
    up = { pages: true, mail: false }
    expect((await ask('/ready')).status).toBe(503)
  })
})

describe('who may steer', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['the product’s own pages', { origin: origins.public }],
  ])('not %s', async (_, headers) => {
    expect((await post('/faults', { part: 'mail', mode: 'down' }, headers)).status).toBe(403)
    expect(switches.mail.mode).toBe('ok')
  })

  it('not under a name that somebody else points here', async () => {
    expect((await ask('/mails', { headers: { host: 'evil.example:3001' } })).status).toBe(421)
  })

  it('the workbench itself, and programs', async () => {
    expect(
      (await post('/faults', { part: 'mail', mode: 'down' }, { origin: origins.workbench })).status,
    ).toBe(200)
    expect((await post('/faults', { part: 'mail', mode: 'ok' })).status).toBe(200)
  })
})

describe('the pages', () => {
  it.each(['/', '/mailbox', '/mailbox/1', '/time', '/meetings', '/people', '/parts'])(
    '%s opens',
    async (path) => {
      receive(now())
      const response = await ask(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toMatch(/^<!doctype html>.*only on this machine/s)
    },
  )

  it('show a mail’s HTML where no script runs and nothing is fetched', async () => {
    receive(now())
    expect(await (await ask('/mailbox/1')).text()).toMatch(/<iframe[^>]+sandbox="allow-popups/)
    const policy = (await ask('/mailbox/1/html')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox /)
    expect(policy).not.toContain('allow-scripts')
    expect(policy).toContain("default-src 'none'")
  })

  it('move the clock with a form', async () => {
    const form = (fields: Record<string, string>) =>
      ask('/time', {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const before = now()
    expect((await form({ to: 'hour' })).status).toBe(200)
    expect(now() >= later(before, hour)).toBe(true)
    expect((await form({ to: 'wall', wall: '2020-01-01T10:00' })).status).toBe(422)
    expect((await form({ to: 'wall', wall: 'never' })).status).toBe(422)
    expect((await form({ to: '2030-nonsense', wall: '' })).status).toBe(422)
  })
})
