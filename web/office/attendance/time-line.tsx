import type { MeasuredSource } from '../../../functions/attendance/attendance.ts'
import type { Span } from '../../../functions/attendance/spans.ts'
import type { TimeLine, TimeLineRow } from '../../../functions/attendance/time-line.ts'
import type { Language } from '../../../functions/kernel/language.ts'
import { clockTime, instantFrom, type Zone } from '../../../functions/kernel/time.ts'
import { sourceWords } from '../../text/attendance-sources.ts'
import { timeLineText } from '../../text/time-line.ts'

type Setting = { zone: Zone; language: Language }

/** `18:05–19:20, 19:30–20:00` */
export const timesOf = (spans: readonly Span[], zone: Zone): string =>
  spans
    .map(({ from, to }) => `${clockTime(instantFrom(from), zone)}–${clockTime(instantFrom(to), zone)}`)
    .join(', ')

/** What a bar shows, in words. */
export function rowWords(of: TimeLineRow['of'], language: Language): string {
  const text = timeLineText[language]
  if (of === 'result') return text.result
  return of === 'twice' ? text.twice : sourceWords[language][of satisfies MeasuredSource]
}

/** Drawn for the narrowest screen, so that its letters are nowhere smaller than there. */
const width = 320
const rowHeight = 34
const barHeight = 12
const top = 22

/** One session of one person: the session with its breaks, a bar for each source, and what follows from them. */
export function TimeLinePicture({ line, name, zone, language }: Setting & { line: TimeLine; name: string }) {
  const text = timeLineText[language]
  const height = top + line.rows.length * rowHeight + 6
  const x = scale(line.whole, width)
  const [start, end] = [line.session.from, line.session.to]
  return (
    <svg
      class="time-line"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="time-line-title time-line-words"
    >
      <title id="time-line-title">{text.picture(name)}</title>
      <desc id="time-line-words">{wordsOf(line, { zone, language }).join('. ')}</desc>
      <Box name="session" from={x(start)} to={x(end)} y={top - 4} height={height - top} />
      {line.breaks.map(({ from, to }) => (
        <Box name="break" from={x(from)} to={x(to)} y={top - 4} height={height - top} />
      ))}
      <text x={x(start)} y={12} class="time-line-label">
        {clockTime(instantFrom(start), zone)}
      </text>
      <text x={x(end)} y={12} class="time-line-label" text-anchor="end">
        {clockTime(instantFrom(end), zone)}
      </text>
      {line.rows.map(({ of, spans }, i) => (
        <>
          <text x={4} y={top + i * rowHeight + 10} class="time-line-label">
            {rowWords(of, language)}
          </text>
          {spans.map(({ from, to }) => (
            <Box
              name={of === 'result' || of === 'twice' ? of : 'source'}
              from={x(from)}
              to={x(to)}
              y={top + i * rowHeight + 15}
              height={barHeight}
            />
          ))}
        </>
      ))}
      {line.clicks.map((at) => (
        <path class="time-line-click" d={`M ${x(at)} ${top - 4} l -4 -6 h 8 z`} />
      ))}
    </svg>
  )
}

/** The time that counts as one thin bar, for a row of a list. */
export function SmallTimeLine({ line, name, zone, language }: Setting & { line: TimeLine; name: string }) {
  const x = scale(line.session, width)
  const result = line.rows.find(({ of }) => of === 'result')?.spans ?? []
  const twice = line.rows.find(({ of }) => of === 'twice')?.spans ?? []
  if (result.length === 0) return null
  const label = `${timeLineText[language].picture(name)}: ${timesOf(result, zone)}`
  return (
    <svg class="time-line-small" viewBox={`0 0 ${width} 20`} role="img" aria-label={label}>
      <Box name="session" from={0} to={width} y={0} height={20} />
      {line.breaks.map(({ from, to }) => (
        <Box name="break" from={x(from)} to={x(to)} y={0} height={20} />
      ))}
      {result.map(({ from, to }) => (
        <Box name="result" from={x(from)} to={x(to)} y={4} height={12} />
      ))}
      {twice.map(({ from, to }) => (
        <Box name="twice" from={x(from)} to={x(to)} y={8} height={4} />
      ))}
    </svg>
  )
}

type BoxProps = {
  name: 'session' | 'break' | 'source' | 'result' | 'twice'
  from: number
  to: number
  y: number
  height: number
}

/** However short a time was, it can be seen. */
const Box = ({ name, from, to, y, height }: BoxProps) => (
  <rect class={`time-line-${name}`} x={from} y={y} width={Math.max(2, rounded(to - from))} height={height} />
)

const rounded = (n: number): number => Math.round(n * 10) / 10

const scale =
  ({ from, to }: Span, wide: number) =>
  (at: number): number =>
    rounded(Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from))) * wide)

/** The same as the picture, in sentences. */
export function wordsOf(line: TimeLine, { zone, language }: Setting): string[] {
  const text = timeLineText[language]
  return [
    text.session(timesOf([line.session], zone)),
    ...(line.breaks.length > 0 ? [text.breaks(timesOf(line.breaks, zone))] : []),
    ...line.rows.map(({ of, spans }) =>
      text.line(rowWords(of, language), timesOf(spans, zone) || text.never),
    ),
    ...(line.clicks.length > 0
      ? [text.clicks(line.clicks.map((at) => clockTime(instantFrom(at), zone)).join(', '))]
      : []),
  ]
}
