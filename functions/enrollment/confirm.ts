import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Table, TableBusy } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { readLine } from '../seminar/line.ts'
import { calendarOf } from './calendar-of.ts'
import { confirmedLetter, confirmedWaitingLetter } from './enrollment.mail.ts'
import { enrollmentShelf } from './enrollment.table.ts'
import { type Enrollment, hasSeat, isLive } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { noteAnswered } from './mail-allowance.ts'
import { mailboxWrites } from './mailbox.table.ts'
import { freshLink, keepLinks, type Linked, readPersonalLink } from './personal-link.ts'
import { leaveToSweep } from './serve-line.ts'

export type ConfirmRefusal = { code: 'unknown' | 'no-longer' }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/**
 * Confirms the address behind the mailed link, and sends the confirmation with the calendar in the same commit.
 * Confirming twice is the same as once. Whoever comes too late finds the hold expired, even before the sweeper.
 */
export async function confirm(world: World, token: string): Promise<Result<Enrollment, ConfirmRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(world.table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const before = linked.enrollment.facts
    if (before.state === 'confirmed') return accept(before)
    if (!isLive(before) || world.now >= before.holdsUntil || linked.seminar.facts.state !== 'published')
      return refuse({ code: 'no-longer' })
    const confirmed = await commitConfirmation(world, linked)
    if (!confirmed) continue
    await leaveToSweep(() => noteAnswered(world.table, confirmed.email.toLowerCase(), world.now))
    return accept(confirmed)
  }
  throw new TableBusy('the enrollment kept changing')
}

async function commitConfirmation(world: World, linked: Linked): Promise<Enrollment | undefined> {
  const { enrollment: stored, seminar } = linked
  const line = await readLine(world.table, seminar.facts.id)
  const seated = hasSeat(stored.facts, line)
  const fresh = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = {
    ...stored.facts,
    state: 'confirmed',
    confirmedAt: world.now,
    told: seated ? 'seat' : stored.facts.told,
    links: keepLinks([...stored.facts.links, fresh.link]),
  }
  const facts = {
    enrollment,
    seminar: seminar.facts,
    line,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.facts.phaseId, enrollment.language),
  }
  const letter = seated
    ? confirmedLetter({ ...facts, calendar: await calendarOf(world, { seminar: seminar.facts, enrollment }) })
    : confirmedWaitingLetter(facts)
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'confirmed', key: String(enrollment.number), letter }, world.now),
    ...(await mailboxWrites(world.table, enrollment)),
  ])
  return outcome.committed ? enrollment : undefined
}
