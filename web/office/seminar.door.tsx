import { Hono } from 'hono'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import type { Result } from '../../functions/kernel/result.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { countInvites, requestInvites } from '../../functions/session/invite.ts'
import type { AuditedDeed } from '../../functions/staff/audit.ts'
import { may } from '../../functions/staff/staff.ts'
import { officeSeminarText } from '../text/office.ts'
import type { OfficeSeminarText } from '../text/office-seminar.de.ts'
import { findSeminar } from './find-seminar.ts'
import type { Done } from './office-page.tsx'
import { type Overview, SeminarPage } from './seminar-page.tsx'
import { audit, goTo, notFound, type OfficeContext, type OfficeEnv, only, type Visit } from './visit.ts'

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

  return door
}

type Button = { deed: AuditedDeed; done: Done; about?: string }

/** A button was pressed: do it, note it, and show the page again; or show the page with the reason why not. */
async function press<Code extends RefusalCode>(
  c: OfficeContext,
  seminarId: string,
  verb: (
    world: { table: Visit['world']['table']; now: Visit['now'] },
    seminarId: string,
  ) => Promise<Result<unknown, { code: Code }>>,
  { deed, done, about = '' }: Button,
  refusals: (text: OfficeSeminarText) => Record<Code, string>,
): Promise<Response> {
  const visit = c.get('visit')
  const pressed = await verb({ table: visit.world.table, now: visit.now }, seminarId)
  if (pressed.ok) {
    await audit(visit, { deed, seminarId, about })
    return goTo(c, `/office/seminars/${seminarId}`, done)
  }
  const { code } = pressed.refusal
  const sentence = refusals(officeSeminarText[visit.setting.language])[code]
  return show(c, seminarId, { sentence, status: refusalStatus[code] })
}

async function show(
  c: OfficeContext,
  id: string,
  refusal?: { sentence: string; status: 404 | 409 },
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

async function loadOverview({ world, member }: Visit, seminar: Seminar): Promise<Overview> {
  const { table } = world
  const [line, enrollments, notices, invites] = await Promise.all([
    readLine(table, seminar.id),
    listEnrollments(table, seminar.id),
    Promise.all(seminar.sessions.map(async ({ id }) => [id, await listNotices(table, id)] as const)),
    may(member.role, 'send-invites')
      ? Promise.all(
          seminar.sessions.map(async ({ id }) => [id, await countInvites(table, seminar, id)] as const),
        )
      : [],
  ])
  const people = enrollments.map(({ facts }) => facts)
  return {
    seminar,
    line,
    people,
    notices: new Map(notices),
    invites: new Map(invites),
    certificates: seminar.state === 'completed' ? await loadCertificates(world, seminar, people) : new Map(),
  }
}

async function loadCertificates(
  { table }: Visit['world'],
  seminar: Seminar,
  people: Overview['people'],
): Promise<Overview['certificates']> {
  const found = await Promise.all(
    people.map(
      async ({ id }) =>
        [id, await findIssuedOrHeld(table, { seminarId: seminar.id, enrollmentId: id })] as const,
    ),
  )
  return new Map(found.flatMap(([id, state]) => (state ? [[id, state]] : [])))
}
