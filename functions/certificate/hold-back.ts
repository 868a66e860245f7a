import * as v from 'valibot'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type ReadingTable, shelf, type Table, TableBusy, type Write } from '../kernel/table.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'

/** Whether the certificates of a seminar are held back, and since when they are or are not. */
export type HoldBack = { held: boolean; since: Instant; by: string }

const holdBackShelf = shelf<HoldBack, string>({
  table: 'people',
  kind: 'certificates-held-back',
  schema: v.object({ held: v.boolean(), since: instantSchema, by: v.string() }),
  key: (seminarId) => ({ pk: `certificates-held-back#${seminarId}`, sk: 'held-back' }),
})

/** Since when no certificate of the seminar goes out; null where they go out by themselves. */
export async function readHoldBack(
  table: Pick<ReadingTable, 'read'>,
  seminarId: string,
): Promise<HoldBack | null> {
  const facts = (await holdBackShelf.read(table, seminarId))?.facts
  return facts?.held ? facts : null
}

/** over: the seminar does not take place, so no certificate follows from it */
export type HoldBackRefusal = { code: 'unknown' | 'over' }

type World = { table: Table; now: Instant; also?: readonly Write[] }
type Command = { seminarId: string; by: string }

/** No certificate of the seminar goes out from now on, also when it is completed by the clock. Twice is the same as once. */
export const holdBack = (world: World, command: Command): Promise<Result<null, HoldBackRefusal>> =>
  setHoldBack(world, command, true)

/** What is due goes out now, and from now on by itself. Twice is the same as once. */
export const release = (world: World, command: Command): Promise<Result<null, HoldBackRefusal>> =>
  setHoldBack(world, command, false)

async function setHoldBack(
  { table, now, also = [] }: World,
  { seminarId, by }: Command,
  held: boolean,
): Promise<Result<null, HoldBackRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const seminar = (await seminarShelf.read(table, seminarId))?.facts
    if (!seminar) return refuse({ code: 'unknown' })
    if (seminar.state !== 'published' && seminar.state !== 'completed') return refuse({ code: 'over' })
    const stored = await holdBackShelf.read(table, seminarId)
    if ((stored?.facts.held ?? false) === held) return accept(null)
    const facts: HoldBack = { held, since: now, by }
    const outcome = await table.commit([
      stored ? holdBackShelf.replace(stored, facts) : holdBackShelf.create(seminarId, facts),
      // Of a seminar that is not completed it issues nothing.
      ...(held ? [] : [await dueNow(table, { task: 'issue', seminarId }, now)]),
      ...also,
    ])
    if (outcome.committed) return accept(null)
  }
  throw new TableBusy('the certificates kept being held back and released')
}
