import type { Context } from 'hono'
import { drawLookUp } from '../../functions/certificate/lookup-allowance.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { answer } from '../parts/door-page.tsx'
import { networkOf } from '../parts/network-of.ts'

/** What counting look-ups needs. */
export type LookUpWorld = {
  table: Pick<Table, 'draw'>
  now: () => Instant
  /** The key with which networks are made unrecognizable. */
  sealKey: () => Promise<string>
}

/**
 * Counts one look-up for the network of a request. Where there were too many, the answer says when to come back; every
 * door that looks a number up hands it on before it looks.
 */
export async function tooManyLookUps(
  c: Context,
  { table, now, sealKey }: LookUpWorld,
): Promise<Response | undefined> {
  const isAllowed = await drawLookUp({ table, now: now(), key: await sealKey() }, networkOf(c))
  return isAllowed ? undefined : answer(c, 'too-many')
}
