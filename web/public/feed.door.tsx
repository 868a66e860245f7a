import type { Context, Hono } from 'hono'
import { endFeeds, listFeeds, maySubscribe } from '../../functions/enrollment/link/calendar-feed.ts'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { requestFeed } from '../../functions/enrollment/link/request-feed.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { type Instant, longDateTime } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { type FeedNews, FeedsPage } from './my-feed.tsx'

/** What asking for subscriptions needs. */
type FeedWorld = DoorWorld & { table: Table; now: () => Instant; newSecret: NewSecret }

/**
 * On the personal page: asking for a link to a calendar with all seminars of the mailbox, and ending such links. The
 * link itself comes by mail only (`calendar.door.tsx`).
 */
export function feedDoor(world: FeedWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/feed', (c) => showFeeds(c, world))
  door.post('/my/:token/feed', (c) => make(c, world))
  door.post('/my/:token/feed/end', (c) => end(c, world))
  return door
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

type Mine = { linked: Linked; setting: PageSetting }

/** Whose page it is; its path is the personal page's. */
async function mineOf(c: Context, { table }: FeedWorld): Promise<Mine | undefined> {
  const linked = await readPersonalLink(table, tokenOf(c), 'my')
  if (!linked || !maySubscribe(linked)) return undefined
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  const setting = settingOf(c, organisation, linked.enrollment.facts.language)
  return { linked, setting: { ...setting, path: `/my/${tokenOf(c)}` } }
}

/** What a button left in the address, as long as it is still so. */
function newsOf(c: Context, links: number): FeedNews | undefined {
  const done = c.req.query('done')
  if (done === 'stale') return done
  if (done === 'sent' && links > 0) return done
  return done === 'ended' && links === 0 ? done : undefined
}

async function showFeeds(c: Context, world: FeedWorld, refusal?: 'too-many-mails') {
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  const { linked, setting } = mine
  const feeds = await listFeeds(world.table, await mailboxKey(linked.enrollment.facts.email))
  const { zone } = linked.seminar.facts
  return c.html(
    <FeedsPage
      setting={setting}
      formId={world.newSecret()}
      made={feeds.map(({ madeAt }) => longDateTime(madeAt, zone, setting.language))}
      news={refusal ?? newsOf(c, feeds.length)}
    />,
    refusal ? 429 : 200,
  )
}

async function make(c: Context, world: FeedWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const request = { token: tokenOf(c), formId: sent.get('form') ?? '' }
  const outcome = await requestFeed({ ...world, now: world.now() }, request)
  if (outcome.ok) return backToFeeds(c, 'sent')
  const { code } = outcome.refusal
  if (code === 'unknown') return answer(c, 'not-found')
  return code === 'ended' ? backToFeeds(c, 'stale') : showFeeds(c, world, code)
}

async function end(c: Context, world: FeedWorld) {
  const outcome = await endFeeds(world.table, tokenOf(c))
  return outcome.ok ? backToFeeds(c, 'ended') : answer(c, 'not-found')
}

const backToFeeds = (c: Context, done: 'sent' | 'stale' | 'ended') =>
  c.redirect(inside(settingOf(c, unnamedOrganisation), `/my/${tokenOf(c)}/feed?done=${done}`), 303)
