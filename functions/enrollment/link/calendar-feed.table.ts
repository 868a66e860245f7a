import * as v from 'valibot'
import { shelf } from '../../kernel/table.ts'
import { instantSchema } from '../../kernel/time.ts'

/**
 * A link to a calendar with all seminars of one mailbox, under the SHA-256 of its secret. It lies beside what the
 * mailbox has confirmed and without a last day, because a calendar goes on asking for years; it answers nothing once
 * those seminars are long over (`feed-calendar.ts`).
 */
export const feedShelf = shelf<{ mailbox: string }, string>({
  table: 'people',
  kind: 'calendar-feed',
  schema: v.object({ mailbox: v.string() }),
  key: (hash) => ({ pk: `calendar-feed#${hash}`, sk: 'link' }),
})

const feedListSchema = v.object({
  feeds: v.array(
    v.object({
      hash: v.string(),
      madeAt: instantSchema,
      /** The mail that carries it, by its id. */
      mailId: v.string(),
    }),
  ),
})

/** The feed links that a mailbox has, so that they can be told, ended and erased. */
export type FeedList = v.InferOutput<typeof feedListSchema>

/** One list per mailbox. */
export const feedListShelf = shelf<FeedList, string>({
  table: 'people',
  kind: 'calendar-feeds',
  schema: feedListSchema,
  key: (mailbox) => ({ pk: `calendar-feeds#${mailbox}`, sk: 'list' }),
})
