import { Hono } from 'hono'
import type { Instant } from '../../../functions/kernel/time.ts'
import { zoomScopes } from '../../../functions/session/meeting/zoom-scopes.ts'
import type { TimedPart } from '../clock.ts'
import type { PartSwitch } from '../part-mode.ts'
import { bigBlueButtonServer } from './bigbluebutton.tsx'
import { jitsiServer } from './jitsi.tsx'
import type { Running } from './meeting-pages.tsx'
import { practicePath, practiceRecords, practiceSecrets } from './practice-records.ts'
import { openTeller } from './tell-house.ts'
import { zoomServer } from './zoom.tsx'

/** A meeting that goes on at one of the practice servers. */
export type RunningMeeting = Running & { server: string }

export type PracticeServers = {
  door: Hono
  timed: readonly TimedPart[]
  running(): RunningMeeting[]
  /** Resolves when the house has been told everything. */
  idle(): Promise<void>
  stop(): void
}

/** The practice servers behind the workbench's door; they tell the house what real ones tell. */
export function openPracticeServers(world: {
  origins: { public: string; workbench: string }
  partSwitch: PartSwitch
  now: () => Instant
}): PracticeServers {
  const { origins, partSwitch, now } = world
  const records = practiceRecords(origins.workbench, now())
  const teller = openTeller(origins.public)
  const common = { now, partSwitch, tell: teller.tell }
  const bigbluebutton = bigBlueButtonServer({
    ...{ ...common, basePath: practicePath('bigbluebutton') },
    ...{ secret: practiceSecrets.bigbluebutton, hash: records.bigbluebutton.hash },
  })
  const zoom = zoomServer({
    ...{ ...common, ...records.zoom, basePath: practicePath('zoom'), scopes: zoomScopes },
    ...{ clientSecret: practiceSecrets.zoomClient, webhookSecret: practiceSecrets.zoomWebhook },
    webhook: `${origins.public}/attendance/zoom/${records.zoom.id}`,
  })
  const jitsi = jitsiServer({
    ...{ now, partSwitch, basePath: practicePath('jitsi') },
    rule: {
      ...{ algorithm: 'HS256', secret: practiceSecrets.jitsi, appId: records.jitsi.appId },
      domain: new URL(origins.workbench).hostname,
    },
  })
  const door = new Hono()
  const servers = { bigbluebutton, jitsi, zoom }
  for (const [kind, server] of Object.entries(servers))
    door.all(`/servers/${kind}/*`, (c) => server.door.fetch(c.req.raw))
  return {
    door,
    timed: [bigbluebutton, zoom],
    running: () =>
      Object.entries(servers).flatMap(([kind, server]) =>
        server
          .running()
          .map((meeting) => ({ server: records[kind as keyof typeof records].name, ...meeting })),
      ),
    idle: teller.idle,
    stop: teller.stop,
  }
}
