import type { ReadingTable } from '../kernel/table.ts'
import { mailShelf } from '../mail/mail.table.ts'
import type { MailState } from '../mail/mail.ts'
import { listRecipients } from './message.table.ts'
import type { Message } from './message.ts'
import { messageMailId } from './write-message.ts'

/** waiting: on its way · arrived: taken by the provider · failed: did not get there · left-out: not sent to them */
export type MailFate = 'waiting' | 'arrived' | 'failed' | 'left-out'

const fateOf: Record<MailState, MailFate> = {
  queued: 'waiting',
  sending: 'waiting',
  unknown: 'waiting',
  sent: 'arrived',
  delivered: 'arrived',
  failed: 'failed',
  bounced: 'failed',
  complained: 'failed',
  outdated: 'left-out',
}

/** What became of a message: of each person by id, and how many of each fate. */
export type MessageFates = { byPerson: ReadonlyMap<string, MailFate>; count: Record<MailFate, number> }

/** Looks at the mail of each person. Who left before it was written, or is forgotten since, was left out. */
export async function countMessage(table: ReadingTable, message: Message): Promise<MessageFates> {
  const lots = await listRecipients(table, message.id)
  const fates = await Promise.all(lots.map(({ facts }) => fatesOf(table, message, facts.enrollmentIds)))
  const byPerson = new Map(fates.flat())
  const count: Record<MailFate, number> = { waiting: 0, arrived: 0, failed: 0, 'left-out': 0 }
  for (const fate of byPerson.values()) count[fate]++
  count['left-out'] += message.people - byPerson.size
  return { byPerson, count }
}

async function fatesOf(
  table: ReadingTable,
  message: Message,
  enrollmentIds: readonly string[],
): Promise<[string, MailFate][]> {
  const mailIds = await Promise.all(enrollmentIds.map((id) => messageMailId(id, message.id)))
  const mails = await table.read(mailIds.map((id) => mailShelf.place(id)))
  return enrollmentIds.map((id, i): [string, MailFate] => {
    const mail = mails[i]
    if (mail) return [id, fateOf[mailShelf.decode(mail).facts.state]]
    return [id, message.writtenAt ? 'left-out' : 'waiting']
  })
}
