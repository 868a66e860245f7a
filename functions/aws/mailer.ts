import { MessageRejected, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { HandedOver, HandOver } from '../mail/hand-over.ts'
import { layOutLetter } from '../mail/letter-layout.tsx'
import type { LetterSender } from '../mail/letter-words.ts'
import { composeMail } from './compose-mail.ts'
import type { Config } from './config.ts'

/**
 * The mail provider, Amazon SES: one attempt per call. The SDK's own retries would send up to three identical mails
 * after a lost answer, so they are off and the outbox decides what comes next.
 */
export function openMailer(config: Config, { sender }: { sender: () => Promise<LetterSender> }): HandOver {
  const client = new SESClient({
    region: config.region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
    ...(config.endpoints.ses && {
      endpoint: config.endpoints.ses,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
  return async (mail) => {
    const from = await sender()
    const { html, text } = layOutLetter(mail.letter, from)
    const bytes = await composeMail({
      from: { name: from.name, address: config.mailFrom },
      to: mail.to,
      letter: mail.letter,
      html,
      text,
      mailId: mail.id,
      // The time of queueing, so that every copy of a mail is the same to the last byte.
      at: mail.queuedAt,
    })
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
      return judgeFault(fault)
    }
  }
}

/** Sorts the provider's errors: refused for good, not now, or nobody knows whether it went out. */
function judgeFault(fault: unknown): HandedOver {
  const {
    name = 'Error',
    $metadata,
    code,
  } = fault as {
    name?: string
    code?: string
    $metadata?: { httpStatusCode?: number }
  }
  if (fault instanceof MessageRejected || name === 'InvalidParameterValue')
    return { outcome: 'refused', trouble: name }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return { outcome: 'busy', trouble: code }
  const status = $metadata?.httpStatusCode ?? 0
  // Throttled, account paused, wrong rights: certain that nothing was sent, and likely to pass.
  if (status >= 400 && status < 500) return { outcome: 'busy', trouble: name }
  return { outcome: 'unknown', trouble: name }
}
