import { languages, type Texts } from '../../functions/kernel/language.ts'
import { type Instant, minutesBetween, wallClockOf, type Zone } from '../../functions/kernel/time.ts'
import type { Programme } from '../../functions/programme/programme.table.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import type { SeminarDraft } from '../../functions/seminar/save-seminar.ts'
import { firstStart, type Seminar, type Session, type SessionPlace } from '../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../parts/form.tsx'
import type { OfficeSeminarText } from '../text/office-seminar.de.ts'
import { calendarValues, readCalendarInvitations } from './calendar-field.tsx'
import { type FieldReader, officeZone, openFieldReader, type Troubles, type Values } from './field-reader.ts'
import { placesValues, readPlaces } from './places-form.ts'
import { isSlug, proposeSlug } from './propose-slug.ts'

/** The words of the form. */
export type FormText = OfficeSeminarText['form']
/** The form as it stands: its words, what was typed, what is wrong with it. */
export type Filled = { text: FormText; values: Values; errors: FieldErrors }

/** A seminar has at most so many dates. */
export const mostSessions = 12
const spareRows = 2
const moreRows = 3
const remindsInvitedAfter = 7

/** Where a session can be, in the order of the form. */
export const placeKinds = ['room', 'link', 'onsite'] as const

/** The zones in which seminars are planned; one that a seminar has already stays possible. */
export const zones: readonly Zone[] = [officeZone, 'Europe/Istanbul', 'Europe/London', 'UTC']

/** The zone that the form was filled in for. */
export const zoneOf = (values: Values): Zone => values.get('zone') || officeZone

/** A session that ends on the wall before it starts lasts into the next day, for at most so long. */
const longestNight = 12 * 60

/** What a seminar's texts may be long at most. */
export const lengths = { title: 140, description: 3000, contents: 1500, slug: 80, where: 500, trainer: 120 }

/** The names of one row of dates. */
export const rowNames = (row: number) => ({
  id: `session-${row}-id`,
  date: `session-${row}-date`,
  start: `session-${row}-start`,
  end: `session-${row}-end`,
  place: `session-${row}-place`,
  where: `session-${row}-where`,
})

/** How many rows of dates the form shows. */
export const rowCount = (values: Values): number =>
  Math.min(mostSessions, Math.max(1, Number.parseInt(values.get('rows') ?? '', 10) || spareRows))

/** The same form with more rows; nothing that was typed is lost. */
export const withMoreRows = (values: Values): Values =>
  new Map([...values, ['rows', String(Math.min(mostSessions, rowCount(values) + moreRows))]])

/** The form of a seminar nobody has planned yet; its id makes that sending it twice is sending it once. */
export const newSeminarValues = (formId: string): Values =>
  new Map([
    ['form', formId],
    ['zone', officeZone],
    ['rows', String(spareRows)],
    ['capacity', '20'],
    ['threshold', '80'],
    ['completesAfterHours', '24'],
    ...placesValues(plainPlaces, officeZone),
    ['access', 'open'],
    ['remindsInvitedAfterDays', String(remindsInvitedAfter)],
  ])

/** The fields of one date as it stands. */
export function rowValues({ id, start, end, place }: Session, zone: Zone, row: number): [string, string][] {
  const names = rowNames(row)
  const [from, until] = [wallClockOf(start, zone), wallClockOf(end, zone)]
  return [
    [names.id, id],
    [names.date, from.date],
    [names.start, from.time],
    [names.end, until.time],
    [names.place, place.kind],
    [names.where, place.kind === 'link' ? place.url : place.kind === 'onsite' ? place.address : ''],
  ]
}

/** The form of a seminar as it stands. */
export function seminarValues(seminar: Seminar, version: string): Values {
  const wall = (instant: Instant) => wallClockOf(instant, seminar.zone)
  const [opens, closes] = [wall(seminar.opens), wall(seminar.closes)]
  // Enrollment that ends with the first date goes on doing so when that date moves.
  const closesByItself = seminar.closes === firstStart(seminar)
  const rows = seminar.sessions.flatMap((session, i) => rowValues(session, seminar.zone, i + 1))
  return new Map([
    ['version', version],
    ...languages.flatMap((language): [string, string][] => [
      [`title-${language}`, seminar.title[language]],
      [`description-${language}`, seminar.description[language]],
      [`contents-${language}`, seminar.contents[language]],
    ]),
    ['slug', seminar.slug],
    ['trainer', seminar.trainer],
    ['phaseId', seminar.phaseId],
    ['zone', seminar.zone],
    ['rows', String(Math.min(mostSessions, seminar.sessions.length + spareRows))],
    ...rows,
    ['capacity', String(seminar.capacity)],
    ['opens-date', opens.date],
    ['opens-time', opens.time],
    ['closes-date', closesByItself ? '' : closes.date],
    ['closes-time', closesByItself ? '' : closes.time],
    ['threshold', String(seminar.threshold)],
    ['completesAfterHours', String(seminar.completesAfterHours)],
    ...placesValues(seminar.places, seminar.zone),
    ['access', seminar.access],
    ['remindsInvitedAfterDays', String(seminar.remindsInvitedAfterDays)],
    ...calendarValues(seminar),
  ])
}

/** What became of a form: the draft, what is wrong with it, and whether we made up its address ourselves. */
type ReadSeminar = { draft: SeminarDraft; troubles: Troubles; slugProposed: boolean }

/** Reads what a coordinator typed. The draft counts only where there are no troubles. */
export function readSeminarForm(
  values: Values,
  { now, programme, before }: { now: Instant; programme: Programme; before: Seminar | undefined },
): ReadSeminar {
  const reader = openFieldReader(values)
  const zone = readZone(reader, values, before)
  const title = readTexts(reader, 'title', true)
  const slug = readSlug(reader, title)
  const sessions = readSessions(reader, { values, zone, known: before?.sessions.map(({ id }) => id) ?? [] })
  const phaseId = reader.typed('phaseId')
  if (phaseId !== '' && !programme.phases.some(({ id }) => id === phaseId))
    reader.wrong('phaseId', 'required')
  const capacity = reader.whole('capacity', { least: 1, most: 5000 })
  const [first] = sessions
  const draft: SeminarDraft = {
    slug: slug.text,
    title,
    description: readTexts(reader, 'description', false),
    contents: readTexts(reader, 'contents', false),
    trainer: reader.text('trainer', { most: lengths.trainer }),
    phaseId,
    zone,
    sessions,
    capacity,
    places: readPlaces(reader, {
      zone,
      capacity,
      before,
      associations: programme.associations,
      start: first?.start,
    }),
    ...readWindow(reader, { now, zone, start: first?.start }),
    threshold: reader.whole('threshold', { least: 1, most: 100 }),
    completesAfterHours: reader.whole('completesAfterHours', { least: 1, most: 24 * 60 }),
    ...readAccess(reader, before),
    calendarInvitations: readCalendarInvitations(values, before),
  }
  return { draft, troubles: reader.troubles, slugProposed: slug.proposed }
}

function readTexts(
  reader: FieldReader,
  field: 'title' | 'description' | 'contents',
  required: boolean,
): Texts {
  const lines = field !== 'title'
  const read = (language: keyof Texts) =>
    reader.text(`${field}-${language}`, {
      most: lengths[field],
      lines,
      required: required && language === 'de',
    })
  return { de: read('de'), tr: read('tr'), en: read('en') }
}

function readSlug(reader: FieldReader, title: Texts): { text: string; proposed: boolean } {
  const typed = reader.text('slug', { most: lengths.slug })
  if (typed === '') return { text: proposeSlug(title.de), proposed: true }
  if (!isSlug(typed)) reader.wrong('slug', 'bad-slug')
  return { text: typed, proposed: false }
}

/** A zone that is none would make every time wrong, so the times are read in the office's. */
function readZone(reader: FieldReader, values: Values, before: Seminar | undefined): Zone {
  const zone = zoneOf(values)
  if (zones.includes(zone) || zone === before?.zone) return zone
  reader.wrong('zone', 'required')
  return officeZone
}

function readSessions(
  reader: FieldReader,
  { values, zone, known }: { values: Values; zone: Zone; known: readonly string[] },
): SeminarDraft['sessions'] {
  const taken = new Set<string>()
  return Array.from({ length: rowCount(values) }, (_, i) => readRow(reader, i + 1, zone))
    .filter((session) => session !== undefined)
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((session) => {
      const isOurs = known.includes(session.id) && !taken.has(session.id)
      taken.add(session.id)
      return isOurs ? session : { ...session, id: '' }
    })
}

/** Reads one date; undefined where none was typed. */
export function readRow(
  reader: FieldReader,
  row: number,
  zone: Zone,
): SeminarDraft['sessions'][number] | undefined {
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
  const place = readPlace(reader, names)
  return from && to ? { id: id ?? '', start: from, end: to, place } : undefined
}

function readPlace(reader: FieldReader, names: { place: string; where: string }): SessionPlace {
  switch (reader.typed(names.place)) {
    case 'link':
      return { kind: 'link', url: reader.link(names.where) }
    case 'onsite':
      return {
        kind: 'onsite',
        address: reader.text(names.where, { most: lengths.where, required: true }),
      }
    default:
      return { kind: 'room' }
  }
}

/** Who may enroll; a field that is left out stays as it was. */
function readAccess(
  reader: FieldReader,
  before: Seminar | undefined,
): Pick<SeminarDraft, 'access' | 'remindsInvitedAfterDays'> {
  const access = reader.typed('access') || before?.access
  return {
    access: access === 'invited' ? 'invited' : 'open',
    remindsInvitedAfterDays:
      reader.typed('remindsInvitedAfterDays') === ''
        ? (before?.remindsInvitedAfterDays ?? remindsInvitedAfter)
        : reader.whole('remindsInvitedAfterDays', { least: 0, most: 60 }),
  }
}

/** From when until when people may enroll; empty means from now, and until the first date. */
function readWindow(
  reader: FieldReader,
  { now, zone, start }: { now: Instant; zone: Zone; start: Instant | undefined },
): { opens: Instant; closes: Instant } {
  const moment = (name: 'opens' | 'closes', time: string): Instant | undefined => {
    const names = { date: `${name}-date`, time: `${name}-time` }
    const date = reader.typed(names.date)
    if (date === '' && reader.typed(names.time) === '') return undefined
    return reader.moment(names, { date, time: reader.typed(names.time) || time, zone })
  }
  const opens = moment('opens', '00:00') ?? now
  const closes = moment('closes', '23:59') ?? start
  if (!closes && !('closes-time' in reader.troubles)) reader.wrong('closes-date', 'closes-unknown')
  else if (closes && closes <= opens && start !== closes) reader.wrong('closes-date', 'closes-before-opens')
  return { opens, closes: closes ?? opens }
}
