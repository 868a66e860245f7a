import { randomBytes } from 'node:crypto'
import { type Instant, instantFrom, millisecondsOf, minute } from '../../../functions/kernel/time.ts'

/** Somebody in a meeting, or before it: `inside` counts, `waiting` is in the lobby, `gone` has left. */
export type Attendee = {
  token: string
  internalUserId: string
  userId: string
  fullName: string
  role: 'MODERATOR' | 'VIEWER'
  state: 'waiting' | 'inside' | 'gone'
  joinedAt: number
  leftAt: number
}

/** One meeting, as the server keeps it. */
export type Meeting = {
  meetingId: string
  internalId: string
  /** What `create` was asked for first. */
  wishes: URLSearchParams
  createTime: number
  endsAt: number
  endedAt: number | undefined
  attendees: Attendee[]
}

export type Meetings = {
  find(meetingId: string): Meeting | undefined
  all(): Meeting[]
  /** The meeting that is there, or a new one. */
  create(wishes: URLSearchParams): { meeting: Meeting; isNew: boolean }
  join(meeting: Meeting, who: Pick<Attendee, 'userId' | 'fullName' | 'role'> & { waits: boolean }): Attendee
  attendee(token: string): { meeting: Meeting; attendee: Attendee } | undefined
  admit(token: string): void
  leave(token: string): void
  end(meeting: Meeting, at?: number): void
  /** The meetings whose time is up. */
  overdue(): Meeting[]
  nextEnd(): Instant | undefined
}

/** The meetings of a practice server; they are in memory, as a server forgets its meetings, too, when it restarts. */
export function openMeetings(now: () => Instant): Meetings {
  const meetings: Meeting[] = []
  const running = () => meetings.filter(({ endedAt }) => endedAt === undefined)
  const moment = () => millisecondsOf(now())
  const attendee = (token: string) => {
    for (const meeting of running()) {
      const found = meeting.attendees.find((one) => one.token === token)
      if (found) return { meeting, attendee: found }
    }
    return undefined
  }

  return {
    find: (meetingId) => running().find((meeting) => meeting.meetingId === meetingId),
    all: running,
    attendee,

    create(wishes) {
      const meetingId = wishes.get('meetingID') ?? ''
      const known = running().find((meeting) => meeting.meetingId === meetingId)
      if (known) return { meeting: known, isNew: false }
      const createTime = moment()
      const minutes = Number(wishes.get('duration') ?? 0)
      const meeting: Meeting = {
        meetingId,
        internalId: `${randomBytes(20).toString('hex')}-${createTime}`,
        wishes,
        createTime,
        endsAt: minutes > 0 ? createTime + minutes * minute : Number.POSITIVE_INFINITY,
        endedAt: undefined,
        attendees: [],
      }
      meetings.push(meeting)
      return { meeting, isNew: true }
    },

    join(meeting, { waits, ...who }) {
      const made: Attendee = {
        ...who,
        token: randomBytes(9).toString('base64url'),
        internalUserId: `w_${randomBytes(6).toString('hex')}`,
        state: waits ? 'waiting' : 'inside',
        joinedAt: waits ? 0 : moment(),
        leftAt: 0,
      }
      meeting.attendees.push(made)
      return made
    },

    admit(token) {
      const found = attendee(token)?.attendee
      if (found?.state === 'waiting') Object.assign(found, { state: 'inside', joinedAt: moment() })
    },

    leave(token) {
      const found = attendee(token)?.attendee
      if (found) leaveAt(found, moment())
    },

    end(meeting, at = moment()) {
      for (const one of meeting.attendees) leaveAt(one, at)
      meeting.endedAt = at
    },

    overdue: () => running().filter((meeting) => endOf(meeting) <= moment()),
    nextEnd() {
      const ends = running().map(endOf).filter(Number.isFinite)
      return ends.length > 0 ? instantFrom(Math.min(...ends)) : undefined
    },
  }
}

/** A meeting ends when its time is up, or a minute after the last one has left. */
export function endOf({ endsAt, attendees }: Meeting): number {
  const isDeserted = attendees.length > 0 && attendees.every(({ state }) => state === 'gone')
  const lastLeft = Math.max(0, ...attendees.map(({ leftAt }) => leftAt))
  return isDeserted && lastLeft > 0 ? Math.min(endsAt, lastLeft + minute) : endsAt
}

function leaveAt(attendee: Attendee, at: number): void {
  if (attendee.state === 'inside') attendee.leftAt = at
  attendee.state = 'gone'
}
