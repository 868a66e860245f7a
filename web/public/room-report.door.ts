import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ReportRefusal, takeRoomReport } from '../../functions/attendance/room-report.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { NoteFault } from '../parts/door.ts'
import { requestIdOf } from '../parts/request-id.ts'

/** What the room's door needs. It serves a machine, so there are no pages and no forms. */
type RoomReportWorld = { table: Table; roomKey: () => Promise<string>; noteFault: NoteFault }

const statusOf: Record<ReportRefusal['code'], 400 | 403 | 404> = { forged: 403, malformed: 400, unknown: 404 }

/** Takes the reports of the house's own room, sealed with the room's key. */
export function roomReportDoor(world: RoomReportWorld): Hono {
  const door = new Hono()
  door.use(bodyLimit({ maxSize: 256 * 1024, onError: (c) => c.json({ error: 'too-large' }, 413) }))
  door.onError((fault, c) => {
    world.noteFault(fault, requestIdOf(c))
    return c.json({ error: 'fault' }, 500)
  })
  door.post('/attendance/room', async (c) => {
    const report = { body: await c.req.text(), signature: c.req.header('x-room-signature') ?? '' }
    const taken = await takeRoomReport(world, report)
    return taken.ok
      ? c.json(taken.value)
      : c.json({ error: taken.refusal.code }, statusOf[taken.refusal.code])
  })
  return door
}
