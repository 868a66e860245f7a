import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { combineDoors, openDoor } from '../../web/parts/door.ts'
import { origin } from '../world/house.ts'
import { post } from './open-doors.ts'

function aDoor(setting: { origin?: string; personal?: boolean } = {}) {
  const faults: [unknown, string][] = []
  const world = {
    origin: setting.origin ?? origin,
    noteFault: (fault: unknown, requestId: string) => void faults.push([fault, requestId]),
  }
  const door: Hono = openDoor(world, { personal: setting.personal ?? true })
  door.get('/page', (c) => c.html('<p>page</p>'))
  door.post('/deed', (c) => c.text('done'))
  door.get('/fault/:kind', (c) => {
    if (c.req.param('kind') === 'busy') throw new TableBusy('full')
    if (c.req.param('kind') === 'unsure') throw new UnsureCommit('lost')
    throw new Error('secret detail')
  })
  return { door, faults, world }
}

describe('every answer of a door', () => {
  it('lets a page load nothing but what is the house’s own', async () => {
    const { headers } = await aDoor().door.request('/page')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age')
  })

  it('promises https only where it is served by https', async () => {
    const { headers } = await aDoor({ origin: 'http://localhost:3000' }).door.request('/page')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('is kept by nobody when it is personal', async () => {
    const personal = await aDoor().door.request('/page')
    expect(personal.headers.get('cache-control')).toBe('no-store')
    expect(personal.headers.get('x-robots-tag')).toBe('noindex')
    const open = await aDoor({ personal: false }).door.request('/page')
    expect(open.headers.get('cache-control')).toBe('no-cache')
    expect(open.headers.get('vary')).toBe('accept-language')
  })

  it('carries the same headers when the page is not there, also behind several doors', async () => {
    const { door, world } = aDoor()
    for (const app of [door, combineDoors(world, [door])]) {
      const answer = await app.request('/nothing', { headers: { 'accept-language': 'tr' } })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(await answer.text()).toContain('Böyle bir sayfa yok')
    }
  })
})

it('leads to no other host by its language switch, whatever address was asked for', async () => {
  const { door } = aDoor()
  for (const path of ['//evil.example/x', '/%5Cevil.example', '///evil.example']) {
    const html = await (await door.request(`${origin}${path}`)).text()
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')
    for (const href of hrefs) expect(new URL(href, origin).origin, href).toBe(origin)
  }
})

it('offers its other languages on a page that exists, where only a button has that address', async () => {
  const { door } = aDoor()
  door.post('/my/:token/cancel', (c) => c.text('done'))
  const switchAfter = async (path: string, method = 'POST') => {
    const html = await (
      await door.request(path, { method, headers: { origin: 'https://evil.example' } })
    ).text()
    return /href="([^"?]*)\?lang=tr"/.exec(html)?.[1]
  }
  expect(await switchAfter('/my/abc/cancel')).toBe('/my/abc')
  expect(await switchAfter('/my/abc/join/ses_first')).toBe('/my/abc')
  expect(await switchAfter('/office/seminars/sem_x/publish')).toBe('/office')
  expect(await switchAfter('/seminars/finanzen/enroll')).toBe('/seminars/finanzen/enroll')
  expect(await switchAfter('/join/abc')).toBe('/join/abc')
  expect(await switchAfter('/my/abc/nothing', 'GET')).toBe('/my/abc/nothing')
})

describe('a form from elsewhere', () => {
  const { door } = aDoor()
  const deed = (headers: Record<string, string>) =>
    door.request('/deed', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  it('is refused in plain words', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://lernhaus.example' },
      { origin: 'https://lernhaus.example.evil.example' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await deed(headers)
      expect(answer.status, JSON.stringify(headers)).toBe(403)
      expect(await answer.text()).toContain('Das Formular kam nicht von dieser Seite')
    }
  })

  it('is refused when it says nothing about where it comes from', async () => {
    expect((await deed({})).status).toBe(403)
  })

  it('is welcome from the public origin, whatever address the request arrived at', async () => {
    expect((await deed({ origin })).status).toBe(200)
    expect((await deed({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

describe('a fault behind a door', () => {
  it('is noted with the request’s id, which the reader sees, and nothing else', async () => {
    const { door, faults } = aDoor()
    const answer = await door.request('/fault/any', {}, { requestContext: { requestId: 'req-<4711>' } })
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(page).toContain('req-&lt;4711&gt;')
    expect(page).not.toContain('secret detail')
    expect(faults.map(([, id]) => id)).toEqual(['req-<4711>'])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('says what is known when the table was busy or did not answer', async () => {
    const { door, faults } = aDoor()
    const busy = await door.request('/fault/busy?lang=en')
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await busy.text()).toContain('Nothing was stored')
    const unsure = await door.request('/fault/unsure?lang=en')
    expect(unsure.status).toBe(503)
    expect(await unsure.text()).toContain('We do not know yet')
    expect(faults).toHaveLength(2)
  })

  it('is noted once behind several doors', async () => {
    const { door, faults, world } = aDoor()
    const answer = await combineDoors(world, [door, openDoor(world, { personal: true })]).request(
      '/fault/any',
    )
    expect(answer.status).toBe(500)
    expect(faults).toHaveLength(1)
  })

  it('is not noted when a browser merely sent something odd', async () => {
    const { door, faults } = aDoor()
    expect((await door.request('/deed', post({}, { origin: 'https://evil.example' }))).status).toBe(403)
    expect(faults).toEqual([])
  })
})
