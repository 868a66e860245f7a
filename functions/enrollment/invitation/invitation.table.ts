import * as v from 'valibot'
import { fingerprint } from '../../kernel/secret.ts'
import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'
import { type Invitation, invitationSchema } from './invitation.ts'

type InvitationName = { seminarId: string; invitationId: string }

const keyOf = (seminarId: string): string => `invitations#${seminarId}`

export const invitationShelf = shelf<Invitation, InvitationName>({
  table: 'people',
  kind: 'invitation',
  schema: invitationSchema,
  key: ({ seminarId, invitationId }) => ({ pk: keyOf(seminarId), sk: `invitation#${invitationId}` }),
})

/** A token that was given out leads to its invitation. It lies under its SHA-256; the token itself lies nowhere. */
export const invitationLinkShelf = shelf<{ invitationId: string }, { seminarId: string; hash: string }>({
  table: 'people',
  kind: 'invitation-link',
  schema: v.object({ invitationId: v.string() }),
  key: ({ seminarId, hash }) => ({ pk: keyOf(seminarId), sk: `link#${hash}` }),
})

/** How many invitations were forgotten, once the seminar was long over. */
export const forgottenInvitationsShelf = shelf<{ count: number }, string>({
  table: 'people',
  kind: 'forgotten-invitations',
  schema: v.object({ count: v.number() }),
  key: (seminarId) => ({ pk: keyOf(seminarId), sk: 'forgotten' }),
})

/** A token is 128 random bits. */
export const isInvitationToken = (text: string): boolean => /^[\w-]{22}$/.test(text)

/** The invitation that a token opens in this seminar; undefined for malformed, unknown and foreign ones alike. */
export async function readInvitationOf(
  table: Pick<ReadingTable, 'read'>,
  seminarId: string,
  token: string,
): Promise<Stored<Invitation> | undefined> {
  if (!isInvitationToken(token)) return undefined
  const link = await invitationLinkShelf.read(table, { seminarId, hash: await fingerprint(token) })
  return link && invitationShelf.read(table, { seminarId, invitationId: link.facts.invitationId })
}

/** All invitations to a seminar, the newest first, those of one list by address. */
export async function listInvitations(table: ReadingTable, seminarId: string): Promise<Stored<Invitation>[]> {
  const stored = await table.list('people', keyOf(seminarId), 'invitation#')
  return stored
    .map(invitationShelf.decode)
    .sort(
      ({ facts: a }, { facts: b }) =>
        b.madeAt.localeCompare(a.madeAt) || a.email.localeCompare(b.email, 'en'),
    )
}

/** All tokens that were given out for a seminar, for forgetting them. */
export async function listInvitationLinks(table: ReadingTable, seminarId: string) {
  return (await table.list('people', keyOf(seminarId), 'link#')).map(invitationLinkShelf.decode)
}
