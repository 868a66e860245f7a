import { Hono } from 'hono'
import {
  readShownCode,
  type ShowCodeRefusal,
  showCode,
} from '../../../functions/attendance/code/show-code.ts'
import { readSettledList } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { findSession } from '../../../functions/seminar/seminar.ts'
import { findSeminar } from '../find-seminar.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { codePath } from './attendance-list.ts'
import { CodePage } from './code-page.tsx'

/** The code that whoever leads a session shows in it. */
export function codeDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/attendance/:sessionId/code'
  door.get(path, only('write-attendance'), (c) => show(c, c.req.param()))
  door.post(path, only('write-attendance'), (c) => showFresh(c, c.req.param()))
  return door
}

type Name = { id: string; sessionId: string }

async function show(c: OfficeContext, name: Name, refusal?: ShowCodeRefusal['code']): Promise<Response> {
  const visit = c.get('visit')
  const seminar = (await findSeminar(visit, name.id))?.facts
  const session = seminar && findSession(seminar, name.sessionId)
  if (!session) return notFound(c)
  const { table } = visit.world
  const [shown, settled] = await Promise.all([
    readShownCode({ table, now: visit.now }, session.id),
    readSettledList(table, session.id),
  ])
  const page = { visit, seminar, session, shown, settled: settled !== undefined }
  return c.html(<CodePage {...page} {...(refusal && { refusal })} />, refusal ? 409 : 200)
}

async function showFresh(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  // Trainers have a code of their own seminars only.
  const seminar = (await findSeminar(visit, name.id))?.facts
  if (!seminar) return notFound(c)
  const about = { seminarId: seminar.id, sessionId: name.sessionId }
  const shown = await showCode(
    {
      ...noting(visit, { deed: 'show-code', seminarId: about.seminarId, about: about.sessionId }),
      newSecret: visit.world.newSecret,
    },
    about,
  )
  if (shown.ok) return goTo(c, codePath(name.id, name.sessionId))
  return shown.refusal.code === 'unknown' ? notFound(c) : show(c, name, shown.refusal.code)
}
