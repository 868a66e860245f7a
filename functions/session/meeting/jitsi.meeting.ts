import { importPKCS8, SignJWT } from 'jose'
import { utf8 } from '../../kernel/encoding.ts'
import { idFollowing, seal } from '../../kernel/secret.ts'
import { millisecondsOf, minute } from '../../kernel/time.ts'
import { doorClosesAt } from '../door.ts'
import { MeetingUnreachable, type MeetingWorld, type Provider, type Room, type Visitor } from './meeting.ts'
import { type MeetingServer, type ServerOf, secretName } from './meeting-server.ts'

/** A token opens the door for so long; whoever is inside by then stays. */
const validMilliseconds = 5 * minute
/** Clocks of servers differ. */
const leewayMilliseconds = minute

/** A server of one's own with tokens (prosody's mod_auth_token): HS256 with the secret of the app. */
export const jitsi: Provider<ServerOf<'jitsi'>> = {
  async enter(world, server, room, visitor) {
    const secret = await readSecret(world, server, 'secret')
    await expectAnswer(world, server)
    const name = await roomName(secret, room)
    const token = await tokenFor(world, { room, name, visitor })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(server.appId)
      .setSubject(new URL(server.address).hostname)
      .sign(utf8(secret))
    return addressOf(`${server.address}/${name}`, token)
  },
  close: async () => 'cannot',
  check: (world, server) => checkAddress(world, server, 'secret'),
}

/** Jitsi as a service (8x8): RS256 with the key of the account; the room belongs to its tenant. */
export const jaas: Provider<ServerOf<'jaas'>> = {
  async enter(world, server, room, visitor) {
    const pem = await readSecret(world, server, 'private-key')
    const key = await readKey(pem)
    await expectAnswer(world, server)
    const name = await roomName(pem, room)
    const token = await tokenFor(world, { room, name, visitor })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: server.keyId })
      .setIssuer('chat')
      .setSubject(server.appId)
      .sign(key)
    return addressOf(`${server.address}/${server.appId}/${name}`, token)
  },
  close: async () => 'cannot',
  async check(world, server) {
    const answer = await checkAddress(world, server, 'private-key')
    if (answer !== 'ok') return answer
    const pem = await world.secrets.read(secretName(server, 'private-key'))
    return (await readKey(pem ?? '').catch(() => undefined)) ? 'ok' : 'refused'
  },
}

/** A server whose secret is missing lets nobody in, as one that is down. */
async function readSecret({ secrets }: MeetingWorld, server: MeetingServer, name: string): Promise<string> {
  const secret = await secrets.read(secretName(server, name))
  if (!secret) throw new MeetingUnreachable('no secret is set')
  return secret
}

const readKey = async (pem: string) => {
  try {
    return await importPKCS8(pem, 'RS256')
  } catch {
    throw new MeetingUnreachable('the private key cannot be read')
  }
}

/**
 * The name of the room: nobody guesses it, nothing has to be remembered, and it carries no word of the seminar. Every
 * room of a session has another one.
 */
const roomName = async (secret: string, { session, number }: Room): Promise<string> =>
  (await idFollowing('ses', await seal(secret, `room ${session.id} ${number}`))).replace('_', '-')

function tokenFor(
  { now }: MeetingWorld,
  { room, name, visitor }: { room: Room; name: string; visitor: Visitor },
): SignJWT {
  const moment = millisecondsOf(now)
  const end = Math.min(moment + validMilliseconds, millisecondsOf(doorClosesAt(room.session)))
  const moderator = visitor.leads ? 'true' : 'false'
  return new SignJWT({
    // Never '*', which would open every room of the server.
    room: name,
    // The fields of the user are texts, also those that say yes or no.
    context: {
      user: { id: visitor.id, name: visitor.name, moderator, 'hidden-from-recorder': 'false' },
      features: { recording: 'false', livestreaming: 'false', transcription: 'false' },
    },
    moderator: visitor.leads,
  })
    .setAudience('jitsi')
    .setIssuedAt(new Date(moment))
    .setNotBefore(new Date(moment - leewayMilliseconds))
    .setExpirationTime(new Date(end))
}

/** The token stands behind the question mark, as Jitsi reads it. */
const addressOf = (room: string, token: string): string => `${room}?${new URLSearchParams({ jwt: token })}`

/**
 * A token is made without asking anybody, so whether the server is there is looked at before: nobody is sent to one that
 * gives no answer, and the office reads that it is down. Throws MeetingUnreachable.
 */
async function expectAnswer(
  { ask }: Pick<MeetingWorld, 'ask'>,
  { address }: ServerOf<'jitsi'> | ServerOf<'jaas'>,
): Promise<void> {
  const { status } = await ask({ method: 'GET', address: `${address}/external_api.js` })
  if (status !== 200) throw new MeetingUnreachable(`its interface was answered ${status}`)
}

/** Jitsi has nothing that a secret could be tried on, so only the page and the presence of a secret are. */
async function checkAddress(
  { ask, secrets }: MeetingWorld,
  server: ServerOf<'jitsi'> | ServerOf<'jaas'>,
  secret: string,
): Promise<'ok' | 'unreachable' | 'refused'> {
  if (!(await secrets.read(secretName(server, secret)))) return 'refused'
  try {
    await expectAnswer({ ask }, server)
    return 'ok'
  } catch (fault) {
    if (fault instanceof MeetingUnreachable) return 'unreachable'
    throw fault
  }
}
