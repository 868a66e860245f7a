import type { Context, Hono } from 'hono'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { loadProgramme, organisationShelf } from '../../functions/programme/programme.table.ts'
import { lineFrom, linePlace } from '../../functions/seminar/line.ts'
import { findSeminarBySlug, listSeminars } from '../../functions/seminar/seminar.table.ts'
import { isPublic, lastEnd, type Seminar } from '../../functions/seminar/seminar.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { byDate } from '../parts/seminar-card.tsx'
import { settingOf } from '../parts/setting.ts'
import { serveAsset } from './assets.ts'
import { CatalogPage } from './catalog-page.tsx'
import { ImprintPage } from './imprint-page.tsx'
import { InvitedOnlyPage } from './invited-only-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { SeminarPage } from './seminar-page.tsx'

/** What the public pages need: they only read public facts. */
type CatalogWorld = DoorWorld & {
  table: ReadingTable
  now: () => Instant
  /** The files that `/assets/` hands out, by name. */
  files: ReadonlyMap<string, Uint8Array>
}

/** The public pages: catalog, seminars, imprint, privacy, and what pages are made of. */
export function catalogDoor(world: CatalogWorld): Hono {
  const door = openDoor(world, { personal: false })
  door.get('/', (c) => showCatalog(c, world))
  door.get('/seminars/:slug', (c) => showSeminar(c, world))
  door.get('/imprint', async (c) => {
    const { organisation } = await loadProgramme(world.table)
    return c.html(<ImprintPage setting={settingOf(c, organisation)} />)
  })
  door.get('/privacy', async (c) => {
    const { organisation } = await loadProgramme(world.table)
    return c.html(<PrivacyPage setting={settingOf(c, organisation)} />)
  })
  door.get('/health', (c) => showHealth(c, world))
  door.get('/assets/:file', (c) => serveAsset(c, world.files, c.req.param('file')))
  door.get('/favicon.ico', (c) => serveAsset(c, world.files, 'icon.svg'))
  return door
}

/** How many seminars of the past the catalog lists. */
const pastShown = 20

async function showCatalog(c: Context, { table, now }: CatalogWorld) {
  const at = now()
  const [programme, seminars] = await Promise.all([loadProgramme(table), listSeminars(table)])
  const visible = seminars.filter(isPublic).sort(byDate)
  const upcoming = visible.filter((seminar) => isComing(seminar, at))
  const past = visible
    .filter((seminar) => !isComing(seminar, at))
    .reverse()
    .slice(0, pastShown)
  const shown = new Set([...upcoming, ...past].map((seminar) => seminar.phaseId))
  return c.html(
    <CatalogPage
      setting={settingOf(c, programme.organisation)}
      now={at}
      coming={
        await Promise.all(upcoming.map(async (seminar) => ({ seminar, line: await lineOf(table, seminar) })))
      }
      past={past}
      phases={programme.phases.filter((phase) => shown.has(phase.id))}
    />,
  )
}

function isComing(seminar: Seminar, now: Instant): boolean {
  const end = lastEnd(seminar)
  return seminar.state !== 'completed' && (end === undefined || end > now)
}

const lineOf = async (table: ReadingTable, seminar: Seminar) =>
  lineFrom(await table.counters(linePlace(seminar.id)))

async function showSeminar(c: Context, { table, now }: CatalogWorld) {
  const found = await findSeminarBySlug(table, c.req.param('slug') ?? '')
  if (!found || found.facts.state === 'draft') return answer(c, 'not-found')
  const seminar = found.facts
  if (!isPublic(seminar)) return showInvitedOnly(c, table)
  const [programme, line] = await Promise.all([loadProgramme(table), lineOf(table, seminar)])
  return c.html(
    <SeminarPage
      setting={settingOf(c, programme.organisation)}
      now={now()}
      seminar={seminar}
      line={line}
      phase={programme.phases.find((phase) => phase.id === seminar.phaseId)}
      associations={programme.associations}
    />,
  )
}

/** A closed seminar has no page for everybody, only a kind word for whoever lost their way. */
async function showInvitedOnly(c: Context, table: ReadingTable) {
  const { organisation } = await loadProgramme(table)
  c.header('x-robots-tag', 'noindex')
  return c.html(<InvitedOnlyPage setting={settingOf(c, organisation)} />, 403)
}

/** Whether pages can be shown at all: the table answers. */
async function showHealth(c: Context, { table, noteFault }: CatalogWorld) {
  c.header('cache-control', 'no-store')
  try {
    await table.read([organisationShelf.place(null)])
    return c.json({ status: 'ok' })
  } catch (fault) {
    noteFault(fault, 'health')
    return c.json({ status: 'down' }, 503)
  }
}
