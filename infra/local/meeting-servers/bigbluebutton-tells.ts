import { createHmac } from 'node:crypto'
import type { Meeting } from './bigbluebutton-meetings.ts'

/** A request that the server makes to whoever made the meeting. */
export type Callback = {
  method: 'GET' | 'POST'
  address: string
  headers: Record<string, string>
  body?: string
}

/** What is told when a meeting has ended: that it has, unsigned; and who was there, with a token that names only its hour. */
export function callbacksOf(meeting: Meeting, secret: string): Callback[] {
  const ended = meeting.wishes.get('meta_endCallbackUrl')
  const analytics = meeting.wishes.get('meta_analytics-callback-url')
  return [
    ...(ended ? [{ method: 'GET' as const, address: withMeeting(ended, meeting), headers: {} }] : []),
    ...(analytics
      ? [
          {
            method: 'POST' as const,
            address: analytics,
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${hourToken(secret, (meeting.endedAt ?? 0) + 24 * 3_600_000)}`,
            },
            body: JSON.stringify(analyticsOf(meeting)),
          },
        ]
      : []),
  ]
}

function withMeeting(address: string, { meetingId }: Meeting): string {
  const url = new URL(address)
  url.searchParams.set('meetingID', meetingId)
  url.searchParams.set('recordingmarks', 'false')
  return url.href
}

/** A JSON Web Token in HS512 that says nothing but when it expires, as BigBlueButton makes it. */
export function hourToken(secret: string, expiresAt: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS512', typ: 'JWT' })}.${part({ exp: Math.floor(expiresAt / 1000) })}`
  return `${signed}.${createHmac('sha512', secret).update(signed).digest('base64url')}`
}

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+00:00')

/** The figures of a meeting, shaped as BigBlueButton's post_events_analytics_callback shapes them. */
function analyticsOf(meeting: Meeting): object {
  const { meetingId, internalId, createTime, endedAt = 0, attendees } = meeting
  const were = attendees.filter(({ joinedAt }) => joinedAt > 0)
  const byPerson = Map.groupBy(were, ({ userId }) => userId)
  return {
    version: '1.0',
    meeting_id: meetingId,
    internal_meeting_id: internalId,
    data: {
      metadata: {
        analytics_callback_url: meeting.wishes.get('meta_analytics-callback-url'),
        is_breakout: 'false',
        meeting_name: meeting.wishes.get('name'),
      },
      duration: Math.round((endedAt - createTime) / 1000),
      start: stamp(createTime),
      finish: stamp(endedAt),
      attendees: [...byPerson].map(([userId, stays]) => ({
        ext_user_id: userId,
        name: stays[0]?.fullName,
        moderator: stays.some(({ role }) => role === 'MODERATOR'),
        joins: stays.map(({ joinedAt }) => stamp(joinedAt)),
        leaves: stays.map(({ leftAt }) => stamp(leftAt)),
        // It counts the first join to the last leave and is of no use for attendance.
        duration: Math.round(
          (Math.max(...stays.map((s) => s.leftAt)) - Math.min(...stays.map((s) => s.joinedAt))) / 1000,
        ),
        engagement: { chats: 0, talks: 0, raisehand: 0, emojis: 0, poll_votes: 0, talk_time: 0 },
      })),
      files: [],
      polls: [],
    },
  }
}
