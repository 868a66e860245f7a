import { millisecondsOf, minute } from '../kernel/time.ts'
import type { Session } from '../seminar/seminar.ts'
import type { Notice } from './attendance.ts'

/** How long somebody was there, where that is known from, and whether a leave is still missing. */
export type Presence = { minutes: number; from: 'room' | 'hand' | 'none'; open: boolean }

type Interval = { from: number; to: number }
type Passage = { kind: 'joined' | 'left'; at: number }

/**
 * Minutes of one person in one session: what a coordinator wrote last, else the union of the intervals of all their
 * devices, clipped to the session. The order in which the notices came does not matter, nor do doubles. A leave
 * without a join counts nothing; a join without a leave lasts to the end and is marked.
 */
export function minutesPresent(notices: readonly Notice[], session: Session): Presence {
  const byHand = notices
    .filter((notice) => notice.kind === 'by-hand')
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .at(-1)
  if (byHand) return { minutes: byHand.minutes, from: 'hand', open: false }
  const devices = Map.groupBy(
    notices.filter((notice) => notice.kind === 'joined' || notice.kind === 'left'),
    (notice) => notice.device,
  )
  if (devices.size === 0) return { minutes: 0, from: 'none', open: false }
  const end = millisecondsOf(session.end)
  const perDevice = [...devices.values()].map((passages) =>
    intervalsOf(
      passages.map(({ kind, at }) => ({ kind, at: millisecondsOf(at) })),
      end,
    ),
  )
  const clipped = perDevice
    .flatMap(({ intervals }) => intervals)
    .map(({ from, to }) => ({ from: Math.max(from, millisecondsOf(session.start)), to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to)
  return {
    minutes: Math.floor(unionLength(clipped) / minute),
    from: 'room',
    open: perDevice.some((device) => device.open),
  }
}

/**
 * Pairs the comings and goings of one device in the order of their times. Both at the same moment mean "was there
 * until now and came back" for somebody present, "came and went at once" for somebody absent.
 */
function intervalsOf(passages: Passage[], end: number): { intervals: Interval[]; open: boolean } {
  const moments = [...Map.groupBy(passages, ({ at }) => at)].sort(([a], [b]) => a - b)
  const intervals: Interval[] = []
  let since: number | undefined
  for (const [at, together] of moments) {
    const joins = together.some(({ kind }) => kind === 'joined')
    const leaves = together.some(({ kind }) => kind === 'left')
    if (joins && leaves) continue
    if (joins) since ??= at
    else if (since !== undefined) {
      intervals.push({ from: since, to: at })
      since = undefined
    }
  }
  if (since !== undefined) intervals.push({ from: since, to: end })
  return { intervals, open: since !== undefined }
}

/** The length of all intervals together, where overlapping ones count once. */
function unionLength(intervals: readonly Interval[]): number {
  let length = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return length
}
