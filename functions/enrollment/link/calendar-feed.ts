import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint } from '../../kernel/secret.ts'
import { type ReadingTable, type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import { isProven } from '../enrollment.ts'
import { type FeedList, feedListShelf, feedShelf } from './calendar-feed.table.ts'
import { mailboxKey } from './mailbox.table.ts'
import { type Linked, readPersonalLink } from './personal-link.ts'

const secretPattern = /^[\w-]{22}$/

/** Whether somebody may subscribe: only who has shown that the mailbox is theirs, since it shows all its seminars. */
export const maySubscribe = ({ enrollment }: Pick<Linked, 'enrollment'>): boolean =>
  enrollment.facts.email !== '' && isProven(enrollment.facts)

/** Whose personal link it is, if they may subscribe. */
export async function readSubscriber(table: ReadingTable, token: string): Promise<Linked | undefined> {
  const linked = await readPersonalLink(table, token, 'my')
  return linked && maySubscribe(linked) ? linked : undefined
}

/** The links that a mailbox has, the oldest first. */
export async function listFeeds(table: ReadingTable, mailbox: string): Promise<FeedList['feeds']> {
  return (await feedListShelf.read(table, mailbox))?.facts.feeds ?? []
}

/** The mailbox behind a feed link; undefined for malformed, unknown and ended ones alike. */
export async function readFeed(table: ReadingTable, secret: string): Promise<string | undefined> {
  if (!secretPattern.test(secret)) return undefined
  return (await feedShelf.read(table, await fingerprint(secret)))?.facts.mailbox
}

/** Ends all feed links of the mailbox behind a personal link. */
export function endFeeds(table: Table, token: string): Promise<Result<null, { code: 'unknown' }>> {
  return endWith(table, async () => {
    const linked = await readSubscriber(table, token)
    return linked && endWrites(table, await mailboxKey(linked.enrollment.facts.email))
  })
}

/** Ends the one feed link that somebody holds. */
export function endThisFeed(table: Table, secret: string): Promise<Result<null, { code: 'unknown' }>> {
  return endWith(table, async () => {
    const mailbox = await readFeed(table, secret)
    const known = mailbox && (await feedListShelf.read(table, mailbox))
    if (!known) return undefined
    const hash = await fingerprint(secret)
    const feeds = known.facts.feeds.filter((feed) => feed.hash !== hash)
    return [feedListShelf.replace(known, { feeds }), ...(await removeFeeds(table, [hash]))]
  })
}

/** Ends the feed link that somebody holds, and all others of the same mailbox. */
export function endFeedsBeside(table: Table, secret: string): Promise<Result<null, { code: 'unknown' }>> {
  return endWith(table, async () => {
    const mailbox = await readFeed(table, secret)
    return mailbox && endWrites(table, mailbox)
  })
}

async function endWith(
  table: Table,
  findWrites: () => Promise<Write[] | '' | undefined>,
): Promise<Result<null, { code: 'unknown' }>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const writes = await findWrites()
    if (!writes) return refuse({ code: 'unknown' })
    if (writes.length === 0 || (await table.commit(writes)).committed) return accept(null)
  }
  throw new TableBusy('the feed links kept changing')
}

/** The writes that end all feed links of a mailbox; none where there are none. */
export async function endWrites(table: ReadingTable, mailbox: string): Promise<Write[]> {
  const known = await feedListShelf.read(table, mailbox)
  if (!known || known.facts.feeds.length === 0) return []
  const hashes = known.facts.feeds.map(({ hash }) => hash)
  return [feedListShelf.replace(known, { feeds: [] }), ...(await removeFeeds(table, hashes))]
}

/** The writes that forget that a mailbox ever had feed links, for a commit that erases an enrollment of it. */
export async function forgetWrites(table: ReadingTable, mailbox: string): Promise<Write[]> {
  const known = await feedListShelf.read(table, mailbox)
  if (!known) return []
  const hashes = known.facts.feeds.map(({ hash }) => hash)
  return [feedListShelf.remove(known), ...(await removeFeeds(table, hashes))]
}

/** The writes that let links die, by the fingerprints of their secrets. */
export async function removeFeeds(table: ReadingTable, hashes: readonly string[]): Promise<Write[]> {
  if (hashes.length === 0) return []
  const found = await table.read(hashes.map((hash) => feedShelf.place(hash)))
  return found
    .filter((stored): stored is Stored<unknown> => stored !== undefined)
    .map((stored) => feedShelf.remove(feedShelf.decode(stored)))
}
