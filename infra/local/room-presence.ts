import { randomBytes, randomUUID } from 'node:crypto'
import type { Notice } from '../../functions/attendance/attendance.ts'
import { now } from '../../functions/aws/clock.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { type Pass, roomIdOf } from '../../functions/session/meeting/room.meeting.ts'
import type { Ran, TimedPart } from './clock.ts'
import { keepJson, readKept } from './kept-file.ts'

/** Somebody in a room, on one device. */
export type Visitor = Omit<Pass, 'language'> & {
  device: string
  enteredAt: Instant
  seenAt: Instant
  /** Whether the device says every few seconds that it is still there; without a script it cannot. */
  beats: boolean
}

/** Who came or went, for the house. */
export type RoomNotice = { seminarId: string; sessionId: string; enrollmentId: string; notice: Notice }

export type Presence = TimedPart & {
  enter(pass: Pass, device: { beats: boolean }): string
  leave(device: string): void
  /** Whether that device is still in. */
  beat(device: string): boolean
  inside(roomId: string): Visitor[]
  rooms(): Map<string, Visitor[]>
  /** Sends everybody out. */
  empty(roomId: string): void
  /** Sends everybody out, and lets nobody in any more. */
  close(roomId: string): void
  isClosed(roomId: string): boolean
}

/** A device that has not said anything for so long is gone; browsers let hidden pages speak once a minute. */
const silenceMilliseconds = 90_000

/** Who is in which room. Kept in a file, so that a restart throws nobody out. */
export function openPresence(file: string, tell: (notices: RoomNotice[]) => void): Presence {
  const kept = (readKept(file) ?? { visitors: [], closed: [] }) as { visitors: Visitor[]; closed: string[] }
  const visitors = new Map(kept.visitors.map((visitor) => [visitor.device, visitor]))
  const closed = new Set(kept.closed)
  // Silence is measured in real time: moving the clock must not throw anybody out before the session ends.
  const heard = new Map([...visitors.keys()].map((device) => [device, performance.now()]))
  const save = () => keepJson(file, { visitors: [...visitors.values()], closed: [...closed] })

  function sendOut(leaving: { visitor: Visitor; at: Instant }[]): void {
    if (leaving.length === 0) return
    tell(leaving.map(({ visitor, at }) => noticeOf(visitor, 'left', at)))
    for (const { visitor } of leaving) {
      visitors.delete(visitor.device)
      heard.delete(visitor.device)
    }
    save()
  }

  const inside = (roomId: string): Visitor[] =>
    [...visitors.values()].filter((visitor) => roomIdOf(visitor) === roomId)

  const empty = (roomId: string): void =>
    sendOut(inside(roomId).map((visitor) => ({ visitor, at: earlier(now(), visitor.until) })))

  const overdue = (visitor: Visitor): Instant | undefined => {
    if (visitor.until <= now()) return visitor.until
    const silent = performance.now() - (heard.get(visitor.device) ?? 0) > silenceMilliseconds
    return visitor.beats && silent ? visitor.seenAt : undefined
  }

  return {
    enter(pass, { beats }) {
      const { language: _, ...who } = pass
      const at = now()
      const visitor = {
        ...who,
        device: randomBytes(9).toString('base64url'),
        enteredAt: at,
        seenAt: at,
        beats,
      }
      visitors.set(visitor.device, visitor)
      heard.set(visitor.device, performance.now())
      tell([noticeOf(visitor, 'joined', at)])
      save()
      return visitor.device
    },

    leave(device) {
      const visitor = visitors.get(device)
      if (visitor) sendOut([{ visitor, at: earlier(now(), visitor.until) }])
    },

    beat(device) {
      const visitor = visitors.get(device)
      if (!visitor || overdue(visitor)) return false
      visitors.set(device, { ...visitor, seenAt: now(), beats: true })
      heard.set(device, performance.now())
      return true
    },

    inside,
    rooms: () => Map.groupBy(visitors.values(), roomIdOf),
    empty,
    isClosed: (roomId) => closed.has(roomId),

    close(roomId) {
      closed.add(roomId)
      empty(roomId)
      save()
    },

    next: () => [...visitors.values()].map((visitor) => visitor.until).sort()[0],

    run() {
      const leaving = [...visitors.values()].flatMap((visitor) => {
        const at = overdue(visitor)
        return at ? [{ visitor, at }] : []
      })
      sendOut(leaving)
      const ended = leaving.filter(({ visitor, at }) => at === visitor.until)
      const rooms = new Map(ended.map(({ visitor, at }) => [visitor.sessionId, at]))
      return [...rooms].map(([sessionId, at]): Ran => ({ at, work: `room ended ${sessionId}` }))
    },
  }
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)

const noticeOf = (
  { seminarId, sessionId, enrollmentId, device }: Visitor,
  kind: 'joined' | 'left',
  at: Instant,
): RoomNotice => ({ seminarId, sessionId, enrollmentId, notice: { id: randomUUID(), kind, device, at } })
