import { jwtVerify } from 'jose'
import * as v from 'valibot'
import { utf8 } from '../../kernel/encoding.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, sameSecret, seal } from '../../kernel/secret.ts'
import { type ReadingTable, shelf, type Table, TableBusy } from '../../kernel/table.ts'
import { type Instant, instantSchema, millisecondsOf, parseInstant } from '../../kernel/time.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { meetingIdOf } from '../../session/meeting/bigbluebutton.meeting.ts'
import { readCallbackKey } from '../../session/meeting/bigbluebutton-callback.ts'
import type { Secrets } from '../../session/meeting/meeting.ts'
import { secretName } from '../../session/meeting/meeting-server.ts'
import { findRoomServer, type RoomOnServer } from '../../session/meeting/room-server.ts'
import type { Attendance } from '../attendance.ts'
import { enrolledAmong } from '../enrolled.ts'
import { roomDevice } from '../minutes.ts'
import { recordNotices } from '../record.ts'
import { issueWrites } from '../write-attendance.ts'

export type ServerReportRefusal = { code: 'unknown' | 'forged' | 'malformed' }

type World = { table: Table; now: Instant; secrets: Pick<Secrets, 'read'> }

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const moments = v.pipe(v.array(v.string()), v.maxLength(500))

/** What of BigBlueButton's figures attendance needs (post_events_analytics_callback, version 1.0). */
const figuresSchema = v.object({
  meeting_id: word,
  internal_meeting_id: word,
  data: v.object({
    finish: v.optional(v.string(), ''),
    attendees: v.pipe(
      v.array(v.object({ ext_user_id: v.string(), joins: moments, leaves: moments })),
      v.maxLength(5000),
    ),
  }),
})
type Figures = v.InferOutput<typeof figuresSchema>

/** A meeting whose figures have arrived; the server may send them again, and they are taken once. */
const heardMeetingShelf = shelf<{ at: Instant }, { sessionId: string; meeting: string }>({
  table: 'people',
  kind: 'heard-meeting',
  schema: v.object({ at: instantSchema }),
  key: ({ sessionId, meeting }) => ({ pk: `heard-meetings#${sessionId}`, sk: meeting }),
})

/** The room that a callback is about, if its address is one that this house gave to that very server. */
export async function findCalledRoom(
  { table, secrets }: { table: ReadingTable; secrets: Pick<Secrets, 'read'> },
  key: string,
): Promise<(RoomOnServer & { secret: string }) | undefined> {
  const parts = readCallbackKey(key)
  const found = parts && (await findRoomServer(table, parts))
  const secret = found && (await secrets.read(secretName(found.server, 'secret')))
  if (!secret || !sameSecret(parts.seal, await seal(secret, `callback ${parts.name}`))) return undefined
  return { ...found, secret }
}

/**
 * Takes the figures of a meeting that has ended: at an address that nobody guesses, with a token that the server has
 * signed, once per meeting, and only about people who are enrolled in the session. Minutes follow from comings and
 * goings, never from the durations that the server adds up.
 */
export async function takeBigBlueButtonReport(
  { table, now, secrets }: World,
  { key, authorization, body }: { key: string; authorization: string; body: string },
): Promise<Result<{ kept: number; strangers: number }, ServerReportRefusal>> {
  const called = await findCalledRoom({ table, secrets }, key)
  if (!called) return refuse({ code: 'unknown' })
  if (!(await isSignedBy(called.secret, authorization, now))) return refuse({ code: 'forged' })
  const figures = readFigures(body)
  if (figures?.meeting_id !== meetingIdOf(called.room)) return refuse({ code: 'malformed' })
  const { seminar, session, number } = called.room
  const heard = { sessionId: session.id, meeting: await fingerprint(figures.internal_meeting_id) }
  if (await heardMeetingShelf.read(table, heard)) return accept({ kept: 0, strangers: 0 })
  const ids = figures.data.attendees.map(({ ext_user_id }) => ext_user_id)
  const enrolled = await enrolledAmong(table, { seminarId: seminar.id, sessionId: session.id }, ids)
  const notices = await noticesFrom(figures, { sessionId: session.id, number, enrolled })
  await recordNotices({ table }, notices)
  // Only now: figures that were kept by half come once more. Whoever reaches the threshold with them gets a certificate.
  await noteHeard({ table, now }, seminar, heard)
  return accept({ kept: notices.length, strangers: new Set(ids).size - enrolled.size })
}

/** Somebody else may have noted the same; where nobody could, the server is to send the figures again. */
async function noteHeard(
  { table, now }: Pick<World, 'table' | 'now'>,
  seminar: Seminar,
  heard: { sessionId: string; meeting: string },
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const issued = await issueWrites(table, seminar, now)
    if ((await table.commit([heardMeetingShelf.create(heard, { at: now }), ...issued])).committed) return
    if (await heardMeetingShelf.read(table, heard)) return
  }
  throw new TableBusy('the note of the certificates kept changing')
}

/** The token names only its hour; that it is the server's follows from the shared secret. */
async function isSignedBy(secret: string, authorization: string, now: Instant): Promise<boolean> {
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? ''
  try {
    await jwtVerify(token, utf8(secret), {
      algorithms: ['HS512'],
      requiredClaims: ['exp'],
      currentDate: new Date(millisecondsOf(now)),
    })
    return true
  } catch {
    return false
  }
}

function readFigures(body: string): Figures | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), figuresSchema), body)
  return read.success ? read.output : undefined
}

async function noticesFrom(
  { internal_meeting_id, data }: Figures,
  { sessionId, number, enrolled }: { sessionId: string; number: number; enrolled: ReadonlySet<string> },
): Promise<Attendance[]> {
  const finish = parseInstant(data.finish) ?? null
  const stays = data.attendees
    .filter(({ ext_user_id }) => enrolled.has(ext_user_id))
    .flatMap(({ ext_user_id, joins, leaves }) =>
      pairs(joins, leaves).map(([from, to]) => ({ enrollmentId: ext_user_id, from, to: to ?? finish })),
    )
  return Promise.all(
    stays.map(async ({ enrollmentId, from, to }, i) => ({
      sessionId,
      enrollmentId,
      notice: {
        id: (await fingerprint(`${internal_meeting_id}|${enrollmentId}|${from}|${to}|${i}`)).slice(0, 22),
        kind: 'present' as const,
        // The figures do not say which device came and which went: each stay stands for one, so that two at once show.
        device: roomDevice(number, `${internal_meeting_id}-${i}`),
        ...{ from, to, source: 'bigbluebutton' as const },
      },
    })),
  )
}

/**
 * The first coming goes with the first going after it, and so on. Which device it was is not told, and does not matter:
 * in whatever way they are paired, somebody is inside at the same moments.
 */
function pairs(joins: readonly string[], leaves: readonly string[]): [Instant, Instant | null][] {
  const read = (moments: readonly string[]) => moments.flatMap((moment) => parseInstant(moment) ?? []).sort()
  const gone = read(leaves)
  return read(joins).map((from) => {
    while (gone[0] !== undefined && gone[0] < from) gone.shift()
    return [from, gone.shift() ?? null]
  })
}
