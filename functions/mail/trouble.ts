import * as v from 'valibot'
import { type ReadingTable, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, instantSchema, later } from '../kernel/time.ts'
import { mailKeptDays } from './mail.table.ts'
import type { Mail } from './mail.ts'
import { type TroubleCode, troubleCodes } from './trouble-code.ts'

/** A mail that did not arrive and that a human should look at; without the address, which stands in the mail. */
const mailTroubleSchema = v.object({
  mailId: v.string(),
  cause: v.string(),
  seminarId: v.string(),
  /** A code of an older version has no sentence of its own; then the general one stands. */
  trouble: v.fallback(v.picklist(troubleCodes), 'no-answer'),
  since: instantSchema,
})
/** Such a mail, as the office lists it. */
export type MailTrouble = v.InferOutput<typeof mailTroubleSchema>

const troubleShelf = shelf<MailTrouble, Pick<MailTrouble, 'mailId'>>({
  table: 'outbox',
  kind: 'trouble',
  schema: mailTroubleSchema,
  key: ({ mailId }) => ({ pk: 'trouble', sk: mailId }),
})

/** The write that shows a mail in the office, for the commit that gives it up. */
export function showTrouble(mail: Mail, trouble: TroubleCode, now: Instant): Write {
  const entry = { mailId: mail.id, cause: mail.cause, seminarId: mail.seminarId, trouble, since: now }
  return troubleShelf.create(entry, entry, { expires: later(now, mailKeptDays * day) })
}

/** The writes that say something else about a mail that is shown already. */
export async function restateTrouble(
  table: ReadingTable,
  mail: Mail,
  trouble: TroubleCode,
): Promise<Write[]> {
  const stored = await troubleShelf.read(table, { mailId: mail.id })
  if (!stored) return []
  const expires = later(stored.facts.since, mailKeptDays * day)
  return [troubleShelf.replace(stored, { ...stored.facts, trouble }, { expires })]
}

/** The writes that take a mail off the list again. */
export async function hideTrouble(table: ReadingTable, mail: Mail): Promise<Write[]> {
  const stored = await troubleShelf.read(table, { mailId: mail.id })
  return stored ? [troubleShelf.remove(stored)] : []
}

/** Mails that failed or came back, the latest first. */
export async function listTroubles(table: ReadingTable): Promise<MailTrouble[]> {
  const stored = await table.list('outbox', 'trouble')
  return stored.map((s) => troubleShelf.decode(s).facts).sort((a, b) => (a.since < b.since ? 1 : -1))
}
