import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { answerWrites } from './answers/answer-writes.ts'
import { calendarOf } from './calendar-of.ts'
import { seminarCancelledLetter } from './enrollment.mail.ts'
import { enrollmentShelf, listEnrollments } from './enrollment.table.ts'
import { isLive } from './enrollment.ts'
import { letterTo } from './letter-to.ts'

type World = { table: Table; now: Instant; origin: string }

/** Tells everybody in the line that the seminar is called off; each once, however often this runs. */
export async function tellCancelled(world: World, seminarId: string): Promise<{ told: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'cancelled') return { told: 0 }
  let told = 0
  for (const stored of await listEnrollments(world.table, seminarId)) {
    const enrollment = stored.facts
    if (!isLive(enrollment)) continue
    const letter = seminarCancelledLetter({
      enrollment,
      seminar,
      ahead: 0,
      link: `${world.origin}/`,
      acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
      calendar: await calendarOf(world, { seminar, enrollment }),
    })
    const outcome = await world.table.commit([
      enrollmentShelf.replace(stored, { ...enrollment, state: 'cancelled' }),
      ...(await withdrawMails(world.table, enrollment.sessionMails)),
      ...(await answerWrites(world.table, { seminarId, enrollmentId: enrollment.id })),
      await letterTo(enrollment, { cause: 'seminar-cancelled', key: '', letter }, world.now),
    ])
    if (outcome.committed) told++
  }
  return { told }
}
