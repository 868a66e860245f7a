import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Commit, type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import type { Enrollment } from '../enrollment.ts'
import { invitationShelf, readInvitationOf } from './invitation.table.ts'
import { type Invitation, invitationTrouble } from './invitation.ts'

export type InvitationRefusal = { code: 'not-invited' | 'invitation-used' | 'invitation-closed' }

/** The invitation by which somebody comes; undefined where the seminar is open and none is needed. */
export type Ticket = Stored<Invitation> | undefined

/**
 * Finds the invitation behind a token. A closed seminar is for those who have a good one; to an open one everybody may
 * come, and a good one is counted all the same, so that coordinators see who followed it.
 */
export async function findTicket(
  table: Pick<Table, 'read'>,
  seminar: Pick<Seminar, 'id' | 'access'>,
  { token, now }: { token: string | undefined; now: Instant },
): Promise<Result<Ticket, InvitationRefusal>> {
  const isClosed = seminar.access === 'invited'
  const found = token ? await readInvitationOf(table, seminar.id, token) : undefined
  if (!found) return isClosed ? refuse({ code: 'not-invited' }) : accept(undefined)
  const trouble = invitationTrouble(found.facts, now)
  if (!trouble) return accept(found)
  return isClosed ? refuse({ code: trouble }) : accept(undefined)
}

/** The write that counts one more person, refused when anybody counted meanwhile: so the limit holds at any moment. */
const countOneMore = (ticket: Stored<Invitation>, now: Instant): Write =>
  invitationShelf.replace(ticket, { ...ticket.facts, used: ticket.facts.used + 1, usedAt: now })

/** So many people may use one link in the same moment before the door says that it is too full. */
const mostCounts = 20

/**
 * Commits a place together with the count of the invitation. Where only the count was in the way, because somebody
 * else was counted in this moment, it counts anew for as long as the invitation is good.
 */
export async function commitWithTicket(
  { table, now }: { table: Table; now: Instant },
  ticket: Ticket,
  writes: readonly Write[],
): Promise<Commit> {
  if (!ticket) return table.commit(writes)
  let fresh: Stored<Invitation> | undefined = ticket
  for (let counts = 0; counts < mostCounts; counts++) {
    const outcome = await table.commit([...writes, countOneMore(fresh, now)])
    const isOnlyTheCount = !outcome.committed && outcome.failed.every((i) => i === writes.length)
    if (!isOnlyTheCount) return outcome
    fresh = await readAgain(table, fresh)
    if (!fresh || invitationTrouble(fresh.facts, now)) return outcome
  }
  throw new TableBusy('the invitation kept being used')
}

const readAgain = (table: Pick<Table, 'read'>, { facts }: Stored<Invitation>) =>
  invitationShelf.read(table, { seminarId: facts.seminarId, invitationId: facts.id })

/** The write that gives an invitation back, for the commit by which a place ends: its owner may use it once more. */
export async function giveInvitationBack(
  table: Pick<Table, 'read'>,
  { seminarId, invitationId }: Pick<Enrollment, 'seminarId' | 'invitationId'>,
): Promise<Write[]> {
  if (invitationId === '') return []
  const invitation = await invitationShelf.read(table, { seminarId, invitationId })
  if (!invitation) return []
  const used = Math.max(0, invitation.facts.used - 1)
  return [invitationShelf.replace(invitation, { ...invitation.facts, used })]
}
