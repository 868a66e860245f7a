import * as v from 'valibot'
import { fingerprint } from '../../kernel/secret.ts'
import { instantSchema } from '../../kernel/time.ts'

const word = v.string()

/** One person of the list and the minutes that they were there; 0 for who did not come. */
const rowSchema = v.object({ enrollmentId: word, minutes: v.number() })
export type ListRow = v.InferOutput<typeof rowSchema>

/** Who puts their name to the list: as funders want it, with the name and in which role. */
const signatorySchema = v.object({
  mailbox: word,
  name: word,
  role: v.picklist(['trainer', 'coordinator', 'administrator']),
  /** trainer: named in the seminar · in-place: because no trainer signs in, or did not confirm; absent for everybody else */
  as: v.optional(v.picklist(['trainer', 'in-place'])),
})
export type Signatory = v.InferOutput<typeof signatorySchema>

const common = {
  /** 1 for the first entry of a session, and on without gaps. */
  number: v.number(),
  at: instantSchema,
  by: signatorySchema,
  /** The hash of the entry before; empty for the first. */
  previous: word,
  /** Over everything else in the entry, see `hashOf`. */
  hash: word,
}

/**
 * One entry in the book of a session's list. Nothing in it is ever changed.
 * confirmed: somebody says that this is how it was · counter-confirmed: a second person says so of the entry before
 * · withdrawn: the entry before, which nobody has counter-confirmed yet, does not hold · corrected: a list that was
 * counter-confirmed was wrong, this is how it was
 */
export const listEntrySchema = v.variant('kind', [
  v.object({ ...common, kind: v.literal('confirmed'), rows: v.array(rowSchema) }),
  v.object({ ...common, kind: v.literal('counter-confirmed') }),
  v.object({ ...common, kind: v.literal('withdrawn') }),
  v.object({ ...common, kind: v.literal('corrected'), rows: v.array(rowSchema), reason: word }),
])
export type ListEntry = v.InferOutput<typeof listEntrySchema>
/** An entry that says how it was. */
export type ListClaim = Extract<ListEntry, { rows: readonly ListRow[] }>

/** What somebody enters; number, hash and the hash before follow. */
type Without<Entry> = Entry extends ListEntry ? Omit<Entry, 'number' | 'previous' | 'hash'> : never
export type ListDeed = Without<ListEntry>

/** A list that two people have put their names to; these minutes count, whatever is noticed afterwards. */
export type SettledList = { rows: readonly ListRow[]; claim: ListClaim; counter: ListEntry }

/** How the list of a session stands: what counts, and what waits for a second person. */
export type ListStanding = { settled: SettledList | undefined; pending: ListClaim | undefined }

/** Works out from all entries, in their order, what counts and what is still open. */
export function standingOf(entries: readonly ListEntry[]): ListStanding {
  let standing: ListStanding = { settled: undefined, pending: undefined }
  for (const entry of entries)
    switch (entry.kind) {
      case 'confirmed':
      case 'corrected':
        standing = { ...standing, pending: entry }
        break
      case 'withdrawn':
        standing = { ...standing, pending: undefined }
        break
      case 'counter-confirmed': {
        const { pending } = standing
        if (!pending) break
        standing = { settled: { rows: pending.rows, claim: pending, counter: entry }, pending: undefined }
      }
    }
  return standing
}

/** Rows in the one order in which they are compared and hashed. */
export const inOrder = (rows: readonly ListRow[]): ListRow[] =>
  rows.toSorted((a, b) => (a.enrollmentId < b.enrollmentId ? -1 : 1))

const rowWords = (rows: readonly ListRow[]) =>
  inOrder(rows).map(({ enrollmentId, minutes }) => [enrollmentId, minutes])

/** Says in one word which rows somebody saw, so that nobody confirms what they did not see. */
export const printOf = (rows: readonly ListRow[]): Promise<string> =>
  fingerprint(JSON.stringify(rowWords(rows)))

/**
 * The hash of an entry: SHA-256 in base64url over a JSON array of, in this order, the hash of the entry before, its
 * number, kind, moment, mailbox, name, role and standing (empty where there is none) of who made it, the reason (empty where there is none) and the rows as
 * pairs of enrollment and minutes in the order of the enrollments (null where it has none). Whoever changes one, or takes
 * one out, breaks every hash from there on; whoever writes the whole book anew is found by the last hash on paper.
 */
export const hashOf = (entry: Omit<ListEntry, 'hash'> & { rows?: readonly ListRow[]; reason?: string }) =>
  fingerprint(
    JSON.stringify([
      entry.previous,
      entry.number,
      entry.kind,
      entry.at,
      ...[entry.by.mailbox, entry.by.name, entry.by.role, entry.by.as ?? ''],
      entry.reason ?? '',
      entry.rows ? rowWords(entry.rows) : null,
    ]),
  )

/** Chains a deed to the entries before. */
export async function entryAfter(entries: readonly ListEntry[], deed: ListDeed): Promise<ListEntry> {
  const before = entries.at(-1)
  const chained = { ...deed, number: entries.length + 1, previous: before?.hash ?? '' }
  return { ...chained, hash: await hashOf(chained) }
}

/**
 * The number of the first entry that does not fit to the one before, that is missing although it was `counted`, or by
 * which one person stands for two; undefined where the chain is whole.
 */
export async function findBrokenLink(
  entries: readonly ListEntry[],
  counted = 0,
): Promise<number | undefined> {
  let previous = ''
  for (const [i, entry] of entries.entries()) {
    if (entry.number !== i + 1 || entry.previous !== previous || entry.hash !== (await hashOf(entry)))
      return i + 1
    const { pending } = standingOf(entries.slice(0, i))
    const isBySame = pending?.by.mailbox === entry.by.mailbox
    if (entry.kind === 'counter-confirmed' && isBySame) return i + 1
    if (entry.kind === 'corrected' && pending && !isBySame) return i + 1
    previous = entry.hash
  }
  return counted > entries.length ? entries.length + 1 : undefined
}
