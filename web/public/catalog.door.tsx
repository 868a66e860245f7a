import type { Context, Hono } from 'hono'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import {
  loadProgramme,
  organisationShelf,
  unnamedOrganisation,
} from '../../functions/programme/programme.table.ts'
import { catalogCalendar } from '../../functions/seminar/catalog-calendar.ts'
import { lineFrom, linePlace } from '../../functions/seminar/line.ts'
import { findSeminarBySlug, listSeminars } from '../../functions/seminar/seminar.table.ts'
import { isPublic, lastEnd, type Seminar } from '../../functions/seminar/seminar.ts'
import { answerCalendar } from '../parts/calendar-answer.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { byNextSession } from '../parts/seminar-card.tsx'
import { settingOf } from '../parts/setting.ts'
import { serveAsset } from './assets.ts'
import { CatalogPage } from './catalog-page.tsx'
import { ImprintPage } from './imprint-page.tsx'
import { InvitedOnlyPage } from './invited-only-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { SeminarPage } from './seminar-page.tsx'
import { serveSample, showCheck } from './serve-check.tsx'

/** What the public pages need: they only read public facts. */
type CatalogWorld = DoorWorld & {
  table: ReadingTable
  now: () => Instant
  /** The files that `/assets/` hands out, by name. */
  files: ReadonlyMap<string, Uint8Array>
}

/** The public pages: catalog, seminars, the check of one's technology, imprint, privacy, and what pages are made of. */
export function catalogDoor(world: CatalogWorld): Hono {
  const door = openDoor(world, { personal: false })
  door.get('/', (c) => showCatalog(c, world))
  door.get('/seminars/:slug', (c) => showSeminar(c, world))
  door.get('/calendar.ics', (c) => serveCalendar(c, world))
  door.get('/imprint', async (c) => {
    const { organisation } = await loadProgramme(world.table)
    return c.html(<ImprintPage setting={settingOf(c, organisation)} />)
  })
  door.get('/privacy', async (c) => {
    const { organisation } = await loadProgramme(world.table)
    return c.html(<PrivacyPage setting={settingOf(c, organisation)} />)
  })
  door.get('/check', (c) => showCheck(c, world))
  door.get('/check/sample', serveSample)
  door.get('/health', (c) => showHealth(c, world))
  door.get('/assets/:file', (c) => serveAsset(c, world.files, c.req.param('file')))
  door.get('/favicon.ico', (c) => serveAsset(c, world.files, 'icon.svg'))
  door.get('/robots.txt', (c) => c.text(robots))
  return door
}

/** Personal pages and the office are nothing for search engines. */
const robots = [
  'User-agent: *',
  'Disallow: /my/',
  'Disallow: /join/',
  'Disallow: /calendar/',
  'Disallow: /office',
  '',
].join('\n')

/** How many seminars of the past the catalog lists. */
const pastShown = 20

async function showCatalog(c: Context, { table, now, origin }: CatalogWorld) {
  const at = now()
  const [programme, seminars] = await Promise.all([loadProgramme(table), listSeminars(table)])
  const visible = seminars.filter(isPublic).sort(byNextSession(at))
  const upcoming = visible.filter((seminar) => isComing(seminar, at))
  const past = visible
    .filter((seminar) => !isComing(seminar, at))
    .reverse()
    .slice(0, pastShown)
  const shown = new Set([...upcoming, ...past].map((seminar) => seminar.phaseId))
  return c.html(
    <CatalogPage
      setting={settingOf(c, programme.organisation)}
      origin={origin}
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

/** All public dates as a calendar that one subscribes to; the same for everybody who reads that language. */
async function serveCalendar(c: Context, { table, now, origin }: CatalogWorld) {
  const [named, seminars] = await Promise.all([organisationShelf.read(table, null), listSeminars(table)])
  const organisation = named?.facts ?? unnamedOrganisation
  const { language } = settingOf(c, organisation)
  c.header('vary', 'accept-language')
  const text = catalogCalendar(seminars, { organisation, origin, language, now: now() })
  return answerCalendar(c, { text, cacheControl: 'public, max-age=3600' })
}

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
