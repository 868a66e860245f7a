import type { Context, Hono } from 'hono'
import { type CountRefusal, countSheet } from '../../functions/enrollment/statistics/count-sheet.ts'
import {
  notStated,
  type StatisticsSheet,
  type StatisticsTopic,
  statisticsCells,
  statisticsTopics,
  takesSheets,
} from '../../functions/enrollment/statistics/statistics.ts'
import type { Result } from '../../functions/kernel/result.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { loadProgramme, type Programme } from '../../functions/programme/programme.table.ts'
import { findSeminarBySlug } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { issueFormToken, readFormToken } from '../parts/form-token.ts'
import { leftLanguage } from '../parts/language-switch.tsx'
import { readForm } from '../parts/read-form.ts'
import { settingOf } from '../parts/setting.ts'
import { statisticsText } from '../text/statistics.ts'
import { StatisticsMessagePage, StatisticsPage } from './statistics-page.tsx'

/** What counting needs. */
type StatisticsWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newSecret: NewSecret
  sealKey: () => Promise<string>
}

/**
 * The statistics of a seminar, apart from everything that leads to a person: anybody may open the page, its form has
 * an id that was drawn for it alone, and what comes back only moves totals.
 */
export function statisticsDoor(world: StatisticsWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/seminars/:slug/statistics', (c) => showForm(c, world))
  door.post('/seminars/:slug/statistics', (c) => takeForm(c, world))
  return door
}

type Asked = { seminar: Seminar; programme: Programme; now: Instant }

async function askedFor(c: Context, { table, now }: StatisticsWorld): Promise<Asked | undefined> {
  const [found, programme] = await Promise.all([
    findSeminarBySlug(table, c.req.param('slug') ?? ''),
    loadProgramme(table),
  ])
  if (!found || found.facts.state === 'draft') return undefined
  return { seminar: found.facts, programme, now: now() }
}

const purposeOf = (seminar: Seminar): string => `statistics|${seminar.id}`

const freshToken = async (
  { sealKey, newSecret }: StatisticsWorld,
  { seminar, now }: Asked,
): Promise<string> =>
  issueFormToken(await sealKey(), { purpose: purposeOf(seminar), formId: newSecret(), issuedAt: now })

const nothingStated: StatisticsSheet = {
  gender: notStated,
  age: notStated,
  region: notStated,
  role: notStated,
}

async function showForm(c: Context, world: StatisticsWorld) {
  const asked = await askedFor(c, world)
  if (!asked) return answer(c, 'not-found')
  if (!takesSheets(asked.seminar, asked.now)) return refused(c, asked, 'closed')
  return form(c, asked, { values: nothingStated, token: await freshToken(world, asked) })
}

type Filled = { values: StatisticsSheet; token: string } & Partial<
  Pick<Parameters<typeof StatisticsPage>[0], 'wrong' | 'notice'>
>

const form = (
  c: Context,
  { seminar, programme }: Asked,
  { values, token, wrong = [], notice }: Filled,
  status: 200 | 422 | 503 = 200,
) =>
  c.html(
    <StatisticsPage
      setting={settingOf(c, programme.organisation)}
      seminar={seminar}
      cells={statisticsCells(programme.associations)}
      values={values}
      wrong={wrong}
      token={token}
      notice={notice}
    />,
    status,
  )

async function takeForm(c: Context, world: StatisticsWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const asked = await askedFor(c, world)
  if (!asked) return answer(c, 'not-found')
  const { values, wrong } = readSheet(sent, statisticsCells(asked.programme.associations))
  const token = sent.get('form') ?? ''
  const purpose = purposeOf(asked.seminar)
  const formId = await readFormToken(await world.sealKey(), token, { purpose, now: asked.now })
  if (!formId) return form(c, asked, { values, token: await freshToken(world, asked), notice: 'stale' }, 422)
  if (sent.has(leftLanguage)) return form(c, asked, { values, token })
  if (wrong.length > 0) return form(c, asked, { values, token, wrong }, 422)
  const outcome = await attempt(world, asked, { formId, sheet: values })
  if (typeof outcome === 'string') return form(c, asked, { values, token, notice: outcome }, 503)
  return outcome.ok ? thanks(c, asked) : refused(c, asked, outcome.refusal.code)
}

/** Only what stands in the lists can be counted; a list that was left out says nothing. */
function readSheet(sent: ReadonlyMap<string, string>, cells: Record<StatisticsTopic, string[]>) {
  const values = { ...nothingStated }
  for (const topic of statisticsTopics) values[topic] = sent.get(topic) || notStated
  return { values, wrong: statisticsTopics.filter((topic) => !cells[topic].includes(values[topic])) }
}

/** Counts; an unsure or busy table gives the form back, which counts once however often it comes. */
async function attempt(
  { table }: StatisticsWorld,
  { seminar, now }: Asked,
  sent: { formId: string; sheet: StatisticsSheet },
): Promise<Result<null, CountRefusal> | 'busy' | 'unsure'> {
  try {
    return await countSheet({ table, now }, { seminarId: seminar.id, ...sent })
  } catch (fault) {
    if (fault instanceof TableBusy) return 'busy'
    if (fault instanceof UnsureCommit) return 'unsure'
    throw fault
  }
}

function thanks(c: Context, { seminar, programme }: Asked) {
  const setting = settingOf(c, programme.organisation)
  const says = statisticsText[setting.language].done
  return c.html(<StatisticsMessagePage setting={setting} seminar={seminar} says={says} />)
}

/** The seminar's state does not allow it now, or there is no room for more. */
function refused(c: Context, { seminar, programme }: Asked, code: CountRefusal['code']) {
  if (code === 'unknown') return answer(c, 'not-found')
  const setting = settingOf(c, programme.organisation)
  const says = statisticsText[setting.language].refused[code]
  return c.html(<StatisticsMessagePage setting={setting} seminar={seminar} says={says} />, 409)
}
