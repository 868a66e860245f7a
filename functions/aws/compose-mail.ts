import MailComposer from 'nodemailer/lib/mail-composer'
import { bytesFromBase64 } from '../kernel/encoding.ts'
import { fingerprint } from '../kernel/secret.ts'
import { type Instant, millisecondsOf } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'

type Mailbox = { name: string; address: string }

/** An attachment with its bytes. */
export type OpenedFile = { filename: string; contentType: string; bytes: Uint8Array }

/** A mail with everything that decides its bytes: nothing is drawn or looked up while it is composed. */
export type MailToCompose = {
  from: Mailbox
  to: Mailbox
  /** Where answers go; the sender's own address may be one that nobody reads. */
  replyTo?: Mailbox | undefined
  letter: Pick<Letter, 'subject' | 'attachments'>
  /** What lay outside the letter. */
  files?: readonly OpenedFile[]
  html: string
  text: string
  mailId: string
  at: Instant
}

/** Writes the mail as the bytes that go to the provider (RFC 5322); the same mail always gives the same bytes. */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  // Boundary and Message-ID follow from the id, and tell nobody what the id was.
  const mark = await fingerprint(mail.mailId)
  const message = new MailComposer({
    from: oneMailbox(mail.from),
    to: oneMailbox(mail.to),
    ...(mail.replyTo && { replyTo: oneMailbox(mail.replyTo) }),
    subject: onOneLine(mail.letter.subject),
    text: mail.text,
    html: mail.html,
    attachments: [
      ...mail.letter.attachments.map(({ content, ...named }) =>
        attachmentFrom({ ...named, bytes: bytesFromBase64(content) }),
      ),
      ...(mail.files ?? []).map(attachmentFrom),
    ],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    messageId: `<${mark}@${domainOf(mail.from.address)}>`,
    date: new Date(millisecondsOf(mail.at)),
    baseBoundary: mark,
    // Otherwise long links would be folded as format=flowed, which some readers break.
    encoding: 'quoted-printable',
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Uint8Array(await message.compile().build())
}

/** An object, because a text would be read as a list of recipients. */
const oneMailbox = ({ name, address }: Mailbox): Mailbox => {
  if (!/^[^\s,;<>"@]+@[^\s,;<>"@]+$/.test(address)) throw new Error('not one mail address')
  return { name: onOneLine(name), address }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** What stands in a header stays in its header: line breaks and other control characters become a space. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Octets are named here with their type and parameters, so that `method=` of a calendar reaches the reader. */
const attachmentFrom = ({ filename, contentType, bytes }: OpenedFile) => ({
  filename: onOneLine(filename).replace(/[/\\]/g, '-'),
  contentType: onOneLine(contentType),
  content: Buffer.from(bytes),
  contentDisposition: 'attachment',
  contentTransferEncoding: 'base64',
})
