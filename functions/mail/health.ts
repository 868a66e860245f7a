import type { Table } from '../kernel/table.ts'
import { type Instant, later, minute } from '../kernel/time.ts'
import { listTroubles } from './trouble.ts'

/** Mails that should have gone out more than five minutes ago, and mails that were given up or came back. */
export type MailHealth = { late: number; failed: number }

/** Whether the post office keeps up; more than a hundred late ones are not counted further. */
export async function mailHealth(table: Table, now: Instant): Promise<MailHealth> {
  const due = await table.listDue(later(now, -5 * minute), 100)
  return {
    late: due.filter(({ kind }) => kind === 'mail').length,
    failed: (await listTroubles(table)).length,
  }
}
