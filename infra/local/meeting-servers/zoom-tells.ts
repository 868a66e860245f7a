import { createHmac } from 'node:crypto'
import { type Instant, millisecondsOf } from '../../../functions/kernel/time.ts'
import type { Callback } from './bigbluebutton-tells.ts'
import type { ZoomHappening, ZoomInstance, ZoomMeeting, ZoomParticipant } from './zoom-meetings.ts'

type Teller = { webhook: string; webhookSecret: string; accountId: string; now: Instant }

/** A stamp in whole seconds, as Zoom writes it. */
export const zoomStamp = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

/** An event as Zoom sends it: signed over the hour and the body exactly as it is sent. */
export function signedEvent(
  { webhook, webhookSecret, now }: Omit<Teller, 'accountId'>,
  event: object,
): Callback {
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(millisecondsOf(now) / 1000))
  const signature = createHmac('sha256', webhookSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    method: 'POST',
    address: webhook,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': `v0=${signature}`,
    },
    body,
  }
}

/** The question by which Zoom finds out whether an address is the app's own. */
export const validationEvent = (teller: Omit<Teller, 'accountId'>, plainToken: string): Callback =>
  signedEvent(teller, {
    event: 'endpoint.url_validation',
    event_ts: millisecondsOf(teller.now),
    payload: { plainToken },
  })

/** What Zoom tells by itself of what happens in a meeting. */
export function eventOf(
  teller: Teller,
  what: ZoomHappening,
  {
    meeting,
    instance,
    who,
  }: { meeting: ZoomMeeting; instance: ZoomInstance; who?: ZoomParticipant | undefined },
): Callback {
  const object = {
    ...{ id: String(meeting.id), uuid: instance.uuid, host_id: 'host', topic: meeting.topic, type: 2 },
    ...{ start_time: meeting.startTime, timezone: 'UTC', duration: meeting.duration },
    ...(what === 'ended' && { end_time: zoomStamp(instance.endedAt ?? 0) }),
    ...(who && { participant: participantOf(what, meeting, who) }),
  }
  return signedEvent(teller, {
    event: what === 'ended' ? 'meeting.ended' : `meeting.participant_${what}`,
    event_ts: millisecondsOf(teller.now),
    payload: { account_id: teller.accountId, object },
  })
}

function participantOf(what: ZoomHappening, { registrants }: ZoomMeeting, who: ZoomParticipant): object {
  const email = registrants.find(({ id }) => id === who.registrantId)?.email ?? ''
  return {
    ...{ user_id: who.userId, user_name: who.name, id: '', participant_uuid: who.participantUuid, email },
    ...(who.registrantId && { registrant_id: who.registrantId }),
    ...(what === 'left'
      ? { leave_time: zoomStamp(who.leftAt), leave_reason: 'left the meeting' }
      : { join_time: zoomStamp(who.joinedAt) }),
  }
}
