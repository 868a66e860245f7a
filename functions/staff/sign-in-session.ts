import * as v from 'valibot'
import { hour, type Instant, instantSchema, minute } from '../kernel/time.ts'

/** Somebody is signed in: who, and until when. Which role they have is read afresh at each request. */
export const signInSessionSchema = v.object({
  mailbox: v.string(),
  startedAt: instantSchema,
  expiresAt: instantSchema,
})
export type SignInSession = v.InferOutput<typeof signInSessionSchema>

/** A working day, so that an evening's work is never cut off in the middle. */
export const sessionLasts = 12 * hour

/** Somebody is on the way to the provider and back; what must come back with them. */
export const signInAttemptSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  /** PKCE (RFC 7636): only who began can finish. */
  verifier: v.string(),
  /** Where the person wanted to go, always a path of the office. */
  returnPath: v.string(),
  expiresAt: instantSchema,
})
export type SignInAttempt = v.InferOutput<typeof signInAttemptSchema>

/** Long enough to look for a code in the mail. */
export const attemptLasts = 10 * minute

/** Whether its time is over, whatever the table still keeps. */
export const hasExpired = ({ expiresAt }: { expiresAt: Instant }, now: Instant): boolean => now >= expiresAt

const officePath = /^\/office(?:\/[A-Za-z0-9_-]+)*(?:\?lang=(?:de|tr|en))?$/
const signInPath = /^\/office\/(?:sign-in|sign-out|callback)/

/** Where to go after signing in: a path of the office as we write them ourselves, the entrance for all others. */
export const safeReturnPath = (wish: string): string =>
  wish.length <= 200 && officePath.test(wish) && !signInPath.test(wish) ? wish : '/office'
