import * as v from 'valibot'
import type { DeliveryEvent } from './note-delivery.ts'
import type { TroubleCode } from './trouble-code.ts'

/** The provider's message about one mail, as far as it matters here (Amazon SES, "Event data"). */
const messageSchema = v.object({
  eventType: v.string(),
  mail: v.object({ tags: v.record(v.string(), v.array(v.string())) }),
  bounce: v.optional(v.object({ bounceType: v.string(), bounceSubType: v.optional(v.string()) })),
  complaint: v.optional(v.object({ complaintFeedbackType: v.optional(v.nullable(v.string())) })),
})

type Bounce = v.InferOutput<typeof messageSchema>['bounce']

const says: Record<string, DeliveryEvent['says']> = {
  Send: 'sent',
  Delivery: 'delivered',
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

/**
 * Reads such a message; undefined for kinds that change nothing (a delay), for mails that are not ours, and for plain
 * text: when the topic is connected the provider sends one sentence to say that it may.
 */
export function readDeliveryMessage(text: string): DeliveryEvent | undefined {
  const read = v.safeParse(messageSchema, jsonIn(text))
  if (!read.success) return undefined
  const { eventType, mail, bounce, complaint } = read.output
  const [mailId] = mail.tags.mail ?? []
  const said = Object.hasOwn(says, eventType) ? says[eventType] : undefined
  if (!mailId || !said || isAutomaticReply(bounce)) return undefined
  return { mailId, says: said, trouble: troubleOf(said, { bounce, complaint }) }
}

/**
 * The provider takes an out-of-office reply for a transient bounce of no particular kind; the mail has arrived. Those
 * of a particular kind (a full mailbox) come after its last try.
 */
const isAutomaticReply = (bounce: Bounce): boolean =>
  bounce?.bounceType === 'Transient' && (bounce.bounceSubType ?? 'General') === 'General'

function troubleOf(
  said: DeliveryEvent['says'],
  { bounce, complaint }: Pick<v.InferOutput<typeof messageSchema>, 'bounce' | 'complaint'>,
): DeliveryEvent['trouble'] {
  const subType = bounce?.bounceSubType ?? ''
  switch (said) {
    case 'sent':
    case 'delivered':
      return ''
    case 'rejected':
      return 'refused'
    case 'bounced':
      return (Object.hasOwn(bounces, subType) && bounces[subType]) || 'bounced'
    case 'complained':
      return complaint?.complaintFeedbackType === 'abuse' ? 'complained-abuse' : 'complained'
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
