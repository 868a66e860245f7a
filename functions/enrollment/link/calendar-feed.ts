import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint } from '../../kernel/secret.ts'
import { type ReadingTable, type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import { isProven } from '../enrollment.ts'
import { type FeedList, feedListShelf, feedShelf } from './calendar-feed.table.ts'
import { mailboxKey } from './mailbox.table.ts'
import { type Linked, readPersonalLink } from './personal-link.ts'

/** A phone, a laptop and a few more; the oldest link ends when there are more. */
const mostFeeds = 5
const mostEnded = 50

const secretPattern = /^[\w-]{22}$/

/** `ended`: the link that this form made was ended; a new one needs a new form. */
export type FeedRefusal = { code: 'unknown' | 'ended' }

/** Whether somebody may subscribe: only who has shown that the mailbox is theirs, since it shows all its seminars. */
export const maySubscribe = ({ enrollment }: Pick<Linked, 'enrollment'>): boolean =>
  enrollment.facts.email !== '' && isProven(enrollment.facts)

/**
 * Makes a feed link out of the secret that the form brought, so that a form sent twice makes one link. One that was
 * ended stays so.
 */
export async function makeFeed(
  { table, now }: { table: Table; now: Instant },
  { token, secret }: { token: string; secret: string },
): Promise<Result<null, FeedRefusal>> {
  if (!secretPattern.test(secret)) return refuse({ code: 'unknown' })
  const hash = await fingerprint(secret)
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readSubscriber(table, token)
    if (!linked) return refuse({ code: 'unknown' })
    const mailbox = await mailboxOf(linked)
    const known = await feedListShelf.read(table, mailbox)
    const { feeds, ended } = known?.facts ?? nothing
    if (feeds.some((feed) => feed.hash === hash)) return accept(null)
    if (ended.includes(hash)) return refuse({ code: 'ended' })
    const all = [...feeds, { hash, madeAt: now }]
    const dropped = all.slice(0, -mostFeeds).map((feed) => feed.hash)
    const list = { feeds: all.slice(-mostFeeds), ended: keepEnded([...ended, ...dropped]) }
    const outcome = await table.commit([
      // As it is: whoever is being erased at this moment gets no link that outlives them.
      enrollmentShelf.replace(linked.enrollment, linked.enrollment.facts),
      feedShelf.create(hash, { mailbox }),
      known ? feedListShelf.replace(known, list) : feedListShelf.create(mailbox, list),
      ...(await removals(table, dropped)),
    ])
    if (outcome.committed) return accept(null)
  }
  throw new TableBusy('the feed links kept changing')
}

const nothing: FeedList = { feeds: [], ended: [] }
const keepEnded = (ended: readonly string[]): string[] => ended.slice(-mostEnded)

async function readSubscriber(table: ReadingTable, token: string): Promise<Linked | undefined> {
  const linked = await readPersonalLink(table, token, 'my')
  return linked && maySubscribe(linked) ? linked : undefined
}

const mailboxOf = ({ enrollment }: Linked): Promise<string> => mailboxKey(enrollment.facts.email)

/** The links that a mailbox has, the oldest first. */
export async function listFeeds(table: ReadingTable, mailbox: string): Promise<FeedList['feeds']> {
  return (await feedListShelf.read(table, mailbox))?.facts.feeds ?? []
}

/** Ends all feed links of the mailbox behind a personal link. */
export async function endFeeds(table: Table, token: string): Promise<Result<null, { code: 'unknown' }>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readSubscriber(table, token)
    if (!linked) return refuse({ code: 'unknown' })
    const writes = await endWrites(table, await mailboxOf(linked))
    if (writes.length === 0 || (await table.commit(writes)).committed) return accept(null)
  }
  throw new TableBusy('the feed links kept changing')
}

/** The writes that end all feed links of a mailbox; none where there are none. */
export async function endWrites(table: ReadingTable, mailbox: string): Promise<Write[]> {
  const known = await feedListShelf.read(table, mailbox)
  if (!known || known.facts.feeds.length === 0) return []
  const hashes = known.facts.feeds.map(({ hash }) => hash)
  return [
    feedListShelf.replace(known, { feeds: [], ended: keepEnded([...known.facts.ended, ...hashes]) }),
    ...(await removals(table, hashes)),
  ]
}

/** The writes that forget that a mailbox ever had feed links, for a commit that erases an enrollment of it. */
export async function forgetWrites(table: ReadingTable, mailbox: string): Promise<Write[]> {
  const known = await feedListShelf.read(table, mailbox)
  if (!known) return []
  const hashes = known.facts.feeds.map(({ hash }) => hash)
  return [feedListShelf.remove(known), ...(await removals(table, hashes))]
}

async function removals(table: ReadingTable, hashes: readonly string[]): Promise<Write[]> {
  if (hashes.length === 0) return []
  const found = await table.read(hashes.map((hash) => feedShelf.place(hash)))
  return found
    .filter((stored): stored is Stored<unknown> => stored !== undefined)
    .map((stored) => feedShelf.remove(feedShelf.decode(stored)))
}

/** The mailbox behind a feed link; undefined for malformed, unknown and ended ones alike. */
export async function readFeed(table: ReadingTable, secret: string): Promise<string | undefined> {
  if (!secretPattern.test(secret)) return undefined
  return (await feedShelf.read(table, await fingerprint(secret)))?.facts.mailbox
}

/** Whether a secret opens a feed of the person behind a personal link, so that its page may show it. */
export async function isFeedOf(table: ReadingTable, linked: Linked, secret: string): Promise<boolean> {
  const mailbox = await readFeed(table, secret)
  return mailbox !== undefined && mailbox === (await mailboxOf(linked))
}
