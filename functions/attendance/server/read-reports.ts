import { fingerprint } from '../../kernel/secret.ts'
import type { Table } from '../../kernel/table.ts'
import { day, hour, type Instant, later, minute } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, roomNumberOf, type Seminar, type Session } from '../../seminar/seminar.ts'
import { doorClosesAt } from '../../session/door.ts'
import {
  MeetingBusy,
  type MeetingReport,
  MeetingUnreachable,
  type MeetingWorld,
  type Stay,
} from '../../session/meeting/meeting.ts'
import { openServer, type Providers } from '../../session/meeting/providers.ts'
import { findRoomServer, type RoomOnServer } from '../../session/meeting/room-server.ts'
import { healthFrom, noteServerHealth } from '../../session/meeting/server-health.ts'
import { listNotices } from '../attendance.table.ts'
import type { Attendance } from '../attendance.ts'
import { enrolledAmong } from '../enrolled.ts'
import { recordNotices } from '../record.ts'
import { issueWrites } from '../write-attendance.ts'

type World = { table: Table; now: Instant; meetings: () => MeetingWorld; providers: Providers }

/** A report grows for some minutes after the end, and somebody may begin the meeting once more. */
const looksEvery = 10 * minute
const looksFor = hour
/** After that something is wrong; it is asked less often, and at last not any more. */
const looksLaterEvery = hour
const givesUpAfter = day

/**
 * How many stays were new, and how many were those of people who are not enrolled: of them nothing else is kept.
 * `again`: when to ask once more; undefined when nothing more is to come.
 */
export type ReadReports = { kept: number; strangers: number; again: Instant | undefined }

type RoomReport = Pick<ReadReports, 'kept' | 'strangers'> & {
  isWhole: boolean
  /** Whether anybody enrolled was there. */
  hasTheirs: boolean
  busyUntil: Instant | undefined
}

const nothing = { kept: 0, strangers: 0 }

/**
 * Asks the servers of a session, also those of rooms that it has left, who was there. The same report twice is the
 * same as once, so it is simply read again while it may still grow.
 */
export async function readReports(
  world: World,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<ReadReports> {
  const { table, now } = world
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session || (seminar.state !== 'published' && seminar.state !== 'completed'))
    return { ...nothing, again: undefined }
  if (now < session.start) return { ...nothing, again: session.end }
  const rooms = await reportingRooms(world, { seminarId, session })
  const read: RoomReport[] = []
  for (const room of rooms) read.push(await readReport(world, room))
  const sum = (name: 'kept' | 'strangers') => read.reduce((all, one) => all + one[name], 0)
  const again = rooms.length === 0 ? undefined : nextLook(session, now, read)
  // Also where nothing is new: whoever kept it may have died before saying so.
  if (read.some(({ hasTheirs }) => hasTheirs)) await issueOnceMore(world, seminar)
  return { kept: sum('kept'), strangers: sum('strangers'), again }
}

/** Where certificates were issued already, whoever reaches the threshold now gets theirs; nobody loses one. */
async function issueOnceMore({ table, now }: World, seminar: Seminar): Promise<void> {
  const writes = await issueWrites(table, seminar, now)
  if (writes.length > 0) await table.commit(writes)
}

function nextLook(session: Session, now: Instant, read: readonly RoomReport[]): Instant | undefined {
  const closes = doorClosesAt(session)
  const settled = later(closes, looksFor)
  if (now >= later(closes, givesUpAfter)) return undefined
  if (now >= settled && read.every(({ isWhole }) => isWhole)) return undefined
  const next = later(now, now < settled ? looksEvery : looksLaterEvery)
  // Nobody asks earlier than the server wishes; the last look comes all the same.
  const wished = read.flatMap(({ busyUntil }) => busyUntil ?? [])
  return [next, ...wished].sort().at(-1)
}

type ReportingRoom = RoomOnServer & { report: () => Promise<MeetingReport | undefined> }

/** The rooms of a session whose servers can be asked afterwards. */
async function reportingRooms(
  { table, meetings, providers }: World,
  { seminarId, session }: { seminarId: string; session: Session },
): Promise<ReportingRoom[]> {
  const found: ReportingRoom[] = []
  for (let number = 1; number <= roomNumberOf(session); number++) {
    const one = await findRoomServer(table, { seminarId, sessionId: session.id, number })
    const { report } = one ? openServer(providers, meetings(), one.server) : {}
    // The credentials of a removed one are gone.
    if (one && report && one.server.state === 'active') found.push({ ...one, report: () => report(one.room) })
  }
  return found
}

/** Reads one room's report and keeps what is new in it. */
async function readReport(world: World, one: ReportingRoom): Promise<RoomReport> {
  const { table, now } = world
  try {
    const report = await one.report()
    await noteServerHealth({ table, now }, one.server.id, 'up')
    const counted = await keepStays(world, one, report?.stays ?? [])
    return { ...counted, isWhole: report?.isWhole ?? true, busyUntil: undefined }
  } catch (fault) {
    if (!(fault instanceof MeetingUnreachable)) throw fault
    await noteServerHealth({ table, now }, one.server.id, healthFrom(fault))
    const busyUntil = fault instanceof MeetingBusy ? fault.until : undefined
    return { ...nothing, isWhole: false, hasTheirs: false, busyUntil }
  }
}

/** Keeps the stays of enrolled people that are not known yet. */
async function keepStays({ table }: World, { room }: ReportingRoom, stays: readonly Stay[]) {
  const { seminar, session } = room
  const ids = stays.flatMap(({ visitor }) => visitor ?? [])
  const enrolled = await enrolledAmong(table, { seminarId: seminar.id, sessionId: session.id }, ids)
  const theirs = stays.flatMap(({ visitor, ...stay }) =>
    visitor !== undefined && enrolled.has(visitor) ? [{ ...stay, enrollmentId: visitor }] : [],
  )
  const notices = await Promise.all(theirs.map((stay) => noticeFrom(session.id, stay)))
  const known = await listNotices(table, session.id)
  const fresh = notices.filter(
    ({ enrollmentId, notice }) => !known.get(enrollmentId)?.some(({ id }) => id === notice.id),
  )
  await recordNotices({ table }, fresh)
  return {
    kept: fresh.length,
    strangers: stays.length - theirs.length,
    hasTheirs: theirs.length > 0,
  }
}

/**
 * Zoom is the only one that tells it so. The id follows from what was told, so the same is the same whenever and however
 * often it is told.
 */
const noticeFrom = async (
  sessionId: string,
  { enrollmentId, device, from, to }: Omit<Stay, 'visitor'> & { enrollmentId: string },
): Promise<Attendance> => ({
  sessionId,
  enrollmentId,
  notice: {
    id: (await fingerprint(`zoom|${device}|${enrollmentId}|${from}|${to}`)).slice(0, 22),
    kind: 'present',
    ...{ device, from, to, source: 'zoom' },
  },
})
