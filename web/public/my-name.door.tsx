import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { correctName, mayCorrectName } from '../../functions/certificate/request/correct-name.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { leftLanguage } from '../parts/language-switch.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, settingOf } from '../parts/setting.ts'
import { MyNamePage, type NameValues } from './my-name-page.tsx'
import { personFields, troublesOf } from './person-fields.ts'

type MyNameWorld = DoorWorld & { table: Table; now: () => Instant }

/** Where a person corrects their name when the seminar is over; before, all their details can be changed. */
export function myNameDoor(world: MyNameWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/name', (c) => show(c, world))
  door.post('/my/:token/name', (c) => take(c, world))
  return door
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''

const linkedBy = (c: Context, { table }: MyNameWorld) => readPersonalLink(table, tokenOf(c), 'my')

type Typed = { values?: NameValues } & Partial<Pick<Parameters<typeof MyNamePage>[0], 'troubles' | 'refusal'>>

async function show(c: Context, world: MyNameWorld): Promise<Response> {
  const linked = await linkedBy(c, world)
  if (!linked) return answer(c, 'not-found')
  const { enrollment, seminar } = linked
  const isOpen = mayCorrectName(enrollment.facts, seminar.facts, world.now())
  return form(c, world, linked, isOpen ? {} : { refusal: 'closed' })
}

async function form(
  c: Context,
  { table }: MyNameWorld,
  { enrollment, seminar }: Linked,
  { values, troubles = {}, refusal }: Typed,
): Promise<Response> {
  const { facts } = enrollment
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  const certificate = await findCertificateOf(table, { seminarId: facts.seminarId, enrollmentId: facts.id })
  const status = refusal ? 409 : Object.keys(troubles).length > 0 ? 422 : 200
  return c.html(
    <MyNamePage
      setting={{ ...settingOf(c, organisation, facts.language), path: `/my/${tokenOf(c)}` }}
      seminar={seminar.facts}
      hasCertificate={certificate !== undefined}
      values={values ?? { firstName: facts.firstName, lastName: facts.lastName }}
      {...{ troubles, refusal }}
    />,
    status,
  )
}

const nameSchema = v.object({ firstName: personFields.firstName, lastName: personFields.lastName })

async function take(c: Context, world: MyNameWorld): Promise<Response> {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const linked = await linkedBy(c, world)
  if (!linked) return answer(c, 'not-found')
  const values = { firstName: sent.get('firstName') ?? '', lastName: sent.get('lastName') ?? '' }
  if (sent.has(leftLanguage)) return form(c, world, linked, { values })
  const read = v.safeParse(nameSchema, values)
  if (!read.success) return form(c, world, linked, { values, troubles: troublesOf(read.issues) })
  const outcome = await correctName({ ...world, now: world.now() }, { token: tokenOf(c), names: read.output })
  if (!outcome.ok) {
    const { code } = outcome.refusal
    return code === 'unknown' ? answer(c, 'not-found') : form(c, world, linked, { values, refusal: code })
  }
  const setting = settingOf(c, unnamedOrganisation)
  return c.redirect(inside(setting, `/my/${tokenOf(c)}?done=name`), 303)
}
