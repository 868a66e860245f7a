import type { Context, Hono } from 'hono'
import { feedCalendar, openFeed } from '../../functions/enrollment/feed-calendar.ts'
import { endFeedsBeside, endThisFeed } from '../../functions/enrollment/link/calendar-feed.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { answerCalendar } from '../parts/calendar-answer.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, settingOf } from '../parts/setting.ts'
import { AddFeedPage, FeedEndedPage, feedsToEnd } from './add-feed.tsx'

/** What the calendar behind a mailed link needs. */
type CalendarWorld = DoorWorld & { table: Table; now: () => Instant }

/** A calendar with all seminars of one mailbox: the file itself, and the page that the mail with its link leads to. */
export function calendarDoor(world: CalendarWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/calendar/ended', (c) => showEnded(c, world))
  door.get('/calendar/:feed', (c) => serveFeed(c, world))
  door.get('/calendar/:feed/add', (c) => showFeed(c, world))
  door.post('/calendar/:feed/end', (c) => end(c, world))
  return door
}

const secretOf = (c: Context): string => c.req.param('feed') ?? ''

/** Calendars ask without a person: kept by nobody in between, found by no search engine. */
async function serveFeed(c: Context, world: CalendarWorld) {
  const secret = secretOf(c).replace(/\.ics$/, '')
  const text = await feedCalendar({ table: world.table, now: world.now(), origin: world.origin }, secret)
  if (text === undefined) return answer(c, 'not-found')
  return answerCalendar(c, { text, cacheControl: 'private, max-age=3600' })
}

async function showFeed(c: Context, world: CalendarWorld) {
  const secret = secretOf(c)
  const feed = await openFeed({ table: world.table, now: world.now() }, secret)
  if (!feed) return answer(c, 'not-found')
  const address = `${world.origin}/calendar/${secret}.ics`
  const setting = settingOf(c, feed.organisation, feed.language)
  return c.html(<AddFeedPage setting={setting} address={address} secret={secret} />)
}

/** A second press finds the link dead already, so the answer is the same for links that were good and all others. */
async function end(c: Context, world: CalendarWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const which = feedsToEnd.find((word) => word === sent.get('which'))
  if (!which) return answer(c, 'unreadable')
  if (which === 'all') await endFeedsBeside(world.table, secretOf(c))
  else await endThisFeed(world.table, secretOf(c))
  return c.redirect(inside(settingOf(c, unnamedOrganisation), '/calendar/ended'), 303)
}

async function showEnded(c: Context, { table }: CalendarWorld) {
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  return c.html(<FeedEndedPage setting={settingOf(c, organisation)} />)
}
