import { Hono } from 'hono'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { decideApplication } from '../../../functions/enrollment/line/decide-application.ts'
import type { Result } from '../../../functions/kernel/result.ts'
import { cancelSeminar } from '../../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import { discardDraft } from '../../../functions/seminar/discard-draft.ts'
import { publishSeminar } from '../../../functions/seminar/publish-seminar.ts'
import { requestInvites } from '../../../functions/session/invite.ts'
import type { AuditedDeed } from '../../../functions/staff/audit.ts'
import { readForm } from '../../parts/read-form.ts'
import { officeSeminarText } from '../../text/office.ts'
import { officePlacesText } from '../../text/office-places.ts'
import type { OfficeSeminarText } from '../../text/office-seminar.de.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import type { Done } from '../office-page.tsx'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { mostMessage, mostPicked, pickField } from './applications.tsx'
import { loadOverview } from './load-overview.ts'
import { SeminarPage } from './seminar-page.tsx'

/** Every refusal of a seminar's buttons that comes up here answers with this status. */
const refusalStatus = {
  unknown: 404,
  'not-a-draft': 409,
  'no-session': 409,
  begun: 409,
  'not-published': 409,
  'still-running': 409,
  over: 409,
  'changed-meanwhile': 409,
} as const
type RefusalCode = keyof typeof refusalStatus

/** One seminar: how it stands, who enrolled, and the buttons that move it on. */
export function seminarDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const change = only('change-seminars')

  door.get('/office/seminars/:id', (c) => show(c, c.req.param('id')))
  door.post('/office/seminars/:id/publish', change, (c) =>
    press(
      c,
      c.req.param('id'),
      publishSeminar,
      { deed: 'publish-seminar', done: 'published' },
      (text) => text.publishRefusals,
    ),
  )
  door.post('/office/seminars/:id/cancel', change, (c) =>
    press(
      c,
      c.req.param('id'),
      cancelSeminar,
      { deed: 'cancel-seminar', done: 'cancelled' },
      (text) => text.cancelRefusals,
    ),
  )
  door.post('/office/seminars/:id/complete', change, (c) =>
    press(
      c,
      c.req.param('id'),
      completeSeminar,
      { deed: 'complete-seminar', done: 'completed' },
      (text) => text.completeRefusals,
    ),
  )
  door.post('/office/seminars/:id/discard', change, (c) =>
    press(
      c,
      c.req.param('id'),
      discardDraft,
      { deed: 'discard-draft', done: 'discarded', next: '/office' },
      (text) => text.discardRefusals,
    ),
  )
  door.post('/office/seminars/:id/invite/:sessionId', only('send-invites'), async (c) => {
    const { id: seminarId, sessionId } = c.req.param()
    return press(
      c,
      seminarId,
      (world) => requestInvites(world, { seminarId, sessionId }),
      { deed: 'send-invites', done: 'invited', about: sessionId },
      (text) => text.inviteRefusals,
    )
  })

  door.post('/office/seminars/:id/decide', change, (c) => decide(c, c.req.param('id')))

  return door
}

/** A tick per application, the message and the button. */
const decisionKeys = { keys: mostPicked + 10 }

/** Decides about each application that was picked, in the order in which they came; says how many it could not. */
async function decide(c: OfficeContext, seminarId: string): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c, decisionKeys)
  if (values instanceof Response) return values
  const text = officePlacesText[visit.setting.language]
  const reader = openFieldReader(values)
  const message = reader.text('message', { most: mostMessage, lines: true })
  const picked = await pickedApplications(visit, seminarId, values)
  if (picked.length === 0) return show(c, seminarId, { sentence: text.nobodyPicked, status: 422 })
  const [trouble] = Object.values(errorsFrom(reader.troubles, visit.setting.language))
  if (trouble) return show(c, seminarId, { sentence: `${text.message}: ${trouble}`, status: 422 })
  const admit = values.get('decision') !== 'decline'
  let undecided = 0
  for (const { id } of picked) {
    const noted = noting(visit, { deed: admit ? 'admit' : 'decline', seminarId, about: id })
    const { newSecret, origin } = visit.world
    const outcome = await decideApplication(
      { ...noted, newSecret, origin },
      { seminarId, enrollmentId: id, admit, message },
    )
    if (!outcome.ok) undecided++
  }
  if (undecided > 0) return show(c, seminarId, { sentence: text.undecided(undecided), status: 409 })
  return goTo(c, `/office/seminars/${seminarId}`, admit ? 'admitted' : 'declined')
}

/** Those who are picked, first come first; boxes that name nobody here are nobody's. */
async function pickedApplications(visit: Visit, seminarId: string, values: Values): Promise<Enrollment[]> {
  const people = (await listEnrollments(visit.world.table, seminarId)).map(({ facts }) => facts)
  return people
    .filter(({ id }) => values.get(pickField(id)) === 'yes')
    .sort((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1))
}

/** `next` is the page to go on to where the seminar's own is gone. */
type Button = { deed: AuditedDeed; done: Done; about?: string; next?: string }

/** A button was pressed: do and note it in one, and show the page again; or show the page with the reason why not. */
async function press<Code extends RefusalCode>(
  c: OfficeContext,
  seminarId: string,
  verb: (world: ReturnType<typeof noting>, seminarId: string) => Promise<Result<unknown, { code: Code }>>,
  { deed, done, about = '', next = `/office/seminars/${seminarId}` }: Button,
  refusals: (text: OfficeSeminarText) => Record<Code, string>,
): Promise<Response> {
  const visit = c.get('visit')
  const pressed = await verb(noting(visit, { deed, seminarId, about }), seminarId)
  if (pressed.ok) return goTo(c, next, done)
  const { code } = pressed.refusal
  const sentence = refusals(officeSeminarText[visit.setting.language])[code]
  return show(c, seminarId, { sentence, status: refusalStatus[code] })
}

async function show(
  c: OfficeContext,
  id: string,
  refusal?: { sentence: string; status: 404 | 409 | 422 },
): Promise<Response> {
  const visit = c.get('visit')
  const stored = await findSeminar(visit, id)
  if (!stored) return notFound(c)
  const overview = await loadOverview(visit, stored.facts)
  return c.html(
    <SeminarPage visit={visit} overview={overview} refusal={refusal?.sentence} done={c.req.query('done')} />,
    refusal?.status ?? 200,
  )
}
