import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { readLine } from '../seminar/line.ts'
import { firstStart, lastEnd, type Seminar } from '../seminar/seminar.ts'
import { answerWrites } from './answer-writes.ts'
import { calendarOf } from './calendar-of.ts'
import { cancelledLetter } from './enrollment.mail.ts'
import { enrollmentShelf, lineEntryShelf } from './enrollment.table.ts'
import { type Enrollment, isLive } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { readPersonalLink } from './personal-link.ts'
import { leaveToSweep, passSeatOn, serveLine } from './serve-line.ts'

export type CancelRefusal = { code: 'unknown' | 'over' }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/**
 * Gives a place back. The seat goes on in that same commit; then whoever holds the next number is told. Should this
 * process die in between, the sweep tells them. Cancelling twice is the same as once.
 */
export async function cancel(world: World, token: string): Promise<Result<Enrollment, CancelRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(world.table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const { enrollment: stored, seminar } = linked
    if (!isLive(stored.facts)) return accept(stored.facts)
    const end = lastEnd(seminar.facts)
    if (seminar.facts.state !== 'published' || (end && world.now >= end)) return refuse({ code: 'over' })
    const cancelled = await commitCancellation(world, { stored, seminar: seminar.facts })
    if (!cancelled) continue
    await leaveToSweep(() => serveLine(world, seminar.facts.id))
    return accept(cancelled)
  }
  throw new TableBusy('the enrollment kept changing')
}

type Giving = { stored: Stored<Enrollment>; seminar: Seminar }

async function commitCancellation(
  world: World,
  { stored, seminar }: Giving,
): Promise<Enrollment | undefined> {
  const enrollment: Enrollment = { ...stored.facts, state: 'cancelled' }
  const start = firstStart(seminar)
  const begun = start !== undefined && world.now >= start
  const giveBack = await giveNumberBack(world.table, enrollment, { begun })
  const letter = cancelledLetter({
    enrollment,
    seminar,
    line: { next: 0, serving: 0 },
    link: `${world.origin}/seminars/${seminar.slug}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
    calendar: await calendarOf(world, { seminar, enrollment }),
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    ...giveBack,
    ...(await withdrawMails(world.table, enrollment.sessionMails)),
    ...(await answerWrites(world.table, { seminarId: seminar.id, enrollmentId: enrollment.id })),
    await letterTo(enrollment, { cause: 'cancelled', key: String(enrollment.number), letter }, world.now),
  ])
  return outcome.committed ? enrollment : undefined
}

/**
 * Strikes the number out of the line. A served number passes its seat on at once; a waiting one only when its turn
 * comes, which is what `serveLine` looks for. `serving` only rises, so a number seen as served stays served. Once the
 * seminar has begun nobody moves up, so the seat stays with the struck number (`serveLine` finds it there, should the
 * seminar be postponed).
 */
export async function giveNumberBack(
  table: Table,
  enrollment: Enrollment,
  { begun }: { begun: boolean } = { begun: false },
): Promise<Write[]> {
  const { seminarId, number } = enrollment
  const entry = await lineEntryShelf.read(table, { seminarId, number })
  if (!entry || entry.facts.void) return []
  const served = !begun && number <= (await readLine(table, seminarId)).serving
  return [
    lineEntryShelf.replace(entry, { ...entry.facts, void: true, passed: served }),
    ...(served ? [passSeatOn(seminarId)] : []),
  ]
}
