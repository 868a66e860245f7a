import * as v from 'valibot'
import { base64url, bytesFromBase64 } from '../../kernel/encoding.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, sameSecret, seal } from '../../kernel/secret.ts'
import type { ReadingTable, Table } from '../../kernel/table.ts'
import { type Instant, instantFrom, millisecondsOf, minute, parseInstant } from '../../kernel/time.ts'
import { dueNow } from '../../seminar/due-of-seminar.ts'
import type { Secrets } from '../../session/meeting/meeting.ts'
import { meetingServerShelf } from '../../session/meeting/meeting-server.table.ts'
import { secretName } from '../../session/meeting/meeting-server.ts'
import {
  zoomDevice,
  zoomInstanceShelf,
  zoomPersonShelf,
  zoomRoomShelf,
} from '../../session/meeting/zoom-meeting.table.ts'
import type { Attendance } from '../attendance.ts'
import { enrolledAmong } from '../enrolled.ts'
import { recordNotices } from '../record.ts'

export type ZoomNoticeRefusal = { code: 'unknown' | 'forged' | 'malformed' }

/** What Zoom wants to hear when it asks whether the address is ours; nothing otherwise. */
export type ZoomReply = { plainToken: string; encryptedToken: string } | undefined

type World = { table: Table; now: Instant; secrets: Pick<Secrets, 'read'> }

/** A request as it came: the body untouched, because the signature covers its bytes. */
export type ZoomNotice = { server: string; timestamp: string; signature: string; body: string }

/** Older or newer ones are repeats, or somebody's clock is wrong. */
const longestOnTheWay = 5 * minute

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const numberOrWord = v.pipe(v.union([word, v.number()]), v.transform(String))
const participantSchema = v.object({
  user_id: numberOrWord,
  registrant_id: v.optional(v.string(), ''),
  join_time: v.optional(v.string(), ''),
  leave_time: v.optional(v.string(), ''),
})
const meetingSchema = v.object({ id: numberOrWord, uuid: word })
const passageSchema = v.object({
  event: v.picklist(['meeting.participant_joined', 'meeting.participant_left']),
  event_ts: v.pipe(v.number(), v.minValue(0), v.maxValue(8e15)),
  payload: v.object({ object: v.object({ ...meetingSchema.entries, participant: participantSchema }) }),
})
const endSchema = v.object({
  event: v.literal('meeting.ended'),
  payload: v.object({ object: meetingSchema }),
})
const validationSchema = v.object({
  event: v.literal('endpoint.url_validation'),
  // No sign that a signed text of ours has between its parts: the answer must never be the signature of a notice.
  payload: v.object({ plainToken: v.pipe(v.string(), v.regex(/^[\w+/=-]{1,200}$/)) }),
})
/** Whatever else the association has Zoom tell. */
const otherSchema = v.object({ event: word })
const eventSchema = v.variant('event', [validationSchema, passageSchema, endSchema])
type Passage = v.InferOutput<typeof passageSchema>

/**
 * Takes what Zoom tells by itself: who comes, who goes, that a meeting has ended. Only with Zoom's signature over the
 * very bytes and their time; also the question whether the address is ours is answered to nobody else, because that
 * answer is made with the same secret. The same notice twice is the same as once.
 */
export async function takeZoomNotice(
  { table, now, secrets }: World,
  notice: ZoomNotice,
): Promise<Result<ZoomReply, ZoomNoticeRefusal>> {
  const secret = await findSecret({ table, secrets }, notice.server)
  // An unknown server takes the same way, so that nobody learns which ones there are.
  if (!(await isSigned(secret ?? 'nobody', notice, now)) || !secret)
    return refuse({ code: secret ? 'forged' : 'unknown' })
  const content = contentOf(notice.body)
  if (!v.is(otherSchema, content)) return refuse({ code: 'malformed' })
  const read = v.safeParse(eventSchema, content)
  if (!read.success) return knownEvents.has(content.event) ? refuse({ code: 'malformed' }) : accept(undefined)
  const event = read.output
  switch (event.event) {
    case 'endpoint.url_validation':
      return accept(await validationOf(secret, event.payload.plainToken))
    case 'meeting.ended':
      await noteEnd({ table, now }, notice.server, event.payload.object)
      return accept(undefined)
    case 'meeting.participant_joined':
    case 'meeting.participant_left':
      await notePassage(table, notice.server, event)
      return accept(undefined)
  }
}

const knownEvents = new Set([
  'endpoint.url_validation',
  'meeting.ended',
  'meeting.participant_joined',
  'meeting.participant_left',
])

async function findSecret(
  { table, secrets }: { table: ReadingTable; secrets: Pick<Secrets, 'read'> },
  id: string,
): Promise<string | undefined> {
  if (!/^srv_[a-z0-9]{1,20}$/.test(id)) return undefined
  const server = (await meetingServerShelf.read(table, id))?.facts
  const isZoom = server?.kind === 'zoom' && server.state === 'active'
  return isZoom ? secrets.read(secretName(server, 'webhook-secret')) : undefined
}

async function isSigned(secret: string, notice: ZoomNotice, now: Instant): Promise<boolean> {
  const { timestamp, signature, body } = notice
  const genuine = await seal(secret, `v0:${timestamp}:${body}`)
  const [, hex = ''] = /^v0=([\da-f]{64})$/.exec(signature) ?? []
  const isGenuine = sameSecret(base64url(bytesFromHex(hex)), genuine)
  const sentAt = /^\d{10}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN
  return isGenuine && Math.abs(millisecondsOf(now) - sentAt) <= longestOnTheWay
}

const bytesFromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function validationOf(secret: string, plainToken: string): Promise<ZoomReply> {
  const bytes = bytesFromBase64(await seal(secret, plainToken))
  const encryptedToken = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { plainToken, encryptedToken }
}

function contentOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The report is asked for at once; that this running has ended is remembered, should Zoom not list it. */
async function noteEnd(
  { table, now }: Pick<World, 'table' | 'now'>,
  server: string,
  { id, uuid }: v.InferOutput<typeof meetingSchema>,
): Promise<void> {
  const room = (await zoomRoomShelf.read(table, { server, meetingId: id }))?.facts
  if (!room) return
  const name = await fingerprint(uuid)
  await table.commit([zoomInstanceShelf.create({ meetingId: id, name }, { uuid })])
  const { seminarId, sessionId } = room
  // Somebody else may be noting the same; then it is due already.
  await table.commit([await dueNow(table, { task: 'read-report', seminarId, sessionId }, now)])
}

/** Somebody came or went. Of whoever is not enrolled nothing is kept. */
async function notePassage(
  table: Table,
  server: string,
  { event, event_ts, payload }: Passage,
): Promise<void> {
  const { id: meetingId, uuid, participant } = payload.object
  const room = (await zoomRoomShelf.read(table, { server, meetingId }))?.facts
  const registrantId = participant.registrant_id
  const person =
    room && registrantId ? await zoomPersonShelf.read(table, { meetingId, registrantId }) : undefined
  if (!room || !person) return
  const { enrollmentId } = person.facts
  const enrolled = await enrolledAmong(table, room, [enrollmentId])
  if (!enrolled.has(enrollmentId)) return
  const kind = event === 'meeting.participant_joined' ? 'joined' : 'left'
  const said = kind === 'joined' ? participant.join_time : participant.leave_time
  const at = parseInstant(said) ?? instantFrom(event_ts)
  const device = zoomDevice(uuid, participant.user_id)
  const id = (await fingerprint(`zoom|${kind}|${device}|${at}`)).slice(0, 22)
  const attendance: Attendance = {
    sessionId: room.sessionId,
    enrollmentId,
    notice: { id, kind, device, at, source: 'zoom' },
  }
  await recordNotices({ table }, [attendance])
}
