import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { day, type Instant, instantAtWallClock, instantFrom, type Zone } from '../../functions/kernel/time.ts'
import { isReadable, withoutBreaks } from '../parts/readable-text.ts'
import type { FormTrouble } from './form-trouble.ts'

/** The wall clock by which coordinators plan, unless a seminar says otherwise. */
export const officeZone: Zone = 'Europe/Berlin'

/** What was typed, by field name. */
export type Values = ReadonlyMap<string, string>

/** What is wrong, by field name. */
export type Troubles = Record<string, FormTrouble>

type TextRule = { most: number; required?: boolean; lines?: boolean }

/** Reads the fields of one form and remembers what is wrong with which; the first trouble of a field counts. */
export function openFieldReader(values: Values) {
  const troubles: Troubles = {}
  const wrong = (name: string, trouble: FormTrouble): undefined => {
    troubles[name] ??= trouble
    return undefined
  }
  const typed = (name: string): string =>
    (values.get(name) ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim()

  function text(name: string, { most, required = false, lines = false }: TextRule): string {
    const value = typed(name)
    if (value.length > most) wrong(name, 'too-long')
    else if (!isReadable(lines ? withoutBreaks(value) : value)) wrong(name, 'unreadable')
    else if (required && value === '') wrong(name, 'required')
    return value
  }

  function whole(name: string, { least, most }: { least: number; most: number }): number {
    const value = typed(name)
    if (value === '') wrong(name, 'required')
    else if (!/^\d{1,6}$/.test(value) || Number(value) < least || Number(value) > most)
      wrong(name, 'out-of-range')
    return Number(value)
  }

  /** A wall-clock time; the hour that spring leaves out is said to be missing. `daysLater` counts from the date. */
  function moment(
    names: { date: string; time: string },
    { date, time, zone, daysLater = 0 }: { date: string; time: string; zone: Zone; daysLater?: number },
  ): Instant | undefined {
    if (!isDate(date)) return wrong(names.date, 'not-a-date')
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return wrong(names.time, 'not-a-date')
    return (
      instantAtWallClock({ date: dayAfter(date, daysLater), time }, zone) ?? wrong(names.time, 'missing-hour')
    )
  }

  function calendarDay(name: string): string {
    const value = typed(name)
    if (!isDate(value)) wrong(name, value === '' ? 'required' : 'not-a-date')
    return value
  }

  function email(name: string, { required }: { required: boolean }): EmailAddress | undefined {
    const value = text(name, { most: 254, required })
    return value === '' ? undefined : (parseEmailAddress(value) ?? wrong(name, 'not-an-address'))
  }

  function link(name: string): string {
    const value = text(name, { most: 500, required: true })
    if (value !== '' && !isHttps(value)) wrong(name, 'not-https')
    return value
  }

  return { troubles, wrong, typed, text, whole, moment, calendarDay, email, link }
}

/** Reads one form, field by field. */
export type FieldReader = ReturnType<typeof openFieldReader>

/** A date that the calendar has, in years that people plan. */
const isDate = (date: string): boolean =>
  /^20\d{2}-\d{2}-\d{2}$/.test(date) && instantAtWallClock({ date, time: '12:00' }, 'UTC') !== undefined

/** Calendar days have 24 hours only in UTC. */
const dayAfter = (date: string, days: number): string =>
  instantFrom(Date.parse(`${date}T00:00:00Z`) + days * day).slice(0, 10)

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s\\]+$/i.test(text)) return false
  try {
    const { protocol, username, password, hostname } = new URL(text)
    return protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
  } catch {
    return false
  }
}
