import { type Place, type ReadingTable, type Stored, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import type { Letter } from './letter.ts'
import { type Mail, mailSchema } from './mail.ts'

/** Mails are forgotten after so many days: they carry names and links. */
export const mailKeptDays = 90

/** The first letters of an id name the recipient, the others the letter. */
const recipientLetters = 16
const letterLetters = 22

/** The id of a letter to a recipient, who is named by 16 letters. */
export const mailIdOf = (recipient: string, letter: string): string =>
  `${recipient.slice(0, recipientLetters)}${letter.slice(0, letterLetters)}`

/** All mails to one recipient lie under one key, so that they are found when that person wants to be forgotten. */
export const mailShelf = shelf<Mail, string>({
  table: 'outbox',
  kind: 'mail',
  schema: mailSchema,
  key: (id) =>
    id.length === recipientLetters + letterLetters
      ? { pk: `mail#${id.slice(0, recipientLetters)}`, sk: id.slice(recipientLetters) }
      : { pk: `mail#${id}`, sk: 'mail' },
})

/** The recipient in a mail's id; undefined for mails that lie under a key of their own. */
export const recipientOf = (id: string): string | undefined =>
  id.length === recipientLetters + letterLetters ? id.slice(0, recipientLetters) : undefined

/** The id of the mail that lies there. */
export const mailIdAt = ({ pk, sk }: Pick<Place, 'pk' | 'sk'>): string =>
  `${pk.slice('mail#'.length)}${sk === 'mail' ? '' : sk}`

/** Everything that the outbox still knows of letters to one recipient. */
export async function listMailsTo(table: ReadingTable, recipient: string): Promise<Stored<Mail>[]> {
  const stored = await table.list('outbox', `mail#${recipient.slice(0, recipientLetters)}`)
  return stored.map(mailShelf.decode)
}

/** The write that puts a mail into the outbox. One id is one mail: a second attempt with the same id is refused. */
export function queueMail(
  mail: Pick<Mail, 'id' | 'to' | 'cause' | 'seminarId'> & {
    letter: Letter
    sessionId?: string
    notAfter?: Instant
    replyTo?: Mail['to']
  },
  now: Instant,
): Write {
  const facts: Mail = {
    notAfter: null,
    sessionId: '',
    ...mail,
    state: 'queued',
    queuedAt: now,
    tries: 0,
    copies: 0,
    messageId: '',
    trouble: '',
    history: {},
  }
  return mailShelf.create(mail.id, facts, { due: now, expires: forgetsAt(facts) })
}

/** The write that moves a mail on; without `due` nothing more is to be done about it. */
export const moveMail = (stored: Stored<Mail>, facts: Mail, due?: Instant): Write =>
  mailShelf.replace(stored, facts, { due, expires: forgetsAt(facts) })

const forgetsAt = (mail: Mail): Instant => later(mail.queuedAt, mailKeptDays * day)
