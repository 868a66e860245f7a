import { textIn } from '../../kernel/language.ts'
import { seal } from '../../kernel/secret.ts'
import { minutesBetween } from '../../kernel/time.ts'
import { doorClosesAt, doorOpensAt } from '../door.ts'
import { callbackKey } from './bigbluebutton-callback.ts'
import { MeetingUnreachable, type MeetingWorld, type Provider, type Room, type Visitor } from './meeting.ts'
import { type ServerOf, secretName } from './meeting-server.ts'
import { type PlainElement, readPlainXml, textOf } from './plain-xml.ts'

type Server = ServerOf<'bigbluebutton'>

/** A server whose answer is a refusal; `key` is its messageKey. */
type Refused = { ok: false; key: string }
type Answered = { ok: true; answer: PlainElement } | Refused

/**
 * BigBlueButton (API of version 2.4 and later). The meeting is made right before somebody joins, as often as they like:
 * one that is there already stays as it is.
 */
export const bigbluebutton: Provider<Server> = {
  async enter(world, server, room, visitor) {
    const made = await call(world, server, 'create', await meetingQuery(world, server, room))
    if (!made.ok) throw new MeetingUnreachable(`create was refused: ${made.key}`)
    const query = joinQuery(room, visitor, textOf(made.answer, 'createTime'))
    return addressOf(world, server, 'join', query)
  },

  async close(world, server, room) {
    const ended = await call(world, server, 'end', new URLSearchParams({ meetingID: meetingIdOf(room) }))
    // Over already, or nobody ever came.
    if (ended.ok || ended.key === 'notFound') return 'closed'
    throw new MeetingUnreachable(`end was refused: ${ended.key}`)
  },

  async inside(world, server, room) {
    const query = new URLSearchParams({ meetingID: meetingIdOf(room) })
    const asked = await call(world, server, 'getMeetingInfo', query)
    if (asked.ok) return userIdsIn(asked.answer)
    if (asked.key === 'notFound') return undefined
    throw new MeetingUnreachable(`getMeetingInfo was refused: ${asked.key}`)
  },

  async check(world, server) {
    try {
      const asked = await call(world, server, 'getMeetings', new URLSearchParams())
      return asked.ok ? 'ok' : 'refused'
    } catch (fault) {
      if (fault instanceof MeetingUnreachable) return 'unreachable'
      throw fault
    }
  },
}

function userIdsIn(answer: PlainElement): string[] {
  const attendees = answer.children.find(({ name }) => name === 'attendees')?.children ?? []
  return [...new Set(attendees.map((attendee) => textOf(attendee, 'userID')).filter((id) => id !== ''))]
}

/** Names the meeting of one room of one session on any server. */
export const meetingIdOf = ({ session, number }: Pick<Room, 'session' | 'number'>): string =>
  `${session.id}-${number}`

async function meetingQuery(world: MeetingWorld, server: Server, room: Room): Promise<URLSearchParams> {
  const { seminar, session } = room
  const { place } = session
  const waits = place.kind === 'server' && place.waitingRoom
  const secret = await secretOf(world, server)
  const callback = `${world.origin}/attendance/bigbluebutton/${await callbackKey(secret, room)}`
  const password = async (role: string) => (await seal(secret, `${role} ${meetingIdOf(room)}`)).slice(0, 22)
  return new URLSearchParams({
    name: textIn(seminar.title, 'de').slice(0, 200),
    meetingID: meetingIdOf(room),
    // Nobody comes in with them, but without the same ones older servers take a second create for another meeting.
    attendeePW: await password('attendee'),
    moderatorPW: await password('moderator'),
    record: 'false',
    muteOnStart: 'true',
    guestPolicy: waits ? 'ASK_MODERATOR' : 'ALWAYS_ACCEPT',
    // An hour for those who stay to talk; then the server closes it by itself.
    duration: String(Math.ceil(minutesBetween(doorOpensAt(session), doorClosesAt(session))) + 60),
    meetingExpireIfNoUserJoinedInMinutes: '60',
    logoutURL: world.origin,
    meta_endCallbackUrl: `${callback}/ended`,
    'meta_analytics-callback-url': `${callback}/analytics`,
  })
}

const joinQuery = (room: Room, visitor: Visitor, createTime: string): URLSearchParams =>
  new URLSearchParams({
    meetingID: meetingIdOf(room),
    fullName: visitor.name,
    userID: visitor.id,
    role: visitor.leads ? 'MODERATOR' : 'VIEWER',
    // Who waits until somebody lets them in is a guest.
    ...(!visitor.leads && room.session.place.kind === 'server' && room.session.place.waitingRoom
      ? { guest: 'true' }
      : {}),
    createTime,
    redirect: 'true',
  })

async function secretOf({ secrets }: MeetingWorld, server: Server): Promise<string> {
  const secret = await secrets.read(secretName(server, 'secret'))
  if (!secret) throw new MeetingUnreachable('no secret is set')
  return secret
}

/**
 * The check sum covers the query exactly as it is sent, so it is built once, hashed, and touched no more: an apostrophe
 * that something encodes afterwards keeps O'Brien outside.
 */
async function addressOf(
  world: MeetingWorld,
  server: Server,
  name: string,
  parameters: URLSearchParams,
): Promise<string> {
  const query = parameters.toString()
  const checksum = await checksumOf(server.hash, `${name}${query}${await secretOf(world, server)}`)
  return `${server.address}/api/${name}?${query}${query === '' ? '' : '&'}checksum=${checksum}`
}

const algorithms = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const

async function checksumOf(hash: Server['hash'], text: string): Promise<string> {
  const digest = await crypto.subtle.digest(algorithms[hash], new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function call(
  world: MeetingWorld,
  server: Server,
  name: string,
  parameters: URLSearchParams,
): Promise<Answered> {
  const address = await addressOf(world, server, name, parameters)
  const { status, text } = await world.ask({ method: 'GET', address })
  const answer = status === 200 ? readPlainXml(text) : undefined
  if (answer?.name !== 'response') throw new MeetingUnreachable(`${name} was answered ${status}`)
  const code = textOf(answer, 'returncode')
  if (code === 'SUCCESS') return { ok: true, answer }
  if (code === 'FAILED') return { ok: false, key: textOf(answer, 'messageKey') }
  throw new MeetingUnreachable(`${name} was answered without a code`)
}
