import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { findSession } from './sign-in-session.table.ts'
import { staffShelf } from './staff.table.ts'
import type { StaffMember } from './staff.ts'

/** Who asks. Session and role are read afresh each time, so whoever was removed is out at once. */
export async function findSignedIn(
  world: { table: ReadingTable; now: Instant },
  secret: string,
): Promise<StaffMember | undefined> {
  const session = await findSession(world.table, secret, world.now)
  const member = session && (await staffShelf.read(world.table, session.facts.mailbox))
  return member?.facts.state === 'active' ? member.facts : undefined
}
