import { Hono } from 'hono'
import { readSettledList } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { holdBack, readHoldBack, release } from '../../../functions/certificate/hold-back.ts'
import { findSeminar } from '../find-seminar.ts'
import { goTo, notFound, noting, type OfficeEnv, only, type Visit } from '../visit.ts'
import { loadRows } from './load-rows.ts'
import { PreviewPage } from './preview-page.tsx'
import { previewPath } from './preview-path.ts'

const verbs = {
  'hold-back': { verb: holdBack, deed: 'hold-back-certificates', done: 'heldBack' },
  release: { verb: release, deed: 'release-certificates', done: 'released' },
} as const

const isPublished = async (visit: Visit, id: string): Promise<boolean> =>
  (await findSeminar(visit, id))?.facts.state === 'published'

/** Who would get which certificate, looked at before they go out. */
export function previewDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/seminars/:id/certificates', only('change-seminars'), async (c) => {
    const visit = c.get('visit')
    const seminar = (await findSeminar(visit, c.req.param('id')))?.facts
    const { table } = visit.world
    const held = seminar && (await readHoldBack(table, seminar.id))
    // Afterwards the people's list says who got which, unless none has gone out.
    if (!seminar || !(seminar.state === 'published' || (seminar.state === 'completed' && held)))
      return notFound(c)
    const over = seminar.sessions.filter(({ end }) => end <= visit.now)
    const [rows, settled] = await Promise.all([
      loadRows(table, seminar),
      Promise.all(over.map(({ id }) => readSettledList(table, id))),
    ])
    const openLists = over.filter((_, i) => settled[i] === undefined)
    return c.html(<PreviewPage {...{ visit, seminar, rows, openLists, held }} done={c.req.query('done')} />)
  })
  for (const [name, { verb, deed, done }] of Object.entries(verbs))
    door.post(`/office/seminars/:id/certificates/${name}`, only('change-seminars'), async (c) => {
      const visit = c.get('visit')
      const seminarId = c.req.param('id')
      const outcome = await verb(noting(visit, { deed, seminarId }), { seminarId, by: visit.member.name })
      if (!outcome.ok) return notFound(c)
      // Once it is released, the page of a completed seminar is the seminar's own.
      const stays = name === 'hold-back' || (await isPublished(visit, seminarId))
      return goTo(c, stays ? previewPath(seminarId) : `/office/seminars/${seminarId}`, done)
    })
  return door
}
