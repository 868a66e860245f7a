import type { EmailAddress } from '../../functions/kernel/email-address.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf } from '../../functions/programme/programme.table.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import { staffShelf } from '../../functions/staff/staff.table.ts'
import { staffMailbox } from '../../functions/staff/staff.ts'
import { people } from './people.ts'

/** Gives the people of the local sign-in their roles; whoever was changed in the office meanwhile stays so. */
export async function storePeople(table: Table, now: Instant): Promise<void> {
  for (const { name, email, role } of people) {
    if (!role) continue
    const mailbox = staffMailbox(email as EmailAddress)
    await table.commit([
      staffShelf.create(mailbox, { email: mailbox, name, role, state: 'active', since: now }),
    ])
  }
}

/** Whether nobody has entered anything yet. */
export async function isEmpty(table: Table): Promise<boolean> {
  const seminars = await listSeminars(table)
  return seminars.length === 0 && !(await organisationShelf.read(table, null))
}
