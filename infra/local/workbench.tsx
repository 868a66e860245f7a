import { Hono } from 'hono'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { localGuard } from './local-guard.ts'
import { meetingDoor } from './meeting.tsx'
import type { PracticeServers } from './meeting-servers/practice-servers.ts'
import type { Presence } from './room-presence.ts'
import { clockPages } from './workbench-clock.tsx'
import { roomScript, workbenchStyle } from './workbench-files.ts'
import { type MachineWorld, workbenchMachine } from './workbench-machine.ts'
import { mailPages } from './workbench-mail.tsx'
import { peoplePages } from './workbench-people.tsx'
import { roomPages } from './workbench-rooms.tsx'
import { startPages } from './workbench-start.tsx'

/** What the workbench shows and steers. */
export type WorkbenchWorld = MachineWorld & {
  origins: { public: string; workbench: string; openid: string }
  table: ReadingTable
  presence: Presence
  roomKey: () => Promise<string>
  servers: Pick<PracticeServers, 'door' | 'running'>
}

/** The workbench: watch and steer the local system. It never runs in AWS. */
export function workbench(world: WorkbenchWorld): Hono {
  const app = new Hono()
  app.use(localGuard(world.origins.workbench))
  app.get('/workbench.css', (c) => c.body(workbenchStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/room.js', (c) => c.body(roomScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.route('/', workbenchMachine(world))
  app.route('/', meetingDoor({ ...world, partSwitch: world.switches.meeting }))
  app.route('/', world.servers.door)
  app.route('/', startPages(world))
  app.route('/', mailPages(world))
  app.route('/', clockPages(world))
  app.route('/', roomPages(world))
  app.route('/', peoplePages(world))
  return app
}
