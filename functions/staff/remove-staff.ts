import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { auditEntry } from './audit.table.ts'
import { staffShelf } from './staff.table.ts'
import type { StaffMember } from './staff.ts'

/** Why somebody keeps their access. */
export type RemoveStaffRefusal = { code: 'unknown' | 'yourself' | 'changed-meanwhile' }

/** An administrator takes somebody's access away; it ends with their next click. Nobody removes themselves. */
export async function removeStaff(
  world: { table: Table; now: Instant; newId: NewId },
  command: { mailbox: string; by: string },
): Promise<Result<StaffMember, RemoveStaffRefusal>> {
  // So there is always an administrator left.
  if (command.mailbox === command.by) return refuse({ code: 'yourself' })
  const known = await staffShelf.read(world.table, command.mailbox)
  if (known?.facts.state !== 'active') return refuse({ code: 'unknown' })
  const removed: StaffMember = { ...known.facts, state: 'removed', since: world.now }
  const { committed } = await world.table.commit([
    staffShelf.replace(known, removed),
    auditEntry(world, { who: command.by, deed: 'remove-staff', about: command.mailbox }),
  ])
  return committed ? accept(removed) : refuse({ code: 'changed-meanwhile' })
}
