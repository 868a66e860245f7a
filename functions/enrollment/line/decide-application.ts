import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Stored, TableBusy, type Write } from '../../kernel/table.ts'
import { readAcknowledgement } from '../../programme/acknowledgement.ts'
import { drawNumbers } from '../../seminar/line.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { firstStart, type Seminar } from '../../seminar/seminar.ts'
import { calendarOf } from '../calendar-of.ts'
import { type EnrollmentName, enrollmentShelf, takeNumber } from '../enrollment.table.ts'
import { type Enrollment, isLive } from '../enrollment.ts'
import { letterTo } from '../letter-to.ts'
import { freshLink, keepLinks } from '../link/personal-link.ts'
import { type Spot, spotOfNumber } from './find-spot.ts'
import { giveBack } from './give-back.ts'
import { admittedLetter, declinedLetter } from './places.mail.ts'
import type { PromoteWorld } from './promote.ts'
import { handNumbersBack } from './serve-next.ts'

/** What a coordinator says to one application; `message` goes into the mail, in the coordinator's own words. */
export type Decision = EnrollmentName & { admit: boolean; message: string }

/**
 * unconfirmed: the address is not proven, so nobody may be written to yet · decided: it is no application any more ·
 * over: the seminar has begun or does not take place
 */
export type DecideRefusal = { code: 'unknown' | 'unconfirmed' | 'decided' | 'over' }

type World = PromoteWorld & { also?: readonly Write[] }
type Application = { stored: Stored<Enrollment>; seminar: Seminar }

/**
 * Admits or declines one application. Who is admitted draws a number at that moment: the order of the line is the
 * order of the decisions. The person is told in the same commit.
 */
export async function decideApplication(
  world: World,
  decision: Decision,
): Promise<Result<Enrollment, DecideRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await readApplication(world, decision)
    if (!found.ok) return found
    const decided = decision.admit
      ? await admit(world, found.value, decision.message)
      : await decline(world, found.value, decision.message)
    if (decided) return accept(decided)
  }
  throw new TableBusy('the application kept changing')
}

async function readApplication(
  { table, now }: World,
  { seminarId, enrollmentId }: EnrollmentName,
): Promise<Result<Application, DecideRefusal>> {
  const stored = await enrollmentShelf.read(table, { seminarId, enrollmentId })
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!stored || !seminar) return refuse({ code: 'unknown' })
  const start = firstStart(seminar)
  if (seminar.state !== 'published' || (start && now >= start)) return refuse({ code: 'over' })
  const { standing, state } = stored.facts
  if (!isLive(stored.facts) || standing !== 'applied') return refuse({ code: 'decided' })
  return state === 'held' ? refuse({ code: 'unconfirmed' }) : accept({ stored, seminar })
}

async function admit(
  world: World,
  application: Application,
  message: string,
): Promise<Enrollment | undefined> {
  const { seminar } = application
  const line = await drawNumbers(world.table, seminar.id)
  const spot = spotOfNumber(seminar, line.next, line)
  const enrollment = await admitted(world, application, spot, message)
  if (!enrollment) await handNumbersBack(world, seminar.id, { numbers: [line.next], line })
  return enrollment
}

async function admitted(
  world: World,
  { stored, seminar }: Application,
  { standing, number, reaches }: Spot,
  message: string,
): Promise<Enrollment | undefined> {
  const fresh = await freshLink(world.newSecret, stored.facts, 'my')
  const links = keepLinks([...stored.facts.links, fresh.link])
  const enrollment: Enrollment = { ...stored.facts, standing, number, links }
  const letter = admittedLetter({
    enrollment,
    seminar,
    ahead: reaches,
    message,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
    calendar: await calendarOf(world, { seminar, enrollment }),
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    takeNumber(seminar.id, number, enrollment.id),
    await letterTo(enrollment, { cause: 'admitted', key: String(number), letter }, world.now),
    ...(world.also ?? []),
  ])
  return outcome.committed ? enrollment : undefined
}

async function decline(
  world: World,
  { stored, seminar }: Application,
  message: string,
): Promise<Enrollment | undefined> {
  const enrollment: Enrollment = { ...stored.facts, state: 'declined' }
  const letter = declinedLetter({
    enrollment,
    seminar,
    message,
    link: `${world.origin}/`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    ...(await giveBack(world.table, { enrollment: stored.facts, seminar })),
    await letterTo(enrollment, { cause: 'declined', key: enrollment.enrolledAt, letter }, world.now),
    ...(world.also ?? []),
  ])
  return outcome.committed ? enrollment : undefined
}
