import { accept, type Result, refuse } from '../../kernel/result.ts'
import { TableBusy } from '../../kernel/table.ts'
import { readAcknowledgement } from '../../programme/acknowledgement.ts'
import { loadHouseWords } from '../../programme/letter-texts.table.ts'
import { calendarOf } from '../calendar-of.ts'
import { confirmedLetter } from '../enrollment.mail.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import { type Enrollment, hasSeat, isLive } from '../enrollment.ts'
import { letterTo } from '../letter-to.ts'
import { freshLink, keepLinks, type Linked, readPersonalLink } from '../link/personal-link.ts'
import type { PromoteWorld } from './promote.ts'

export type AcceptOfferRefusal = { code: 'unknown' | 'offer-over' }

/**
 * Takes the seat that was offered. Accepting twice is the same as once. Whoever comes too late finds the offer over,
 * even before the sweep has given it to the next person. Declining is cancelling.
 */
export async function acceptOffer(
  world: PromoteWorld,
  token: string,
): Promise<Result<Enrollment, AcceptOfferRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(world.table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const before = linked.enrollment.facts
    if (hasSeat(before)) return accept(before)
    if (!isOfferOpen(before, world.now) || linked.seminar.facts.state !== 'published')
      return refuse({ code: 'offer-over' })
    const seated = await commitAcceptance(world, linked)
    if (seated) return accept(seated)
  }
  throw new TableBusy('the enrollment kept changing')
}

/** Whether a seat is offered to somebody at this moment. */
export const isOfferOpen = (enrollment: Enrollment, now: PromoteWorld['now']): boolean =>
  isLive(enrollment) &&
  enrollment.standing === 'offered' &&
  enrollment.offeredUntil !== null &&
  now < enrollment.offeredUntil

async function commitAcceptance(
  world: PromoteWorld,
  { enrollment: stored, seminar }: Linked,
): Promise<Enrollment | undefined> {
  const fresh = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = {
    ...stored.facts,
    standing: 'seat',
    offeredUntil: null,
    links: keepLinks([...stored.facts.links, fresh.link]),
  }
  const letter = confirmedLetter({
    house: await loadHouseWords(world.table),
    enrollment,
    seminar: seminar.facts,
    ahead: 0,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.facts.phaseId, enrollment.language),
    calendar: await calendarOf(world, { seminar: seminar.facts, enrollment }),
  })
  const key = `${enrollment.number}|${enrollment.enrolledAt}`
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'accepted', key, letter }, world.now),
  ])
  return outcome.committed ? enrollment : undefined
}
