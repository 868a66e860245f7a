import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { HandOver } from '../mail/hand-over.ts'
import { layOutLetter } from '../mail/letter-layout.tsx'
import type { LetterSender } from '../mail/letter-words.ts'
import type { Mail } from '../mail/mail.ts'
import { type ReadFile, rememberFiles } from '../mail/remember-files.ts'
import { composeMail, type OpenedFile } from './compose-mail.ts'
import type { Config } from './config.ts'
import { log } from './log.ts'
import { judgeMailFault } from './mail-fault.ts'

/** The mail provider, Amazon SES: one attempt per call. */
export function openMailer(
  client: Pick<SESClient, 'send'>,
  config: Config,
  ports: { sender: () => Promise<LetterSender>; readFile: ReadFile },
): HandOver {
  const { sender } = ports
  const readFile = rememberFiles(ports.readFile)
  return async (mail) => {
    let bytes: Uint8Array
    try {
      const files = await openFiles(mail, readFile)
      // Without its attachment it would be another mail than the one that was written.
      if (!files) return { outcome: 'refused', trouble: 'file-gone' }
      bytes = await writeDown(mail, { from: await sender(), address: config.mailFrom, files })
    } catch (fault) {
      // Nothing went out, so no copy is used up; who looks into the office and the log finds out why.
      log.fault(fault, { mail: mail.id })
      return { outcome: 'busy', trouble: 'not-ready' }
    }
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: config.mailFrom,
          Destinations: [mail.to.address],
          RawMessage: { Data: bytes },
          Tags: [{ Name: 'mail', Value: mail.id }],
          ...(config.mailConfigurationSet && { ConfigurationSetName: config.mailConfigurationSet }),
        }),
      )
      return { outcome: 'accepted', messageId: MessageId ?? '' }
    } catch (fault) {
      return judgeMailFault(fault)
    }
  }
}

/** The files of a mail with their bytes; undefined when one of them is gone. */
async function openFiles(mail: Mail, readFile: ReadFile): Promise<OpenedFile[] | undefined> {
  const opened: OpenedFile[] = []
  for (const file of mail.letter.files ?? []) {
    const bytes = await readFile(file)
    if (!bytes) return undefined
    opened.push({ filename: file.filename, contentType: file.contentType, bytes })
  }
  return opened
}

function writeDown(
  mail: Mail,
  { from, address, files }: { from: LetterSender; address: string; files: readonly OpenedFile[] },
): Promise<Uint8Array> {
  const { html, text } = layOutLetter(mail.letter, from)
  return composeMail({
    from: { name: from.name, address },
    to: mail.to,
    replyTo: mail.replyTo ?? (from.email === '' ? undefined : { name: from.name, address: from.email }),
    letter: mail.letter,
    files,
    html,
    text,
    mailId: mail.id,
    // The time of queueing, so that every copy of a mail is the same to the last byte.
    at: mail.queuedAt,
  })
}
