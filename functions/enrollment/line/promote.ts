import type { NewSecret } from '../../kernel/secret.ts'
import type { Stored, Table, Write } from '../../kernel/table.ts'
import { hour, type Instant, later, millisecondsOf } from '../../kernel/time.ts'
import { readAcknowledgement } from '../../programme/acknowledgement.ts'
import { firstStart, type Seminar } from '../../seminar/seminar.ts'
import { calendarOf } from '../calendar-of.ts'
import { promotedLetter } from '../enrollment.mail.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import { type Enrollment, isProven } from '../enrollment.ts'
import { letterTo } from '../letter-to.ts'
import { freshLink, keepLinks } from '../link/personal-link.ts'
import { offeredLetter } from './places.mail.ts'

export type PromoteWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

type Next = { stored: Stored<Enrollment>; seminar: Seminar }

/** An offer never takes more than this part of the time that is left until the start. */
const partOfTheRest = 4
const shortestOffer = hour

/**
 * Until when an offer made now holds: the seminar's hours, but at most a quarter of the time until the start (and at
 * least an hour of it), so that others still have a chance; never beyond the start.
 */
export function offerEnds(seminar: Seminar, now: Instant): Instant {
  const start = firstStart(seminar)
  const whole = seminar.places.offerHours * hour
  if (!start) return later(now, whole)
  const rest = millisecondsOf(start) - millisecondsOf(now)
  const fair = Math.max(shortestOffer, Math.floor(rest / partOfTheRest))
  return later(now, Math.min(whole, fair, rest))
}

/** Tells somebody who waits that they have a seat, or are offered one; refused when they acted in this moment. */
export async function promote(world: PromoteWorld, next: Next): Promise<void> {
  await world.table.commit(await writesOfPromotion(world, next))
}

/**
 * The writes that give a seat to somebody who waits, with the mail that tells them; `changes` say which seat. Whoever
 * has not confirmed their address yet has to do that anyway, so they are offered nothing besides.
 */
export async function writesOfPromotion(
  world: PromoteWorld,
  { stored, seminar }: Next,
  changes: Partial<Pick<Enrollment, 'number' | 'keptFor' | 'waitsWith'>> = {},
): Promise<Write[]> {
  const before = stored.facts
  const fresh = await freshLink(world.newSecret, before, 'my')
  const isOffer = seminar.places.promotion === 'offer' && isProven(before)
  const promoted: Enrollment = {
    ...before,
    ...changes,
    standing: isOffer ? 'offered' : 'seat',
    offeredUntil: isOffer ? offerEnds(seminar, world.now) : null,
    links: keepLinks([...before.links, fresh.link]),
  }
  const facts = {
    enrollment: promoted,
    seminar,
    ahead: 0,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, promoted.language),
  }
  const letter = isOffer
    ? offeredLetter(facts)
    : promotedLetter({ ...facts, calendar: await calendarOf(world, { seminar, enrollment: promoted }) })
  const cause = isOffer ? 'offered' : 'promoted'
  return [
    enrollmentShelf.replace(stored, promoted),
    await letterTo(promoted, { cause, key: seatKey(promoted), letter }, world.now),
  ]
}

/** Names the seat that somebody got: they are told of each once. */
const seatKey = ({ number, keptFor, enrolledAt }: Enrollment): string =>
  number > 0 ? String(number) : `${keptFor}|${enrolledAt}`
