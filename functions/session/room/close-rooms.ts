import type { Table } from '../../kernel/table.ts'
import { hour, type Instant, later } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { MeetingUnreachable } from '../meeting/meeting.ts'
import { type FormerRoom, formerRoomShelf, listFormerRooms } from './former-room.table.ts'

/** Sends everybody out of a room. Throws MeetingUnreachable where its server does not answer. */
export type CloseRoom = (seminar: Seminar, room: FormerRoom) => Promise<'closed' | 'cannot'>

/** A server that does not answer is asked again for so long. */
const patience = hour

/**
 * Closes the rooms of a session that are to be closed, and notes what became of each. Closing one twice does no harm,
 * so a run that dies is simply repeated. Answers how many are still open.
 */
export async function closeRooms(
  { table, now, closeRoom }: { table: Table; now: Instant; closeRoom: CloseRoom },
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<{ open: number }> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!seminar) return { open: 0 }
  let open = 0
  for (const stored of await listFormerRooms(table, sessionId)) {
    if (stored.facts.state !== 'closing') continue
    const became = await closeOne(closeRoom, seminar, stored.facts)
    const state = became === 'unreachable' && now >= later(stored.facts.leftAt, patience) ? 'gave-up' : became
    if (state === 'unreachable') open++
    else await table.commit([formerRoomShelf.replace(stored, { ...stored.facts, state })])
  }
  return { open }
}

async function closeOne(
  closeRoom: CloseRoom,
  seminar: Seminar,
  room: FormerRoom,
): Promise<'closed' | 'cannot' | 'unreachable'> {
  try {
    return await closeRoom(seminar, room)
  } catch (fault) {
    if (fault instanceof MeetingUnreachable) return 'unreachable'
    throw fault
  }
}
