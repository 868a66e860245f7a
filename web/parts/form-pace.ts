import { type Instant, instantFrom, later } from '../../functions/kernel/time.ts'

/** Nobody reads and fills in a form faster than this; programs do. */
const fastest = 2_000

/** Whether a form comes back sooner than a person can fill it in. Asked only of a token that was found genuine. */
export function isTooQuick(token: string, now: Instant): boolean {
  const issuedAt = Number(token.split('.')[1])
  return now < later(instantFrom(issuedAt), fastest)
}
