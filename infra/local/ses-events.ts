import { randomUUID } from 'node:crypto'
import { type Instant, instantFrom, millisecondsOf } from '../../functions/kernel/time.ts'
import type { KeptMail } from './mail-store.ts'

/** How a mail fares after it was accepted; addresses decide, as with SES's mailbox simulator. */
type Fate = 'Delivery' | 'DeliveryDelay' | 'Bounce' | 'Complaint'

const fateOf = (address: string): readonly Fate[] => {
  if (address.startsWith('bounce')) return ['Bounce']
  // A full mailbox that somebody tidies up.
  if (address.startsWith('delay')) return ['DeliveryDelay', 'Delivery']
  // Somebody complains about what they have received.
  if (address.startsWith('complaint')) return ['Delivery', 'Complaint']
  return ['Delivery']
}

/** The events that a configuration set publishes about a mail, in the shape of SES event publishing. */
export function sesEvents(mail: KeptMail): object[] {
  const fates = [...new Set(mail.to.flatMap(fateOf))]
  const send = { eventType: 'Send', mail: mailObject(mail), send: {} }
  return [send, ...fates.map((fate) => fateEvent(mail, fate))]
}

function fateEvent(mail: KeptMail, fate: Fate): object {
  const recipients = mail.to.filter((address) => fateOf(address).includes(fate))
  const timestamp = instantFrom(millisecondsOf(mail.sentAt) + 500)
  const about = { eventType: fate, mail: mailObject(mail) }
  switch (fate) {
    case 'Delivery':
      return { ...about, delivery: delivery(recipients, timestamp) }
    case 'DeliveryDelay':
      return { ...about, deliveryDelay: deliveryDelay(recipients, timestamp) }
    case 'Bounce':
      return { ...about, bounce: bounce(recipients, timestamp) }
    case 'Complaint':
      return { ...about, complaint: complaint(recipients, timestamp) }
  }
}

const mailObject = (mail: KeptMail): object => ({
  timestamp: mail.sentAt,
  source: mail.from,
  sendingAccountId: '000000000000',
  messageId: mail.messageId,
  destination: mail.to,
  headersTruncated: false,
  tags: {
    'ses:configuration-set': [mail.configurationSet],
    ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
  },
})

const delivery = (recipients: string[], timestamp: Instant): object => ({
  timestamp,
  processingTimeMillis: 500,
  recipients,
  smtpResponse: '250 2.0.0 OK',
  reportingMTA: 'local.amazonses.com',
})

const deliveryDelay = (recipients: string[], timestamp: Instant): object => ({
  delayType: 'MailboxFull',
  delayedRecipients: recipients.map((emailAddress) => ({
    emailAddress,
    status: '4.2.2',
    diagnosticCode: 'smtp; 452 4.2.2 mailbox full',
  })),
  expirationTime: instantFrom(millisecondsOf(timestamp) + 14 * 3_600_000),
  reportingMTA: 'local.amazonses.com',
  timestamp,
})

const bounce = (recipients: string[], timestamp: Instant): object => ({
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: recipients.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  })),
  timestamp,
  feedbackId: randomUUID(),
  reportingMTA: 'dns; local.amazonses.com',
})

const complaint = (recipients: string[], timestamp: Instant): object => ({
  complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
  timestamp,
  feedbackId: randomUUID(),
  complaintFeedbackType: 'abuse',
})

/** An event as a function behind an SNS topic gets it. */
export const snsEvent = (message: object, now: Instant): object => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:eu-central-1:000000000000:mail-events:local',
      Sns: {
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: 'arn:aws:sns:eu-central-1:000000000000:mail-events',
        Subject: 'Amazon SES Email Event Notification',
        Message: JSON.stringify(message),
        Timestamp: now,
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
      },
    },
  ],
})
