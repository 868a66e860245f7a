import * as v from 'valibot'
import { fingerprint } from '../../kernel/secret.ts'
import { type Place, type ReadingTable, type Stored, shelf, type Write } from '../../kernel/table.ts'
import { instantSchema } from '../../kernel/time.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import { type Enrollment, isProven } from '../enrollment.ts'

/** Names a mailbox where the address itself should not stand: its SHA-256. */
export const mailboxKey = (mailbox: string): Promise<string> => fingerprint(mailbox.toLowerCase())

/** That a mailbox has confirmed an enrollment; one per seminar, by key. */
type MailboxEntry = { seminarId: string; enrollmentId: string }

export const mailboxShelf = shelf<MailboxEntry, { mailbox: string; seminarId: string }>({
  table: 'people',
  kind: 'mailbox-entry',
  schema: v.object({ seminarId: v.string(), enrollmentId: v.string() }),
  key: ({ mailbox, seminarId }) => ({ pk: `mailbox#${mailbox}`, sk: seminarId }),
})

/** The write that enters an enrollment under its mailbox, for the commit that confirms the address; none if it is there. */
export async function mailboxWrites(
  table: ReadingTable,
  { email, seminarId, id }: Pick<Enrollment, 'email' | 'seminarId' | 'id'>,
): Promise<Write[]> {
  const name = { mailbox: await mailboxKey(email), seminarId }
  const known = await mailboxShelf.read(table, name)
  if (!known) return [mailboxShelf.create(name, { seminarId, enrollmentId: id })]
  // It may name an ended enrollment, whose address another one has got by correction.
  return known.facts.enrollmentId === id ? [] : [mailboxShelf.replace(known, { seminarId, enrollmentId: id })]
}

/** The table reads so many things at once. */
const mostPlaces = 100

/** Enrollments at these places, those that are there. */
export async function readEnrollments(
  table: ReadingTable,
  places: readonly Place[],
): Promise<Stored<Enrollment>[]> {
  const pages = Array.from({ length: Math.ceil(places.length / mostPlaces) }, (_, page) =>
    table.read(places.slice(page * mostPlaces, (page + 1) * mostPlaces)),
  )
  return (await Promise.all(pages))
    .flat()
    .flatMap((stored) => (stored ? [enrollmentShelf.decode(stored)] : []))
}

/**
 * Everything that a mailbox has confirmed, the latest enrollment last. Who cancelled and was enrolled again, perhaps by
 * a stranger, has to confirm anew before it counts.
 */
export async function listEnrollmentsOf(table: ReadingTable, mailbox: string): Promise<Stored<Enrollment>[]> {
  const entries = (await table.list('people', `mailbox#${mailbox}`)).map(mailboxShelf.decode)
  const found = await readEnrollments(
    table,
    entries.map(({ facts }) => enrollmentShelf.place(facts)),
  )
  return found
    .filter(({ facts }) => isProven(facts))
    .sort((a, b) => (a.facts.enrolledAt < b.facts.enrolledAt ? -1 : 1))
}

/** A link to the page with all seminars of one mailbox; only its SHA-256 is kept, and it is forgotten with its day. */
export const overviewShelf = shelf<{ mailbox: string; until: string }, string>({
  table: 'outbox',
  kind: 'overview-link',
  schema: v.object({ mailbox: v.string(), until: instantSchema }),
  key: (hash) => ({ pk: `overview#${hash}`, sk: 'link' }),
})

/** That a form which asks for a mail has come, so that the same form asks once; nothing of what was typed. */
export const askedShelf = shelf<{ at: string }, string>({
  table: 'outbox',
  kind: 'asked-for-mail',
  schema: v.object({ at: instantSchema }),
  key: (formId) => ({ pk: `asked#${formId}`, sk: 'form' }),
})
