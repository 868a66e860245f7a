import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { type Instant, later, minute } from '../../../functions/kernel/time.ts'
import type { SessionPlace } from '../../../functions/seminar/seminar.ts'
import type { Room } from '../../../functions/session/meeting/meeting.ts'
import { zoomNoticeDoor } from '../../../web/public/zoom-notice.door.ts'
import { zoomRecord } from '../../world/practice-servers.ts'
import { aSeminar } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

export const place: SessionPlace = { kind: 'server', server: 'srv_zoom', waitingRoom: false }
/** Minutes after the start of the session. */
export const at = (minutes: number): Instant => later('2026-03-24T17:00:00.000Z' as Instant, minutes * minute)

/** Ayşe and Deniz are enrolled in a session of two hours on the practice Zoom. */
export async function openZoomScene() {
  const house = openWorkingHouse()
  await house.servers.setUpZoom(house.table)
  const seminar = await house.offer({ sessions: aSeminar().sessions.map((one) => ({ ...one, place })) })
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const ids: Record<string, string> = {}
  for (const name of ['ayse', 'deniz']) {
    await house.enrollAndConfirm(seminar, name)
    ids[name] = (await house.enrollment(seminar, name)).id
  }
  const meetings = house.servers.meetings(house.table)
  const room: Room = { seminar, session, number: 1 }
  const { zoom } = house.servers.providers
  const faults: unknown[] = []
  const door = zoomNoticeDoor({
    table: house.table,
    now: house.now,
    secrets: house.servers.secrets,
    noteFault: (fault) => faults.push(fault),
  })
  const notices = () => listNotices(house.table, session.id)
  const presence = async (name: string) =>
    minutesPresent((await notices()).get(ids[name] ?? '') ?? [], session)

  return {
    ...{ house, seminar, session, room, ids, faults, notices, presence },
    zoomMeetings: house.servers.zoom.meetings,
    /** Somebody comes in; answers their page in the meeting. */
    async comes(name: string, into = session): Promise<string> {
      const leads = ids[name] === undefined
      const visitor = { id: ids[name] ?? name, name, language: 'de' as const, leads }
      const address = await zoom.enter(meetings(), zoomRecord, { ...room, session: into }, visitor)
      return (await house.servers.follow(address)).path
    },
    leaves: (path: string) => house.servers.press(`${path}/leave`),
    ends: (path: string) => house.servers.press(`${path}/end`),
    send: (callback: { method: string; address: string; headers: Record<string, string>; body?: string }) =>
      door.request(callback.address, callback),
    async minutes(): Promise<Record<string, number>> {
      const found = await Promise.all(
        Object.keys(ids).map(async (name) => [name, (await presence(name)).minutes] as const),
      )
      return Object.fromEntries(found)
    },
  }
}
