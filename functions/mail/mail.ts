import * as v from 'valibot'
import { type Instant, instantSchema, later, minute } from '../kernel/time.ts'
import { letterSchema } from './letter.ts'

/**
 * queued: waits to be sent · sending: a worker has it until its lease ends · sent: handed over · unknown: handed
 * over or not, nobody knows · failed: given up, shown in the office · bounced, complained: the provider said so ·
 * outdated: its time had passed before it could be sent
 */
export const mailStates = [
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
  letter: letterSchema,
  /** What it is about, for counting and for the mail log: `invite`, `certificate`, … */
  cause: v.string(),
  seminarId: v.string(),
  queuedAt: instantSchema,
  /** After that it makes no sense any more (a reminder after the start); null means always. */
  notAfter: v.nullable(instantSchema),
  /** How often it was tried at all, and how often a copy may have gone out. */
  tries: v.number(),
  copies: v.number(),
  /** The provider's own id of the message, empty until it was accepted. */
  messageId: v.string(),
  /** A code of what went wrong last, empty when nothing did. */
  trouble: v.string(),
})
export type Mail = v.InferOutput<typeof mailSchema>

/** At most so many copies of a mail may go out, even if every answer of the provider is lost (promise 5). */
export const mostCopies = 3
/** A provider that is down is asked again for a day; then a human must look. */
export const givesUpAfterHours = 24
/** A worker that does not come back for so long has died. */
export const leaseMinutes = 2

/** Between two attempts never passes more than this, so a mail that is not out yet always falls due by then. */
export const longestPauseMinutes = 15

/** Waits 1, 2, 4 … minutes, at most 15, between two attempts. */
export const nextTry = (now: Instant, tries: number): Instant =>
  later(now, Math.min(longestPauseMinutes, 2 ** Math.max(0, tries - 1)) * minute)
