import type { Table } from '../kernel/table.ts'
import { type Instant, later, minute } from '../kernel/time.ts'
import { mailShelf } from './mail.table.ts'
import { longestPauseMinutes } from './mail.ts'
import { listTroubles } from './trouble.ts'

/**
 * Mails that are not out yet (`isMore`: at least so many), those of them that wait for more than five minutes, and mails that were given up or came
 * back.
 */
export type MailHealth = { waiting: number; isMore: boolean; late: number; failed: number }

const mostCounted = 300

/**
 * Whether the post office keeps up; more than a few hundred that wait are not counted further. A mail that is tried
 * again and again falls due anew each time, so what counts is when it was queued.
 */
export async function mailHealth(table: Table, now: Instant): Promise<MailHealth> {
  const due = await table.listDue(later(now, longestPauseMinutes * minute), mostCounted, 'mail')
  const queued = due.map((stored) => mailShelf.decode(stored).facts.queuedAt)
  const lateSince = later(now, -5 * minute)
  return {
    waiting: queued.length,
    isMore: queued.length === mostCounted,
    late: queued.filter((instant) => instant < lateSince).length,
    failed: (await listTroubles(table)).length,
  }
}
