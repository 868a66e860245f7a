import { randomBytes } from 'node:crypto'
import { type Instant, instantFrom, millisecondsOf, minute } from '../../../functions/kernel/time.ts'

/** Somebody at the door or in a running: `waiting` is in the lobby, `inside` counts, `gone` has left. */
export type ZoomParticipant = {
  token: string
  userId: string
  participantUuid: string
  registrantId: string
  name: string
  isHost: boolean
  state: 'waiting' | 'inside' | 'gone'
  waitsSince: number
  joinedAt: number
  leftAt: number
}

/** One running of a meeting, from the first who comes to the last who goes. */
export type ZoomInstance = {
  uuid: string
  startedAt: number
  endedAt: number | undefined
  participants: ZoomParticipant[]
}

export type ZoomRegistrant = {
  id: string
  email: string
  firstName: string
  lastName: string
  key: string
  status: 'approved' | 'denied'
}

export type ZoomSettings = {
  waiting_room: boolean
  join_before_host: boolean
  approval_type: number
  allow_multiple_devices: boolean
}

export type ZoomMeeting = {
  id: number
  topic: string
  startTime: string
  duration: number
  settings: ZoomSettings
  registrants: ZoomRegistrant[]
  instances: ZoomInstance[]
}

/** What happens in a meeting, as it happens. */
export type ZoomHappening = 'joined' | 'left' | 'ended'
type Heard = (
  what: ZoomHappening,
  meeting: ZoomMeeting,
  instance: ZoomInstance,
  who?: ZoomParticipant,
) => void

/** Everybody has gone home by so long after the planned end: nobody sits in front of a practice server. */
const goesHomeAfter = 10 * minute

export type ZoomMeetings = ReturnType<typeof openZoomMeetings>

/** The meetings of a practice Zoom, in memory. */
export function openZoomMeetings(now: () => Instant, heard: Heard) {
  const meetings: ZoomMeeting[] = []
  let made = 0
  const moment = () => millisecondsOf(now())
  const runningOf = ({ instances }: ZoomMeeting) => instances.find(({ endedAt }) => endedAt === undefined)
  const homeAt = ({ startTime, duration }: ZoomMeeting, { startedAt }: ZoomInstance) =>
    Math.max(Date.parse(startTime), startedAt) + duration * minute + goesHomeAfter
  const running = () =>
    meetings.flatMap((meeting) => {
      const instance = runningOf(meeting)
      return instance ? [{ meeting, instance, homeAt: homeAt(meeting, instance) }] : []
    })

  function begin(meeting: ZoomMeeting): ZoomInstance {
    const instance = { uuid: awkwardUuid(meeting), startedAt: moment(), endedAt: undefined, participants: [] }
    meeting.instances.push(instance)
    return instance
  }

  function letIn(meeting: ZoomMeeting, instance: ZoomInstance, who: ZoomParticipant): void {
    Object.assign(who, { state: 'inside', joinedAt: moment() })
    heard('joined', meeting, instance, who)
  }

  function sendOut(meeting: ZoomMeeting, instance: ZoomInstance, who: ZoomParticipant, at: number): void {
    if (who.state === 'inside') {
      Object.assign(who, { state: 'gone', leftAt: at })
      heard('left', meeting, instance, who)
    }
    who.state = 'gone'
  }

  function end(meeting: ZoomMeeting, at = moment()): void {
    const instance = runningOf(meeting)
    if (!instance) return
    for (const who of instance.participants) sendOut(meeting, instance, who, at)
    instance.endedAt = at
    heard('ended', meeting, instance)
  }

  const participant = (token: string) =>
    running().flatMap(({ meeting, instance }) => {
      const who = instance.participants.find((one) => one.token === token)
      return who ? [{ meeting, instance, who }] : []
    })[0]

  return {
    all: meetings,
    find: (id: string) => meetings.find((meeting) => String(meeting.id) === id),
    findInstance: (uuid: string) =>
      meetings.flatMap(({ instances }) => instances).find((instance) => instance.uuid === uuid),
    runningOf,
    participant,
    end,

    create(wishes: Omit<ZoomMeeting, 'id' | 'registrants' | 'instances'>): ZoomMeeting {
      const meeting = {
        ...wishes,
        id: 80_000_000_000 + ++made * 7919,
        registrants: [],
        instances: [],
      }
      meetings.push(meeting)
      return meeting
    },

    remove: (meeting: ZoomMeeting) => void meetings.splice(meetings.indexOf(meeting), 1),

    /** The same address is the same registrant. */
    register(
      meeting: ZoomMeeting,
      who: Pick<ZoomRegistrant, 'email' | 'firstName' | 'lastName'>,
    ): ZoomRegistrant {
      const known = meeting.registrants.find(({ email }) => email === who.email)
      if (known) return known
      const made = { ...who, id: word(16), key: word(24), status: 'approved' as const }
      meeting.registrants.push(made)
      return made
    },

    /** Somebody is at the door; `waits` says whether they are let in at once. */
    come(
      meeting: ZoomMeeting,
      who: Pick<ZoomParticipant, 'registrantId' | 'name' | 'isHost'> & { waits: boolean },
    ): ZoomParticipant {
      const instance = runningOf(meeting) ?? begin(meeting)
      const { waits, ...rest } = who
      const made: ZoomParticipant = {
        ...rest,
        token: word(12),
        userId: String(16_778_240 + instance.participants.length * 1024),
        participantUuid: word(16),
        state: 'waiting',
        ...{ waitsSince: moment(), joinedAt: 0, leftAt: 0 },
      }
      instance.participants.push(made)
      if (!waits) letIn(meeting, instance, made)
      return made
    },

    admit(token: string) {
      const found = participant(token)
      if (found?.who.state === 'waiting') letIn(found.meeting, found.instance, found.who)
    },

    /** When the last one has gone, the meeting has ended; it may begin again. */
    leave(token: string) {
      const found = participant(token)
      if (!found) return
      sendOut(found.meeting, found.instance, found.who, moment())
      if (found.instance.participants.every(({ state }) => state === 'gone')) end(found.meeting)
    },

    overdue: () => running().filter(({ homeAt: at }) => at <= moment()),
    nextEnd(): Instant | undefined {
      const ends = running().map(({ homeAt: at }) => at)
      return ends.length > 0 ? instantFrom(Math.min(...ends)) : undefined
    },
  }
}

const word = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** As base64 makes them now and then: with signs that a path takes for its own. */
function awkwardUuid({ instances }: ZoomMeeting): string {
  const drawn = randomBytes(15).toString('base64')
  return instances.length % 2 === 0 ? `/${drawn.slice(1)}==` : `${drawn.slice(0, 9)}//${drawn.slice(11)}==`
}
