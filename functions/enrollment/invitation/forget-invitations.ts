import type { Table, Write } from '../../kernel/table.ts'
import {
  forgottenInvitationsShelf,
  invitationLinkShelf,
  invitationShelf,
  listInvitationLinks,
  listInvitations,
} from './invitation.table.ts'

/** A commit writes a hundred things, one of which is the count. */
const atOnce = 99

/**
 * Forgets all invitations to a seminar that is long over, with the addresses of people who never came, and the tokens
 * that led to them; only their number stays. A run that dies is repeated.
 */
export async function forgetInvitations(
  { table }: { table: Pick<Table, 'read' | 'list' | 'counters' | 'commit'> },
  seminarId: string,
): Promise<void> {
  const links = await listInvitationLinks(table, seminarId)
  const invitations = await listInvitations(table, seminarId)
  const removals: { write: Write; counts: 0 | 1 }[] = [
    ...links.map((link) => ({ write: invitationLinkShelf.remove(link), counts: 0 as const })),
    ...invitations.map((invitation) => ({ write: invitationShelf.remove(invitation), counts: 1 as const })),
  ]
  for (let from = 0; from < removals.length; from += atOnce) {
    const some = removals.slice(from, from + atOnce)
    const before = await forgottenInvitationsShelf.read(table, seminarId)
    const count = some.reduce((sum, { counts }) => sum + counts, before?.facts.count ?? 0)
    await table.commit([
      before
        ? forgottenInvitationsShelf.replace(before, { count })
        : forgottenInvitationsShelf.create(seminarId, { count }),
      ...some.map(({ write }) => write),
    ])
  }
}
