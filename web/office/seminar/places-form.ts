import { type Instant, wallClockOf, type Zone } from '../../../functions/kernel/time.ts'
import type { Association } from '../../../functions/programme/programme.ts'
import { type Places, plainPlaces, promotions, reservedSeats } from '../../../functions/seminar/places.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import type { FieldReader, Values } from '../field-reader.ts'

/** The name of the field that says how many seats are kept for an association. */
export const keptField = (associationId: string): string => `kept-${associationId}`

/** Fields whose rules people were told before they enrolled; they are fixed once the seminar is published. */
export const isFixed = (seminar: Pick<Seminar, 'state'> | undefined): boolean =>
  seminar?.state === 'published'

const ticked = (name: string, is: boolean): [string, string][] => (is ? [[name, 'yes']] : [])

const dateAndTime = (name: string, instant: Instant | null, zone: Zone): [string, string][] => {
  if (instant === null) return []
  const { date, time } = wallClockOf(instant, zone)
  return [
    [`${name}-date`, date],
    [`${name}-time`, time],
  ]
}

/** The rules of a seminar's places as they stand in the form. */
export const placesValues = (places: Places, zone: Zone): [string, string][] => [
  ['waitingSize', places.waitingSize === null ? '' : String(places.waitingSize)],
  ['promotion', places.promotion],
  ['offerHours', String(places.offerHours)],
  ['mostPerAssociation', places.mostPerAssociation === null ? '' : String(places.mostPerAssociation)],
  ...ticked('approval', places.approval),
  ...ticked('groups', places.groups),
  ...ticked('singleSessions', places.singleSessions),
  ...dateAndTime('newcomers', places.newcomersUntil, zone),
  ...dateAndTime('kept', places.reservedUntil, zone),
  ...places.reserved.map(({ associationId, seats }): [string, string] => [
    keptField(associationId),
    String(seats),
  ]),
]

/** Whether somebody wrote down other rules than the usual ones, or something is wrong with them. */
export const hasSpecialPlaces = (values: Values, errors: Readonly<Record<string, unknown>>): boolean => {
  const usual = new Map(placesValues(plainPlaces, 'UTC'))
  const names = [...usual.keys(), 'approval', 'singleSessions', 'newcomers-date', 'kept-date']
  return (
    names.some((name) => name in errors || (values.get(name) ?? '') !== (usual.get(name) ?? '')) ||
    [...values].some(([name, value]) => name.startsWith(keptField('')) && value.trim() !== '')
  )
}

type Surroundings = {
  zone: Zone
  capacity: number
  associations: readonly Association[]
  /** Before anybody is promoted, and so before the first session. */
  start: Instant | undefined
  before: Seminar | undefined
}

/** Reads the rules of the places. Those that are fixed stay as they are, whatever the form says. */
export function readPlaces(reader: FieldReader, around: Surroundings): Places {
  const { before } = around
  const free = {
    waitingSize: optionalWhole(reader, 'waitingSize', { least: 0, most: 5000 }),
    promotion: promotions.find((name) => name === reader.typed('promotion')) ?? plainPlaces.promotion,
    offerHours: reader.whole('offerHours', { least: 1, most: 168 }),
    approval: reader.typed('approval') === 'yes',
    groups: reader.typed('groups') === 'yes',
    singleSessions: reader.typed('singleSessions') === 'yes',
  }
  if (before && isFixed(before)) {
    const { reserved, reservedUntil, newcomersUntil } = before.places
    // The limit may be moved, but neither come nor go: people of an association are counted since the beginning.
    const mostPerAssociation =
      before.places.mostPerAssociation === null
        ? null
        : (optionalWhole(reader, 'mostPerAssociation', { least: 1, most: 5000 }) ??
          before.places.mostPerAssociation)
    return { ...free, reserved, reservedUntil, newcomersUntil, mostPerAssociation }
  }
  return { ...free, ...readAgreement(reader, around) }
}

function readAgreement(
  reader: FieldReader,
  { zone, capacity, associations, start }: Surroundings,
): Pick<Places, 'reserved' | 'reservedUntil' | 'newcomersUntil' | 'mostPerAssociation'> {
  const reserved = associations.flatMap(({ id }) => {
    const seats = optionalWhole(reader, keptField(id), { least: 0, most: 5000 })
    return seats ? [{ associationId: id, seats }] : []
  })
  const reservedUntil = optionalMoment(reader, 'kept', { zone, start })
  if (reserved.length > 0 && reservedUntil === null) reader.wrong('kept-date', 'required')
  if (reservedSeats({ ...plainPlaces, reserved }) > capacity)
    reader.wrong(keptField(reserved[0]?.associationId ?? ''), 'too-many-kept')
  return {
    reserved,
    reservedUntil: reserved.length > 0 ? reservedUntil : null,
    newcomersUntil: optionalMoment(reader, 'newcomers', { zone, start }),
    mostPerAssociation: optionalWhole(reader, 'mostPerAssociation', { least: 1, most: 5000 }),
  }
}

const optionalWhole = (
  reader: FieldReader,
  name: string,
  bounds: { least: number; most: number },
): number | null => (reader.typed(name) === '' ? null : reader.whole(name, bounds))

/** A date without a time means noon of that day: early enough to tell people on the same day. */
function optionalMoment(
  reader: FieldReader,
  name: string,
  { zone, start }: { zone: Zone; start: Instant | undefined },
): Instant | null {
  const names = { date: `${name}-date`, time: `${name}-time` }
  const date = reader.typed(names.date)
  if (date === '') return null
  const moment = reader.moment(names, { date, time: reader.typed(names.time) || '12:00', zone })
  if (moment && start && moment >= start) reader.wrong(names.date, 'after-start')
  return moment ?? null
}
