import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import type { Table, Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { withdrawMails } from '../../mail/withdraw.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { invitationLinkShelf, invitationShelf, isInvitationToken } from './invitation.table.ts'
import { type Invitation, invitationIdOfSecret, noInvitationsTo } from './invitation.ts'

export type ChangeInvitationRefusal = { code: 'unknown' | 'in-use' | 'changed-meanwhile' }
export type MakeLinkRefusal = { code: 'unknown' | 'not-published' | 'over' }

type World = { table: Table; now: Instant; also: readonly Write[] }
type InvitationName = { seminarId: string; invitationId: string }

type LinkCommand = { seminarId: string; name: string; limit: number; until: Instant | null; token: string }

/**
 * Makes a link that so many people may use until then. The token was drawn with the form, so that the same form sent
 * twice makes one link and shows it twice; stored is only its SHA-256.
 */
export async function makeInvitationLink(
  { table, now, also }: World,
  { seminarId, name, limit, until, token }: LinkCommand,
): Promise<Result<Invitation, MakeLinkRefusal>> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const trouble = seminar && isInvitationToken(token) ? noInvitationsTo(seminar, now) : 'unknown'
  if (trouble) return refuse({ code: trouble })
  const id = await invitationIdOfSecret(seminarId, token)
  const invitation: Invitation = {
    id,
    seminarId,
    kind: 'link',
    email: '',
    name,
    language: 'de',
    limit,
    used: 0,
    usedAt: null,
    until,
    open: true,
    madeAt: now,
    letters: [],
    mails: [],
  }
  const outcome = await table.commit([
    invitationShelf.create({ seminarId, invitationId: id }, invitation),
    invitationLinkShelf.create({ seminarId, hash: await fingerprint(token) }, { invitationId: id }),
    ...also,
  ])
  if (outcome.committed) return accept(invitation)
  const twin = await invitationShelf.read(table, { seminarId, invitationId: id })
  return twin ? accept(twin.facts) : refuse({ code: 'unknown' })
}

/** Another token for a link that is there, since the first one lies nowhere; both lead to the same places. */
export async function showLinkAgain(
  { table, newSecret, also }: World & { newSecret: NewSecret },
  { seminarId, invitationId }: InvitationName,
): Promise<Result<{ invitation: Invitation; token: string }, ChangeInvitationRefusal>> {
  const stored = await invitationShelf.read(table, { seminarId, invitationId })
  if (stored?.facts.kind !== 'link') return refuse({ code: 'unknown' })
  const token = newSecret()
  const outcome = await table.commit([
    invitationLinkShelf.create({ seminarId, hash: await fingerprint(token) }, { invitationId }),
    ...also,
  ])
  return outcome.committed
    ? accept({ invitation: stored.facts, token })
    : refuse({ code: 'changed-meanwhile' })
}

/** Closes a link for the time being, or opens it again; what was used of it stays counted. */
export async function setLinkOpen(
  { table, also }: World,
  { seminarId, invitationId, open }: InvitationName & { open: boolean },
): Promise<Result<Invitation, ChangeInvitationRefusal>> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = await invitationShelf.read(table, { seminarId, invitationId })
    if (stored?.facts.kind !== 'link') return refuse({ code: 'unknown' })
    const invitation: Invitation = { ...stored.facts, open }
    const outcome = await table.commit([invitationShelf.replace(stored, invitation), ...also])
    // Refused where somebody used it in this moment: once more.
    if (outcome.committed) return accept(invitation)
  }
  return refuse({ code: 'changed-meanwhile' })
}

/**
 * Takes the invitation of one address back: it is forgotten with the address, and what has not been sent is not sent
 * any more. Not possible once somebody has a place by it; their place is theirs.
 */
export async function withdrawInvitation(
  { table, also }: World,
  { seminarId, invitationId }: InvitationName,
): Promise<Result<Invitation, ChangeInvitationRefusal>> {
  const stored = await invitationShelf.read(table, { seminarId, invitationId })
  if (stored?.facts.kind !== 'address') return refuse({ code: 'unknown' })
  if (stored.facts.used > 0) return refuse({ code: 'in-use' })
  const outcome = await table.commit([
    invitationShelf.remove(stored),
    ...(await withdrawMails(table, stored.facts.mails)),
    ...also,
  ])
  return outcome.committed ? accept(stored.facts) : refuse({ code: 'changed-meanwhile' })
}
