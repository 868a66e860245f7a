import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  findCalledRoom,
  type ServerReportRefusal,
  takeBigBlueButtonReport,
} from '../../functions/attendance/server/bigbluebutton-report.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { dueNow } from '../../functions/seminar/due-of-seminar.ts'
import type { Secrets } from '../../functions/session/meeting/meeting.ts'
import type { NoteFault } from '../parts/door.ts'
import { requestIdOf } from '../parts/request-id.ts'

/** What the callbacks of a BigBlueButton server need. They come from a machine, so there are no pages and no forms. */
type World = {
  table: Table
  now: () => Instant
  secrets: Pick<Secrets, 'read'>
  noteFault: NoteFault
}

/** A stranger learns no more from a wrong address than from one that is right. */
const statusOf: Record<ServerReportRefusal['code'], 400 | 403> = { unknown: 403, forged: 403, malformed: 400 }

/** Figures of a meeting of some thousand people. */
const mostBytes = 2 * 1024 * 1024

/** Takes what a BigBlueButton server tells by itself: that a meeting has ended, and who was there. */
export function bigBlueButtonReportDoor(world: World): Hono {
  const door = new Hono()
  door.use(bodyLimit({ maxSize: mostBytes, onError: (c) => c.json({ error: 'too-large' }, 413) }))
  door.onError((fault, c) => {
    world.noteFault(fault, requestIdOf(c))
    return c.json({ error: 'fault' }, 500)
  })
  // Unsigned, so it is a hint and no more: the server is asked who is inside.
  door.get('/attendance/bigbluebutton/:key/ended', async (c) => {
    const called = await findCalledRoom(world, c.req.param('key'))
    if (called) await lookAtOnce(world, called.room.seminar.id, called.room.session.id)
    return c.body(null, 204)
  })
  door.post('/attendance/bigbluebutton/:key/analytics', async (c) => {
    const taken = await takeBigBlueButtonReport(
      { ...world, now: world.now() },
      {
        key: c.req.param('key'),
        authorization: c.req.header('authorization') ?? '',
        body: await c.req.text(),
      },
    )
    return taken.ok ? c.json(taken.value) : c.json({ error: 'refused' }, statusOf[taken.refusal.code])
  })
  return door
}

/** Somebody else may be noting the same; then it is due already. */
const lookAtOnce = async ({ table, now }: World, seminarId: string, sessionId: string) =>
  table.commit([await dueNow(table, { task: 'watch-room', seminarId, sessionId }, now())])
