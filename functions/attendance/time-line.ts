import { millisecondsOf, minute } from '../kernel/time.ts'
import type { Session } from '../seminar/seminar.ts'
import type { MeasuredSource, Notice } from './attendance.ts'
import { breakSpans, type Presence } from './minutes.ts'
import { clip, type Span } from './spans.ts'

/** What one bar shows: a source, the time that follows from all of them, or two devices at once. */
export type TimeLineRow = { of: MeasuredSource | 'result' | 'twice'; spans: Span[] }

/** One session of one person as a picture shows it. */
export type TimeLine = {
  /** From where to where it reaches: the session, and what was noticed shortly before and after. */
  whole: Span
  session: Span
  breaks: Span[]
  rows: TimeLineRow[]
  /** When the join button was pressed. */
  clicks: number[]
}

/** Nobody needs to see for how long somebody tried the door the evening before. */
const around = 30 * minute

/** Puts the sources and what follows from them under one another. */
export function timeLineOf(presence: Presence, notices: readonly Notice[], session: Session): TimeLine {
  const own: Span = { from: millisecondsOf(session.start), to: millisecondsOf(session.end) }
  const widest: Span = { from: own.from - around, to: own.to + around }
  const clicks = notices
    .flatMap((notice) => (notice.kind === 'clicked' ? [millisecondsOf(notice.at)] : []))
    .filter((at) => at >= widest.from && at <= widest.to)
    .sort((a, b) => a - b)
  const sources = presence.lines.map(({ source, spans }) => ({ of: source, spans: clip(spans, widest) }))
  const edges = [...sources.flatMap(({ spans }) => spans), own, ...clicks.map((at) => ({ from: at, to: at }))]
  return {
    whole: {
      from: Math.min(...edges.map(({ from }) => from)),
      to: Math.max(...edges.map(({ to }) => to)),
    },
    session: own,
    breaks: breakSpans(session),
    rows: [
      ...sources,
      { of: 'result', spans: presence.spans },
      ...(presence.twice.length > 0 ? [{ of: 'twice' as const, spans: presence.twice }] : []),
    ],
    clicks,
  }
}
