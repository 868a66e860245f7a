import { dateFormat } from '../../functions/kernel/date-format.ts'
import { type Language, localeOf } from '../../functions/kernel/language.ts'
import { clockTime, type Instant, millisecondsOf, type Zone } from '../../functions/kernel/time.ts'
import { officeZone } from './field-reader.ts'

const digits: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }

/** English readers do not agree which of two numbers is the month, so there it is a word. */
const dayStyle: Record<Language, Intl.DateTimeFormatOptions> = {
  de: digits,
  tr: digits,
  en: { day: 'numeric', month: 'short', year: 'numeric' },
}

/** `Di., 31.03.2026`, `Tue, Mar 31, 2026`: short enough for a table. What belongs to a seminar is said in its zone. */
export const shortDate = (instant: Instant, language: Language, zone: Zone = officeZone): string =>
  dateFormat(localeOf[language], {
    timeZone: zone,
    weekday: 'short',
    ...dayStyle[language],
  }).format(millisecondsOf(instant))

/** `Di., 31.03.2026, 18:00` */
export const shortDateTime = (instant: Instant, language: Language, zone: Zone = officeZone): string =>
  `${shortDate(instant, language, zone)}, ${clockTime(instant, zone)}`

/** The same in a list of several seminars, which names a zone that is not the office's. */
export const shortDateTimeIn = (instant: Instant, language: Language, zone: Zone): string =>
  `${shortDateTime(instant, language, zone)}${zone === officeZone ? '' : ` (${zone})`}`

/** A calendar day of the table (`2026-01-01`) as people write it. */
export const shortDay = (day: string, language: Language): string =>
  dateFormat(localeOf[language], { timeZone: 'UTC', ...dayStyle[language] }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
