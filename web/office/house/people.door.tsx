import { Hono } from 'hono'
import type { Language } from '../../../functions/kernel/language.ts'
import { type InviteStaffRefusal, inviteStaff } from '../../../functions/staff/invite-staff.ts'
import { type RemoveStaffRefusal, removeStaff } from '../../../functions/staff/remove-staff.ts'
import { listStaff } from '../../../functions/staff/staff.table.ts'
import { roles } from '../../../functions/staff/staff.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { officeHouseText } from '../../text/office.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { type PeopleForm, PeoplePage } from './people-page.tsx'

const inviteStatus: Record<InviteStaffRefusal['code'], 422> = {
  'already-here': 422,
  'same-name': 422,
}
const removeStatus: Record<RemoveStaffRefusal['code'], 404 | 409> = {
  unknown: 404,
  yourself: 409,
  'changed-meanwhile': 409,
}

const emptyForm: PeopleForm = { values: new Map(), errors: {} }

/** Who works here, letting somebody in, taking access away. For administrators. */
export function peopleDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const manage = only('manage-staff')
  door.get('/office/people', manage, (c) => show(c, emptyForm, 200))
  door.post('/office/people', manage, invite)
  door.post('/office/people/remove', manage, remove)
  return door
}

async function show(c: OfficeContext, form: PeopleForm, status: 200 | 404 | 409 | 422): Promise<Response> {
  const visit = c.get('visit')
  const staff = (await listStaff(visit.world.table)).map(({ facts }) => facts)
  return c.html(<PeoplePage visit={visit} staff={staff} form={form} done={c.req.query('done')} />, status)
}

async function invite(c: OfficeContext): Promise<Response> {
  const { world, now, member, setting } = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (values.has(leftLanguage)) return show(c, { values, errors: {} }, 200)
  const { person, errors } = readPerson(values, setting.language)
  if (!person) return show(c, { values, errors }, 422)
  const invited = await inviteStaff(
    { table: world.table, now, newId: world.newId },
    { ...person, by: member.email },
  )
  if (invited.ok) return goTo(c, '/office/people', 'staffInvited')
  const { code } = invited.refusal
  const sentence = officeHouseText[setting.language].inviteRefusals[code]
  return show(
    c,
    { values, errors: { [code === 'same-name' ? 'name' : 'email']: sentence } },
    inviteStatus[code],
  )
}

function readPerson(values: Values, language: Language) {
  const reader = openFieldReader(values)
  const name = reader.text('name', { most: 120, required: true })
  const email = reader.email('email', { required: true })
  const role = roles.find((one) => one === reader.typed('role'))
  if (!role) reader.wrong('role', 'required')
  const errors = errorsFrom(reader.troubles, language)
  const isWhole = Object.keys(errors).length === 0
  return { errors, person: isWhole && email && role ? { name, email, role } : undefined }
}

async function remove(c: OfficeContext): Promise<Response> {
  const { world, now, member, setting } = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const removed = await removeStaff(
    { table: world.table, now, newId: world.newId },
    { mailbox: values.get('mailbox') ?? '', by: member.email },
  )
  if (removed.ok) return goTo(c, '/office/people', 'removed')
  const { code } = removed.refusal
  const refusal = officeHouseText[setting.language].removeRefusals[code]
  return show(c, { ...emptyForm, refusal }, removeStatus[code])
}
