import * as v from 'valibot'
import { bytesFromBase64 } from '../../kernel/encoding.ts'
import { fingerprint } from '../../kernel/secret.ts'
import { type Instant, instantSchema, later, minute } from '../../kernel/time.ts'
import type { Session } from '../../seminar/seminar.ts'

/** So long a code can be typed, in minutes; long enough for whoever looks for their page first. */
export const codeMinutes = 10

/** So long after the end of a session a code can still be shown, in minutes: some sessions run over. */
export const lateMinutes = 30

/** A code shown this shortly before the end stands for the rest of the session, too: nobody shows one while leaving. */
const lastMinutes = 15

/** A code that was shown in a session, as it is compared. What was shown stands elsewhere, for the office only. */
export const attendanceCodeSchema = v.object({
  id: v.string(),
  /** The first of a session is 1. */
  number: v.number(),
  /** SHA-256 of the code together with its id. */
  print: v.string(),
  at: instantSchema,
  until: instantSchema,
  /** Whoever types it was there from then until then. */
  from: instantSchema,
  to: instantSchema,
})
export type AttendanceCode = v.InferOutput<typeof attendanceCodeSchema>

/** Letters and figures that nobody takes for one another, neither read nor on a blurred screen. */
const alphabet = 'ACDEFGHJKMNPRTWXY3479'
const codeLength = 6

/** A code from a fresh secret: one of 86 million, each as likely. */
export function codeFrom(secret: string): string {
  let rest = new DataView(bytesFromBase64(secret).slice(-8).buffer).getBigUint64(0)
  let code = ''
  for (let i = 0; i < codeLength; i++) {
    code += alphabet[Number(rest % BigInt(alphabet.length))]
    rest /= BigInt(alphabet.length)
  }
  return code
}

/** As it is read aloud: `AC3 D4E`. */
export const spoken = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** What a code is compared by. Small letters, spaces and hyphens do not matter. */
export const printOfCode = (id: string, typed: string): Promise<string> =>
  fingerprint(
    `${id}|${typed
      .slice(0, 60)
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')}`,
  )

/** Whether a code can be typed now. */
export const isGood = ({ at, until }: Pick<AttendanceCode, 'at' | 'until'>, now: Instant): boolean =>
  at <= now && now < until

/**
 * For which time a code stands that is shown now: since the last one that somebody typed, or since the start, until
 * now; towards the end, until the end.
 */
export function spanOfCode(
  session: Session,
  { now, before }: { now: Instant; before: Instant | undefined },
): { from: Instant; to: Instant } {
  const isLast = now >= later(session.end, -lastMinutes * minute)
  return { from: before ?? session.start, to: isLast ? session.end : now }
}

/** Until when codes of a session are shown. */
export const lastCodeAt = (session: Session): Instant => later(session.end, lateMinutes * minute)

/** Whether people may have a code of this session to type, as far as the clock tells. */
export const isCodeTime = (session: Session, now: Instant): boolean =>
  session.start <= now && now < later(lastCodeAt(session), codeMinutes * minute)

/** The id of the notice that somebody typed a code; it follows from the code, so that typing it twice is once. */
export const noticeOfCode = (id: string): string => `code.${id}`
