import { accept, type Result, refuse } from '../kernel/result.ts'
import { TableBusy, type Write } from '../kernel/table.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { loadHouseWords } from '../programme/letter-texts.table.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { isAllotmentAhead, type Line, readLine } from '../seminar/line.ts'
import { lastEnd, type Seminar } from '../seminar/seminar.ts'
import { calendarOf } from './calendar-of.ts'
import { confirmedLetter, confirmedWaitingLetter } from './enrollment.mail.ts'
import { enrollmentShelf } from './enrollment.table.ts'
import { type Enrollment, isCalled, mayConfirm } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { confirmedApplicationLetter } from './line/places.mail.ts'
import type { PromoteWorld } from './line/promote.ts'
import { leaveToSweep, serveLine } from './line/serve-line.ts'
import { mailboxWrites } from './link/mailbox.table.ts'
import { freshLink, keepLinks, type Linked, readPersonalLink } from './link/personal-link.ts'
import { noteAnswered } from './mail-allowance.ts'

export type ConfirmRefusal = { code: 'unknown' | 'no-longer' }

/**
 * Confirms the address behind the mailed link, and sends the confirmation with the calendar in the same commit.
 * Confirming twice is the same as once. Whoever comes too late finds the hold expired, even before the sweeper.
 */
export async function confirm(
  world: PromoteWorld,
  token: string,
): Promise<Result<Enrollment, ConfirmRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(world.table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const before = linked.enrollment.facts
    if (before.state === 'confirmed') return accept(before)
    if (!mayConfirm(before, linked.seminar.facts, world.now)) return refuse({ code: 'no-longer' })
    const confirmed = await commitConfirmation(world, linked)
    if (!confirmed) continue
    await leaveToSweep(() => noteAnswered(world.table, confirmed.email.toLowerCase(), world.now))
    // Their turn may have come in this very moment, where seats are offered and not given.
    if (confirmed.standing === 'waiting' && linked.seminar.facts.places.promotion === 'offer')
      await leaveToSweep(() => serveLine(world, confirmed.seminarId))
    return accept(confirmed)
  }
  throw new TableBusy('the enrollment kept changing')
}

async function commitConfirmation(world: PromoteWorld, linked: Linked): Promise<Enrollment | undefined> {
  const { enrollment: stored, seminar } = linked
  const line = await readLine(world.table, seminar.facts.id)
  const fresh = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = {
    ...stored.facts,
    state: 'confirmed',
    confirmedAt: world.now,
    standing: isSeatedNow(stored.facts, seminar.facts, line) ? 'seat' : stored.facts.standing,
    links: keepLinks([...stored.facts.links, fresh.link]),
  }
  const letter = await letterFor(world, {
    enrollment,
    seminar: seminar.facts,
    ahead: isAllotmentAhead(seminar.facts) ? 0 : Math.max(0, enrollment.number - line.serving),
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.facts.phaseId, enrollment.language),
  })
  // Whoever got a new address confirms once more, and is told once more.
  const key = [enrollment.number, enrollment.enrolledAt, enrollment.addressSince ?? []].flat().join('|')
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    // Once it is closed there is nothing to come but the certificate, which brings its own mail.
    ...(seminar.facts.state === 'completed'
      ? []
      : [await letterTo(enrollment, { cause: 'confirmed', key, letter }, world.now)]),
    ...(await mailboxWrites(world.table, enrollment)),
    ...(await issueWrites(world, seminar.facts)),
  ])
  return outcome.committed ? enrollment : undefined
}

/**
 * Certificates were issued without this person, or are in this very moment. From the last end on, not only once the
 * seminar is closed: it may be closed between our reading it and this commit.
 */
async function issueWrites({ table, now }: PromoteWorld, seminar: Seminar): Promise<Write[]> {
  const end = lastEnd(seminar)
  return end && now >= end ? [await dueNow(table, { task: 'issue', seminarId: seminar.id }, now)] : []
}

/** The line may have come to them since the last sweep: then one mail says both. */
const isSeatedNow = (enrollment: Enrollment, { places }: Seminar, line: Line): boolean =>
  isCalled(enrollment, line) && places.promotion === 'at-once'

async function letterFor(world: PromoteWorld, facts: Parameters<typeof confirmedWaitingLetter>[0]) {
  const { enrollment, seminar } = facts
  if (enrollment.standing === 'seat')
    return confirmedLetter({
      ...facts,
      calendar: await calendarOf(world, { seminar, enrollment }),
      house: await loadHouseWords(world.table),
    })
  return enrollment.standing === 'applied' ? confirmedApplicationLetter(facts) : confirmedWaitingLetter(facts)
}
