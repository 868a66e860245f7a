import * as v from 'valibot'
import { instantSchema } from '../kernel/time.ts'

/**
 * One thing that was noticed about one person in one session. Notices are never changed, only added; minutes are
 * worked out from all of them, in whatever order they came.
 */
const noticeSchema = v.variant('kind', [
  /** A device came or went; `device` pairs the two. */
  v.object({ id: v.string(), kind: v.literal('joined'), device: v.string(), at: instantSchema }),
  v.object({ id: v.string(), kind: v.literal('left'), device: v.string(), at: instantSchema }),
  /** The person pressed the join button: a hint that they meant to come, no minutes. */
  v.object({ id: v.string(), kind: v.literal('clicked'), at: instantSchema }),
  /** A coordinator wrote the minutes down; the latest such notice counts instead of all others. */
  v.object({
    id: v.string(),
    kind: v.literal('by-hand'),
    minutes: v.number(),
    by: v.string(),
    at: instantSchema,
  }),
])
export type Notice = v.InferOutput<typeof noticeSchema>

/** A notice with whom and what it is about. */
export type Attendance = { sessionId: string; enrollmentId: string; notice: Notice }
export const attendanceSchema = v.object({
  sessionId: v.string(),
  enrollmentId: v.string(),
  notice: noticeSchema,
})
