import { millisecondsOf, minute } from '../kernel/time.ts'
import { type Session, sessionMinutes } from '../seminar/seminar.ts'
import { type MeasuredSource, measuredSources, type Notice } from './attendance.ts'
import { clip, lengthOf, type Span, shared, union, without } from './spans.ts'

/** What one source says of one person in one session. */
export type SourceLine = {
  source: MeasuredSource
  /** When the person was there, as the source tells it, also before and after the session. */
  spans: Span[]
  /** Minutes in all, where the source does not say when. */
  counted: number | undefined
  /** Whether somebody was seen coming and never going. */
  open: boolean
}

/** How long somebody was there, and how that is known. */
export type Presence = {
  /** Whole minutes that count: within the session, without its breaks. */
  minutes: number
  /**
   * settled: two people have put their names to it · hand: somebody wrote the number down · measured: it follows from the
   * sources · none: nobody noticed them
   */
  from: 'settled' | 'hand' | 'measured' | 'none'
  /** The minutes that would count without a settled list. */
  noticed: number
  /** What each source tells, in their usual order; also where a number by hand counts instead. */
  lines: SourceLine[]
  /** The time that counts: all sources together, within the session, without its breaks. */
  spans: Span[]
  /** Whether a leave is missing somewhere, so that the end of the session stands for it. */
  open: boolean
  /** Whether the minutes come from a source that does not say when. */
  withoutTimes: boolean
  /** When two devices of the person were in at once, which happens when a link is passed on, too. */
  twice: Span[]
}

type Passage = { kind: 'joined' | 'left'; at: number }
type DeviceLine = { source: MeasuredSource; device: string; spans: Span[]; open: boolean }

const sessionSpan = ({ start, end }: Session): Span => ({
  from: millisecondsOf(start),
  to: millisecondsOf(end),
})

/** The breaks of a session as spans. */
export const breakSpans = ({ breaks = [] }: Session): Span[] =>
  breaks.map(({ start, end }) => ({ from: millisecondsOf(start), to: millisecondsOf(end) }))

/**
 * Minutes of one person in one session: what stands on the settled list, else what a coordinator wrote last, else the
 * union of the time of all sources and devices, clipped to the session, without its breaks. The order in which the
 * notices came does not matter, nor do doubles. A leave without a join counts nothing; a join without a leave lasts to
 * the end and is marked.
 */
export function minutesPresent(notices: readonly Notice[], session: Session): Presence {
  const whole = sessionSpan(session)
  const devices = devicesOf(notices, whole.to)
  const lines = linesOf(devices, notices)
  const counting = devices.filter((one) => one.source !== 'polled' || !isToldByServer(devices, one))
  const spans = without(clip(union(counting.flatMap((line) => line.spans)), whole), breakSpans(session))
  const measured = Math.floor(lengthOf(spans) / minute)
  const counted = Math.floor(
    Math.min(sessionMinutes(session), Math.max(0, ...lines.map((line) => line.counted ?? 0))),
  )
  const byHand = latestByHand(notices)
  const settled = notices.find((notice) => notice.kind === 'settled')
  const noticed = byHand?.minutes ?? Math.max(measured, counted)
  return {
    minutes: settled?.minutes ?? noticed,
    from: settled ? 'settled' : byHand ? 'hand' : lines.length > 0 ? 'measured' : 'none',
    noticed,
    lines,
    spans,
    open: !settled && !byHand && counting.some(({ open }) => open),
    withoutTimes: !settled && !byHand && counted > measured,
    twice: devicesAtOnce(devices, whole),
  }
}

const latestByHand = (notices: readonly Notice[]) =>
  notices
    .filter((notice) => notice.kind === 'by-hand')
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .at(-1)

/** The room of a session to which a device belongs, where one that can be asked who is inside tells it afterwards. */
export const roomDevice = (number: number, device = ''): string => `room-${number}|${device}`
const roomOf = (device: string): string => device.split('|')[0] ?? ''

/**
 * What the server tells of a room afterwards is exact; what was seen by asking it now and then only stands in for that.
 * Of another room of the same session it tells nothing.
 */
const isToldByServer = (devices: readonly DeviceLine[], polled: DeviceLine): boolean =>
  devices.some(({ source, device }) => source === 'bigbluebutton' && roomOf(device) === roomOf(polled.device))

/** The time of each device of each source. */
function devicesOf(notices: readonly Notice[], end: number): DeviceLine[] {
  const groups = Map.groupBy(
    notices.flatMap((notice) =>
      notice.kind === 'joined' || notice.kind === 'left' || notice.kind === 'present' ? [notice] : [],
    ),
    ({ source = 'room', device }) => `${source}|${device}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    // Whole stays are told afterwards and are exact: the same device's comings and goings stood in for them, and a
    // going that never arrived keeps nobody inside any more.
    const isToldWhole = group.some(({ kind }) => kind === 'present')
    const passages = group.flatMap((notice): Passage[] =>
      notice.kind === 'present' || isToldWhole ? [] : [{ kind: notice.kind, at: millisecondsOf(notice.at) }],
    )
    const paired = intervalsOf(passages, end)
    const told = group.flatMap((notice): Span[] =>
      notice.kind === 'present'
        ? [{ from: millisecondsOf(notice.from), to: notice.to === null ? end : millisecondsOf(notice.to) }]
        : [],
    )
    const endless = group.some((notice) => notice.kind === 'present' && notice.to === null)
    return [
      {
        source: first.source ?? 'room',
        device: first.device,
        spans: [...paired.intervals, ...told],
        open: paired.open || endless,
      },
    ]
  })
}

function linesOf(devices: readonly DeviceLine[], notices: readonly Notice[]): SourceLine[] {
  return measuredSources.flatMap((source) => {
    const mine = devices.filter((device) => device.source === source)
    const totals = notices.flatMap((notice) =>
      notice.kind === 'counted' && (notice.source ?? 'room') === source ? [notice.minutes] : [],
    )
    if (mine.length === 0 && totals.length === 0) return []
    return [
      {
        source,
        spans: union(mine.flatMap(({ spans }) => spans)),
        counted: totals.length > 0 ? Math.max(...totals) : undefined,
        open: mine.some(({ open }) => open),
      },
    ]
  })
}

/** A connection that breaks is told as gone only when it has been missed for a while; by then the person is back. */
const comingBackTakes = minute

/** Only devices of one and the same source can be compared: two sources tell of the same device in their own words. */
function devicesAtOnce(devices: readonly DeviceLine[], whole: Span): Span[] {
  const bySource = Map.groupBy(devices, ({ source }) => source)
  const atOnce = [...bySource.values()].flatMap((mine) => clip(shared(mine.map(({ spans }) => spans)), whole))
  return union(atOnce.filter(({ from, to }) => to - from > comingBackTakes))
}

/**
 * Pairs the comings and goings of one device in the order of their times. Both at the same moment mean "was there
 * until now and came back" for somebody present, "came and went at once" for somebody absent.
 */
function intervalsOf(passages: Passage[], end: number): { intervals: Span[]; open: boolean } {
  const moments = [...Map.groupBy(passages, ({ at }) => at)].sort(([a], [b]) => a - b)
  const intervals: Span[] = []
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
