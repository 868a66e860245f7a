import { sameMailbox } from '../kernel/email-address.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Stored, TableBusy } from '../kernel/table.ts'
import { hour, type Instant, later } from '../kernel/time.ts'
import { isLineFull, readKept, readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { enrollmentWindow, type Seminar } from '../seminar/seminar.ts'
import { type Applicant, type EnrollCommand, type EnrollWorld, holdHours } from './enroll-command.ts'
import type { EnrollmentName } from './enrollment.table.ts'
import { type Enrollment, isLive, type SentForm } from './enrollment.ts'
import { findByAddresses, followAddress, likelyPlace } from './find-by-address.ts'
import { findTicket, type InvitationRefusal, type Ticket } from './invitation/use-invitation.ts'
import { isAssociationFull } from './line/association-count.ts'
import { findSpot, isKeptFor } from './line/find-spot.ts'
import { handNumbersBack } from './line/serve-next.ts'
import { drawMailAllowance } from './mail-allowance.ts'
import { remindOfPlace, storePlace } from './store-place.ts'

export type EnrollRefusal =
  | { code: 'unknown' | 'unavailable' | 'not-yet' | 'over' | 'full' | 'association-full' | 'too-many-mails' }
  | InvitationRefusal

/** Why nobody at all can enroll now. */
type Closed = 'unavailable' | 'not-yet' | 'over' | 'full' | 'association-full'

/** What the page may say to everybody, known or unknown: what the form got, not whose place is where. */
export type Enrolled = Pick<SentForm, 'standing' | 'reaches'> & { seminar: Seminar; holdsUntil: Instant }

/** How often a number may be lost to a sweeper or a twin before the door gives up. */
const mostDraws = 5

/**
 * Takes a place in a seminar: one commit stores the enrollment, its number in the line and the mail that asks for
 * confirmation. The same address gets no second place, and the same form no second mail.
 */
export async function enroll(
  world: EnrollWorld,
  command: EnrollCommand,
): Promise<Result<Enrolled, EnrollRefusal>> {
  const { table, now } = world
  const mailbox = sameMailbox(command.email)
  const address = { seminarId: command.seminarId, mailbox }
  const [storedSeminar, first] = await table.read([
    seminarShelf.place(command.seminarId),
    await likelyPlace(address),
  ])
  if (!storedSeminar) return refuse({ code: 'unknown' })
  const seminar = seminarShelf.decode(storedSeminar).facts
  const { known, name } = await followAddress(table, address, first)
  const sent = formSentBefore(known?.facts, command.formId)
  if (sent) return answerFor(seminar, sent)
  const ticket = await findTicket(table, seminar, { token: command.invitation, now })
  if (!ticket.ok) return ticket
  const closed = await whyClosed(world, seminar, command)
  if (closed) return refuse({ code: closed })
  if (!(await drawMailAllowance(table, mailbox, now))) return refuse({ code: 'too-many-mails' })
  return takePlace(world, { seminar, known, name, command, ticket: ticket.value })
}

/** A form counts as sent only while what it brought still stands: whoever cancelled may send it once more. */
export const formSentBefore = (known: Enrollment | undefined, formId: string): SentForm | undefined =>
  known && isLive(known) ? known.forms.find((form) => form.id === formId) : undefined

/** The same form has the same answer as the first time. */
export const answerFor = (seminar: Seminar, { standing, reaches, at }: Omit<SentForm, 'id'>) =>
  accept({ seminar, standing, reaches, holdsUntil: later(at, holdHours * hour) })

/** Why nobody, known or unknown, can enroll now. */
export async function whyClosed(
  { table, now }: Pick<EnrollWorld, 'table' | 'now'>,
  seminar: Seminar,
  who: Pick<Applicant, 'association' | 'associationId'> & { people?: number },
): Promise<Closed | undefined> {
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return window
  if (await isFullFor({ table, now }, seminar, who)) return 'full'
  return (await isAssociationFull(table, seminar, who)) ? 'association-full' : undefined
}

/** Seats that are kept for an association are not in the line: its people come in although the line is full. */
async function isFullFor(
  { table, now }: Pick<EnrollWorld, 'table' | 'now'>,
  seminar: Seminar,
  { associationId, people = 1 }: Pick<Applicant, 'associationId'> & { people?: number },
): Promise<boolean> {
  if (seminar.places.waitingSize === null || !isLineFull(await readLine(table, seminar.id), seminar))
    return false
  return (
    !isKeptFor(seminar, associationId, now) || (await readKept(table, seminar.id, associationId)) < people
  )
}

type Opening = {
  seminar: Seminar
  known: Stored<Enrollment> | undefined
  name: EnrollmentName
  command: EnrollCommand
  ticket: Ticket
}

async function takePlace(world: EnrollWorld, opening: Opening): Promise<Result<Enrolled, EnrollRefusal>> {
  const { seminar, command } = opening
  const address = { seminarId: seminar.id, mailbox: sameMailbox(command.email) }
  let { known, name, ticket } = opening
  for (let draws = 0; draws < mostDraws; draws++) {
    const spot = await findSpot(world, seminar, command)
    if (spot === 'full') return refuse({ code: 'full' })
    const isTaken = known !== undefined && isLive(known.facts)
    const outcome =
      known && isTaken
        ? await remindOfPlace(world, { seminar, known, command, spot })
        : await storePlace(world, { seminar, known, name, command, spot, ticket })
    if (isTaken || outcome !== 'stored')
      await handNumbersBack(world, seminar.id, { numbers: [spot.number], line: spot.line })
    if (outcome === 'stored') return answerFor(seminar, { ...spot, at: world.now })
    if (outcome === 'association-full') return refuse({ code: outcome })
    // Somebody was faster: the twin of this form, the person themself, or a sweeper. Look again.
    const [found] = await findByAddresses(world.table, [address])
    if (found) ({ known, name } = found)
    const sent = formSentBefore(known?.facts, command.formId)
    if (sent) return answerFor(seminar, sent)
    const again = await findTicket(world.table, seminar, { token: command.invitation, now: world.now })
    if (!again.ok) return again
    ticket = again.value
  }
  throw new TableBusy('no number could be kept')
}
