import type { Context, Hono } from 'hono'
import { openFromOverview, readOverview } from '../../functions/enrollment/link/overview-link.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, settingOf } from '../parts/setting.ts'
import { loadMine } from './load-mine.ts'
import { openSeminars } from './open-seminars.ts'
import { OverviewPage } from './overview-page.tsx'

/** What the page with all seminars of one person needs. */
type OverviewWorld = DoorWorld & { table: Table; now: () => Instant; newSecret: NewSecret }

/** All seminars of one mailbox, behind a link that is good for a day. */
export function overviewDoor(world: OverviewWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/all/:token', (c) => showAll(c, world))
  door.post('/my/all/:token/open', (c) => openOne(c, world))
  return door
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

async function showAll(c: Context, world: OverviewWorld) {
  const at = { table: world.table, now: world.now() }
  const found = await readOverview(at, tokenOf(c))
  if (!found) return answer(c, 'not-found')
  const enrollments = found.map(({ facts }) => facts)
  const [organisation, open, ...mine] = await Promise.all([
    organisationShelf.read(world.table, null),
    openSeminars(at, enrollments),
    ...enrollments.map((enrollment) => loadMine(at, enrollment)),
  ])
  return c.html(
    <OverviewPage
      setting={settingOf(c, organisation?.facts ?? unnamedOrganisation, enrollments.at(-1)?.language)}
      mine={mine.filter((each) => each !== undefined)}
      open={open}
      token={tokenOf(c)}
    />,
  )
}

/** Where a fresh personal link may lead. */
const ways = new Map([
  ['', ''],
  ['certificate', '/certificate.pdf'],
  ['data', '/data'],
])

async function openOne(c: Context, world: OverviewWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const way = ways.get(sent.get('to') ?? '')
  if (way === undefined) return answer(c, 'unreadable')
  const outcome = await openFromOverview(
    { ...world, now: world.now() },
    { token: tokenOf(c), seminarId: sent.get('seminar') ?? '' },
  )
  if (!outcome.ok) return answer(c, 'not-found')
  return c.redirect(inside(settingOf(c, unnamedOrganisation), `/my/${outcome.value.token}${way}`), 303)
}
