import { type ReadingTable, type Stored, shelf } from '../kernel/table.ts'
import { type StaffMember, staffMemberSchema } from './staff.ts'

/** Everybody who works here, by mailbox; one address is one person. */
export const staffShelf = shelf<StaffMember, string>({
  table: 'office',
  kind: 'staff-member',
  schema: staffMemberSchema,
  key: (mailbox) => ({ pk: 'staff', sk: mailbox }),
})

/** Who works here now, by name; the removed are left out. */
export async function listStaff(table: ReadingTable): Promise<Stored<StaffMember>[]> {
  const stored = await table.list('office', 'staff')
  return stored
    .map(staffShelf.decode)
    .filter(({ facts }) => facts.state === 'active')
    .sort((a, b) => a.facts.name.localeCompare(b.facts.name, 'de'))
}
