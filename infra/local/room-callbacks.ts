import { log } from '../../functions/aws/log.ts'
import { signedNotices } from '../../functions/session/meeting/room.meeting.ts'
import { keepJson, readKept } from './kept-file.ts'
import type { RoomNotice } from './room-presence.ts'
import { tryAgain } from './try-again.ts'

export type RoomCallbacks = {
  /** Takes notices on; they are kept until the house has them. */
  add(notices: readonly RoomNotice[]): void
  /** Resolves when the house has everything, or does not take it now. */
  idle(): Promise<void>
  stop(): void
}

const firstLook = 500
/** The house takes no more in one report. */
const mostNotices = 200

/** Tells the house who came and went, as a meeting server's callbacks do: signed, and again until it is heard. */
export function openCallbacks(surroundings: {
  file: string
  address: string
  key: () => Promise<string>
}): RoomCallbacks {
  const { file, address, key } = surroundings
  let waiting = (readKept(file) ?? []) as RoomNotice[]
  const telling = tryAgain({
    isMore: () => waiting.length > 0,
    async work() {
      while (waiting.length > 0) {
        const batch = waiting.filter(sameRoom(waiting[0])).slice(0, mostNotices)
        if (!(await post(batch).catch(() => false))) {
          // A room that the house refuses holds the others up no longer than one round.
          const [first] = waiting
          waiting = [
            ...waiting.filter((notice) => !sameRoom(first)(notice)),
            ...waiting.filter(sameRoom(first)),
          ]
          return false
        }
        waiting = waiting.filter((notice) => !batch.includes(notice))
        keepJson(file, waiting)
      }
      return true
    },
  })

  async function post(batch: RoomNotice[]): Promise<boolean> {
    const [first] = batch
    const notices = batch.map(({ enrollmentId, notice }) => ({ enrollmentId, notice }))
    const body = JSON.stringify({ seminarId: first?.seminarId, sessionId: first?.sessionId, notices })
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-room-signature': await signedNotices(await key(), body),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    })
    await response.arrayBuffer()
    const { status } = response
    // What the house will never take is not repeated for ever.
    const refused = status >= 400 && status < 500 && status !== 429
    if (refused) log.warn('room notices refused', { status, sessionId: first?.sessionId })
    return response.ok || refused
  }

  // What an earlier start has left waits for the house to open.
  if (waiting.length > 0) setTimeout(telling.begin, firstLook).unref()
  return {
    add(notices) {
      waiting = [...waiting, ...notices]
      keepJson(file, waiting)
      void telling.begin()
    },
    idle: telling.idle,
    stop: telling.stop,
  }
}

const sameRoom =
  (one: RoomNotice | undefined) =>
  (other: RoomNotice): boolean =>
    other.seminarId === one?.seminarId && other.sessionId === one.sessionId
