import type { Table } from '../../kernel/table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { listZoomMeetingIds, zoomPersonShelf, zoomRegistrantShelf } from './zoom-meeting.table.ts'

/**
 * The names by which Zoom knows somebody in the meetings of a seminar go: through them, what Zoom itself still keeps
 * would lead from a name to the minutes that are left here.
 */
export async function forgetRegistrant(table: Table, seminar: Seminar, enrollmentId: string): Promise<void> {
  for (const { id } of [...seminar.sessions, ...seminar.cancelledSessions])
    for (const meetingId of await listZoomMeetingIds(table, id)) {
      const known = await zoomRegistrantShelf.read(table, { meetingId, enrollmentId })
      if (!known?.facts.registrantId) continue
      const person = await zoomPersonShelf.read(table, { meetingId, ...known.facts })
      await table.commit([
        zoomRegistrantShelf.replace(known, { enrollmentId, registrantId: '' }),
        ...(person ? [zoomPersonShelf.remove(person)] : []),
      ])
    }
}
