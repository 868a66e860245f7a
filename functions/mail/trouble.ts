import * as v from 'valibot'
import { type ReadingTable, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, instantSchema, later } from '../kernel/time.ts'
import type { Mail } from './mail.ts'

/** A mail that did not arrive and that a human should look at; without the address, which stands in the mail. */
export const mailTroubleSchema = v.object({
  mailId: v.string(),
  cause: v.string(),
  seminarId: v.string(),
  trouble: v.string(),
  since: instantSchema,
})
export type MailTrouble = v.InferOutput<typeof mailTroubleSchema>

const troubleShelf = shelf<MailTrouble, MailTrouble>({
  table: 'outbox',
  kind: 'trouble',
  schema: mailTroubleSchema,
  key: ({ mailId }) => ({ pk: 'trouble', sk: mailId }),
})

/** The write that shows a mail in the office, for the commit that gives it up. */
export function showTrouble(mail: Mail, trouble: string, now: Instant): Write {
  const entry = { mailId: mail.id, cause: mail.cause, seminarId: mail.seminarId, trouble, since: now }
  return troubleShelf.create(entry, entry, { expires: later(now, 90 * day) })
}

/** Mails that failed or came back, the latest first. */
export async function listTroubles(table: ReadingTable): Promise<MailTrouble[]> {
  const stored = await table.list('outbox', 'trouble')
  return stored.map((s) => troubleShelf.decode(s).facts).sort((a, b) => (a.since < b.since ? 1 : -1))
}
