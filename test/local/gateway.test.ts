import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gateway } from '../../infra/local/gateway.ts'
import type { GatewayEvent } from '../../infra/local/gateway-event.ts'
import { type Handler, lambdaRunner } from '../../infra/local/lambda.ts'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import { routesOf } from '../../infra/local/routes.ts'
import { type FunctionEntry, type FunctionName, functions } from '../../infra/manifest.ts'

const entry = (name: FunctionName, routes: string[]): FunctionEntry => ({
  name,
  routes,
  entry: '',
  purpose: '',
  tables: {},
  timeoutSeconds: 0.3,
  memoryMegabytes: 128,
})

const entries = [
  entry('web', ['GET /', 'GET /seminars/{slug}', 'GET /seminars/new']),
  entry('office', ['GET /office', 'GET /office/{path+}', 'POST /office/{path+}']),
  entry('certificate', ['GET /verify/{number}']),
  entry('session', ['GET /join/{token}']),
  entry('enrollment', ['GET /seminars/{slug}/enroll']),
  entry('attendance', ['POST /attendance/room']),
]

const returnEvent: Handler = (event) => ({ event })
const behaviour: Record<string, unknown> = {
  binary: {
    statusCode: 200,
    headers: { 'Content-Type': 'application/pdf' },
    body: Buffer.from([0, 255, 10]).toString('base64'),
    isBase64Encoded: true,
  },
  cookies: { statusCode: 303, headers: { location: '/x' }, cookies: ['a=1; Path=/', 'b=2; Path=/'] },
  broken: { statusCode: 'many' },
  bare: { statusCode: 204 },
  large: { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) },
}
const handlers = new Map<FunctionName, Handler>([
  ['web', returnEvent],
  ['office', returnEvent],
  ['enrollment', returnEvent],
  ['attendance', returnEvent],
  ['certificate', (event) => behaviour[(event as GatewayEvent).pathParameters?.number ?? '']],
  [
    'session',
    (event) => {
      if ((event as GatewayEvent).pathParameters?.token === 'forever') return new Promise(() => undefined)
      throw new Error('a fault')
    },
  ],
])

let door: OpenPort
beforeAll(async () => {
  door = await openPort({ port: 0, name: 'the gateway' })
  door.answer(gateway(entries, lambdaRunner(entries, handlers)))
})
afterAll(() => door.stop())

const ask = (path: string, init?: RequestInit) =>
  fetch(`${door.origin}${path}`, { redirect: 'manual', ...init })
const eventOf = async (path: string, init?: RequestInit): Promise<GatewayEvent> => {
  const { event } = (await (await ask(path, init)).json()) as { event: GatewayEvent }
  return event
}

describe('the routes of the gateway', () => {
  it.each([
    ['/', 'GET /', undefined],
    ['/seminars/new', 'GET /seminars/new', undefined],
    ['/seminars/finanzen', 'GET /seminars/{slug}', { slug: 'finanzen' }],
    ['/seminars/f%C3%BCr%20alle', 'GET /seminars/{slug}', { slug: 'für alle' }],
    ['/seminars/finanzen/enroll', 'GET /seminars/{slug}/enroll', { slug: 'finanzen' }],
    ['/office', 'GET /office', undefined],
    ['/office/a/b', 'GET /office/{path+}', { path: 'a/b' }],
    ['/office/../seminars/x', 'GET /seminars/{slug}', { slug: 'x' }],
    ['/office/%2e%2e/seminars/x', 'GET /seminars/{slug}', { slug: 'x' }],
  ])('lead %s to %s', async (path, routeKey, parameters) => {
    const event = await eventOf(path)
    expect(event.routeKey).toBe(routeKey)
    expect(event.pathParameters).toEqual(parameters)
  })

  it.each([
    ['GET', '/nowhere'],
    ['GET', '/seminars/'],
    ['GET', '/office/'],
    ['POST', '/'],
    ['DELETE', '/office/x'],
  ])('know nothing of %s %s', async (method, path) => {
    const response = await ask(path, { method })
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('{"message":"Not Found"}')
  })

  it('have no HEAD for a GET, as at AWS', async () => {
    expect((await ask('/', { method: 'HEAD' })).status).toBe(404)
  })

  it('answer a path that cannot be decoded with 400', async () => {
    expect((await ask('/seminars/%ff')).status).toBe(400)
  })
})

describe('the routes of the manifest', () => {
  const find = routesOf(functions)
  it.each([
    ['/foo', 'web'],
    ['/robots.txt', 'web'],
    ['/verify/', 'web'],
    ['/my/', 'web'],
    ['/my/token/nothing/at/all', 'web'],
    ['/seminars/', 'web'],
    ['//', 'web'],
    ['/my/token', 'enrollment'],
    ['/my/token/certificate.pdf', 'certificate'],
    ['/office/nothing', 'office'],
  ])('lead GET %s to %s', (path, name) => {
    expect(find('GET', path)?.function).toBe(name)
  })

  it('lead nothing but GET to where nobody stands', () => {
    for (const method of ['POST', 'PUT', 'HEAD']) expect(find(method, '/foo')).toBeUndefined()
  })
})

describe('the event', () => {
  it('carries path, query, cookies and repeated headers in format 2.0', async () => {
    const event = await new Promise<GatewayEvent>((resolve, reject) => {
      const asked = request(`${door.origin}/seminars/t%C3%BCrk%C3%A7e?tag=a&tag=b&q=1%202`, {
        headers: { Cookie: 'one=1; two=2', 'X-Twice': ['a', 'b'] },
      })
      asked.on('error', reject)
      asked.on('response', async (response) => {
        const text = (await response.toArray()).join('')
        resolve(JSON.parse(text).event)
      })
      asked.end()
    })
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/seminars/türkçe',
      rawQueryString: 'tag=a&tag=b&q=1%202',
      queryStringParameters: { tag: 'a,b', q: '1 2' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-twice': 'a,b' },
      isBase64Encoded: false,
      requestContext: {
        domainName: 'localhost',
        http: { method: 'GET', path: '/seminars/türkçe' },
        stage: '$default',
      },
    })
    expect(event.headers.cookie).toBeUndefined()
    expect(event.body).toBeUndefined()
  })

  it.each([
    ['application/json', '{"ş":1}', false],
    ['text/plain; charset=utf-8', 'ğ', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['multipart/form-data; boundary=x', '--x--', true],
  ])('carries a body of %s', async (type, body, isBase64Encoded) => {
    const event = await eventOf('/attendance/room', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(event.isBase64Encoded).toBe(isBase64Encoded)
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body)
  })

  it('carries bytes unharmed', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
    const event = await eventOf('/attendance/room', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    })
    expect(Buffer.from(event.body ?? '', 'base64')).toEqual(Buffer.from(bytes))
  })

  it.each([
    ['more than the gateway takes', 11],
    ['more than a function takes', 8],
  ])('is refused with %s', async (_, megabytes) => {
    const response = await ask('/attendance/room', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(megabytes * 1024 * 1024),
    })
    expect(response.status).toBe(413)
  })
})

describe('the answer', () => {
  it('of a bare object is that object as JSON', async () => {
    const response = await ask('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
  })

  it('may be bytes', async () => {
    const response = await ask('/verify/binary')
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 10])
  })

  it('may set several cookies', async () => {
    const response = await ask('/verify/cookies')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/x')
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
  })

  it('may be empty', async () => {
    expect((await ask('/verify/bare')).status).toBe(204)
  })

  it.each([
    ['a fault', '/join/fault', 500, 'Internal Server Error'],
    ['an unreadable answer', '/verify/broken', 500, 'Internal Server Error'],
    ['more than 6 MB', '/verify/large', 500, 'Internal Server Error'],
    ['no answer in time', '/join/forever', 503, 'Service Unavailable'],
  ])('to %s is the gateway’s own', async (_, path, status, message) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ message })
  })
})
