import { attends, type Enrollment, hasSeat } from '../enrollment/enrollment.ts'
import type { ReadingTable } from '../kernel/table.ts'
import { mailShelf } from '../mail/mail.table.ts'
import type { MailState } from '../mail/mail.ts'
import { sessionMailId } from './session-mails.ts'

/** How far the invites of a session are: people with a confirmed seat, and what became of their mails. */
export type InviteCount = { people: number; open: number; queued: number; sent: number; failed: number }

const bucket: Record<MailState, 'queued' | 'sent' | 'failed'> = {
  queued: 'queued',
  sending: 'queued',
  unknown: 'queued',
  sent: 'sent',
  delivered: 'sent',
  failed: 'failed',
  bounced: 'failed',
  complained: 'failed',
  outdated: 'failed',
}

/** Counts for the coordinator: how many will go, wait, went, failed. `people` is everybody who enrolled. */
export async function countInvites(
  table: ReadingTable,
  people: readonly Enrollment[],
  sessionId: string,
): Promise<InviteCount> {
  const seated = people.filter(
    (enrollment) => enrollment.state === 'confirmed' && hasSeat(enrollment) && attends(enrollment, sessionId),
  )
  const invited = seated.filter((enrollment) => enrollment.invited[sessionId])
  const ids = await Promise.all(invited.map((enrollment) => sessionMailId('invite', sessionId, enrollment)))
  const mails = await readMany(table, ids)
  const count: InviteCount = {
    people: seated.length,
    open: seated.length - invited.length,
    queued: 0,
    sent: 0,
    failed: 0,
  }
  for (const mail of mails) if (mail) count[bucket[mailShelf.decode(mail).facts.state]]++
  return count
}

/** The table reads at most a hundred things at once. */
async function readMany(table: ReadingTable, ids: readonly string[]) {
  const hundreds = Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) =>
    ids.slice(i * 100, (i + 1) * 100),
  )
  const pages = await Promise.all(hundreds.map((page) => table.read(page.map((id) => mailShelf.place(id)))))
  return pages.flat()
}
