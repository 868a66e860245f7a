import type { EmailAddress } from '../kernel/email-address.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { auditEntry } from './audit.table.ts'
import { listStaff, staffShelf } from './staff.table.ts'
import { plainName, type Role, type StaffMember, staffMailbox } from './staff.ts'

/**
 * Why somebody is not let in. already-here: the address is known · same-name: somebody of that name works here, and a
 * trainer's seminars follow from the name, as a list with two names wants two people
 */
export type InviteStaffRefusal = { code: 'already-here' | 'same-name' }

/** An administrator lets somebody in with a role; somebody who was removed may come back. */
export async function inviteStaff(
  world: { table: Table; now: Instant; newId: NewId },
  command: { email: EmailAddress; name: string; role: Role; by: string },
): Promise<Result<StaffMember, InviteStaffRefusal>> {
  const { table, now } = world
  const mailbox = staffMailbox(command.email)
  const known = await staffShelf.read(table, mailbox)
  if (known?.facts.state === 'active') return refuse({ code: 'already-here' })
  const name = plainName(command.name)
  if ((await listStaff(table)).some(({ facts }) => plainName(facts.name) === name))
    return refuse({ code: 'same-name' })
  const member: StaffMember = {
    email: mailbox,
    name: command.name,
    role: command.role,
    state: 'active',
    since: now,
  }
  const { committed } = await table.commit([
    known ? staffShelf.replace(known, member) : staffShelf.create(mailbox, member),
    auditEntry(world, { who: command.by, deed: 'invite-staff', about: mailbox }),
  ])
  return committed ? accept(member) : refuse({ code: 'already-here' })
}
