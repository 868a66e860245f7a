import * as v from 'valibot'
import { hour, type Instant, instantSchema, later, minute } from '../kernel/time.ts'
import { letterSchema } from './letter.ts'
import { historySchema } from './mail-history.ts'
import { troubleCodes } from './trouble-code.ts'

/**
 * queued: waits to be sent · sending: a worker has it until its lease ends · sent: handed over · unknown: handed
 * over or not, nobody knows · failed: given up, shown in the office · bounced, complained: the provider said so ·
 * outdated: its time had passed before it could be sent
 */
const mailStates = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'failed',
  'delivered',
  'bounced',
  'complained',
  'outdated',
] as const
export type MailState = (typeof mailStates)[number]

/** A mail in the outbox, stored in the same commit as the fact it tells. */
export const mailSchema = v.object({
  id: v.string(),
  state: v.picklist(mailStates),
  to: v.object({ name: v.string(), address: v.string() }),
  /** Where answers go; absent for the association's own address. */
  replyTo: v.optional(v.object({ name: v.string(), address: v.string() })),
  letter: letterSchema,
  /** What it is about, for counting and for the mail log: `invite`, `certificate`, … */
  cause: v.string(),
  seminarId: v.string(),
  /** The session it is about; empty for letters about the whole seminar. */
  sessionId: v.optional(v.string(), ''),
  queuedAt: instantSchema,
  /** After that it makes no sense any more (a reminder after the start); null means always. */
  notAfter: v.nullable(instantSchema),
  /** How often it was tried at all, and how often a copy may have gone out. */
  tries: v.number(),
  copies: v.number(),
  /** The provider's own id of the message, empty until it was accepted. */
  messageId: v.string(),
  /** What went wrong last, empty when nothing did, or when an older version wrote it. */
  trouble: v.fallback(v.picklist(['', ...troubleCodes]), ''),
  /** What happened to it and when; an older version noted nothing. */
  history: v.optional(historySchema, {}),
})
export type Mail = v.InferOutput<typeof mailSchema>

/** At most so many copies of a mail may go out, even if every answer of the provider is lost (promise 5). */
export const mostCopies = 3
/** A provider that is down is asked again for a day; then a human must look. */
export const givesUpAfterHours = 24
/** A worker that does not come back for so long has died. */
const leaseMinutes = 2

/** Between two attempts never passes more than this, so a mail that is not out yet always falls due by then. */
export const longestPauseMinutes = 12 * 60

/** A provider that is certain not to have taken it is asked again after 1, 2, 4 … minutes, at most 15. */
export const nextTry = (now: Instant, tries: number): Instant =>
  later(now, Math.min(15, 2 ** Math.max(0, tries - 1)) * minute)

/** How long the provider's events may settle an unclear hand-over, after the first, the second, the third copy. */
const settlesWithin = [10 * minute, 4 * hour, longestPauseMinutes * minute]

/**
 * When an unclear hand-over is tried again, or given up after the last copy. The copies are few, so they are spread
 * over the day: an outage of some hours is outlived.
 */
export const settledBy = (now: Instant, copies: number): Instant =>
  later(now, settlesWithin[Math.min(copies, mostCopies) - 1] ?? 10 * minute)

/** When a worker that does not come back has died; after a second copy that is as unclear as a lost answer. */
export const leaseEnd = (now: Instant, copies: number): Instant =>
  copies === 1 ? later(now, leaseMinutes * minute) : settledBy(now, copies)
