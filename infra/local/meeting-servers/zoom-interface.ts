import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type Instant, millisecondsOf } from '../../../functions/kernel/time.ts'
import { openZoomLimits, type TooMuch, type Weight } from './zoom-limits.ts'
import type { ZoomInstance, ZoomMeeting, ZoomMeetings, ZoomRegistrant } from './zoom-meetings.ts'
import { refusal, zoomReports } from './zoom-reports.ts'
import { zoomStamp } from './zoom-tells.ts'

export type ZoomAccount = {
  accountId: string
  clientId: string
  clientSecret: string
  hostUser: string
  /** What an administrator of Zoom grants to the app; each call needs one of them. */
  scopes: readonly string[]
  /** Where the server's pages lie, with its origin. */
  address: string
  basePath: string
}

const tokenMilliseconds = 3_600_000

type Call = { c: Context; body: Record<string, unknown> }

/** Zoom's interface (API v2) as far as the house uses it, with the checks that the real one makes. */
export function zoomInterface(
  account: ZoomAccount,
  { meetings, now, startKey }: { meetings: ZoomMeetings; now: () => Instant; startKey: () => string },
): Hono {
  const door = new Hono()
  const limits = openZoomLimits(now)
  const tokens = new Map<string, number>()
  const moment = () => millisecondsOf(now())
  const { basePath, address } = account

  door.post(`${basePath}/oauth/token`, async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64')
    if (form.get('grant_type') !== 'account_credentials')
      return c.json({ reason: 'unsupported grant type', error: 'unsupported_grant_type' }, 400)
    if (c.req.header('authorization') !== `Basic ${basic}` || form.get('account_id') !== account.accountId)
      return c.json({ reason: 'Invalid client_id or client_secret', error: 'invalid_client' }, 400)
    const token = randomBytes(24).toString('base64url')
    tokens.set(token, moment() + tokenMilliseconds)
    return c.json({
      ...{ access_token: token, token_type: 'bearer', expires_in: tokenMilliseconds / 1000 },
      scope: account.scopes.join(' '),
    })
  })

  const route = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    { scope, weight }: { scope: string; weight: Weight },
    work: (call: Call) => Response,
  ) =>
    door[method](`${basePath}/v2${path}`, async (c) => {
      const [, token = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
      if (moment() >= (tokens.get(token) ?? 0)) return refusal(c, 401, 124, 'Invalid access token.')
      if (!account.scopes.includes(scope))
        return refusal(c, 400, 4711, `Invalid access token, does not contain scopes:[${scope}].`)
      const tooMuch = limits.second(weight)
      if (tooMuch) return turnedAway(c, tooMuch)
      return work({ c, body: await bodyOf(c) })
    })
  const meetingRoute = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    need: { scope: string; weight: Weight },
    work: (call: Call, meeting: ZoomMeeting) => Response,
  ) =>
    route(method, path, need, (call) => {
      const meeting = meetings.find(call.c.req.param('id') ?? '')
      if (!meeting) return refusal(call.c, 404, 3001, `Meeting does not exist: ${call.c.req.param('id')}.`)
      return work(call, meeting)
    })

  route(
    'get',
    '/users/:user/meetings',
    { scope: 'meeting:read:list_meetings:admin', weight: 'medium' },
    ({ c }) =>
      c.req.param('user') === account.hostUser
        ? c.json({ page_size: 1, meetings: [] })
        : refusal(c, 404, 1001, 'User does not exist.'),
  )

  route(
    'post',
    '/users/:user/meetings',
    { scope: 'meeting:write:meeting:admin', weight: 'medium' },
    ({ c, body }) => {
      if (c.req.param('user') !== account.hostUser) return refusal(c, 404, 1001, 'User does not exist.')
      const tooMuch = limits.day('meetings', account.hostUser)
      if (tooMuch) return turnedAway(c, tooMuch)
      if (body.type !== 2 || typeof body.start_time !== 'string' || typeof body.duration !== 'number')
        return refusal(c, 400, 300, 'Invalid meeting.')
      const settings = { ...usualSettings, ...(body.settings as object) }
      const made = meetings.create({
        ...{ topic: String(body.topic), startTime: body.start_time, duration: body.duration, settings },
      })
      return c.json(shown(made), 201)
    },
  )

  const shown = (meeting: ZoomMeeting) => ({
    ...{ id: meeting.id, topic: meeting.topic, type: 2, settings: meeting.settings },
    status: meetings.runningOf(meeting) ? 'started' : 'waiting',
    start_url: `${address}/s/${meeting.id}?zak=${startKey()}`,
    join_url: `${address}/j/${meeting.id}`,
  })

  meetingRoute(
    'get',
    '/meetings/:id',
    { scope: 'meeting:read:meeting:admin', weight: 'light' },
    ({ c }, meeting) => c.json(shown(meeting)),
  )
  meetingRoute(
    'patch',
    '/meetings/:id',
    { scope: 'meeting:update:meeting:admin', weight: 'light' },
    ({ c, body }, meeting) => {
      const tooMuch = limits.day('meetings', account.hostUser)
      if (tooMuch) return turnedAway(c, tooMuch)
      Object.assign(meeting.settings, body.settings)
      return c.body(null, 204)
    },
  )
  meetingRoute(
    'delete',
    '/meetings/:id',
    { scope: 'meeting:delete:meeting:admin', weight: 'light' },
    ({ c }, meeting) => {
      meetings.remove(meeting)
      return c.body(null, 204)
    },
  )
  meetingRoute(
    'put',
    '/meetings/:id/status',
    { scope: 'meeting:update:status:admin', weight: 'light' },
    ({ c, body }, meeting) => {
      if (body.action !== 'end') return refusal(c, 400, 300, 'Invalid action.')
      if (!meetings.runningOf(meeting)) return refusal(c, 400, 3161, 'The meeting is not in progress.')
      meetings.end(meeting)
      return c.body(null, 204)
    },
  )

  meetingRoute(
    'post',
    '/meetings/:id/registrants',
    { scope: 'meeting:write:registrant:admin', weight: 'light' },
    ({ c, body }, meeting) => {
      const [email, firstName, lastName = ''] = [body.email, body.first_name, body.last_name]
      if (!isAddress(email) || !isName(firstName) || (lastName !== '' && !isName(lastName)))
        return refusal(c, 400, 300, 'Validation Failed.')
      if (meeting.settings.approval_type === 2)
        return refusal(c, 404, 404, 'Registration has not been enabled.')
      const tooMuch = limits.day('registrations', `${meeting.id} ${email}`)
      if (tooMuch) return turnedAway(c, tooMuch)
      const { id, key } = meetings.register(meeting, { email, firstName, lastName: String(lastName) })
      return c.json({ id: meeting.id, registrant_id: id, join_url: joinAddress(meeting, key) }, 201)
    },
  )
  meetingRoute(
    'get',
    '/meetings/:id/registrants/:registrant',
    { scope: 'meeting:read:registrant:admin', weight: 'light' },
    ({ c }, meeting) => {
      const found = meeting.registrants.find(({ id }) => id === c.req.param('registrant'))
      if (!found) return refusal(c, 404, 404, 'Registrant was not found.')
      return c.json(shownRegistrant(found, joinAddress(meeting, found.key)))
    },
  )
  const joinAddress = ({ id }: ZoomMeeting, key: string) => `${address}/w/${id}?tk=${key}&pwd=einlass.1`

  meetingRoute(
    'get',
    '/past_meetings/:id/instances',
    { scope: 'meeting:read:list_past_instances:admin', weight: 'medium' },
    ({ c }, { instances }) => {
      const ended = instances.filter(({ endedAt }) => endedAt !== undefined)
      return c.json({
        meetings: ended.map(({ uuid, startedAt }) => ({ uuid, start_time: zoomStamp(startedAt) })),
      })
    },
  )

  const participantsPage = zoomReports({ meetings, moment })
  // Of somebody who was alone there is no report.
  const several = ({ participants }: ZoomInstance) => participants.length > 1
  route(
    'get',
    '/report/meetings/:uuid/participants',
    { scope: 'report:read:list_meeting_participants:admin', weight: 'heavy' },
    participantsPage(several),
  )
  route(
    'get',
    '/past_meetings/:uuid/participants',
    { scope: 'meeting:read:list_past_participants:admin', weight: 'medium' },
    participantsPage(() => true),
  )
  return door
}

const usualSettings = {
  ...{ waiting_room: false, join_before_host: false, approval_type: 2, allow_multiple_devices: true },
}

const turnedAway = (c: Context, { retryAfter, type, message }: TooMuch) =>
  c.json({ code: 429, message }, 429, { 'retry-after': retryAfter, 'x-ratelimit-type': type })

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return (await c.req.json()) as Record<string, unknown>
  } catch {
    return {}
  }
}

const isName = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && [...name].length <= 64
const isAddress = (email: unknown): email is string =>
  typeof email === 'string' &&
  email.length <= 128 &&
  /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/.test(email)

const shownRegistrant = ({ id, email, firstName, lastName, status }: ZoomRegistrant, joinUrl: string) => ({
  ...{ id, email, first_name: firstName, last_name: lastName, status },
  // Whoever is not let in has no way in.
  ...(status === 'approved' && { join_url: joinUrl }),
})
