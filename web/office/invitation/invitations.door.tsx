import { Hono } from 'hono'
import { type AddressList, readAddressList } from '../../../functions/enrollment/invitation/address-list.ts'
import { remindInvited } from '../../../functions/enrollment/invitation/ask-for-letters.ts'
import {
  makeInvitationLink,
  setLinkOpen,
  showLinkAgain,
  withdrawInvitation,
} from '../../../functions/enrollment/invitation/change-invitation.ts'
import {
  forgottenInvitationsShelf,
  listInvitations,
} from '../../../functions/enrollment/invitation/invitation.table.ts'
import { mostInvited } from '../../../functions/enrollment/invitation/invitation.ts'
import { invitePeople, sortAddresses } from '../../../functions/enrollment/invitation/invite-people.ts'
import { isLanguage, type Language } from '../../../functions/kernel/language.ts'
import { type Instant, instantAtWallClock, instantFrom } from '../../../functions/kernel/time.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { readForm } from '../../parts/read-form.ts'
import type { InvitationsText } from '../../text/invitations.de.ts'
import { invitationsText } from '../../text/invitations.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { errorsFrom } from '../plain-form.tsx'
import { readUpload, type Upload } from '../read-upload.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { CheckedListPage } from './checked-list-page.tsx'
import type { InvitationForms } from './invitation-forms.tsx'
import { InvitationLinkPage } from './invitation-link-page.tsx'
import { InvitationsPage } from './invitations-page.tsx'
import { invitationsPath } from './invitations-path.ts'

/** 500 rows of a list as people keep it, in two bytes a letter. */
export const listBytes = 512 * 1024
/** Where lists are sent to. */
export const takesLists = (path: string): boolean => /\/invitations\/(?:check|send)$/.test(path)

/** Inviting people into a seminar, and what became of it. */
export function invitationsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/invitations'
  door.use(path, only('send-invites'))
  door.use(`${path}/*`, only('send-invites'))
  door.get(path, (c) => show(c, c.req.param('id'), {}))
  door.post(`${path}/check`, (c) => check(c, c.req.param('id')))
  door.post(`${path}/send`, (c) => send(c, c.req.param('id')))
  door.post(`${path}/link`, (c) => makeLink(c, c.req.param('id')))
  door.post(`${path}/remind`, async (c) => {
    const id = c.req.param('id')
    const world = noting(c.get('visit'), { deed: 'remind-invited', seminarId: id })
    return after(c, id, await remindInvited(world, id), 'reminded')
  })
  door.post(`${path}/:invitation/withdraw`, async (c) => {
    const { id, invitation } = c.req.param()
    return after(c, id, await withdrawInvitation(changing(c, id), nameOf(id, invitation)), 'withdrawn')
  })
  for (const [verb, open] of [
    ['close', false],
    ['open', true],
  ] as const)
    door.post(`${path}/:invitation/${verb}`, async (c) => {
      const { id = '', invitation = '' } = c.req.param() as Record<string, string>
      const changed = await setLinkOpen(changing(c, id), { ...nameOf(id, invitation), open })
      return after(c, id, changed, open ? 'reopened' : 'closed')
    })
  door.post(`${path}/:invitation/show`, async (c) => {
    const { id, invitation } = c.req.param()
    const visit = c.get('visit')
    const shown = await showLinkAgain(
      { ...changing(c, id), newSecret: visit.world.newSecret },
      nameOf(id, invitation),
    )
    if (!shown.ok) return after(c, id, shown, 'closed')
    return showLink(c, id, shown.value.token)
  })
  return door
}

const nameOf = (seminarId: string, invitationId: string) => ({ seminarId, invitationId })

const changing = (c: OfficeContext, seminarId: string) =>
  noting(c.get('visit'), { deed: 'change-invitation', seminarId })

type Refusal = { ok: false; refusal: { code: keyof InvitationsText['refusals'] } }

/** Back to the list, which says what was done; or the list with the reason why not. */
function after(
  c: OfficeContext,
  id: string,
  outcome: { ok: true } | Refusal,
  done: keyof InvitationsText['done'],
): Response | Promise<Response> {
  if (outcome.ok) return goTo(c, invitationsPath(id), done)
  return showRefused(c, id, outcome.refusal.code, {})
}

const showRefused = (
  c: OfficeContext,
  id: string,
  code: keyof InvitationsText['refusals'],
  forms: Partial<InvitationForms>,
) =>
  show(c, id, {
    forms,
    refusal: invitationsText[c.get('visit').setting.language].refusals[code],
    status: code === 'unknown' ? 404 : 409,
  })

type Shown = {
  forms?: Partial<InvitationForms>
  refusal?: string
  status?: 200 | 404 | 409 | 422
}

async function show(c: OfficeContext, id: string, shown: Shown): Promise<Response> {
  const visit = c.get('visit')
  const { table, newSecret } = visit.world
  const stored = await findSeminar(visit, id)
  if (!stored) return notFound(c)
  const [invitations, forgotten] = await Promise.all([
    listInvitations(table, id),
    forgottenInvitationsShelf.read(table, id),
  ])
  const forms = { values: new Map(), errors: {}, token: newSecret(), ...shown.forms }
  return c.html(
    <InvitationsPage
      visit={visit}
      invited={{
        seminar: stored.facts,
        invitations: invitations.map(({ facts }) => facts),
        forgotten: forgotten?.facts.count ?? 0,
      }}
      forms={forms}
      refusal={shown.refusal}
      done={c.req.query('done')}
    />,
    shown.status ?? 200,
  )
}

/** The list as it came, from the field and the file together, so that nothing of it is lost. */
function wholeList({ values, file }: Upload): string {
  const typed = values.get('addresses') ?? ''
  return file === undefined || file === 'unreadable' ? typed : [typed.trim(), file].filter(Boolean).join('\n')
}

const readLanguage = (values: Values, otherwise: Language): Language => {
  const language = values.get('language')
  return isLanguage(language) ? language : otherwise
}

/** Says what was understood of a list. Sends nothing, stores nothing. */
async function check(c: OfficeContext, id: string): Promise<Response> {
  const visit = c.get('visit')
  const { language } = visit.setting
  const upload = await readUpload(c, { bytes: listBytes, field: 'file' })
  if (upload instanceof Response) return upload
  const stored = await findSeminar(visit, id)
  if (!stored) return notFound(c)
  const text = wholeList(upload)
  const forms = {
    values: new Map([...upload.values, ['addresses', text]] as [string, string][]),
    errors: {},
    token: visit.world.newSecret(),
  }
  const { troubles } = invitationsText[language]
  if (upload.file === 'unreadable')
    return show(c, id, { forms: { ...forms, errors: { file: troubles.unreadable } }, status: 422 })
  const read = readAddressList(text)
  if (!read.ok)
    return show(c, id, { forms: { ...forms, errors: { addresses: troubles[read.trouble] } }, status: 422 })
  const sorted = await sortAddresses(visit.world.table, id, read.list.addresses)
  return c.html(
    <CheckedListPage visit={visit} seminar={stored.facts} list={read.list} sorted={sorted} forms={forms} />,
  )
}

/** Invites those of the list that was checked; it is read once more, as it comes from outside. */
async function send(c: OfficeContext, id: string): Promise<Response> {
  const visit = c.get('visit')
  const upload = await readUpload(c, { bytes: listBytes, field: 'file' })
  if (upload instanceof Response) return upload
  if (!(await findSeminar(visit, id))) return notFound(c)
  const read = readAddressList(upload.values.get('addresses') ?? '')
  const list: AddressList = read.ok ? read.list : { addresses: [], doubles: [], rejects: [] }
  const sent = await invitePeople(noting(visit, { deed: 'invite-people', seminarId: id }), {
    seminarId: id,
    addresses: list.addresses,
    language: readLanguage(upload.values, visit.setting.language),
  })
  // The same list sent twice is sent once; the second time there is nobody left, and nothing wrong.
  if (sent.ok || (sent.refusal.code === 'nobody' && list.addresses.length > 0))
    return goTo(c, invitationsPath(id), 'invited')
  return showRefused(c, id, sent.refusal.code, { values: upload.values })
}

async function makeLink(c: OfficeContext, id: string): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const stored = await findSeminar(visit, id)
  if (!stored) return notFound(c)
  const reader = openFieldReader(values)
  const name = reader.text('name', { most: 120, required: true })
  const limit = reader.whole('limit', { least: 1, most: mostInvited })
  const day = reader.typed('until') === '' ? undefined : reader.calendarDay('until')
  const errors = errorsFrom(reader.troubles, visit.setting.language)
  const token = values.get('token') ?? ''
  const forms = { values, errors, token: token || visit.world.newSecret() }
  if (Object.keys(errors).length > 0) return show(c, id, { forms, status: 422 })
  const until = day === undefined ? null : endOf(day, stored.facts)
  const world = noting(visit, { deed: 'invite-people', seminarId: id })
  const made = await makeInvitationLink(world, { seminarId: id, name, limit, until, token })
  return made.ok ? showLink(c, id, token) : showRefused(c, id, made.refusal.code, { values })
}

/** The first moment after a day, by the seminar's clock; at midnight no zone that people plan in skips an hour. */
function endOf(day: string, seminar: Seminar): Instant | null {
  const next = instantFrom(Date.parse(`${day}T00:00:00Z`) + 36 * 3_600_000).slice(0, 10)
  return instantAtWallClock({ date: next, time: '00:00' }, seminar.zone) ?? null
}

async function showLink(c: OfficeContext, id: string, token: string): Promise<Response> {
  const visit = c.get('visit')
  const stored = await findSeminar(visit, id)
  if (!stored) return notFound(c)
  const link = `${visit.world.origin}/seminars/${stored.facts.slug}/enroll?invitation=${token}`
  return c.html(<InvitationLinkPage visit={visit} seminar={stored.facts} link={link} />)
}
