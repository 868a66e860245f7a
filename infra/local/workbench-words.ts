import { now } from '../../functions/aws/clock.ts'
import { localeOf } from '../../functions/kernel/language.ts'
import { clockTime, type Instant, longDateTime } from '../../functions/kernel/time.ts'

/** The zone that the workbench's pages tell time in. */
export const workbenchZone = 'Europe/Berlin'

/** `Tuesday, March 31, 2026, 18:00` */
export const longTime = (instant: Instant): string => longDateTime(instant, workbenchZone, 'en')

/** The time alone for today, with the date for other days. */
export function shortTime(instant: Instant): string {
  const sameDay = longDateTime(instant, workbenchZone, 'en').slice(0, -7) === longTime(now()).slice(0, -7)
  if (sameDay) return clockTime(instant, workbenchZone)
  const day = new Intl.DateTimeFormat(localeOf.en, {
    timeZone: workbenchZone,
    day: 'numeric',
    month: 'short',
  })
  return `${day.format(new Date(instant))}, ${clockTime(instant, workbenchZone)}`
}
