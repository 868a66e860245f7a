import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { HandOver } from '../mail/hand-over.ts'
import { layOutLetter } from '../mail/letter-layout.tsx'
import type { LetterSender } from '../mail/letter-words.ts'
import type { Mail } from '../mail/mail.ts'
import { composeMail } from './compose-mail.ts'
import type { Config } from './config.ts'
import { log } from './log.ts'
import { judgeMailFault } from './mail-fault.ts'

/** The mail provider, Amazon SES: one attempt per call. */
export function openMailer(
  client: Pick<SESClient, 'send'>,
  config: Config,
  { sender }: { sender: () => Promise<LetterSender> },
): HandOver {
  return async (mail) => {
    let bytes: Uint8Array
    try {
      bytes = await writeDown(mail, { from: await sender(), address: config.mailFrom })
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

function writeDown(
  mail: Mail,
  { from, address }: { from: LetterSender; address: string },
): Promise<Uint8Array> {
  const { html, text } = layOutLetter(mail.letter, from)
  return composeMail({
    from: { name: from.name, address },
    to: mail.to,
    replyTo: from.email === '' ? undefined : { name: from.name, address: from.email },
    letter: mail.letter,
    html,
    text,
    mailId: mail.id,
    // The time of queueing, so that every copy of a mail is the same to the last byte.
    at: mail.queuedAt,
  })
}
