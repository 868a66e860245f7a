import * as v from 'valibot'
import { type Instant, instantSchema } from '../kernel/time.ts'
import { delayCodes, troubleCodes } from './trouble-code.ts'

/** What can happen to a mail once it was begun to send. */
export const happenings = ['sent', 'delayed', 'failed', 'delivered', 'bounced', 'complained'] as const
export type Happening = (typeof happenings)[number]

/** Why it happened; empty where nothing is wrong. Words of a version that came and went are forgotten. */
const whySchema = v.fallback(v.picklist(['', ...troubleCodes, ...delayCodes]), '')
export type Why = v.InferOutput<typeof whySchema>

const happenedSchema = v.object({ at: instantSchema, why: whySchema })
const once = v.optional(happenedSchema)

/** Each thing that happened, with its first time; copies and doubled events add nothing. */
export const historySchema = v.object({
  sent: once,
  delayed: once,
  failed: once,
  delivered: once,
  bounced: once,
  complained: once,
})
export type History = v.InferOutput<typeof historySchema>

/**
 * The history with one more thing in it. Of two accounts of the same thing the earlier one counts, so that the order in
 * which they come in does not matter.
 */
export function addHappening(
  history: History,
  { what, at, why }: { what: Happening; at: Instant; why: Why },
): History {
  const known = history[what]
  if (known && (known.at < at || (known.at === at && known.why <= why))) return history
  return { ...history, [what]: { at, why } }
}
