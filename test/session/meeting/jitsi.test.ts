import { decodeJwt, decodeProtectedHeader, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { type Instant, later, minute } from '../../../functions/kernel/time.ts'
import { doorClosesAt } from '../../../functions/session/door.ts'
import { jaas, jitsi } from '../../../functions/session/meeting/jitsi.meeting.ts'
import { MeetingUnreachable, type Room, type Visitor } from '../../../functions/session/meeting/meeting.ts'
import { openMemoryTable } from '../../world/memory-table.ts'
import { jaasPublicKey, jaasRecord, jitsiRecord, jitsiSecret } from '../../world/practice-jitsi.ts'
import { openPracticeServers } from '../../world/practice-servers.ts'
import { aSeminar, aSession } from '../../world/seminar.ts'

const start = '2026-03-24T16:45:00.000Z' as Instant
const guest: Visitor = { id: 'enr_ayse', name: 'Ayşe Yıldız', language: 'de', leads: false }
const trainer: Visitor = { id: 'trainer', name: 'Hatice Demir', language: 'de', leads: true }

const kinds = { jitsi, jaas } as const
type Kind = keyof typeof kinds

/** One of both kinds, with a clock of its own. */
function open(kind: Kind) {
  let now = start
  const servers = openPracticeServers(() => now)
  const table = openMemoryTable()
  const session = aSession({ place: { kind: 'server', server: `srv_${kind}`, waitingRoom: false } })
  const room: Room = { seminar: aSeminar({ sessions: [session] }), session, number: 1 }
  const world = () => servers.meetings(table)()
  const enter = (visitor: Visitor, into = room) =>
    kind === 'jitsi'
      ? jitsi.enter(world(), jitsiRecord, into, visitor)
      : jaas.enter(world(), jaasRecord, into, visitor)
  const check = () => (kind === 'jitsi' ? jitsi.check(world(), jitsiRecord) : jaas.check(world(), jaasRecord))
  /** Follows an address to the doorstep, and in where there is a button. */
  async function follow(address: string) {
    const doorstep = await servers.follow(address)
    if (doorstep.status !== 200) return doorstep
    const { pathname, search } = new URL(address)
    const joined = await servers.press(`${pathname}${search}`)
    return servers.follow(`https://jitsi.example${joined.headers.get('location')}`)
  }
  const pass = (minutes: number) => {
    now = later(now, minutes * minute)
  }
  return { servers, room, world, enter, check, follow, pass }
}

const tokenIn = (address: string): string => new URL(address).searchParams.get('jwt') ?? ''

describe.each<Kind>(['jitsi', 'jaas'])('%s', (kind) => {
  test('lets a participant in under their name, who leads nothing, and the trainer, who leads', async () => {
    const { servers, enter, follow } = open(kind)
    const seen = await follow(await enter(guest))
    expect(seen.html).toContain('You are inside, Ayşe Yıldız.')
    expect(seen.html).not.toContain('End the meeting')
    const leading = await follow(await enter(trainer))
    expect(leading.html).toContain('End the meeting for everybody')
    expect(leading.html).toContain('<li>Ayşe Yıldız</li>')
    // Only whether it is there; the token is made without it.
    expect(servers.asked.map((address) => new URL(address).pathname.split('/').at(-1))).toEqual([
      'external_api.js',
      'external_api.js',
    ])
  })

  test.each([
    "Seán O'Brien",
    'A&B <b>C</b> "D"',
    'plus + and % and = and #',
    '👩‍🏫 Ωmega',
    '"moderator":"true"',
  ])('under the name %s, whatever is encoded on the way', async (name) => {
    const { enter, follow } = open(kind)
    const seen = await follow(await enter({ ...guest, name }))
    expect([seen.status, seen.html.includes('data-meeting="inside"')]).toEqual([200, true])
    expect(seen.html).not.toContain('End the meeting')
  })

  test('a token says no more than it must: no address, no seminar, no room but this one', async () => {
    const { room, enter } = open(kind)
    const claims = decodeJwt(tokenIn(await enter(guest)))
    expect(claims).toEqual({
      ...{ aud: 'jitsi', iss: kind === 'jitsi' ? 'lernhaus' : 'chat' },
      sub: kind === 'jitsi' ? 'jitsi.example' : jaasRecord.appId,
      room: expect.stringMatching(/^ses-[a-z0-9]{12}$/),
      context: {
        user: { id: 'enr_ayse', name: 'Ayşe Yıldız', moderator: 'false', 'hidden-from-recorder': 'false' },
        features: { recording: 'false', livestreaming: 'false', transcription: 'false' },
      },
      moderator: false,
      ...{ iat: expect.any(Number), nbf: expect.any(Number), exp: expect.any(Number) },
    })
    const words = JSON.stringify(claims)
    for (const secret of [room.session.id, room.seminar.id, room.seminar.slug, '@'])
      expect(words).not.toContain(secret)
  })

  test('each room of a session has another name, the same for everybody', async () => {
    const { room, enter } = open(kind)
    const roomIn = async (visitor: Visitor, number: number) =>
      decodeJwt(tokenIn(await enter(visitor, { ...room, number }))).room
    expect(await roomIn(guest, 1)).toBe(await roomIn(trainer, 1))
    expect(await roomIn(guest, 1)).not.toBe(await roomIn(guest, 2))
  })

  test('a token opens the door for five minutes, and no other room', async () => {
    const { room, enter, follow, pass, servers } = open(kind)
    const address = await enter(guest)
    const other = new URL(await enter(guest, { ...room, number: 2 }))
    expect((await servers.follow(`${other.origin}${other.pathname}?jwt=${tokenIn(address)}`)).status).toBe(
      401,
    )
    pass(4.9)
    expect((await follow(address)).status).toBe(200)
    pass(0.2)
    expect((await servers.follow(address)).status).toBe(401)
  })

  test('no token outlives the door', async () => {
    const { room, enter, pass } = open(kind)
    const closes = doorClosesAt(room.session)
    pass((Date.parse(closes) - Date.parse(start)) / minute - 3)
    const { exp = 0 } = decodeJwt(tokenIn(await enter(guest)))
    expect(exp * 1_000).toBe(Date.parse(closes))
  })

  test('a clock that runs a minute behind still finds the token good', async () => {
    const { enter, servers, pass } = open(kind)
    const address = await enter(guest)
    pass(-0.9)
    expect((await servers.follow(address)).status).toBe(200)
  })

  test.each<[string, (token: string) => string | Promise<string>]>([
    ['without one', () => ''],
    [
      'whose words were changed',
      (token) => swapPayload(token, (claims) => ({ ...claims, room: 'ses-other' })),
    ],
    [
      'of a guest who made themself a leader',
      (token) =>
        swapPayload(token, (claims) => ({
          ...claims,
          context: { user: { id: 'enr_ayse', name: 'Ayşe', moderator: 'true' } },
        })),
    ],
    ['that is not signed at all', (token) => unsigned(token)],
    ['signed with another secret', (token) => resigned(token, 'another secret, as long as the first one')],
    ['cut short', (token) => token.slice(0, -4)],
  ])('a token %s opens nothing', async (_, change) => {
    const { enter, servers } = open(kind)
    const address = new URL(await enter(guest))
    address.searchParams.set('jwt', await change(tokenIn(address.href)))
    expect((await servers.follow(address.href)).status).toBe(401)
  })

  test('is checked: it answers, its secret is there', async () => {
    const { servers, check, enter } = open(kind)
    expect(await check()).toBe('ok')
    servers.partSwitch.mode = 'down'
    expect(await check()).toBe('unreachable')
    servers.partSwitch.mode = 'ok'
    for (const name of [...servers.secrets.kept.keys()]) await servers.secrets.remove(name)
    expect(await check()).toBe('refused')
    await expect(enter(guest)).rejects.toThrow(MeetingUnreachable)
  })
})

test.each([
  ['of another app', { ...jitsiRecord, appId: 'other' }],
  ['of another house', { ...jitsiRecord, address: 'https://other.example/servers/jitsi' }],
])('a token %s opens nothing', async (_, record) => {
  const { servers, room, world } = open('jitsi')
  // Every house is there; it is the token that counts.
  const ask = async () => ({ status: 200, headers: new Headers(), text: '' })
  const address = new URL(await jitsi.enter({ ...world(), ask }, record, room, guest))
  expect((await servers.follow(`https://jitsi.example${address.pathname}${address.search}`)).status).toBe(401)
})

test('a token signed with what everybody knows of the key opens nothing', async () => {
  const { servers, enter } = open('jaas')
  const address = new URL(await enter(guest))
  const known = await exportSPKI(jaasPublicKey)
  address.searchParams.set('jwt', await resigned(tokenIn(address.href), known))
  expect((await servers.follow(address.href)).status).toBe(401)
})

test('the key of 8x8 is named, and a key that cannot be read is said before anybody needs it', async () => {
  const { enter, check, servers } = open('jaas')
  expect(decodeProtectedHeader(tokenIn(await enter(guest)))).toEqual({
    ...{ alg: 'RS256', typ: 'JWT' },
    kid: jaasRecord.keyId,
  })
  await servers.secrets.write(
    'srv_jaas/private-key',
    '-----BEGIN PRIVATE KEY-----\nnone\n-----END PRIVATE KEY-----',
  )
  expect(await check()).toBe('refused')
  const foreign = await generateKeyPair('RS256', { extractable: true })
  await servers.secrets.write('srv_jaas/private-key', await exportPKCS8(foreign.privateKey))
  const address = await enter(guest)
  expect((await servers.follow(address)).status).toBe(401)
})

test('the secret of the app is in no address', async () => {
  const { enter } = open('jitsi')
  const address = await enter(guest)
  expect(decodeURIComponent(address)).not.toContain(jitsiSecret)
  expect(Buffer.from(tokenIn(address).split('.')[1] ?? '', 'base64url').toString()).not.toContain(jitsiSecret)
})

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

function swapPayload(token: string, change: (claims: object) => object): string {
  const [head, , signature] = token.split('.')
  return [head, encoded(change(decodeJwt(token))), signature].join('.')
}

const unsigned = (token: string): string => `${encoded({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1]}.`

const resigned = (token: string, secret: string): Promise<string> =>
  new SignJWT(decodeJwt(token))
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
