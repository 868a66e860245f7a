import * as v from 'valibot'
import { shelf, type Table, type Write } from '../../kernel/table.ts'
import { type Instant, instantSchema, later, minute } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, roomNumberOf } from '../../seminar/seminar.ts'
import { doorClosesAt } from '../../session/door.ts'
import { MeetingUnreachable, type MeetingWorld, type Room } from '../../session/meeting/meeting.ts'
import { openServer, type Providers } from '../../session/meeting/providers.ts'
import { findRoomServer } from '../../session/meeting/room-server.ts'
import { healthFrom, noteServerHealth } from '../../session/meeting/server-health.ts'
import { attendanceShelf } from '../attendance.table.ts'
import type { StoredNotice } from '../attendance.ts'
import { enrolledAmong } from '../enrolled.ts'
import { roomDevice } from '../minutes.ts'

/** Who was seen inside and since when, the last time that the server was asked. */
type Seen = { since: Record<string, Instant>; askedAt: Instant }

const seenShelf = shelf<Seen, { sessionId: string; number: number }>({
  table: 'people',
  kind: 'seen-inside',
  schema: v.object({ since: v.record(v.string(), instantSchema), askedAt: instantSchema }),
  key: ({ sessionId, number }) => ({ pk: `seen-inside#${sessionId}`, sk: String(number).padStart(4, '0') }),
})

/** Somebody who was there before and after such a gap was there all the time; a longer one counts for nobody. */
const longestGap = 5 * minute
const asksEvery = minute
/** After the door has closed somebody may still be inside for a while; then nobody's minutes change any more. */
const looksAfterwards = 10 * minute
/** One commit takes no more notices, beside the memory itself. */
const mostPerCommit = 90
/** More than any room holds. */
const mostParts = 200

type World = { table: Table; now: Instant; meetings: () => MeetingWorld; providers: Providers }

/**
 * Asks the server of a session who is inside, and notes who is new and who is gone since the last time: for as long as
 * the server does not tell it by itself, this is what is known. Nobody gets a minute for a time in which nobody could
 * be asked. Answers when to look again; undefined when there is nothing to see any more.
 */
export async function watchRoom(
  world: World,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<Instant | undefined> {
  const { table, now, meetings, providers } = world
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session || (seminar.state !== 'published' && seminar.state !== 'completed')) return undefined
  if (now < session.start) return session.start
  const number = roomNumberOf(session)
  await forgetFormer(world, { sessionId, number })
  const found = await findRoomServer(table, { seminarId, sessionId, number })
  if (!found) return undefined
  const { inside: askInside } = openServer(providers, meetings(), found.server)
  if (!askInside) return undefined
  const isOver = now >= later(doorClosesAt(session), looksAfterwards)
  const inside = isOver ? [] : await ask(world, found.server.id, () => askInside(found.room))
  if (inside) await note(world, found.room, inside)
  return isOver ? undefined : later(now, asksEvery)
}

/** Who is inside, nobody where there is no meeting; undefined where the server gives no answer. */
async function ask(
  { table, now }: World,
  server: string,
  question: () => Promise<readonly string[] | undefined>,
): Promise<readonly string[] | undefined> {
  try {
    const inside = (await question()) ?? []
    await noteServerHealth({ table, now }, server, 'up')
    return inside
  } catch (fault) {
    if (!(fault instanceof MeetingUnreachable)) throw fault
    await noteServerHealth({ table, now }, server, healthFrom(fault))
    return undefined
  }
}

/** Whoever was last seen in a room that the session has left is not asked about any more, part by part. */
async function forgetFormer(
  { table }: World,
  { sessionId, number }: { sessionId: string; number: number },
): Promise<void> {
  for (let part = 0; part < mostParts; part++) {
    const former = (await table.list('people', `seen-inside#${sessionId}`))
      .map((stored) => ({ seen: seenShelf.decode(stored), of: Number(stored.sk) }))
      .find(({ seen, of }) => of !== number && Object.keys(seen.facts.since).length > 0)
    if (!former) return
    const { seen, of } = former
    const all = Object.entries(seen.facts.since)
    await table.commit([
      seenShelf.replace(seen, { ...seen.facts, since: Object.fromEntries(all.slice(mostPerCommit)) }),
      ...all
        .slice(0, mostPerCommit)
        .map(([id]) => noticeWrite(sessionId, id, leftNotice(of, seen.facts, id))),
    ])
  }
}

/**
 * Notes what has changed, part by part; each part keeps the memory and its notices together. The time of the look is
 * remembered last, so that whoever is noted as gone left when they were seen last.
 */
async function note({ table, now }: World, { seminar, session, number }: Room, inside: readonly string[]) {
  const name = { sessionId: session.id, number }
  const enrolled = await enrolledAmong(table, { seminarId: seminar.id, sessionId: session.id }, inside)
  for (let part = 0; part < mostParts; part++) {
    const stored = await seenShelf.read(table, name)
    const before: Seen = stored?.facts ?? { since: {}, askedAt: now }
    // Another run was faster.
    if (before.askedAt > now) return
    const { gone, come } = changes(before, enrolled, now)
    const isDone = gone.length + come.length === 0
    const since = Object.fromEntries([
      ...Object.entries(before.since).filter(([id]) => !gone.includes(id)),
      ...come.map((id): [string, Instant] => [id, now]),
    ])
    const seen: Seen = { since, askedAt: isDone ? now : before.askedAt }
    const outcome = await table.commit([
      stored ? seenShelf.replace(stored, seen) : seenShelf.create(name, seen),
      ...gone.map((id) => noticeWrite(session.id, id, leftNotice(number, before, id))),
      ...come.map((id) => noticeWrite(session.id, id, joinedNotice(number, now))),
    ])
    if (outcome.committed && isDone) return
  }
}

/** Who has gone and who has come since the last look, no more than one commit takes. */
function changes({ since, askedAt }: Seen, inside: ReadonlySet<string>, now: Instant) {
  const isContinued = now <= later(askedAt, longestGap)
  const gone = Object.entries(since)
    .filter(([id, from]) => !inside.has(id) || (!isContinued && from <= askedAt))
    .map(([id]) => id)
    .slice(0, mostPerCommit)
  const come = [...inside].filter((id) => since[id] === undefined).slice(0, mostPerCommit - gone.length)
  return { gone, come }
}

const joinedNotice = (number: number, at: Instant): StoredNotice => ({
  id: `polled-${number}-${at}-joined`,
  kind: 'joined',
  ...{ device: roomDevice(number), at, source: 'polled' },
})

/** They were inside when somebody asked last; since when they are gone nobody knows. */
const leftNotice = (number: number, { since, askedAt }: Seen, id: string): StoredNotice => ({
  id: `polled-${number}-${since[id] ?? askedAt}-left`,
  kind: 'left',
  ...{ device: roomDevice(number), at: askedAt, source: 'polled' },
})

const noticeWrite = (sessionId: string, enrollmentId: string, notice: StoredNotice): Write =>
  attendanceShelf.create(
    { sessionId, enrollmentId, noticeId: notice.id },
    { sessionId, enrollmentId, notice },
  )
