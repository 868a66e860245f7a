import { millisecondsOf, minutesBetween, wallClockOf, type Zone } from '../../../functions/kernel/time.ts'
import type { SeminarDraft } from '../../../functions/seminar/save-seminar.ts'
import type { Break, Session, SessionPlace } from '../../../functions/seminar/seminar.ts'
import { usualDoor } from '../../../functions/session/door.ts'
import type { FieldReader, Values } from '../field-reader.ts'
import { choiceOf, hasWaitingRoom, type RoomChoice, serverIn } from './room-choice.ts'

/** One date as a coordinator typed it; without an id it is a new one. */
export type SessionDraft = SeminarDraft['sessions'][number]

/** A seminar has at most so many dates, a date so many breaks. */
export const mostSessions = 12
const mostBreaks = 6
const spareRows = 2
const moreRows = 3

/** A session that ends on the wall before it starts lasts into the next day, for at most so long. */
const longestNight = 12 * 60
/** Minutes that a door may stand open before the start, and after the end, at most. */
export const mostOpenBefore = 240
export const mostOpenAfter = 60

/** An address or a link is so long at most. */
export const longestWhere = 500
export const longestBreaks = 120

/** The names of one row of dates. */
export const rowNames = (row: number) => ({
  id: `session-${row}-id`,
  date: `session-${row}-date`,
  start: `session-${row}-start`,
  end: `session-${row}-end`,
  place: `session-${row}-place`,
  where: `session-${row}-where`,
  waits: `session-${row}-waits`,
  breaks: `session-${row}-breaks`,
  opens: `session-${row}-opens`,
  closes: `session-${row}-closes`,
})

/** How many rows of dates the form shows. */
export const rowCount = (values: Values): number =>
  Math.min(mostSessions, Math.max(1, Number.parseInt(values.get('rows') ?? '', 10) || spareRows))

/** Rows for so many dates, and some to spare. */
export const rowsFor = (sessions: number): number => Math.min(mostSessions, sessions + spareRows)

/** The same form with more rows; nothing that was typed is lost. */
export const withMoreRows = (values: Values): Values =>
  new Map([...values, ['rows', String(Math.min(mostSessions, rowCount(values) + moreRows))]])

/** The fields of one date as it stands. */
export function rowValues(session: Session, zone: Zone, row: number): [string, string][] {
  const { id, start, end, place, breaks = [], door = usualDoor } = session
  const names = rowNames(row)
  const [from, until] = [wallClockOf(start, zone), wallClockOf(end, zone)]
  const time = (instant: Break['start']) => wallClockOf(instant, zone).time
  return [
    [names.id, id],
    [names.date, from.date],
    [names.start, from.time],
    [names.end, until.time],
    [names.place, choiceOf(place)],
    [names.where, place.kind === 'link' ? place.url : place.kind === 'onsite' ? place.address : ''],
    ...(place.kind === 'server' && place.waitingRoom
      ? [[names.waits, 'yes'] satisfies [string, string]]
      : []),
    [names.breaks, breaks.map((one) => `${time(one.start)}–${time(one.end)}`).join(', ')],
    [names.opens, String(door.opensBefore)],
    [names.closes, String(door.closesAfter)],
  ]
}

/** Whether a date has a place, a break or a door that somebody chose. */
export const isUnusual = (values: Values, row: number): boolean => {
  const names = rowNames(row)
  const usual = (name: string, number: number) => ['', String(number)].includes(values.get(name) ?? '')
  return (
    values.has(names.waits) ||
    (values.get(names.breaks) ?? '') !== '' ||
    !usual(names.opens, usualDoor.opensBefore) ||
    !usual(names.closes, usualDoor.closesAfter)
  )
}

/** Reads one date; undefined where none was typed. */
export function readRow(
  reader: FieldReader,
  row: number,
  { zone, choice }: { zone: Zone; choice: RoomChoice },
): SessionDraft | undefined {
  const names = rowNames(row)
  const [id, date, start = '', end = ''] = [names.id, names.date, names.start, names.end].map(reader.typed)
  if (!date) {
    // Emptying the date of a known session removes it; a new one with times but without a date was forgotten.
    if (!id && (start || end)) reader.wrong(names.date, 'not-a-date')
    return undefined
  }
  const from = reader.moment({ date: names.date, time: names.start }, { date, time: start, zone })
  const daysLater = end < start ? 1 : 0
  const to = reader.moment({ date: names.date, time: names.end }, { date, time: end, zone, daysLater })
  if (from && to && (to <= from || (daysLater > 0 && minutesBetween(from, to) > longestNight)))
    reader.wrong(names.end, 'ends-before-start')
  const place = readPlace(reader, names, choice)
  const door = place.kind === 'onsite' ? {} : readDoor(reader, names)
  if (!from || !to) return undefined
  const breaks = readBreaks(reader, names.breaks, { start: from, end: to, date, begins: start, zone })
  return { id: id ?? '', start: from, end: to, place, ...(breaks.length > 0 && { breaks }), ...door }
}

type Names = ReturnType<typeof rowNames>

function readPlace(reader: FieldReader, names: Names, choice: RoomChoice): SessionPlace {
  const typed = reader.typed(names.place)
  const server = serverIn(choice, typed)
  if (server)
    return {
      kind: 'server',
      server: server.id,
      waitingRoom: reader.typed(names.waits) !== '' && hasWaitingRoom(server),
    }
  switch (typed) {
    case 'link':
      return { kind: 'link', url: reader.link(names.where) }
    case 'onsite':
      return { kind: 'onsite', address: reader.text(names.where, { most: longestWhere, required: true }) }
    case 'room':
    case '':
      return { kind: 'room' }
    default:
      // A server that was removed while the form was open.
      reader.wrong(names.place, 'required')
      return { kind: 'room' }
  }
}

/** Nothing where the door opens and closes as usual, so that a change of what is usual reaches it. */
function readDoor(reader: FieldReader, names: Names): Pick<Session, 'door'> {
  const minutes = (name: string, usual: number, most: number) =>
    reader.typed(name) === '' ? usual : reader.whole(name, { least: 0, most })
  const opensBefore = minutes(names.opens, usualDoor.opensBefore, mostOpenBefore)
  const closesAfter = minutes(names.closes, usualDoor.closesAfter, mostOpenAfter)
  const isUsual = opensBefore === usualDoor.opensBefore && closesAfter === usualDoor.closesAfter
  return isUsual ? {} : { door: { opensBefore, closesAfter } }
}

const oneBreak = /^(\d{1,2})[:.](\d{2}) ?[-–—] ?(\d{1,2})[:.](\d{2})$/

type Around = Pick<Session, 'start' | 'end'> & { date: string; begins: string; zone: Zone }

/** Breaks as people write them, `10:30–10:45, 12:00–13:00`; before the start of the session means the day after. */
function readBreaks(reader: FieldReader, name: string, around: Around): Break[] {
  const typed = reader.text(name, { most: longestBreaks })
  const parts = typed.split(/[,;]/).flatMap((part) => part.trim().replace(/ Uhr$/, '') || [])
  const times = parts.map((part) => oneBreak.exec(part))
  if (parts.length > mostBreaks || times.some((found) => found === null)) {
    reader.wrong(name, 'not-breaks')
    return []
  }
  const moment = (hours = '', minutes = '') => {
    const time = `${hours.padStart(2, '0')}:${minutes}`
    const daysLater = time < around.begins ? 1 : 0
    return reader.moment({ date: name, time: name }, { ...around, time, daysLater })
  }
  const breaks = times
    .flatMap((found) => {
      const [start, end] = [moment(found?.[1], found?.[2]), moment(found?.[3], found?.[4])]
      return start && end ? { start, end } : []
    })
    .sort((a, b) => millisecondsOf(a.start) - millisecondsOf(b.start))
  if (!breaks.every(fitsIn(around))) reader.wrong(name, 'break-outside')
  return breaks
}

/** A break lies in the session, leaves some of it, and touches no other one. */
const fitsIn =
  ({ start, end }: Pick<Session, 'start' | 'end'>) =>
  (one: Break, i: number, all: readonly Break[]): boolean => {
    const before = all[i - 1]?.end
    const isWhole = one.start === start && one.end === end
    return (
      one.start < one.end &&
      one.start >= start &&
      one.end <= end &&
      !isWhole &&
      !(before && one.start <= before)
    )
  }
