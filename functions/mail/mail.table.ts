import { type Stored, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import type { Letter } from './letter.ts'
import { type Mail, mailSchema } from './mail.ts'

/** Mails are forgotten after so many days: they carry names and links. */
const keptDays = 90

export const mailShelf = shelf<Mail, string>({
  table: 'outbox',
  kind: 'mail',
  schema: mailSchema,
  key: (id) => ({ pk: `mail#${id}`, sk: 'mail' }),
})

/** The write that puts a mail into the outbox. One id is one mail: a second attempt with the same id is refused. */
export function queueMail(
  mail: { id: string; to: Mail['to']; letter: Letter; cause: string; seminarId: string; notAfter?: Instant },
  now: Instant,
): Write {
  const facts: Mail = {
    notAfter: null,
    ...mail,
    state: 'queued',
    queuedAt: now,
    tries: 0,
    copies: 0,
    messageId: '',
    trouble: '',
  }
  return mailShelf.create(mail.id, facts, { due: now, expires: forgetsAt(facts) })
}

/** The write that moves a mail on; without `due` nothing more is to be done about it. */
export const moveMail = (stored: Stored<Mail>, facts: Mail, due?: Instant): Write =>
  mailShelf.replace(stored, facts, { due, expires: forgetsAt(facts) })

const forgetsAt = (mail: Mail): Instant => later(mail.queuedAt, keptDays * day)
