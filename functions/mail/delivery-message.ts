import * as v from 'valibot'
import type { DeliveryEvent } from './note-delivery.ts'

/** The provider's message about one mail, as far as it matters here (Amazon SES, "Event data"). */
const messageSchema = v.object({
  eventType: v.string(),
  mail: v.object({ tags: v.record(v.string(), v.array(v.string())) }),
  bounce: v.optional(v.object({ bounceType: v.string(), bounceSubType: v.optional(v.string()) })),
  complaint: v.optional(v.object({ complaintFeedbackType: v.optional(v.nullable(v.string())) })),
})

const says: Record<string, DeliveryEvent['says']> = {
  Send: 'sent',
  Delivery: 'delivered',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'rejected',
  'Rendering Failure': 'rejected',
}

/** Reads such a message; undefined for kinds that change nothing (a delay) and for mails that are not ours. */
export function readDeliveryMessage(text: string): DeliveryEvent | undefined {
  const read = v.safeParse(messageSchema, JSON.parse(text))
  if (!read.success) return undefined
  const { eventType, mail, bounce, complaint } = read.output
  const [mailId] = mail.tags.mail ?? []
  const said = Object.hasOwn(says, eventType) ? says[eventType] : undefined
  // A transient bounce (full mailbox, out of office) is no trouble yet: the provider keeps trying.
  if (!mailId || !said || bounce?.bounceType === 'Transient') return undefined
  const trouble = bounce
    ? `bounce-${bounce.bounceSubType ?? bounce.bounceType}`
    : complaint
      ? `complaint-${complaint.complaintFeedbackType ?? 'unspecified'}`
      : ''
  return { mailId, says: said, trouble }
}
