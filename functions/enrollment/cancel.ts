import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Stored, TableBusy } from '../kernel/table.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { countStruck, readLine } from '../seminar/line.ts'
import { firstStart, lastEnd, type Seminar } from '../seminar/seminar.ts'
import { calendarOf } from './calendar-of.ts'
import { cancelledLetter } from './enrollment.mail.ts'
import { enrollmentShelf } from './enrollment.table.ts'
import { type Enrollment, isLive } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { giveBack } from './line/give-back.ts'
import type { PromoteWorld } from './line/promote.ts'
import { leaveToSweep } from './line/serve-line.ts'
import { serveNext } from './line/serve-next.ts'
import { readPersonalLink } from './link/personal-link.ts'

export type CancelRefusal = { code: 'unknown' | 'over' }

/**
 * Gives a place back: a seat, a place on the waiting list, an application, or an offer that somebody does not want.
 * The seat goes on in that same commit; then whoever holds the next number is told. Should this process die in
 * between, the sweep tells them. Cancelling twice is the same as once.
 */
export async function cancel(world: PromoteWorld, token: string): Promise<Result<Enrollment, CancelRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(world.table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const { enrollment: stored, seminar } = linked
    if (!isLive(stored.facts)) return accept(stored.facts)
    const end = lastEnd(seminar.facts)
    if (seminar.facts.state !== 'published' || (end && world.now >= end)) return refuse({ code: 'over' })
    const line = await readLine(world.table, seminar.facts.id)
    const cancelled = await commitCancellation(world, { stored, seminar: seminar.facts })
    if (!cancelled) continue
    await leaveToSweep(async () => {
      if (cancelled.number > line.serving) await countStruck(world.table, seminar.facts.id, 1)
      await serveNext(world, seminar.facts.id, line)
    })
    return accept(cancelled)
  }
  throw new TableBusy('the enrollment kept changing')
}

type Giving = { stored: Stored<Enrollment>; seminar: Seminar }

async function commitCancellation(
  world: PromoteWorld,
  { stored, seminar }: Giving,
): Promise<Enrollment | undefined> {
  const enrollment: Enrollment = { ...stored.facts, state: 'cancelled', offeredUntil: null }
  const start = firstStart(seminar)
  const begun = start !== undefined && world.now >= start
  const letter = cancelledLetter({
    enrollment,
    seminar,
    ahead: 0,
    link: `${world.origin}/seminars/${seminar.slug}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
    calendar: await calendarOf(world, { seminar, enrollment }),
  })
  const key = `${enrollment.number}|${enrollment.enrolledAt}`
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    ...(await giveBack(world.table, { enrollment, seminar }, { begun })),
    ...(await withdrawMails(world.table, enrollment.sessionMails)),
    await letterTo(enrollment, { cause: 'cancelled', key, letter }, world.now),
  ])
  return outcome.committed ? enrollment : undefined
}
