import { parseEmailAddress } from '../kernel/email-address.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { fingerprint, type NewId, type NewSecret, sameSecret } from '../kernel/secret.ts'
import type { Table, Write } from '../kernel/table.ts'
import { type Instant, later } from '../kernel/time.ts'
import { auditEntry } from './audit.table.ts'
import type { OpenId, OpenIdPerson } from './openid.ts'
import { findAttempt, signInAttemptShelf, signInSessionShelf } from './sign-in-session.table.ts'
import { sessionLasts } from './sign-in-session.ts'
import { staffShelf } from './staff.table.ts'
import { type StaffMember, staffMailbox } from './staff.ts'

/** Why somebody who comes back from the provider is not let in. */
export type SignInRefusal =
  /** Not begun in this browser, begun too long ago, or finished already. */
  | { code: 'not-begun' }
  | { code: 'unverified' }
  | { code: 'no-role' }
  /** The provider said no: the person stopped, or the code is made up, used or too old. */
  | { code: 'declined' }
  /** The provider did not answer, or not as it should; `fault` is for the log. */
  | { code: 'provider'; fault: unknown }

/** The secret for the browser's cookie, and where the person wanted to go. */
type FinishedSignIn = { sessionSecret: string; returnPath: string }

type SignInWorld = {
  table: Table
  now: Instant
  newId: NewId
  newSecret: NewSecret
  openid: OpenId
  firstAdministrator: string
}

/** Somebody comes back from the provider: if they work here, they are signed in for a working day. */
export async function finishSignIn(
  world: SignInWorld,
  command: { attemptSecret: string; state: string; callbackUrl: string },
): Promise<Result<FinishedSignIn, SignInRefusal>> {
  const { table, now, newSecret, openid } = world
  const attempt = await findAttempt(table, command.attemptSecret, now)
  if (!attempt || !sameSecret(attempt.facts.state, command.state)) return refuse({ code: 'not-begun' })
  const { state, nonce, verifier, returnPath } = attempt.facts
  // Neither a code nor a reason: somebody typed the address.
  const asked = new URL(command.callbackUrl).searchParams
  if (!asked.get('code') && !asked.has('error')) return refuse({ code: 'declined' })
  const answer = await openid
    .exchange({ callbackUrl: command.callbackUrl, state, nonce, verifier })
    .then(accept, (fault: unknown) => refuse(refusalOf(fault)))
  if (!answer.ok) return answer
  const mailbox = mailboxOf(answer.value)
  if (mailbox === undefined) return refuse({ code: 'unverified' })
  const known = await staffShelf.read(table, mailbox)
  const founding = known ? [] : foundingWrites(world, mailbox, answer.value)
  if (known?.facts.state !== 'active' && founding.length === 0) return refuse({ code: 'no-role' })
  const sessionSecret = newSecret()
  const expiresAt = later(now, sessionLasts)
  const { committed } = await table.commit([
    // Removing the attempt in the same commit is what makes a second use of the same answer fail.
    signInAttemptShelf.remove(attempt),
    signInSessionShelf.create(
      await fingerprint(sessionSecret),
      { mailbox, startedAt: now, expiresAt },
      { expires: expiresAt },
    ),
    ...founding,
  ])
  return committed ? accept({ sessionSecret, returnPath }) : refuse({ code: 'not-begun' })
}

/** What the provider says about this person or this code; other words of it are about us, and belong into the log. */
const noes = ['access_denied', 'invalid_grant', 'login_required', 'interaction_required', 'consent_required']

const refusalOf = (fault: unknown): SignInRefusal =>
  fault instanceof Error && 'error' in fault && noes.includes(String(fault.error))
    ? { code: 'declined' }
    : { code: 'provider', fault }

/** Only an address that the provider has checked says who somebody is. */
function mailboxOf(person: OpenIdPerson): string | undefined {
  const email = person.emailVerified ? parseEmailAddress(person.email) : undefined
  return email && staffMailbox(email)
}

/** The first administrator is named by whoever runs the house; from then on what is stored counts. */
function foundingWrites(world: SignInWorld, mailbox: string, person: OpenIdPerson): Write[] {
  const first = parseEmailAddress(world.firstAdministrator)
  if (!first || staffMailbox(first) !== mailbox) return []
  const member: StaffMember = {
    email: mailbox,
    name: person.name.trim().slice(0, 120) || mailbox,
    role: 'administrator',
    state: 'active',
    since: world.now,
  }
  return [
    staffShelf.create(mailbox, member),
    auditEntry(world, { who: mailbox, deed: 'become-first-administrator', about: mailbox }),
  ]
}
