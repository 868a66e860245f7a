import { textIn } from '../../../functions/kernel/language.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { listMeetingServers } from '../../../functions/session/meeting/meeting-server.table.ts'
import type { MeetingServer } from '../../../functions/session/meeting/meeting-server.ts'
import { listServerHealth } from '../../../functions/session/meeting/server-health.ts'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { meetingServersText } from '../../text/meeting-servers.ts'
import { officeZone } from '../field-reader.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { roomPagePath } from './room-page.tsx'

/** A server that gives no answer, and the sessions of these seminars that still need it. */
export type ServerDown = {
  server: MeetingServer
  since: Instant
  sessions: readonly { seminar: Seminar; session: Session }[]
}

/** The servers in use that gave no answer when they were asked last. */
export async function findServersDown(
  { world, now }: Visit,
  seminars: readonly Seminar[],
): Promise<ServerDown[]> {
  const health = await listServerHealth(world.table)
  const down = health.flatMap(({ server, downSince }) => (downSince ? { id: server, since: downSince } : []))
  if (down.length === 0) return []
  const servers = await listMeetingServers(world.table)
  return down.flatMap(({ id, since }) => {
    const server = servers.find((one) => one.id === id && one.state === 'active')
    return server ? { server, since, sessions: sessionsOn(id, seminars, now) } : []
  })
}

const sessionsOn = (id: string, seminars: readonly Seminar[], now: Instant): ServerDown['sessions'] =>
  seminars
    .filter(({ state }) => state === 'published')
    .flatMap((seminar) => seminar.sessions.map((session) => ({ seminar, session })))
    .filter(({ session: { place, end } }) => place.kind === 'server' && place.server === id && end > now)
    .sort((a, b) => (a.session.start < b.session.start ? -1 : 1))

/** Says which server is down, and where to switch the room of the sessions that need it. */
export function ServersDownNotice({ visit, down }: { visit: Visit; down: readonly ServerDown[] }) {
  const { setting } = visit
  const text = meetingServersText[setting.language]
  return down.map(({ server, since, sessions }) => (
    <Notice
      tone="bad"
      title={text.serverDown(server.name, shortDateTime(since, setting.language, officeZone))}
    >
      <p>{text.serverDownMore}</p>
      <ul>
        {sessions.slice(0, 5).map(({ seminar, session }) => (
          <li>
            <a href={inside(setting, roomPagePath(seminar.id, session.id))}>
              {shortDateTime(session.start, setting.language, seminar.zone)}{' '}
              {textIn(seminar.title, setting.language)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  ))
}
