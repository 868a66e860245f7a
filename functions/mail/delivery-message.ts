import * as v from 'valibot'
import { type Instant, parseInstant } from '../kernel/time.ts'
import type { DeliveryEvent } from './note-delivery.ts'
import type { DelayCode, TroubleCode } from './trouble-code.ts'

/** The provider's message about one mail, as far as it matters here (Amazon SES, "Event data"). */
const timestamp = v.optional(v.string())
const messageSchema = v.object({
  eventType: v.string(),
  mail: v.object({ timestamp, tags: v.record(v.string(), v.array(v.string())) }),
  delivery: v.optional(v.object({ timestamp })),
  bounce: v.optional(v.object({ timestamp, bounceType: v.string(), bounceSubType: v.optional(v.string()) })),
  complaint: v.optional(v.object({ timestamp, complaintFeedbackType: v.optional(v.nullable(v.string())) })),
  deliveryDelay: v.optional(v.object({ timestamp, delayType: v.optional(v.string()) })),
})

type Message = v.InferOutput<typeof messageSchema>
type Bounce = Message['bounce']

const says: Record<string, DeliveryEvent['says']> = {
  Send: 'sent',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'rejected',
  'Rendering Failure': 'rejected',
}

/** Why a mail came back, by the provider's sub-type; all others just came back. */
const bounces: Record<string, TroubleCode> = {
  NoEmail: 'bounced-unknown',
  Suppressed: 'bounced-suppressed',
  OnAccountSuppressionList: 'bounced-suppressed',
  MailboxFull: 'bounced-full',
  MessageTooLarge: 'bounced-too-large',
}

/** Why a mail is late, by the provider's type; all others are just late. */
const delays: Record<string, DelayCode> = {
  MailboxFull: 'delayed-full',
  RecipientServerError: 'delayed-unreachable',
  TransientCommunicationFailure: 'delayed-unreachable',
  SpamDetected: 'delayed-distrusted',
  IPFailure: 'delayed-distrusted',
}

/**
 * Reads such a message; undefined for kinds that change nothing, for mails that are not ours, and for plain text: when
 * the topic is connected the provider sends one sentence to say that it may.
 */
export function readDeliveryMessage(text: string): DeliveryEvent | undefined {
  const read = v.safeParse(messageSchema, jsonIn(text))
  if (!read.success) return undefined
  const { eventType, mail, bounce } = read.output
  const [mailId] = mail.tags.mail ?? []
  const said = Object.hasOwn(says, eventType) ? says[eventType] : undefined
  if (!mailId || !said || isAutomaticReply(bounce)) return undefined
  const at = timeOf(said, read.output)
  return { mailId, says: said, trouble: troubleOf(said, read.output), ...(at && { at }) }
}

/** When it happened, by the provider's clock: later than it is known, and the same however late the message comes. */
function timeOf(said: DeliveryEvent['says'], message: Message): Instant | undefined {
  const { mail, delivery, deliveryDelay, bounce, complaint } = message
  const told: Record<DeliveryEvent['says'], string | undefined> = {
    sent: mail.timestamp,
    rejected: mail.timestamp,
    delivered: delivery?.timestamp,
    delayed: deliveryDelay?.timestamp,
    bounced: bounce?.timestamp,
    complained: complaint?.timestamp,
  }
  return parseInstant(told[said] ?? '')
}

/**
 * The provider takes an out-of-office reply for a transient bounce of no particular kind; the mail has arrived. Those
 * of a particular kind (a full mailbox) come after its last try.
 */
const isAutomaticReply = (bounce: Bounce): boolean =>
  bounce?.bounceType === 'Transient' && (bounce.bounceSubType ?? 'General') === 'General'

function troubleOf(
  said: DeliveryEvent['says'],
  { bounce, complaint, deliveryDelay }: Message,
): DeliveryEvent['trouble'] {
  switch (said) {
    case 'sent':
    case 'delivered':
      return ''
    case 'delayed':
      return known(delays, deliveryDelay?.delayType ?? '') ?? 'delayed'
    case 'rejected':
      return 'refused'
    case 'bounced':
      return known(bounces, bounce?.bounceSubType ?? '') ?? 'bounced'
    case 'complained':
      return complaint?.complaintFeedbackType === 'abuse' ? 'complained-abuse' : 'complained'
  }
}

/** The provider may name something after a word that every object knows. */
const known = <Code>(codes: Record<string, Code>, word: string): Code | undefined =>
  Object.hasOwn(codes, word) ? codes[word] : undefined

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
