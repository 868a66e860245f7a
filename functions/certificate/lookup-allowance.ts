import { seal } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'

/**
 * A school class behind one address, each with a certificate or two, verifies them in the same minute; and whoever
 * tries numbers by a program would need longer than the sun shines to find one.
 */
export const mostLookUpsAMinute = 60

/**
 * Takes one of the minute's look-ups for a network; false when they are used up. It counts before anything is looked
 * up, so that known and unknown numbers look alike then. The network is stored only as a word that nobody can turn
 * back without the house's key, another one each minute, and is forgotten after a day.
 */
export async function drawLookUp(
  { table, now, key }: { table: Pick<Table, 'draw'>; now: Instant; key: string },
  network: string,
): Promise<boolean> {
  const thisMinute = now.slice(0, 16)
  const place = {
    table: 'outbox' as const,
    pk: `lookup#${await seal(key, `lookup|${thisMinute}|${network}`)}`,
    sk: thisMinute,
  }
  const { lookUps = 0 } = await table.draw(place, 'lookUps', { expires: later(now, day) })
  return lookUps <= mostLookUpsAMinute
}
