import type { Stored, Write } from '../kernel/table.ts'
import { hour, type Instant, later } from '../kernel/time.ts'
import { moveKept, moveLine } from '../seminar/line.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { answerWrites } from './answers/answer-writes.ts'
import { type Applicant, type EnrollCommand, type EnrollWorld, holdHours } from './enroll-command.ts'
import { alreadyLetter, confirmLetter } from './enrollment.mail.ts'
import { type EnrollmentName, enrollmentShelf, takeNumber } from './enrollment.table.ts'
import { type Enrollment, keepForms, neverCorrected } from './enrollment.ts'
import { commitWithTicket, type Ticket } from './invitation/use-invitation.ts'
import { letterTo } from './letter-to.ts'
import { countAssociation } from './line/association-count.ts'
import type { Spot } from './line/find-spot.ts'
import { freshLink, keepLinks } from './link/personal-link.ts'

/** `changed`: the person, the line or a kept seat is not as it was read; look again. */
type StoreOutcome = 'stored' | 'changed' | 'association-full'

export type Placing = {
  seminar: Seminar
  known: Stored<Enrollment> | undefined
  name: EnrollmentName
  command: EnrollCommand
  spot: Spot
  /** The group that waits together, if it does. */
  waitsWith?: string
  /** Whether somebody else wrote them into the form of a group. */
  inGroup?: boolean
  /** The invitation by which they come, which is counted in the same commit. */
  ticket?: Ticket
}

/** Stores one person's place with everything that follows from it, in one commit. */
export async function storePlace(world: EnrollWorld, placing: Placing): Promise<StoreOutcome> {
  const counts = await countAssociation(placing.seminar, placing.command, 1)
  const writes = await writesOfPlace(world, placing)
  const outcome = await commitWithTicket(world, placing.ticket, [
    ...writes,
    ...writesBesideTheLine(placing.seminar.id, [placing.spot]),
    ...counts,
  ])
  if (outcome.committed) return 'stored'
  const isCount = (i: number) => counts.length > 0 && i === writes.length + writesBeside([placing.spot])
  return outcome.failed.every(isCount) ? 'association-full' : 'changed'
}

/** Enrollment, line entry and mail of one person. */
export async function writesOfPlace(world: EnrollWorld, placing: Placing): Promise<Write[]> {
  const { seminar, known, name, command, spot, inGroup = false } = placing
  const fresh = await freshLink(world.newSecret, { seminarId: seminar.id, id: name.enrollmentId }, 'my')
  const enrollment = newEnrollment(placing, world.now, [fresh.link])
  const link = `${world.origin}/my/${fresh.token}`
  const letter = confirmLetter({
    enrollment,
    seminar,
    ahead: spot.reaches,
    link,
    acknowledgement: '',
    inGroup,
  })
  // Whoever cancelled may send the same form once more, and has to be asked once more.
  const key = `${command.formId}-${spot.number || world.now}`
  return [
    known ? enrollmentShelf.replace(known, enrollment) : enrollmentShelf.create(name, enrollment),
    ...(spot.number > 0 ? [takeNumber(seminar.id, spot.number, enrollment.id)] : []),
    await letterTo(enrollment, { cause: 'confirm', key, letter }, world.now),
    ...(known || command.answers ? await answerWrites(world.table, name, command.answers) : []),
  ]
}

/** Who has no number moves another figure, so that the sweep sees that the line has changed. */
export function writesBesideTheLine(seminarId: string, spots: readonly Spot[]): Write[] {
  const beside = spots.filter(({ number }) => number === 0)
  const kept = beside.filter(({ keptFor }) => keptFor !== '')
  const [first] = kept
  return [
    ...(beside.length > 0 ? [moveLine(seminarId, { beside: beside.length })] : []),
    ...(first ? [moveKept(seminarId, first.keptFor, -kept.length)] : []),
  ]
}

const writesBeside = (spots: readonly Spot[]): number => writesBesideTheLine('', spots).length

const personOf = ({
  firstName,
  lastName,
  email,
  association,
  associationId,
  language,
  note,
  sessions,
}: Applicant): Applicant => ({
  firstName,
  lastName,
  email,
  association,
  associationId,
  language,
  note,
  sessions,
})

function newEnrollment(
  { seminar, known, name, command, spot, waitsWith = '', ticket }: Placing,
  now: Instant,
  links: Enrollment['links'],
): Enrollment {
  return {
    ...personOf(command),
    id: name.enrollmentId,
    seminarId: seminar.id,
    state: 'held',
    standing: spot.standing,
    number: spot.number,
    keptFor: spot.keptFor,
    offeredUntil: null,
    waitsWith,
    enrolledAt: now,
    holdsUntil: later(now, holdHours * hour),
    confirmedAt: null,
    forms: [{ id: command.formId, at: now, standing: spot.standing, reaches: spot.reaches }],
    notice: command.notice,
    links,
    invited: {},
    reminded: {},
    sessionMails: [],
    invitationId: ticket?.facts.id ?? '',
    ...neverCorrected,
    // Where an address was corrected once, others are looked for further on; and what was sent to them before is
    // still theirs to be forgotten.
    addressSince: known?.facts.addressSince ?? null,
    formerMailboxes: known?.facts.formerMailboxes ?? [],
  }
}

type Reminding = {
  seminar: Seminar
  known: Stored<Enrollment>
  command: Pick<EnrollCommand, 'formId'>
  spot: Spot
}

/** A mail to the owner of the address, and to nobody else: what they already have. */
export async function remindOfPlace(world: EnrollWorld, reminding: Reminding): Promise<StoreOutcome> {
  const outcome = await world.table.commit(await writesOfReminder(world, reminding))
  return outcome.committed ? 'stored' : 'changed'
}

/** The known enrollment with the form that came, and the mail about it. */
export async function writesOfReminder(
  world: EnrollWorld,
  { seminar, known, command, spot }: Reminding,
): Promise<Write[]> {
  const { formId } = command
  const fresh = await freshLink(world.newSecret, known.facts, 'my')
  const enrollment: Enrollment = {
    ...known.facts,
    forms: keepForms([
      ...known.facts.forms,
      { id: formId, at: world.now, standing: spot.standing, reaches: spot.reaches },
    ]),
    links: keepLinks([...known.facts.links, fresh.link]),
  }
  const link = `${world.origin}/my/${fresh.token}`
  const ahead = placeAtMost(known.facts, spot)
  const letter = alreadyLetter({ enrollment, seminar, ahead, link, acknowledgement: '' })
  return [
    enrollmentShelf.replace(known, enrollment),
    await letterTo(enrollment, { cause: 'already', key: formId, letter }, world.now),
  ]
}

/** The place in the queue is at most this, as the number drawn in this moment shows; 0 where it shows nothing. */
function placeAtMost({ standing, number }: Enrollment, spot: Spot): number {
  if (standing !== 'waiting' || number === 0 || spot.number === 0) return 0
  if (spot.standing === 'waiting' && spot.reaches === 0) return 0
  return spot.standing === 'seat' ? 1 : Math.max(1, number - (spot.number - spot.reaches))
}
