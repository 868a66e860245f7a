import { seal } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'

/** A hall of people behind one address can enroll in an hour; a program that floods us cannot. */
export const mostFormsAnHour = 60

/**
 * Takes one of the hour's forms for a network; false when they are used up. The form of a group counts as one for each
 * of its people, because each gets a mail. The network is stored only as a word that nobody can turn back without the
 * house's key, another one each hour, and is forgotten after a day.
 */
export async function drawFormAllowance(
  { table, now, key }: { table: Table; now: Instant; key: string },
  network: string,
  people = 1,
): Promise<boolean> {
  const thisHour = now.slice(0, 13)
  const place = {
    table: 'outbox' as const,
    pk: `network#${await seal(key, `network|${thisHour}|${network}`)}`,
    sk: thisHour,
  }
  const { forms = 0 } = await table.draw(place, 'forms', { by: people, expires: later(now, day) })
  return forms <= mostFormsAnHour
}
