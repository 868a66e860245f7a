import type { Context, Hono } from 'hono'
import { feedCalendar } from '../../functions/enrollment/feed-calendar.ts'
import {
  endFeeds,
  isFeedOf,
  listFeeds,
  makeFeed,
  maySubscribe,
} from '../../functions/enrollment/link/calendar-feed.ts'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { type Instant, longDateTime } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { answerCalendar } from '../parts/calendar-answer.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { FeedPage, FeedsPage } from './my-feed.tsx'

/** What subscriptions need. */
type FeedWorld = DoorWorld & { table: Table; now: () => Instant; newSecret: NewSecret }

/** Subscriptions to a calendar with all seminars of one person: making and ending links, and the calendar itself. */
export function feedDoor(world: FeedWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/feed', (c) => showFeeds(c, world))
  door.post('/my/:token/feed', (c) => make(c, world))
  door.get('/my/:token/feed/:secret', (c) => showFeed(c, world))
  door.post('/my/:token/feed/end', (c) => end(c, world))
  door.get('/calendar/:feed', (c) => serveFeed(c, world))
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

const newsWords = ['ended', 'stale'] as const

async function showFeeds(c: Context, world: FeedWorld) {
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  const { linked, setting } = mine
  const { facts } = linked.enrollment
  const feeds = await listFeeds(world.table, await mailboxKey(facts.email))
  const { zone } = linked.seminar.facts
  return c.html(
    <FeedsPage
      setting={setting}
      secret={world.newSecret()}
      made={feeds.map(({ madeAt }) => longDateTime(madeAt, zone, setting.language))}
      news={newsWords.find(
        (word) => word === c.req.query('done') && (word === 'stale' || feeds.length === 0),
      )}
    />,
  )
}

async function make(c: Context, world: FeedWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const secret = sent.get('secret') ?? ''
  const outcome = await makeFeed({ table: world.table, now: world.now() }, { token: tokenOf(c), secret })
  const setting = settingOf(c, unnamedOrganisation)
  if (outcome.ok) return c.redirect(inside(setting, `/my/${tokenOf(c)}/feed/${secret}`), 303)
  if (outcome.refusal.code === 'unknown') return answer(c, 'not-found')
  return c.redirect(inside(setting, `/my/${tokenOf(c)}/feed?done=stale`), 303)
}

/** The house cannot show a link again, only say whether the one in the address is good. */
async function showFeed(c: Context, world: FeedWorld) {
  const mine = await mineOf(c, world)
  const secret = c.req.param('secret') ?? ''
  if (!mine || !(await isFeedOf(world.table, mine.linked, secret))) return answer(c, 'not-found')
  const address = `${world.origin}/calendar/${secret}.ics`
  return c.html(<FeedPage setting={mine.setting} address={address} secret={secret} />)
}

async function end(c: Context, world: FeedWorld) {
  const outcome = await endFeeds(world.table, tokenOf(c))
  if (!outcome.ok) return answer(c, 'not-found')
  return c.redirect(inside(settingOf(c, unnamedOrganisation), `/my/${tokenOf(c)}/feed?done=ended`), 303)
}

/** Calendars ask without a person: kept by nobody in between, found by no search engine. */
async function serveFeed(c: Context, world: FeedWorld) {
  const secret = (c.req.param('feed') ?? '').replace(/\.ics$/, '')
  const text = await feedCalendar({ table: world.table, now: world.now(), origin: world.origin }, secret)
  if (text === undefined) return answer(c, 'not-found')
  return answerCalendar(c, { text, cacheControl: 'private, max-age=3600' })
}
