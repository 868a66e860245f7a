import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import { type ReadingTable, type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { mailIdOf, mailShelf, queueMail } from '../../mail/mail.table.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import { fullName } from '../enrollment.ts'
import { drawMailAllowance } from '../mail-allowance.ts'
import { feedListShelf, feedShelf } from './calendar-feed.table.ts'
import { listFeeds, readSubscriber, removeFeeds } from './calendar-feed.ts'
import { feedLetter } from './link.mail.ts'
import { mailboxKey } from './mailbox.table.ts'
import type { Linked } from './personal-link.ts'

/** A phone, a laptop and a few more; the oldest link ends when there are more. */
const mostFeeds = 5

const formPattern = /^[\w-]{22}$/

/** `ended`: the link that this form made was ended; a new one needs a new form. */
export type FeedRefusal = { code: 'unknown' | 'ended' | 'too-many-mails' }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** `formId` names the form that was sent, so that sending it twice makes one link and one mail. */
export type FeedRequest = { token: string; formId: string }

/**
 * Makes a feed link and sends it to the mailbox, and to nobody else: whoever holds one personal link may see one
 * seminar, and the feed shows all of them.
 */
export async function requestFeed(
  world: World,
  { token, formId }: FeedRequest,
): Promise<Result<null, FeedRefusal>> {
  const { table, now } = world
  if (!formPattern.test(formId)) return refuse({ code: 'unknown' })
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readSubscriber(table, token)
    if (!linked) return refuse({ code: 'unknown' })
    const { email } = linked.enrollment.facts
    const mailbox = await mailboxKey(email)
    const mailId = mailIdOf(mailbox, await fingerprint(`feed|${formId}`))
    const before = await answeredBefore(table, { mailbox, mailId })
    if (before) return before
    if (attempt === 0 && !(await drawMailAllowance(table, email.toLowerCase(), now)))
      return refuse({ code: 'too-many-mails' })
    if (await commitFeed(world, { linked, mailbox, mailId })) return accept(null)
  }
  throw new TableBusy('the feed links kept changing')
}

type Mailed = { mailbox: string; mailId: string }

/** What became of the form if it came before: its mail lies in the outbox. */
async function answeredBefore(
  table: ReadingTable,
  { mailbox, mailId }: Mailed,
): Promise<Result<null, FeedRefusal> | undefined> {
  if (!(await mailShelf.read(table, mailId))) return undefined
  const isGood = (await listFeeds(table, mailbox)).some((feed) => feed.mailId === mailId)
  return isGood ? accept(null) : refuse({ code: 'ended' })
}

async function commitFeed(
  { table, now, newSecret, origin }: World,
  { linked, mailbox, mailId }: Mailed & { linked: Linked },
): Promise<boolean> {
  const enrollment = linked.enrollment.facts
  const secret = newSecret()
  const hash = await fingerprint(secret)
  const known = await feedListShelf.read(table, mailbox)
  const all = [...(known?.facts.feeds ?? []), { hash, madeAt: now, mailId }]
  const list = { feeds: all.slice(-mostFeeds) }
  const dropped = all.slice(0, -mostFeeds).map((feed) => feed.hash)
  const to = { name: fullName(enrollment), address: enrollment.email }
  const letter = feedLetter({ enrollment, link: `${origin}/calendar/${secret}/add` })
  const outcome = await table.commit([
    // As it is: whoever is being erased at this moment gets no link that outlives them.
    enrollmentShelf.replace(linked.enrollment, enrollment),
    feedShelf.create(hash, { mailbox }),
    known ? feedListShelf.replace(known, list) : feedListShelf.create(mailbox, list),
    ...(await removeFeeds(table, dropped)),
    queueMail({ id: mailId, to, letter, cause: 'feed', seminarId: '' }, now),
  ])
  return outcome.committed
}
