import * as v from 'valibot'
import { type Instant, instantSchema } from '../kernel/time.ts'

/**
 * Where a minute is known from. room: the house's own room · bigbluebutton, zoom: what the meeting server told ·
 * polled: seen inside when the server was asked, for as long as it has told nothing itself · file: a list that
 * somebody brought · code: typed what was shown in the session
 */
export const measuredSources = ['room', 'bigbluebutton', 'zoom', 'polled', 'file', 'code'] as const
export type MeasuredSource = (typeof measuredSources)[number]

const word = v.string()
/** Which list it came with; a list that was taken back counts nothing any more. */
const importId = v.optional(word)
/** Absent for the house's own room. */
const source = v.optional(v.picklist(measuredSources))

/**
 * One thing that was noticed about one person in one session. Notices are never changed, only added; minutes are
 * worked out from all of them, in whatever order they came.
 */
const noticeSchema = v.variant('kind', [
  /** A device came or went; `device` pairs the two. */
  v.object({ id: word, kind: v.literal('joined'), device: word, at: instantSchema, source, importId }),
  v.object({ id: word, kind: v.literal('left'), device: word, at: instantSchema, source, importId }),
  /** A device was there from then until then; null where nobody knows until when. */
  v.object({
    id: word,
    kind: v.literal('present'),
    device: word,
    from: instantSchema,
    to: v.nullable(instantSchema),
    source,
    importId,
  }),
  /** So many minutes in all, from a list that does not say when. */
  v.object({
    id: word,
    kind: v.literal('counted'),
    minutes: v.number(),
    at: instantSchema,
    source,
    importId,
  }),
  /** The person pressed the join button: a hint that they meant to come, no minutes. */
  v.object({ id: word, kind: v.literal('clicked'), at: instantSchema }),
  /** A coordinator wrote the minutes down; the latest such notice counts instead of all others. */
  v.object({ id: word, kind: v.literal('by-hand'), minutes: v.number(), by: word, at: instantSchema }),
])
/** What lies in the table. */
export type StoredNotice = v.InferOutput<typeof noticeSchema>

/** Two people have put their names to the list: these minutes count, whatever else was noticed. Follows from the list. */
type Settled = { id: string; kind: 'settled'; minutes: number; at: Instant }

export type Notice = StoredNotice | Settled

/** A notice with whom and what it is about. */
export type Attendance = { sessionId: string; enrollmentId: string; notice: StoredNotice }
export const attendanceSchema = v.object({
  sessionId: v.string(),
  enrollmentId: v.string(),
  notice: noticeSchema,
})
