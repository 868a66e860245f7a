import type { Instant } from '../kernel/time.ts'
import type { Mail } from '../mail/mail.ts'
import { lastEnd, type Seminar } from '../seminar/seminar.ts'
import { type Enrollment, isLive, isProven } from './enrollment.ts'

/** For how long a letter says something that is still true and of use. */
type Sense = 'until-confirmed' | 'until-the-end' | 'while-enrolled' | 'when-gone'

/** All other letters tell of the dates and ways of a seminar to come. */
const senses: Record<string, Sense> = {
  confirm: 'until-confirmed',
  'address-corrected': 'until-confirmed',
  'added-by-hand': 'until-confirmed',
  certificate: 'while-enrolled',
  thanks: 'while-enrolled',
  message: 'while-enrolled',
  cancelled: 'when-gone',
  'seminar-cancelled': 'when-gone',
  declined: 'when-gone',
  lapsed: 'when-gone',
}

/**
 * outdated: its time has passed, or a later mail says it · moved-since: it names dates that are not true any more ·
 * not-enrolled: the person is not in the seminar any more
 */
export type Senseless = 'outdated' | 'moved-since' | 'not-enrolled'

type Told = {
  mail: Pick<Mail, 'cause' | 'queuedAt' | 'notAfter'>
  enrollment: Enrollment
  seminar: Seminar
}

/** Why a letter that was written once should not be sent once more; undefined where it still helps. */
export function whySenseless({ mail, enrollment, seminar }: Told, now: Instant): Senseless | undefined {
  const sense = (Object.hasOwn(senses, mail.cause) && senses[mail.cause]) || 'until-the-end'
  if (enrollment.email === '') return 'not-enrolled'
  if (sense === 'when-gone') return isLive(enrollment) ? 'outdated' : undefined
  if (!isLive(enrollment)) return 'not-enrolled'
  // Written about an earlier place of the same person.
  if (mail.queuedAt < enrollment.enrolledAt) return 'outdated'
  if (mail.notAfter && now > mail.notAfter) return 'outdated'
  if (sense === 'while-enrolled') return undefined
  const end = lastEnd(seminar)
  if (seminar.state !== 'published' || (end && now >= end)) return 'outdated'
  if (sense === 'until-confirmed') return isStillAsked(mail, enrollment, now) ? undefined : 'outdated'
  return seminar.movedAt && seminar.movedAt > mail.queuedAt ? 'moved-since' : undefined
}

/** A letter that went to an address before it was corrected asks for nothing any more. */
const isStillAsked = ({ queuedAt }: Told['mail'], enrollment: Enrollment, now: Instant): boolean =>
  !isProven(enrollment) && now < enrollment.holdsUntil && queuedAt >= (enrollment.addressSince ?? '')
