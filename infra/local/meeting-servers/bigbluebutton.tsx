import { hash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type Instant, instantFrom } from '../../../functions/kernel/time.ts'
import type { Ran, TimedPart } from '../clock.ts'
import { dawdle, type PartSwitch } from '../part-mode.ts'
import { type Attendee, endOf, type Meeting, openMeetings } from './bigbluebutton-meetings.ts'
import { type Callback, callbacksOf } from './bigbluebutton-tells.ts'
import { LobbyPage, MeetingOverPage, MeetingPage, type Running } from './meeting-pages.tsx'

type World = {
  secret: string
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  /** Where the server's own pages lie: `/servers/bigbluebutton`. */
  basePath: string
  now: () => Instant
  partSwitch: PartSwitch
  /** Makes a request of the server; it is told again until it is heard. */
  tell: (callbacks: readonly Callback[]) => void
}

/**
 * A practice BigBlueButton: it checks what a real one checks (check sums over the raw query, creation times, roles,
 * the lobby) and tells what a real one tells.
 */
export function bigBlueButtonServer(world: World): { door: Hono; running: () => Running[] } & TimedPart {
  const { basePath, partSwitch } = world
  const meetings = openMeetings(world.now)
  const door = new Hono()

  function end(meeting: Meeting, at?: number): void {
    meetings.end(meeting, at)
    world.tell(callbacksOf(meeting, world.secret))
  }

  door.use('*', async (c, next) => {
    if (partSwitch.mode === 'down') return c.text('502 Bad Gateway', 502)
    if (partSwitch.mode === 'throttle') return c.text('Too Many Requests', 429)
    if (partSwitch.mode === 'slow') await dawdle()
    return next()
  })

  door.get(`${basePath}/api/:call`, (c) => {
    const call = c.req.param('call')
    const query = rawQueryOf(c)
    if (!isSigned(world, call, query)) return answer(c, failed('checksumError', 'Checksums do not match'))
    const wishes = new URLSearchParams(query.replace(checksumPart, ''))
    const meeting = meetings.find(wishes.get('meetingID') ?? '')
    switch (call) {
      case 'create':
        return answer(c, create(wishes))
      case 'join':
        return join(c, wishes, meeting)
      case 'end':
        if (!meeting) return answer(c, notFound)
        end(meeting)
        return answer(c, succeeded('<messageKey>sentEndMeetingRequest</messageKey>'))
      case 'getMeetings':
        return answer(c, succeeded(`<meetings>${meetings.all().map(meetingXml).join('')}</meetings>`))
      case 'getMeetingInfo':
        return answer(c, meeting ? succeeded(infoXml(meeting)) : notFound)
      default:
        return answer(c, failed('unsupportedRequest', 'This request is not supported.'))
    }
  })

  function create(wishes: URLSearchParams): string {
    if (!wishes.get('meetingID')) return failed('validationError', 'You must provide a meeting ID')
    const { meeting, isNew } = meetings.create(wishes)
    if (!isNew && !hasSamePasswords(meeting, wishes))
      return failed('idNotUnique', 'A meeting already exists with that meeting ID.')
    return succeeded(
      element('meetingID', meeting.meetingId) +
        element('internalMeetingID', meeting.internalId) +
        element('createTime', String(meeting.createTime)) +
        (isNew ? '' : element('messageKey', 'duplicateWarning')),
    )
  }

  function join(c: Context, wishes: URLSearchParams, meeting: Meeting | undefined) {
    const [fullName, userId, role] = ['fullName', 'userID', 'role'].map((name) => wishes.get(name) ?? '')
    if (!meeting) return answer(c, notFound)
    if (!fullName) return answer(c, failed('missingParamFullName', 'You must specify a name.'))
    if (role !== 'MODERATOR' && role !== 'VIEWER')
      return answer(c, failed('validationError', 'You must provide either the password or role'))
    const createTime = wishes.get('createTime')
    if (createTime && createTime !== String(meeting.createTime))
      return answer(c, failed('mismatchCreateTime', 'The createTime does not match the meeting.'))
    const asks = meeting.wishes.get('guestPolicy') === 'ASK_MODERATOR'
    const waits = role === 'VIEWER' && asks && wishes.get('guest') === 'true'
    const made = meetings.join(meeting, { fullName, userId: userId || fullName, role, waits })
    return c.redirect(`${basePath}/client/${made.token}`, 302)
  }

  door.get(`${basePath}/client/:token`, (c) => {
    const found = meetings.attendee(c.req.param('token'))
    if (!found || found.attendee.state === 'gone') return c.html(<MeetingOverPage />, 410)
    const page = pageOf(found.meeting, found.attendee)
    return c.html(found.attendee.state === 'waiting' ? <LobbyPage {...page} /> : <MeetingPage {...page} />)
  })

  const pageOf = (meeting: Meeting, attendee: Attendee) => ({
    title: meeting.wishes.get('name') ?? '',
    name: attendee.fullName,
    leads: attendee.role === 'MODERATOR',
    action: `${basePath}/client/${attendee.token}`,
    present: meeting.attendees.filter(({ state }) => state === 'inside').map(({ fullName }) => fullName),
    waiting: meeting.attendees
      .filter(({ state }) => state === 'waiting')
      .map(({ fullName, token }) => ({ name: fullName, token })),
  })

  door.post(`${basePath}/client/:token/leave`, (c) => {
    meetings.leave(c.req.param('token'))
    return c.redirect(`${basePath}/client/${c.req.param('token')}`, 303)
  })
  door.post(`${basePath}/client/:token/admit/:guest`, (c) => {
    const leader = meetings.attendee(c.req.param('token'))?.attendee
    if (leader?.role === 'MODERATOR' && leader.state === 'inside') meetings.admit(c.req.param('guest'))
    return c.redirect(`${basePath}/client/${c.req.param('token')}`, 303)
  })
  door.post(`${basePath}/client/:token/end`, (c) => {
    const found = meetings.attendee(c.req.param('token'))
    if (found?.attendee.role === 'MODERATOR') end(found.meeting)
    return c.redirect(`${basePath}/client/${c.req.param('token')}`, 303)
  })

  return {
    door,
    running: () =>
      meetings.all().map(({ wishes, attendees }) => ({
        title: wishes.get('name') ?? '',
        inside: attendees.filter(({ state }) => state === 'inside').map(({ fullName }) => fullName),
      })),
    next: meetings.nextEnd,
    run: () =>
      meetings.overdue().map((meeting): Ran => {
        const at = endOf(meeting)
        end(meeting, at)
        return { at: instantFrom(at), work: `meeting ended ${meeting.meetingId}` }
      }),
  }
}

const checksumPart = /&?checksum=[^&]*$/

/** The query exactly as it came: what was decoded and encoded again is another one. */
const rawQueryOf = (c: Context): string => c.req.url.split('?')[1] ?? ''

function isSigned({ secret, hash: algorithm }: World, call: string, query: string): boolean {
  const [, checksum] = /checksum=([^&]*)$/.exec(query) ?? []
  return checksum === hash(algorithm, `${call}${query.replace(checksumPart, '')}${secret}`, 'hex')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const element = (name: string, text: string): string =>
  `<${name}>${text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')}</${name}>`

const succeeded = (content: string) => `<response><returncode>SUCCESS</returncode>${content}</response>`
const failed = (key: string, message: string): string =>
  `<response><returncode>FAILED</returncode>${element('messageKey', key)}${element('message', message)}</response>`
const notFound = failed('notFound', 'We could not find a meeting with that meeting ID')

const answer = (c: Context, xml: string) => c.body(xml, 200, { 'content-type': 'text/xml;charset=utf-8' })

const meetingXml = (meeting: Meeting): string => `<meeting>${infoXml(meeting)}</meeting>`

/** As servers before 2.7 have it: without passwords each call draws its own, and none is like another. */
const hasSamePasswords = ({ wishes }: Meeting, again: URLSearchParams): boolean =>
  ['attendeePW', 'moderatorPW'].every((name) => wishes.has(name) && wishes.get(name) === again.get(name))

function infoXml({ meetingId, internalId, createTime, wishes, attendees }: Meeting): string {
  const inside = attendees.filter(({ state }) => state === 'inside')
  return (
    element('meetingName', wishes.get('name') ?? '') +
    element('meetingID', meetingId) +
    element('internalMeetingID', internalId) +
    element('createTime', String(createTime)) +
    element('running', String(inside.length > 0)) +
    element('participantCount', String(inside.length)) +
    `<attendees>${inside.map(attendeeXml).join('')}</attendees>`
  )
}

const attendeeXml = ({ userId, fullName, role }: Attendee): string =>
  `<attendee>${element('userID', userId)}<fullName><![CDATA[${fullName}]]></fullName>${element('role', role)}</attendee>`
