import * as v from 'valibot'
import { type ReadingTable, shelf, type Table } from '../kernel/table.ts'
import { hour, type Instant, instantSchema, later, millisecondsOf } from '../kernel/time.ts'

/** How many mails a second the provider takes of us, as it said last; the office reads it here. */
type Pace = { perSecond: number; readAt: Instant }

const paceShelf = shelf<Pace, null>({
  table: 'outbox',
  kind: 'pace',
  schema: v.object({ perSecond: v.number(), readAt: instantSchema }),
  key: () => ({ pk: 'sending', sk: 'pace' }),
})

/** Asks for leave to hand over one mail now; false when there is none in the time that can be waited. */
export type TakeTurn = () => Promise<boolean>

type World = {
  table: Table
  now: () => Instant
  sleep: (milliseconds: number) => Promise<void>
  /** What the provider allows; undefined when it was never told. */
  mostPerSecond: () => Promise<number | undefined>
  /** A worker has other things to do, or ends: it waits no longer than this. */
  patience: number
}

/** Every account may send so many. */
const slowest = 1
/** The provider's seconds do not begin with ours, and its own sign-in mails count as well. */
const used = 0.9
const second = 1000

/** The pace that keeps below what the provider allows. */
export const paceFor = (mostPerSecond: number | undefined): number =>
  mostPerSecond && mostPerSecond > 0 ? Math.max(slowest, Math.floor(mostPerSecond * used)) : slowest

/**
 * Lets all workers together hand over no more mails in a second than the provider takes: each draws from the counter
 * of the running second, and waits for the next one when that is used up. A draw is never refused and never conflicts.
 */
export function openPace(world: World): TakeTurn {
  const { table, now, sleep, patience } = world
  let noted = 0
  return async () => {
    const perSecond = paceFor(await world.mostPerSecond())
    if (perSecond !== noted) await notePace(table, { perSecond, readAt: now() })
    noted = perSecond
    const until = later(now(), patience)
    // As often as there are seconds to wait for, even if the clock should be put back meanwhile.
    for (let waits = 0; waits <= patience / second; waits++) {
      if ((await drawTurn(table, now())) <= perSecond) return true
      const next = nextSecond(now())
      if (next > until) return false
      await sleep(millisecondsOf(next) - millisecondsOf(now()))
    }
    return false
  }
}

async function drawTurn(table: Table, now: Instant): Promise<number> {
  const place = { table: 'outbox' as const, pk: `pace#${now.slice(0, 19)}`, sk: 'second' }
  const { mails = 0 } = await table.draw(place, 'mails', { expires: later(now, hour) })
  return mails
}

const nextSecond = (now: Instant): Instant => later(now, second - (millisecondsOf(now) % second))

/** Refused when another worker notes it in this moment; it knows the same. */
async function notePace(table: Table, pace: Pace): Promise<void> {
  const stored = await paceShelf.read(table, null)
  if (stored?.facts.perSecond === pace.perSecond) return
  await table.commit([stored ? paceShelf.replace(stored, pace) : paceShelf.create(null, pace)])
}

/** The pace that was noted last; undefined before the first mail. */
export const readPace = async (table: ReadingTable): Promise<number | undefined> =>
  (await paceShelf.read(table, null))?.facts.perSecond

/** The clock's mails of one minute are begun within so many milliseconds. */
export const sendsForMilliseconds = 40 * second
/** One after the other, so many go out in that time where the provider is quick. */
const oneAfterTheOther = 200

/** When mails that wait will about be out, at that pace; at least a minute, for the clock looks once a minute. */
export function outBy(waiting: number, { perSecond, now }: { perSecond: number; now: Instant }): Instant {
  const perMinute = Math.min(oneAfterTheOther, (perSecond * sendsForMilliseconds) / second)
  return later(now, Math.max(1, Math.ceil(waiting / perMinute)) * 60 * second)
}
