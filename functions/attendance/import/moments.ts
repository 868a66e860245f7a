import {
  day,
  hour,
  type Instant,
  instantAtWallClock,
  instantFrom,
  later,
  millisecondsOf,
  parseInstant,
  wallClockOf,
  type Zone,
} from '../../kernel/time.ts'

/** What a cell says of a date: numbers whose order nobody knows yet, or a day that is clear. */
type DateRead = { first: number; second: number; year: number } | { date: string } | { none: true }
type CellRead = { instant: Instant } | { date: DateRead; time: string; seconds: number; isTwelve: boolean }

/** Day and month stand in one of two orders where a date is written with slashes or hyphens. */
type DateOrder = 'day-first' | 'month-first'

type Setting = { start: Instant; zone: Zone }

const two = (number: number): string => String(number).padStart(2, '0')
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

/**
 * Reads a column of moments by the wall clock of the zone. Whether 3/4 is in March or in April is told by the whole
 * column: the order in which every cell is a date, and then the one that is nearer to the session.
 */
export function readMoments(cells: readonly string[], setting: Setting): (Instant | undefined)[] {
  const read = cells.map(readCell)
  const order = orderOf(read, setting)
  return read.map((cell) => cell && momentOf(cell, order, setting))
}

function readCell(cell: string): CellRead | undefined {
  const text = cell.replace(/[\s,]+/gu, ' ').trim()
  if (text.length > 60) return undefined
  const instant = parseInstant(text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, '$1T'))
  if (instant) return { instant }
  const clock =
    /(?:^|[ T])(?:(ÖÖ|ÖS|[ap]\.?m\.?) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(?: ?(ÖÖ|ÖS|[ap]\.?m\.?))?(?: Uhr)?(?= |$)/iu.exec(
      text,
    )
  if (!clock) return undefined
  const half = halfOf(clock[1] ?? clock[5])
  const hours = hoursOf(Number(clock[2]), half)
  const date = readDate(text.replace(clock[0], ' ').trim())
  if (hours === undefined || Number(clock[3]) > 59 || Number(clock[4] ?? 0) > 59 || !date) return undefined
  return {
    date,
    time: `${two(hours)}:${clock[3]}`,
    seconds: Number(clock[4] ?? 0),
    isTwelve: half !== undefined,
  }
}

function halfOf(word: string | undefined): 'am' | 'pm' | undefined {
  if (!word) return undefined
  return /^(?:ÖS|p)/iu.test(word) ? 'pm' : 'am'
}

function hoursOf(hours: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (!half) return hours < 24 ? hours : undefined
  if (hours < 1 || hours > 12) return undefined
  return (hours % 12) + (half === 'pm' ? 12 : 0)
}

const months = [
  /^jan|^oca/,
  /^feb|^şub|^sub/,
  /^mar|^mär/,
  /^apr|^nis/,
  /^may|^mai/,
  /^jun|^haz/,
  /^jul|^tem/,
  /^aug|^ağu|^agu/,
  /^sep|^eyl/,
  /^oct|^okt|^eki/,
  /^nov|^kas/,
  /^dec|^dez|^ara/,
]

function readDate(text: string): DateRead | undefined {
  if (text === '') return { none: true }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return { date: dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])) }
  const german = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(text)
  if (german) return { date: dateFrom(Number(german[3]), Number(german[2]), Number(german[1])) }
  const either = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text)
  if (either) return { first: Number(either[1]), second: Number(either[2]), year: Number(either[3]) }
  return readNamedDate(text)
}

/** `31. März 2026`, `Mar 31 2026`, `31 Mart 2026` */
function readNamedDate(text: string): DateRead | undefined {
  const name = /\p{L}{3,12}/u.exec(text)?.[0].toLowerCase() ?? ''
  const month = months.findIndex((pattern) => pattern.test(name)) + 1
  const numbers = /^(\d{1,2})\D+(\d{4})$/.exec(text.replace(/\p{L}+\.?/gu, ' ').trim())
  return month > 0 && numbers ? { date: dateFrom(Number(numbers[2]), month, Number(numbers[1])) } : undefined
}

const dateFrom = (year: number, month: number, dayOfMonth: number): string =>
  `${fullYear(year)}-${two(month)}-${two(dayOfMonth)}`

function orderOf(cells: readonly (CellRead | undefined)[], setting: Setting): DateOrder {
  const open = cells.filter(
    (cell): cell is Exclude<CellRead, { instant: Instant }> =>
      cell !== undefined && 'date' in cell && 'first' in cell.date,
  )
  const [sample] = open
  if (!sample) return 'day-first'
  const usual: DateOrder = sample.isTwelve ? 'month-first' : 'day-first'
  const other: DateOrder = sample.isTwelve ? 'day-first' : 'month-first'
  return fitOf(open, other, setting) > fitOf(open, usual, setting) ? other : usual
}

/** How many of the cells are dates in that order, and above all how many lie near the session. */
function fitOf(cells: readonly CellRead[], order: DateOrder, setting: Setting): number {
  const read = cells.flatMap((cell) => momentOf(cell, order, setting) ?? [])
  const near = read.filter((at) => isNear(at, setting.start))
  return near.length * 10_000 + read.length
}

/** A session lasts twelve hours at most; whoever came on another day was at something else. */
export const isNear = (at: Instant, start: Instant): boolean =>
  Math.abs(millisecondsOf(at) - millisecondsOf(start)) <= 36 * hour

function momentOf(cell: CellRead, order: DateOrder, setting: Setting): Instant | undefined {
  if ('instant' in cell) return cell.instant
  const { date, time, seconds } = cell
  if ('none' in date) return nearestTo(setting, time, seconds)
  if ('date' in date) return atSecond(date.date, time, seconds, setting.zone)
  const [dayOfMonth, month] = order === 'day-first' ? [date.first, date.second] : [date.second, date.first]
  return atSecond(dateFrom(date.year, month, dayOfMonth), time, seconds, setting.zone)
}

function atSecond(date: string, time: string, seconds: number, zone: Zone): Instant | undefined {
  const at = instantAtWallClock({ date, time }, zone)
  return at && later(at, seconds * 1_000)
}

/** A time without a date is the one nearest to the start of the session, which may run past midnight. */
function nearestTo({ start, zone }: Setting, time: string, seconds: number): Instant | undefined {
  const away = (at: Instant) => Math.abs(millisecondsOf(at) - millisecondsOf(start))
  return [-day, 0, day]
    .map((step) => wallClockOf(instantFrom(millisecondsOf(start) + step), zone).date)
    .flatMap((date) => atSecond(date, time, seconds, zone) ?? [])
    .sort((a, b) => away(a) - away(b))[0]
}
