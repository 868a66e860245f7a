import type { Context, Hono } from 'hono'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { clockTime, type Instant } from '../../functions/kernel/time.ts'
import { askForCode, openCodeUntil, readPass, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { myDataText } from '../text/my-data.ts'
import { DataCodePage, type DataRefusal, ErasedPage, MyDataPage } from './my-data-page.tsx'

/** What "My data" needs. */
type MyDataWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newSecret: NewSecret
  /** The key with which the house seals its codes. */
  sealKey: () => Promise<string>
}

/** Everything that is stored on a person: see, take along, erase; behind the personal link and a code by mail. */
export function myDataDoor(world: MyDataWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/data', (c) => showEntrance(c, world))
  door.post('/my/:token/data/code', (c) => sendCode(c, world))
  door.post('/my/:token/data', (c) => enterCode(c, world))
  door.post('/my/:token/data/file', (c) => handOut(c, world))
  door.post('/my/:token/data/erase', (c) => erase(c, world))
  return door
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''
const atNow = (world: MyDataWorld) => ({ ...world, now: world.now() })

async function settingFor(c: Context, { table }: MyDataWorld, linked: Linked): Promise<PageSetting> {
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  return {
    ...settingOf(c, organisation, linked.enrollment.facts.language),
    path: `/my/${tokenOf(c)}/data`,
  }
}

type Said = { refusal?: DataRefusal; left?: number }

const refusalStatus: Record<DataRefusal, 200 | 403 | 422 | 429> = {
  'no-code': 422,
  'no-pass': 403,
  'too-many-codes': 429,
  nothing: 200,
}

/** The page before the code, as it stands, with what is to be said first. */
async function entrance(c: Context, world: MyDataWorld, said: Said = {}) {
  const linked = await readPersonalLink(world.table, tokenOf(c), 'my')
  if (!linked) return answer(c, 'not-found')
  const { email } = linked.enrollment.facts
  const until = await openCodeUntil(atNow(world), email)
  const refusal = email === '' ? 'nothing' : said.refusal
  return c.html(
    <DataCodePage
      setting={await settingFor(c, world, linked)}
      until={until && clockTime(until, linked.seminar.facts.zone)}
      refusal={refusal}
      left={said.left}
    />,
    refusal ? refusalStatus[refusal] : said.left === undefined ? 200 : 422,
  )
}

const showEntrance = (c: Context, world: MyDataWorld) => entrance(c, world)

async function sendCode(c: Context, world: MyDataWorld) {
  const outcome = await askForCode(atNow(world), tokenOf(c))
  if (outcome.ok) return c.redirect(inside(settingOf(c, unnamedOrganisation), `/my/${tokenOf(c)}/data`), 303)
  const { code } = outcome.refusal
  return code === 'unknown' ? answer(c, 'not-found') : entrance(c, world, { refusal: code })
}

async function enterCode(c: Context, world: MyDataWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const outcome = await tryCode(atNow(world), { token: tokenOf(c), code: sent.get('code') ?? '' })
  if (outcome.ok) return showData(c, world, { pass: outcome.value.pass, errors: {}, keep: false })
  const { refusal } = outcome
  if (refusal.code === 'unknown') return answer(c, 'not-found')
  return entrance(c, world, refusal.code === 'wrong' ? { left: refusal.left } : { refusal: refusal.code })
}

type Shown = { pass: string; errors: Record<string, string>; keep: boolean }

async function showData(c: Context, world: MyDataWorld, { pass, errors, keep }: Shown) {
  const opened = await readPass(atNow(world), { token: tokenOf(c), pass })
  if (!opened) return entrance(c, world, { refusal: 'no-pass' })
  const { linked, record } = opened
  return c.html(
    <MyDataPage
      setting={await settingFor(c, world, linked)}
      data={await exportPerson(atNow(world), linked.enrollment.facts.email)}
      pass={pass}
      until={clockTime(record.facts.until, linked.seminar.facts.zone)}
      errors={errors}
      keep={keep}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** The file, for who entered the code on this page. */
async function handOut(c: Context, world: MyDataWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const opened = await readPass(atNow(world), { token: tokenOf(c), pass: sent.get('pass') ?? '' })
  if (!opened) return entrance(c, world, { refusal: 'no-pass' })
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="lernhaus.json"')
  const data = await exportPerson(atNow(world), opened.linked.enrollment.facts.email)
  return c.body(`${JSON.stringify(data, null, 2)}\n`)
}

async function erase(c: Context, world: MyDataWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const linked = await readPersonalLink(world.table, tokenOf(c), 'my')
  if (!linked) return answer(c, 'not-found')
  const setting = await settingFor(c, world, linked)
  const pass = sent.get('pass') ?? ''
  const keep = sent.get('keep') === 'yes'
  if (sent.get('sure') !== 'yes')
    return showData(c, world, { pass, keep, errors: { sure: myDataText[setting.language].sureMissing } })
  const outcome = await erasePerson(atNow(world), { token: tokenOf(c), pass, keepCertificates: keep })
  if (!outcome.ok) return entrance(c, world, { refusal: outcome.refusal.code })
  return c.html(<ErasedPage setting={{ ...setting, path: '/' }} {...outcome.value} />)
}
