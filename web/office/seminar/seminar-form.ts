import { languages, type Texts } from '../../../functions/kernel/language.ts'
import { type Instant, wallClockOf, type Zone } from '../../../functions/kernel/time.ts'
import type { Programme } from '../../../functions/programme/programme.table.ts'
import { plainPlaces } from '../../../functions/seminar/places.ts'
import type { SeminarDraft } from '../../../functions/seminar/save-seminar.ts'
import { firstStart, type Seminar } from '../../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import type { OfficeSeminarText } from '../../text/office-seminar.de.ts'
import { type FieldReader, officeZone, openFieldReader, type Troubles, type Values } from '../field-reader.ts'
import { calendarValues, readCalendarInvitations } from './calendar-field.tsx'
import { conditionsValues, readConditions } from './conditions-fields.tsx'
import { placesValues, readPlaces } from './places-form.ts'
import { isSlug, proposeSlug } from './propose-slug.ts'
import type { RoomChoice } from './room-choice.ts'
import { readRow, rowCount, rowsFor, rowValues } from './session-form.ts'

/** The words of the form. */
export type FormText = OfficeSeminarText['form']
/** The form as it stands: its words, what was typed, what is wrong with it. */
export type Filled = { text: FormText; values: Values; errors: FieldErrors }

const remindsInvitedAfter = 7

/** The zones in which seminars are planned; one that a seminar has already stays possible. */
export const zones: readonly Zone[] = [officeZone, 'Europe/Istanbul', 'Europe/London', 'UTC']

/** The zone that the form was filled in for. */
export const zoneOf = (values: Values): Zone => values.get('zone') || officeZone

/** What a seminar's texts may be long at most. */
export const lengths = { title: 140, description: 3000, contents: 1500, slug: 80, trainer: 120 }

/** The form of a seminar nobody has planned yet; its id makes that sending it twice is sending it once. */
export const newSeminarValues = (formId: string): Values =>
  new Map([
    ['form', formId],
    ['zone', officeZone],
    ['rows', String(rowsFor(0))],
    ['capacity', '20'],
    ['threshold', '80'],
    ['reducedThreshold', '50'],
    ['completesAfterHours', '24'],
    ...placesValues(plainPlaces, officeZone),
    ['access', 'open'],
    ['remindsInvitedAfterDays', String(remindsInvitedAfter)],
  ])

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
    ['rows', String(rowsFor(seminar.sessions.length))],
    ...rows,
    ['capacity', String(seminar.capacity)],
    ['opens-date', opens.date],
    ['opens-time', opens.time],
    ['closes-date', closesByItself ? '' : closes.date],
    ['closes-time', closesByItself ? '' : closes.time],
    ['threshold', String(seminar.threshold)],
    ['reducedThreshold', String(seminar.reducedThreshold)],
    ['completesAfterHours', String(seminar.completesAfterHours)],
    ...placesValues(seminar.places, seminar.zone),
    ['access', seminar.access],
    ['remindsInvitedAfterDays', String(seminar.remindsInvitedAfterDays)],
    ...calendarValues(seminar),
    ...conditionsValues(seminar),
  ])
}

/** What became of a form: the draft, what is wrong with it, and whether we made up its address ourselves. */
type ReadSeminar = { draft: SeminarDraft; troubles: Troubles; slugProposed: boolean }

/** Reads what a coordinator typed. The draft counts only where there are no troubles. */
export function readSeminarForm(
  values: Values,
  {
    now,
    programme,
    before,
    choice,
  }: { now: Instant; programme: Programme; before: Seminar | undefined; choice: RoomChoice },
): ReadSeminar {
  const reader = openFieldReader(values)
  const zone = readZone(reader, values, before)
  const title = readTexts(reader, 'title', true)
  const slug = readSlug(reader, title)
  const sessions = readSessions(reader, {
    values,
    zone,
    choice,
    known: before?.sessions.map(({ id }) => id) ?? [],
  })
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
    ...readThresholds(reader),
    ...readConditions(values, before),
    completesAfterHours: reader.whole('completesAfterHours', { least: 1, most: 24 * 60 }),
    ...readAccess(reader, before),
    calendarInvitations: readCalendarInvitations(values, before),
  }
  return { draft, troubles: reader.troubles, slugProposed: slug.proposed }
}

/** A reduced certificate is for less than a full one, or there is none. */
function readThresholds(reader: FieldReader): Pick<SeminarDraft, 'threshold' | 'reducedThreshold'> {
  const threshold = reader.whole('threshold', { least: 1, most: 100 })
  const reducedThreshold = reader.whole('reducedThreshold', { least: 0, most: 99 })
  if (reducedThreshold >= threshold) reader.wrong('reducedThreshold', 'not-less')
  return { threshold, reducedThreshold }
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
  { values, known, ...around }: { values: Values; zone: Zone; choice: RoomChoice; known: readonly string[] },
): SeminarDraft['sessions'] {
  const taken = new Set<string>()
  return Array.from({ length: rowCount(values) }, (_, i) => readRow(reader, i + 1, around))
    .filter((session) => session !== undefined)
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((session) => {
      const isOurs = known.includes(session.id) && !taken.has(session.id)
      taken.add(session.id)
      return isOurs ? session : { ...session, id: '' }
    })
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
