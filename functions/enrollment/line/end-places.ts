import type { Stored, Table } from '../../kernel/table.ts'
import { type Instant, millisecondsOf } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { enrollmentShelf, listEnrollments } from '../enrollment.table.ts'
import { type Enrollment, isLive } from '../enrollment.ts'
import { letterTo } from '../letter-to.ts'
import { giveBack } from './give-back.ts'
import { lapsedLetter } from './places.mail.ts'

type World = { table: Table; now: Instant; origin: string }

/**
 * Ends the places that nobody wanted in time: holds whose address was not confirmed, and offers that were not
 * accepted. Answers when those that are left end, earliest first.
 */
export async function endPlaces(world: World, seminarId: string): Promise<number[]> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (!seminar) return []
  const left: number[] = []
  for (const stored of await listEnrollments(world.table, seminarId)) {
    const end = endOf(stored.facts)
    if (end === null) continue
    if (end > world.now || !(await endPlace(world, { stored, seminar }))) left.push(millisecondsOf(end))
  }
  return left.sort((a, b) => a - b)
}

/** Until when somebody has to say something; null where nothing is asked of them. */
const endOf = (enrollment: Enrollment): Instant | null => {
  if (!isLive(enrollment)) return null
  return enrollment.state === 'held' ? enrollment.holdsUntil : enrollment.offeredUntil
}

type Ending = { stored: Stored<Enrollment>; seminar: Seminar }

/** Refused when the person confirmed, accepted, cancelled or sent a form in this moment; the next sweep looks again. */
async function endPlace(world: World, ending: Ending): Promise<boolean> {
  const { stored, seminar } = ending
  const ended = stored.facts.state === 'held' ? forgotten(stored.facts) : lapsed(stored.facts)
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, ended),
    ...(await giveBack(world.table, { enrollment: stored.facts, seminar })),
    ...(ended.state === 'lapsed' ? [await tellLapsed(world, { enrollment: ended, seminar })] : []),
  ])
  return outcome.committed
}

/**
 * Nobody agreed to anything, so what was typed is forgotten; the number and the links stay, so that a late click is
 * told what happened.
 */
const forgotten = ({ addedByHand: _, ...enrollment }: Enrollment): Enrollment => ({
  ...enrollment,
  ...nobody,
  state: 'expired',
})

/** Everything that says who somebody is. */
export const nobody = { firstName: '', lastName: '', email: '', association: '', associationId: '', note: '' }

const lapsed = (enrollment: Enrollment): Enrollment => ({
  ...enrollment,
  state: 'lapsed',
  offeredUntil: null,
})

const tellLapsed = (world: World, { enrollment, seminar }: { enrollment: Enrollment; seminar: Seminar }) =>
  letterTo(
    enrollment,
    {
      cause: 'lapsed',
      key: `${enrollment.number}|${enrollment.enrolledAt}`,
      letter: lapsedLetter({ enrollment, seminar, link: `${world.origin}/seminars/${seminar.slug}` }),
    },
    world.now,
  )
