import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { takeZoomNotice, type ZoomNoticeRefusal } from '../../functions/attendance/server/zoom-notice.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Secrets } from '../../functions/session/meeting/meeting.ts'
import type { NoteFault } from '../parts/door.ts'
import { requestIdOf } from '../parts/request-id.ts'

type World = {
  table: Table
  now: () => Instant
  secrets: Pick<Secrets, 'read'>
  noteFault: NoteFault
}

/** A stranger learns no more from a wrong address than from one that is right. */
const statusOf: Record<ZoomNoticeRefusal['code'], 400 | 403> = { unknown: 403, forged: 403, malformed: 400 }

const path = '/attendance/zoom/:server'

/** Takes what Zoom tells by itself. It serves a machine, so there are no pages and no forms. */
export function zoomNoticeDoor(world: World): Hono {
  const door = new Hono()
  door.use(path, bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.json({ error: 'too-large' }, 413) }))
  door.onError((fault, c) => {
    world.noteFault(fault, requestIdOf(c))
    return c.json({ error: 'fault' }, 500)
  })
  door.post(path, async (c) => {
    const taken = await takeZoomNotice(
      { ...world, now: world.now() },
      {
        server: c.req.param('server'),
        timestamp: c.req.header('x-zm-request-timestamp') ?? '',
        signature: c.req.header('x-zm-signature') ?? '',
        body: await c.req.text(),
      },
    )
    if (!taken.ok) return c.json({ error: 'refused' }, statusOf[taken.refusal.code])
    return taken.value ? c.json(taken.value) : c.body(null, 204)
  })
  return door
}
