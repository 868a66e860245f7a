import * as v from 'valibot'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Place, type ReadingTable, type Stored, shelf, type Table, type Write } from '../kernel/table.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'

/** Whether sending rests, and since when it does or does not. */
export type Pause = { paused: boolean; since: Instant }

const pauseShelf = shelf<Pause, null>({
  table: 'outbox',
  kind: 'pause',
  schema: v.object({ paused: v.boolean(), since: instantSchema }),
  key: () => ({ pk: 'sending', sk: 'pause' }),
})

/** Where it lies, for whoever reads it together with something else. */
export const pausePlace: Place = pauseShelf.place(null)

/** What was read there; undefined where nobody ever paused. */
export const pauseIn = (stored: Stored<unknown> | undefined): Pause | undefined =>
  stored && pauseShelf.decode(stored).facts

/** Since when nothing is handed over to the provider; null where sending goes on. */
export async function readPause(table: Pick<ReadingTable, 'read'>): Promise<Instant | null> {
  const pause = (await pauseShelf.read(table, null))?.facts
  return pause?.paused ? pause.since : null
}

type World = { table: Table; now: Instant; also?: readonly Write[] }

/** Somebody else pressed one of the two buttons in this very moment. */
export type PauseRefusal = { code: 'changed-meanwhile' }

/** From now on nothing is handed over; every mail stays due, and what makes mails goes on. Twice is the same as once. */
export const pauseSending = (world: World): Promise<Result<null, PauseRefusal>> => setPause(world, true)

/** Sending goes on with the next minute. Twice is the same as once. */
export const resumeSending = (world: World): Promise<Result<null, PauseRefusal>> => setPause(world, false)

async function setPause(
  { table, now, also = [] }: World,
  paused: boolean,
): Promise<Result<null, PauseRefusal>> {
  const stored = await pauseShelf.read(table, null)
  if ((stored?.facts.paused ?? false) === paused) return accept(null)
  const facts: Pause = { paused, since: now }
  const { committed } = await table.commit([
    stored ? pauseShelf.replace(stored, facts) : pauseShelf.create(null, facts),
    ...also,
  ])
  return committed ? accept(null) : refuse({ code: 'changed-meanwhile' })
}
