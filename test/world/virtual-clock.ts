import { createHash } from 'node:crypto'
import { type Instant, later } from '../../functions/kernel/time.ts'

/** Time as the rush sees it: milliseconds since it began. */
export type Clock = { now: () => number; wait: (milliseconds: number) => Promise<void> }

type Sleeper = { until: number; order: number; wake: () => void }

/**
 * A clock that moves only when everybody waits, and then straight to the next who is to wake. An hour takes as long as
 * what happens in it, and the same chances give the same run.
 */
export function openVirtualClock(): Clock {
  let now = 0
  let order = 0
  let moving = false
  /** The next to wake is the last. */
  const sleepers: Sleeper[] = []

  const lieDown = (sleeper: Sleeper) => {
    let low = 0
    let high = sleepers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (wakesLater(sleepers[middle], sleeper)) low = middle + 1
      else high = middle
    }
    sleepers.splice(low, 0, sleeper)
  }

  const move = async () => {
    moving = true
    // Everything that follows at once from the last waking happens before the next one.
    for (await quiet(); sleepers.length > 0; await quiet()) {
      const next = sleepers.pop()
      now = next?.until ?? now
      next?.wake()
    }
    moving = false
  }

  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((wake) => {
        lieDown({ until: now + Math.max(0, milliseconds), order: order++, wake })
        if (!moving) void move()
      }),
  }
}

const wakesLater = (one: Sleeper | undefined, other: Sleeper): boolean =>
  one !== undefined && (one.until > other.until || (one.until === other.until && one.order > other.order))

const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The clock on the wall of the machine. */
export function openRealClock(): Clock {
  const began = performance.now()
  return {
    now: () => performance.now() - began,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }
}

/** That moment of a clock as an instant. */
export const instantOf = (clock: Clock): Instant =>
  later('2026-03-02T09:00:00.000Z' as Instant, Math.round(clock.now()))

/**
 * Lets hashing take no time while the deed is done: the runtime hashes on another thread, for which a virtual clock
 * would not wait.
 */
export async function hashingAtOnce<T>(deed: () => Promise<T>): Promise<T> {
  const { subtle } = crypto
  Object.defineProperty(subtle, 'digest', {
    configurable: true,
    value: async (_: string, bytes: Uint8Array) =>
      Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer,
  })
  try {
    return await deed()
  } finally {
    Reflect.deleteProperty(subtle, 'digest')
  }
}

/** Numbers from 0 up to 1 that follow from the seed (mulberry32), so that a run can be repeated. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
