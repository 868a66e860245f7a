import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type Instant, instantFrom, millisecondsOf } from '../../../functions/kernel/time.ts'
import type { Ran, TimedPart } from '../clock.ts'
import { dawdle, type PartSwitch } from '../part-mode.ts'
import type { Callback } from './bigbluebutton-tells.ts'
import {
  HostBusyPage,
  LobbyPage,
  MeetingElsewherePage,
  MeetingOverPage,
  MeetingPage,
  type Running,
} from './meeting-pages.tsx'
import { type ZoomAccount, zoomInterface } from './zoom-interface.ts'
import { openZoomMeetings, type ZoomMeeting, type ZoomParticipant } from './zoom-meetings.ts'
import { eventOf } from './zoom-tells.ts'

type World = ZoomAccount & {
  webhookSecret: string
  /** Where the app is told what happens: `…/attendance/zoom/srv_…`. */
  webhook: string
  now: () => Instant
  partSwitch: PartSwitch
  /** Makes a request of the server; it is told again until it is heard. */
  tell: (callbacks: readonly Callback[]) => void
}

const startKeyMilliseconds = 2 * 3_600_000

/**
 * A practice Zoom: it checks what the real one checks (tokens, scopes, limits, one device per registrant) and tells
 * what the real one tells.
 */
export function zoomServer(
  world: World,
): { door: Hono; meetings: ReturnType<typeof openZoomMeetings>; running: () => Running[] } & TimedPart {
  const { basePath, partSwitch } = world
  const moment = () => millisecondsOf(world.now())
  const startKeys = new Map<string, number>()
  const meetings = openZoomMeetings(world.now, (what, meeting, instance, who) =>
    world.tell([eventOf({ ...world, now: world.now() }, what, { meeting, instance, who })]),
  )
  const door = new Hono()

  door.use('*', async (c, next) => {
    if (partSwitch.mode === 'down') return c.text('502 Bad Gateway', 502)
    if (partSwitch.mode === 'throttle') return c.json({ code: 429, message: 'Too many requests' }, 429)
    if (partSwitch.mode === 'slow') await dawdle()
    return next()
  })

  function startKey(): string {
    const key = randomBytes(24).toString('base64url')
    startKeys.set(key, moment() + startKeyMilliseconds)
    return key
  }
  door.route('/', zoomInterface(world, { meetings, now: world.now, startKey }))

  const enter = (c: Context, who: ZoomParticipant) => c.redirect(`${basePath}/client/${who.token}`, 302)

  // The host's way in.
  door.get(`${basePath}/s/:id`, (c) => {
    const meeting = meetings.find(c.req.param('id'))
    const isHost = moment() < (startKeys.get(c.req.query('zak') ?? '') ?? 0)
    if (!meeting || !isHost) return c.html(<MeetingOverPage />, 403)
    if (isElsewhere(meeting)) return c.html(<HostBusyPage />, 409)
    return enter(c, meetings.come(meeting, { registrantId: '', name: 'Host', isHost: true, waits: false }))
  })

  // A registrant's way in.
  door.get(`${basePath}/w/:id`, (c) => {
    const meeting = meetings.find(c.req.param('id'))
    const found = meeting?.registrants.find(({ key }) => key === c.req.query('tk'))
    if (!meeting || found?.status !== 'approved') return c.html(<MeetingOverPage />, 403)
    if (isElsewhere(meeting)) return c.html(<HostBusyPage />, 409)
    if (!meeting.settings.allow_multiple_devices && isInside(meeting, found.id))
      return c.html(<MeetingElsewherePage />, 409)
    const name = `${found.firstName} ${found.lastName}`.trim()
    const waits = meeting.settings.waiting_room || !(meeting.settings.join_before_host || hasHost(meeting))
    return enter(c, meetings.come(meeting, { registrantId: found.id, name, isHost: false, waits }))
  })

  /** Whether the one host of the account leads another meeting. */
  const isElsewhere = (meeting: ZoomMeeting) =>
    meetings.all.some((other) => other !== meeting && meetings.runningOf(other))
  const present = (meeting: ZoomMeeting) => meetings.runningOf(meeting)?.participants ?? []
  const namesInside = (meeting: ZoomMeeting) =>
    present(meeting).flatMap(({ state, name }) => (state === 'inside' ? [name] : []))
  const isInside = (meeting: ZoomMeeting, registrantId: string) =>
    present(meeting).some((one) => one.registrantId === registrantId && one.state === 'inside')
  const hasHost = (meeting: ZoomMeeting) =>
    present(meeting).some(({ isHost, state }) => isHost && state === 'inside')

  door.get(`${basePath}/client/:token`, (c) => {
    const found = meetings.participant(c.req.param('token'))
    if (!found || found.who.state === 'gone') return c.html(<MeetingOverPage />, 410)
    const page = pageOf(found.meeting, found.who)
    return c.html(found.who.state === 'waiting' ? <LobbyPage {...page} /> : <MeetingPage {...page} />)
  })

  const pageOf = (meeting: ZoomMeeting, who: ZoomParticipant) => ({
    title: meeting.topic,
    ...{ name: who.name, leads: who.isHost, action: `${basePath}/client/${who.token}` },
    present: namesInside(meeting),
    waiting: present(meeting).flatMap(({ state, name, token }) =>
      state === 'waiting' ? [{ name, token }] : [],
    ),
  })

  const back = (c: Context) => c.redirect(`${basePath}/client/${c.req.param('token')}`, 303)
  door.post(`${basePath}/client/:token/leave`, (c) => {
    meetings.leave(c.req.param('token'))
    return back(c)
  })
  door.post(`${basePath}/client/:token/admit/:guest`, (c) => {
    if (meetings.participant(c.req.param('token'))?.who.isHost) meetings.admit(c.req.param('guest'))
    return back(c)
  })
  door.post(`${basePath}/client/:token/end`, (c) => {
    const found = meetings.participant(c.req.param('token'))
    if (found?.who.isHost) meetings.end(found.meeting)
    return back(c)
  })

  return {
    door,
    meetings,
    running: () =>
      meetings.all.flatMap((meeting) =>
        meetings.runningOf(meeting) ? [{ title: meeting.topic, inside: namesInside(meeting) }] : [],
      ),
    next: meetings.nextEnd,
    run: () =>
      meetings.overdue().map(({ meeting, homeAt }): Ran => {
        meetings.end(meeting, homeAt)
        return { at: instantFrom(homeAt), work: `meeting ended ${meeting.id}` }
      }),
  }
}
