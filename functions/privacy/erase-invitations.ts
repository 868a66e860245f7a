import type { Enrollment } from '../enrollment/enrollment.ts'
import { invitationShelf } from '../enrollment/invitation/invitation.table.ts'
import { type Invitation, invitationIdFor } from '../enrollment/invitation/invitation.ts'
import type { ReadingTable, Stored, Table } from '../kernel/table.ts'
import { emptyMail, isEmptied } from '../mail/empty-mail.ts'
import { mailShelf } from '../mail/mail.table.ts'
import { listSeminars } from '../seminar/seminar.table.ts'

/** The table reads at most a hundred things at once. */
const atOnce = 100

/** Every invitation that went to this mailbox, whether it was ever used or not. */
export async function findInvitations(table: ReadingTable, mailbox: string): Promise<Stored<Invitation>[]> {
  const places = await Promise.all(
    (await listSeminars(table)).map(async ({ id }) =>
      invitationShelf.place({ seminarId: id, invitationId: await invitationIdFor(id, mailbox) }),
    ),
  )
  const pages = Array.from({ length: Math.ceil(places.length / atOnce) }, (_, page) =>
    table.read(places.slice(page * atOnce, (page + 1) * atOnce)),
  )
  return (await Promise.all(pages))
    .flat()
    .flatMap((stored) => (stored ? [invitationShelf.decode(stored)] : []))
}

/** Takes the address out of them and out of their mails; what is left only says that somebody was invited. */
export async function eraseInvitations(table: Table, mailbox: string): Promise<void> {
  for (const found of await findInvitations(table, mailbox)) await eraseWhole(table, found)
}

/** The invitation by which somebody came; it bears another address where theirs was corrected since. */
export async function eraseInvitationOf(
  table: Table,
  { seminarId, invitationId }: Pick<Enrollment, 'seminarId' | 'invitationId'>,
): Promise<void> {
  const found =
    invitationId === '' ? undefined : await invitationShelf.read(table, { seminarId, invitationId })
  if (found) await eraseWhole(table, found)
}

/** Refused where the clock is just writing to them, or a mail is on its way: then it is looked at once more. */
async function eraseWhole(table: Table, found: Stored<Invitation>): Promise<void> {
  let stored: Stored<Invitation> | undefined = found
  while (stored && stored.facts.email !== '' && !(await eraseOne(table, stored)))
    stored = await readAgain(table, stored)
}

const readAgain = (table: ReadingTable, { facts }: Stored<Invitation>) =>
  invitationShelf.read(table, { seminarId: facts.seminarId, invitationId: facts.id })

async function eraseOne(table: Table, stored: Stored<Invitation>): Promise<boolean> {
  const mails = (await table.read(stored.facts.mails.map(mailShelf.place))).flatMap((mail) =>
    mail ? [mailShelf.decode(mail)] : [],
  )
  const outcome = await table.commit([
    invitationShelf.replace(stored, { ...stored.facts, email: '', open: false, mails: [] }),
    ...mails.filter((mail) => !isEmptied(mail)).map(emptyMail),
  ])
  return outcome.committed
}
