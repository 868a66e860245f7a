import type { Language } from '../../functions/kernel/language.ts'
import { clockTime, type Instant, millisecondsOf } from '../../functions/kernel/time.ts'
import { officeZone } from './field-reader.ts'

const locale: Record<Language, string> = { de: 'de-DE', tr: 'tr-TR', en: 'en-GB' }

/** `Di., 31.03.2026`: short enough for a table. */
export const shortDate = (instant: Instant, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], {
    timeZone: officeZone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(millisecondsOf(instant))

/** `Di., 31.03.2026, 18:00` */
export const shortDateTime = (instant: Instant, language: Language): string =>
  `${shortDate(instant, language)}, ${clockTime(instant, officeZone)}`

/** A calendar day of the table (`2026-01-01`) as people write it. */
export const shortDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(Date.parse(`${day}T00:00:00Z`))
