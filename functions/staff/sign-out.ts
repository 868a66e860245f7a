import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { findSession, signInSessionShelf } from './sign-in-session.table.ts'

/** Somebody is done: the session ends here, not only in the browser. Signing out twice is fine. */
export async function signOut(world: { table: Table; now: Instant }, secret: string): Promise<void> {
  const session = await findSession(world.table, secret, world.now)
  if (!session) return
  const ended = { ...session.facts, expiresAt: world.now }
  await world.table.commit([signInSessionShelf.replace(session, ended, { expires: world.now })])
}
