import * as v from 'valibot'
import { textIn } from '../../kernel/language.ts'
import { minutesBetween } from '../../kernel/time.ts'
import { MeetingUnreachable, type MeetingWorld, type Room } from './meeting.ts'
import type { ServerOf } from './meeting-server.ts'
import { type AskZoom, expectStatus, noMeeting, readZoom } from './zoom-calls.ts'
import { zoomMeetingShelf, zoomRoomShelf } from './zoom-meeting.table.ts'

type Server = ServerOf<'zoom'>

/** Everything that one visit to Zoom needs. */
export type AtZoom = { world: MeetingWorld; server: Server; room: Room; ask: AskZoom }

/** Under which name the meeting of a room lies. */
export const keyOf = ({ id }: Server, { session, number }: Room) => ({
  server: id,
  sessionId: session.id,
  number,
})

/**
 * The meeting of the room; made where there is none, or only the one that is `gone`. Of two that are made at once the
 * first to be written down is used, the other is removed.
 */
export async function meetingOf({ world, server, room, ask }: AtZoom, gone = ''): Promise<string> {
  const key = keyOf(server, room)
  const stored = await zoomMeetingShelf.read(world.table, key)
  if (stored && stored.facts.meetingId !== gone) return stored.facts.meetingId
  const meetingId = await createMeeting(ask, server, room)
  const place = { ...key, seminarId: room.seminar.id }
  const former = stored ? [...stored.facts.former, stored.facts.meetingId] : []
  const facts = { ...place, meetingId, former }
  const outcome = await world.table.commit([
    stored ? zoomMeetingShelf.replace(stored, facts) : zoomMeetingShelf.create(key, facts),
    zoomRoomShelf.create({ server: server.id, meetingId }, place),
  ])
  if (outcome.committed) return meetingId
  await removeMeeting(ask, meetingId)
  const used = await zoomMeetingShelf.read(world.table, key)
  if (!used) throw new MeetingUnreachable('the meeting is gone')
  return used.facts.meetingId
}

async function createMeeting(ask: AskZoom, { hostUser }: Server, room: Room): Promise<string> {
  const made = await ask({
    method: 'POST',
    path: `/users/${encodeURIComponent(hostUser)}/meetings`,
    // Zoom lets each host make a hundred a day.
    limit: 'create',
    body: wishesFor(room),
  })
  const { id } = readZoom(createdSchema, made, 201, 'create')
  return String(id)
}

const createdSchema = v.object({ id: v.union([v.pipe(v.number(), v.safeInteger()), v.string()]) })

function wishesFor({ seminar, session }: Room): object {
  const { place } = session
  const waits = place.kind === 'server' && place.waitingRoom
  return {
    topic: textIn(seminar.title, 'de').slice(0, 200),
    // At a fixed time, so that it can be begun again.
    type: 2,
    start_time: session.start.replace(/\.\d+Z$/, 'Z'),
    duration: Math.ceil(minutesBetween(session.start, session.end)),
    timezone: 'UTC',
    settings: {
      // Registration is needed and granted by itself, for this meeting only.
      ...{ approval_type: 0, registration_type: 1, meeting_authentication: false },
      ...{ registrants_email_notification: false, registrants_confirmation_email: false },
      ...{ email_notification: false, allow_multiple_devices: false, show_share_button: false },
      ...{ waiting_room: waits, join_before_host: !waits, jbh_time: 0 },
      ...{ mute_upon_entry: true, auto_recording: 'none' },
    },
  }
}

/** Nobody uses it and nobody knows it; if Zoom does not answer now, it stays there, empty. */
async function removeMeeting(ask: AskZoom, meetingId: string): Promise<void> {
  try {
    await ask({ method: 'DELETE', path: `/meetings/${meetingId}`, limit: 'remove' })
  } catch (fault) {
    if (!(fault instanceof MeetingUnreachable)) throw fault
  }
}

/** First nobody gets in without the host any more, then everybody is sent out. */
export async function closeMeeting(ask: AskZoom, meetingId: string): Promise<void> {
  const path = `/meetings/${meetingId}`
  const settings = { join_before_host: false, waiting_room: true }
  const shut = await ask({ method: 'PATCH', path, limit: 'update', body: { settings } })
  if (shut.code === noMeeting) return
  expectStatus(shut, 204, 'shut')
  const asked = await ask({ method: 'GET', path, limit: 'meeting' })
  const { status } = readZoom(v.object({ status: v.optional(v.string(), '') }), asked, 200, 'meeting')
  if (status !== 'started') return
  const ended = await ask({ method: 'PUT', path: `${path}/status`, limit: 'end', body: { action: 'end' } })
  expectStatus(ended, 204, 'end')
}
