import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { findReplacement } from './replacement.table.ts'
import { findRevocation } from './revocation.table.ts'

/**
 * How a certificate that the house issued stands today. replaced: another one holds in its place, and whoever verifies
 * learns neither its number nor what it says · revoked: none does
 */
export type Standing = { is: 'valid' } | { is: 'replaced'; at: Instant } | { is: 'revoked'; at: Instant }

/** Whether the certificate with this number still holds, and since when it does not. */
export async function standingOf(table: Pick<ReadingTable, 'read'>, number: string): Promise<Standing> {
  const revocation = await findRevocation(table, number)
  if (revocation) return { is: 'revoked', at: revocation.at }
  const replacement = await findReplacement(table, number)
  return replacement ? { is: 'replaced', at: replacement.at } : { is: 'valid' }
}
