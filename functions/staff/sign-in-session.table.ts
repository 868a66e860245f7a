import { fingerprint } from '../kernel/secret.ts'
import { type ReadingTable, type Stored, shelf } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import {
  hasExpired,
  type SignInAttempt,
  type SignInSession,
  signInAttemptSchema,
  signInSessionSchema,
} from './sign-in-session.ts'

/** Who is signed in, by SHA-256 of the cookie's secret: reading the table lets nobody in. */
export const signInSessionShelf = shelf<SignInSession, string>({
  table: 'office',
  kind: 'sign-in-session',
  schema: signInSessionSchema,
  key: (hash) => ({ pk: `sign-in#${hash}`, sk: 'session' }),
})

/** Who is on the way to the provider, by SHA-256 of the secret in that browser's cookie. */
export const signInAttemptShelf = shelf<SignInAttempt, string>({
  table: 'office',
  kind: 'sign-in-attempt',
  schema: signInAttemptSchema,
  key: (hash) => ({ pk: `sign-in-attempt#${hash}`, sk: 'attempt' }),
})

/** The session of a cookie; an expired one is absent, even while the table still keeps it. */
export async function findSession(
  table: ReadingTable,
  secret: string,
  now: Instant,
): Promise<Stored<SignInSession> | undefined> {
  if (!isSecret(secret)) return undefined
  const stored = await signInSessionShelf.read(table, await fingerprint(secret))
  return stored && !hasExpired(stored.facts, now) ? stored : undefined
}

/** The attempt of a cookie; an expired one is absent. */
export async function findAttempt(
  table: ReadingTable,
  secret: string,
  now: Instant,
): Promise<Stored<SignInAttempt> | undefined> {
  if (!isSecret(secret)) return undefined
  const stored = await signInAttemptShelf.read(table, await fingerprint(secret))
  return stored && !hasExpired(stored.facts, now) ? stored : undefined
}

/** Cookies are written by others; what cannot be ours is not looked for. */
const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{8,64}$/.test(text)
