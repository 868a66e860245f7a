import { Hono } from 'hono'
import {
  confirmList,
  correctList,
  counterConfirmList,
  type ListRefusal,
  withdrawConfirmation,
} from '../../../functions/attendance/list/confirm-list.ts'
import type { Signatory } from '../../../functions/attendance/list/confirmed-list.ts'
import { sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { listPath } from './attendance-list.ts'
import { ConfirmedListPage } from './confirmed-list-page.tsx'
import { CorrectListPage } from './correct-list-page.tsx'
import { loadShownList, type ShownList } from './list-standing.ts'
import type { ListName } from './load-attendance.ts'

const verbs = {
  confirm: { sign: confirmList, deed: 'confirm-list', done: 'listConfirmed' },
  'counter-confirm': { sign: counterConfirmList, deed: 'counter-confirm-list', done: 'listLocked' },
  withdraw: { sign: withdrawConfirmation, deed: 'withdraw-from-list', done: 'listWithdrawn' },
} as const
type Verb = keyof typeof verbs

const statusOf = ({ code }: ListRefusal): 404 | 409 => (code === 'unknown' ? 404 : 409)

/** The list that two people confirm: one button each, and corrections after the lock. */
export function confirmedListDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/attendance/:sessionId/list'
  door.get(path, only('write-attendance'), async (c) => {
    const list = await loadShownList(c.get('visit'), c.req.param())
    if (!list) return notFound(c)
    return c.html(<ConfirmedListPage visit={c.get('visit')} list={list} done={c.req.query('done')} />)
  })
  door.get(`${path}/correct`, only('write-attendance'), (c) => showCorrection(c, c.req.param(), new Map()))
  door.post(`${path}/correct`, only('write-attendance'), (c) => correct(c, c.req.param()))
  for (const verb of Object.keys(verbs) as Verb[])
    door.post(`${path}/${verb}`, only('write-attendance'), (c) => sign(c, c.req.param(), verb))
  return door
}

/** Who signs, and as whom. */
const signatory = ({ member }: Visit, { signsAs }: ShownList): Signatory => ({
  mailbox: member.email,
  name: member.name,
  role: member.role,
  ...(signsAs && { as: signsAs }),
})

/** What the form says that was seen; words that no page wrote are as good as an older page. */
const seenIn = (values: Values) => {
  const entry = values.get('entry') ?? ''
  return { entry: /^[0-9]{1,6}$/.test(entry) ? Number(entry) : -1, print: values.get('print') ?? '' }
}

async function sign(c: OfficeContext, name: ListName, verb: Verb): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const list = await loadShownList(visit, name)
  if (!list) return notFound(c)
  const about = { seminarId: list.seminar.id, sessionId: list.session.id }
  const signed = await verbs[verb].sign(
    noting(visit, { deed: verbs[verb].deed, seminarId: about.seminarId, about: about.sessionId }),
    { ...about, by: signatory(visit, list), seen: seenIn(values) },
  )
  if (signed.ok) return goTo(c, listPath(name.id, name.sessionId), verbs[verb].done)
  // What has changed meanwhile is shown as it is now.
  const now = (await loadShownList(visit, name)) ?? list
  return c.html(
    <ConfirmedListPage visit={visit} list={now} refusal={signed.refusal.code} />,
    statusOf(signed.refusal),
  )
}

type Wrong = { errors?: Record<string, string>; refusal?: ListRefusal; status?: 404 | 409 | 422 }

async function showCorrection(
  c: OfficeContext,
  name: ListName,
  values: Values,
  { errors = {}, refusal, status }: Wrong = {},
): Promise<Response> {
  const visit = c.get('visit')
  const list = await loadShownList(visit, name)
  if (!list?.settled) return notFound(c)
  return c.html(
    <CorrectListPage visit={visit} list={list} values={values} errors={errors} refusal={refusal?.code} />,
    status ?? 200,
  )
}

async function correct(c: OfficeContext, name: ListName): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (values.has(leftLanguage)) return showCorrection(c, name, values)
  const list = await loadShownList(visit, name)
  if (!list) return notFound(c)
  const reader = openFieldReader(values)
  const enrollmentId = reader.text('person', { most: 40, required: true })
  const minutes = reader.whole('minutes', { least: 0, most: 100_000 })
  if (minutes > sessionMinutes(list.session)) reader.wrong('minutes', 'too-many-minutes')
  const reason = reader.text('reason', { most: 300, required: true, lines: true })
  const errors = errorsFrom(reader.troubles, visit.setting.language)
  if (Object.keys(errors).length > 0) return showCorrection(c, name, values, { errors, status: 422 })
  const about = { seminarId: list.seminar.id, sessionId: list.session.id }
  const corrected = await correctList(
    noting(visit, { deed: 'correct-list', seminarId: about.seminarId, about: about.sessionId }),
    { ...about, by: signatory(visit, list), seen: seenIn(values), enrollmentId, minutes, reason },
  )
  if (corrected.ok) return goTo(c, listPath(name.id, name.sessionId), 'listCorrected')
  const { refusal } = corrected
  return showCorrection(c, name, values, { refusal, status: statusOf(refusal) })
}
