import type { Context, Hono } from 'hono'
import { changePerson, mayChange } from '../../functions/enrollment/change-person.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { renewLink } from '../../functions/enrollment/link/renew-link.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { loadProgramme, type Programme } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { leftLanguage } from '../parts/language-switch.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { ChangePage } from './change-page.tsx'
import { type EnrollValues, pickValues, readEnrollForm } from './enroll-form.ts'
import { valuesOf } from './filled-values.ts'
import { DetailsOverPage, MorePage, RenewPage } from './my-more-pages.tsx'
import { openSeminars } from './open-seminars.ts'

/** What the pages around the personal page need. */
type MyMoreWorld = DoorWorld & { table: Table; now: () => Instant; newSecret: NewSecret }

/** Around the personal page: change what one told, get a new link, enroll elsewhere. */
export function myMoreDoor(world: MyMoreWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/change', (c) => showChange(c, world))
  door.post('/my/:token/change', (c) => takeChange(c, world))
  door.get('/my/:token/renew', (c) => showRenew(c, world))
  door.post('/my/:token/renew', (c) => takeRenew(c, world))
  door.get('/my/:token/more', (c) => showMore(c, world))
  return door
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

type Mine = { linked: Linked; programme: Programme; setting: PageSetting; now: Instant }

/** Whose page it is; its path is the personal page's. */
async function mineOf(c: Context, { table, now }: MyMoreWorld): Promise<Mine | undefined> {
  const linked = await readPersonalLink(table, tokenOf(c), 'my')
  if (!linked?.enrollment.facts.email) return undefined
  const programme = await loadProgramme(table)
  const setting = settingOf(c, programme.organisation, linked.enrollment.facts.language)
  return { linked, programme, setting: { ...setting, path: `/my/${tokenOf(c)}` }, now: now() }
}

async function showChange(c: Context, world: MyMoreWorld) {
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  const { linked, programme, now } = mine
  if (!mayChange(linked.enrollment.facts, linked.seminar.facts, now)) return over(c, mine)
  return changeForm(c, mine, { values: valuesOf(linked.enrollment.facts, programme.associations) })
}

const over = (c: Context, { setting }: Mine) => c.html(<DetailsOverPage setting={setting} />, 409)

type Filled = { values: EnrollValues } & Partial<
  Pick<Parameters<typeof ChangePage>[0], 'troubles' | 'refusal'>
>

const changeForm = (c: Context, mine: Mine, { values, troubles, refusal }: Filled) =>
  c.html(
    <ChangePage
      setting={mine.setting}
      seminar={mine.linked.seminar.facts}
      associations={mine.programme.associations}
      values={values}
      troubles={troubles ?? {}}
      refusal={refusal}
    />,
    troubles || refusal ? 422 : 200,
  )

async function takeChange(c: Context, world: MyMoreWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  const values = pickValues(sent)
  // Another language for the page; what was typed goes along, and the language of the mails stays what was chosen.
  if (sent.has(leftLanguage)) return changeForm(c, mine, { values })
  // The address and the sessions stay, and consent was given when enrolling.
  const { email } = mine.linked.enrollment.facts
  const seminar = mine.linked.seminar.facts
  const sessions = seminar.sessions.map(({ id }) => id)
  const read = readEnrollForm(
    { ...values, email, sessions, consent: 'yes' },
    { associations: mine.programme.associations, seminar },
  )
  if (!read.ok) return changeForm(c, mine, { values, troubles: read.troubles })
  const outcome = await changePerson(
    { table: world.table, now: mine.now },
    { token: tokenOf(c), details: read.input },
  )
  if (outcome.ok) return c.redirect(inside(mine.setting, `${mine.setting.path}?done=changed`), 303)
  const { code } = outcome.refusal
  if (code === 'unknown') return answer(c, 'not-found')
  return code === 'over' ? over(c, mine) : changeForm(c, mine, { values, refusal: code })
}

async function showRenew(c: Context, world: MyMoreWorld) {
  const mine = await mineOf(c, world)
  return mine ? c.html(<RenewPage setting={mine.setting} refused={false} />) : answer(c, 'not-found')
}

/**
 * A second press finds the link dead already, so the answer is the same for links that were good and those that were
 * not; it says only what is true of both.
 */
async function takeRenew(c: Context, world: MyMoreWorld) {
  const mine = await mineOf(c, world)
  const outcome = await renewLink({ ...world, now: world.now() }, tokenOf(c))
  if (mine && !outcome.ok && outcome.refusal.code === 'too-many-mails')
    return c.html(<RenewPage setting={mine.setting} refused />, 429)
  const programme = await loadProgramme(world.table)
  return c.redirect(inside(settingOf(c, programme.organisation), '/my?done=renewed'), 303)
}

async function showMore(c: Context, world: MyMoreWorld) {
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  const seminars = await openSeminars({ table: world.table, now: mine.now }, [mine.linked.enrollment.facts])
  return c.html(<MorePage setting={mine.setting} seminars={seminars} token={tokenOf(c)} />)
}
