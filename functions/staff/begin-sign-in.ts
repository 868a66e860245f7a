import { accept, type Result, refuse } from '../kernel/result.ts'
import { fingerprint, type NewSecret } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import { type Instant, later } from '../kernel/time.ts'
import type { OpenId } from './openid.ts'
import { signInAttemptShelf } from './sign-in-session.table.ts'
import { attemptLasts, safeReturnPath } from './sign-in-session.ts'

/** Where the browser goes next, and the secret its cookie keeps so that only this browser can finish. */
type BegunSignIn = { address: string; attemptSecret: string }

/** The provider does not answer; `fault` is for the log. */
export type BeginRefusal = { code: 'provider'; fault: unknown }

/** Somebody wants to sign in: note what must come back from the provider, and send them there. */
export async function beginSignIn(
  world: { table: Table; now: Instant; newSecret: NewSecret; openid: OpenId },
  command: { returnPath: string },
): Promise<Result<BegunSignIn, BeginRefusal>> {
  const { table, now, newSecret, openid } = world
  const [attemptSecret, state, nonce] = [newSecret(), newSecret(), newSecret()]
  // RFC 7636 wants at least 43 characters; one secret has 22.
  const verifier = `${newSecret()}${newSecret()}`
  const challenge = await fingerprint(verifier)
  const address = await openid
    .authorizationUrl({ state, nonce, challenge })
    .then(accept, (fault: unknown) => refuse({ code: 'provider' as const, fault }))
  if (!address.ok) return address
  const expiresAt = later(now, attemptLasts)
  await table.commit([
    signInAttemptShelf.create(
      await fingerprint(attemptSecret),
      { state, nonce, verifier, returnPath: safeReturnPath(command.returnPath), expiresAt },
      { expires: expiresAt },
    ),
  ])
  return accept({ address: address.value, attemptSecret })
}
