import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openOutgoing } from '../../functions/aws/outgoing.ts'
import { isPublicAddress } from '../../functions/aws/public-address.ts'
import { MeetingUnreachable } from '../../functions/session/meeting/meeting.ts'

test.each([
  ...[
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2a00:1450:4001::1',
    '2606:4700::1111',
  ].map((address) => [address, true] as const),
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ].map((address) => [address, false] as const),
  ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::1', '::', 'fe80::1'].map(
    (address) => [address, false] as const,
  ),
  ...[
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    '2001::1',
    'fd00:ec2::254',
  ].map((address) => [address, false] as const),
  ['nonsense', false],
  ['', false],
] as const)('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

describe('asking a meeting server', () => {
  const asked: string[] = []
  /** Names that lead where the test says; nobody is asked in earnest. */
  const naming = (addresses: string[]) =>
    openOutgoing({
      localOrigin: '',
      lookUp: (host, _, settled) => {
        asked.push(host)
        settled(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      },
    })

  test.each([
    'http://meet.example.org/',
    'https://meet.example.org:8443/',
    'https://user@meet.example.org/',
    'https://:secret@meet.example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'ftp://meet.example.org/',
    'file:///etc/passwd',
    'meet.example.org',
    '',
  ])('never %s', async (address) => {
    asked.length = 0
    const outcome = naming(['8.8.8.8'])({ method: 'GET', address })
    await expect(outcome).rejects.toBeInstanceOf(MeetingUnreachable)
    expect(asked).toEqual([])
  })

  test.each([[['10.0.0.7']], [['8.8.8.8', '127.0.0.1']], [['::1']], [['169.254.169.254']], [[]]])(
    'nor a name that leads to %j',
    async (addresses) => {
      const outcome = naming(addresses)({
        method: 'GET',
        address: 'https://meet.example.org/?checksum=geheim',
      })
      const fault = await outcome.catch((caught: unknown) => caught)
      expect(fault).toBeInstanceOf(MeetingUnreachable)
      expect(String(fault)).not.toMatch(/geheim|meet\.example/)
      // Not that the network of this machine leads nowhere.
      expect(String(fault)).toContain(addresses.length === 0 ? 'no answer' : 'NOT_PUBLIC')
    },
  )
})

describe('an answer', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  /** A server on this machine, which is the origin that may be plain. */
  async function serve(listener: RequestListener) {
    server = createServer(listener)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { origin, ask: openOutgoing({ localOrigin: origin }) }
  }

  /** Another server of this machine, which is nobody's meeting server. */
  async function listenBeside(noteAsked: () => void) {
    const beside = createServer((_, response) => {
      noteAsked()
      response.end()
    })
    await new Promise<void>((resolve) => beside.listen(0, '127.0.0.1', resolve))
    return { port: (beside.address() as AddressInfo).port, stop: () => beside.close() }
  }

  test('comes whole, with its status and headers, whatever was asked', async () => {
    const { origin, ask } = await serve(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      response
        .writeHead(429, { 'retry-after': '7' })
        .end(`${request.method} ${request.url} ${request.headers['x-mine']} ${Buffer.concat(parts)}`)
    })
    const answer = await ask({
      ...{ method: 'POST', address: `${origin}/a?b=O%27Brien`, headers: { 'x-mine': 'yes' }, body: 'ş' },
    })
    expect([answer.status, answer.headers.get('retry-after'), answer.text]).toEqual([
      429,
      '7',
      'POST /a?b=O%27Brien yes ş',
    ])
  })

  test('comes from the origin of this machine alone: no other port, name or scheme, and from none in AWS', async () => {
    let asked = 0
    const { origin, ask } = await serve((_, response) => {
      asked++
      response.end('inside')
    })
    const other = await listenBeside(() => asked++)
    const { port } = new URL(origin)
    const inDisguise = [
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}@127.0.0.1:${other.port}/`,
      `http://127.0.0.1:${other.port}/`,
      'http://127.0.0.1/',
      `${origin}.example.org/`,
    ]
    for (const address of inDisguise)
      await expect(ask({ method: 'GET', address }), address).rejects.toBeInstanceOf(MeetingUnreachable)
    const inAws = openOutgoing({ localOrigin: '' })
    await expect(inAws({ method: 'GET', address: `${origin}/` })).rejects.toBeInstanceOf(MeetingUnreachable)
    other.stop()
    expect(asked).toBe(0)
    expect((await ask({ method: 'GET', address: `${origin}/` })).text).toBe('inside')
  })

  test.each<[string, RequestListener]>([
    ['a redirect', (_, response) => response.writeHead(302, { location: 'https://other.example/' }).end()],
    ['more than a megabyte', (_, response) => response.end(Buffer.alloc(1024 * 1024 + 1, 'a'))],
    ['a connection that breaks', (_, response) => response.destroy()],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '10' }).write('half')
        setTimeout(() => response.destroy(), 10)
      },
    ],
  ])('is none: %s', async (_, listener) => {
    const { origin, ask } = await serve(listener)
    await expect(ask({ method: 'GET', address: `${origin}/` })).rejects.toBeInstanceOf(MeetingUnreachable)
  })

  test('that comes drop by drop is given up after five seconds in all', async () => {
    const { origin, ask } = await serve((_, response) => {
      const drops = setInterval(() => response.write('.'), 100)
      response.once('close', () => clearInterval(drops))
    })
    const begin = performance.now()
    await expect(ask({ method: 'GET', address: `${origin}/` })).rejects.toBeInstanceOf(MeetingUnreachable)
    expect(performance.now() - begin).toBeLessThan(7_000)
  })
})
