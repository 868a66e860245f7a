import { type EmailAddress, sameMailbox } from '../kernel/email-address.ts'
import type { Language } from '../kernel/language.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { fingerprint, type NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import { hour, type Instant, later } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import { mailShelf, queueMail } from '../mail/mail.table.ts'
import { drawNumber, type Line, readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { enrollmentWindow, type Seminar } from '../seminar/seminar.ts'
import { alreadyLetter, confirmLetter } from './enrollment.mail.ts'
import { type EnrollmentName, enrollmentShelf, lineEntryShelf } from './enrollment.table.ts'
import { type Enrollment, enrollmentIdFor, isLive } from './enrollment.ts'
import { drawMailAllowance } from './mail-allowance.ts'
import { freshLink, keepLinks } from './personal-link.ts'
import { serveLine, voidNumber } from './serve-line.ts'

export type EnrollCommand = {
  seminarId: string
  firstName: string
  lastName: string
  email: EmailAddress
  association: string
  associationId: string
  language: Language
  note: string
  /** Names the form that was sent, so that sending it twice is known as such. */
  formId: string
  /** Version of the privacy notice that was shown with the form. */
  notice: string
}

export type EnrollRefusal = { code: 'unknown' | 'unavailable' | 'not-yet' | 'over' | 'too-many-mails' }

/** What the page may say to everybody, known or unknown: how the line stands, not whose place is where. */
export type Enrolled = { seminar: Seminar; line: Line; full: boolean; holdsUntil: Instant }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** An unconfirmed seat is held for so long. */
export const holdHours = 24
/** How often a number may be lost to a sweeper before the door gives up. */
const mostDraws = 5

/**
 * Takes a place in a seminar: one commit stores the enrollment, its number in the line and the mail that asks for
 * confirmation. The same address gets no second place, and the same form no second mail.
 */
export async function enroll(world: World, command: EnrollCommand): Promise<Result<Enrolled, EnrollRefusal>> {
  const { table, now } = world
  const mailbox = sameMailbox(command.email)
  const name = {
    seminarId: command.seminarId,
    enrollmentId: await enrollmentIdFor(command.seminarId, mailbox),
  }
  const [storedSeminar, storedEnrollment, reminded] = await table.read([
    seminarShelf.place(command.seminarId),
    enrollmentShelf.place(name),
    mailShelf.place(await mailId('already', name.enrollmentId, command.formId)),
  ])
  if (!storedSeminar) return refuse({ code: 'unknown' })
  const seminar = seminarShelf.decode(storedSeminar).facts
  const known = storedEnrollment && enrollmentShelf.decode(storedEnrollment)
  if (reminded || known?.facts.formId === command.formId) return answerFor(world, seminar)
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return refuse({ code: window })
  if (!(await drawMailAllowance(table, mailbox, now))) return refuse({ code: 'too-many-mails' })
  return known && isLive(known.facts)
    ? remindOfPlace(world, { seminar, known, formId: command.formId })
    : takePlace(world, { seminar, known, name, command })
}

/** What everybody reads after sending the form: free seats at this moment, or how far the waiting list reaches. */
async function answerFor(
  { table, now }: World,
  seminar: Seminar,
  line?: Line,
): Promise<Result<Enrolled, never>> {
  const present = line ?? (await readLine(table, seminar.id))
  return accept({
    seminar,
    line: present,
    full: present.next > present.serving,
    holdsUntil: later(now, holdHours * hour),
  })
}

type Opening = {
  seminar: Seminar
  known: Stored<Enrollment> | undefined
  name: EnrollmentName
  command: EnrollCommand
}

/** Draws numbers until one is taken; a number is lost only if a sweeper thought its owner had died. */
async function takePlace(world: World, opening: Opening): Promise<Result<Enrolled, EnrollRefusal>> {
  const { seminar, command, name } = opening
  let { known } = opening
  for (let draws = 0; draws < mostDraws; draws++) {
    const line = await drawNumber(world.table, seminar.id)
    const outcome = await commitPlace(world, { ...opening, known }, line)
    if (outcome.committed) return answerFor(world, seminar, line)
    // Somebody was faster: the twin of this form, or a sweeper. Our number goes back into the line either way.
    await voidNumber(world.table, { seminarId: seminar.id, number: line.next })
    await serveLine(world, seminar.id)
    known = await enrollmentShelf.read(world.table, name)
    if (known?.facts.formId === command.formId) return answerFor(world, seminar)
    if (known && isLive(known.facts)) return remindOfPlace(world, { seminar, known, formId: command.formId })
  }
  throw new TableBusy('no number could be kept')
}

async function commitPlace(world: World, { seminar, known, name, command }: Opening, line: Line) {
  const { seminarId: _, ...person } = command
  const number = line.next
  const fresh = await freshLink(world.newSecret, { seminarId: seminar.id, id: name.enrollmentId }, 'my')
  const enrollment: Enrollment = {
    ...person,
    id: name.enrollmentId,
    seminarId: seminar.id,
    state: 'held',
    number,
    told: number <= line.serving ? 'seat' : 'waiting',
    enrolledAt: world.now,
    holdsUntil: later(world.now, holdHours * hour),
    confirmedAt: null,
    links: [fresh.link],
    invited: {},
    reminded: {},
  }
  const letter = confirmLetter({
    enrollment,
    seminar,
    line,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: '',
  })
  return world.table.commit([
    known ? enrollmentShelf.replace(known, enrollment) : enrollmentShelf.create(name, enrollment),
    lineEntryShelf.create(
      { seminarId: seminar.id, number },
      { number, enrollmentId: enrollment.id, void: false, passed: false },
    ),
    await mailTo(world, enrollment, 'confirm', letter, `${command.formId}-${number}`),
  ])
}

/** The same page as for anybody else, and a mail to the owner of the address: what they already have. */
async function remindOfPlace(
  world: World,
  { seminar, known, formId }: { seminar: Seminar; known: Stored<Enrollment>; formId: string },
): Promise<Result<Enrolled, never>> {
  const line = await readLine(world.table, seminar.id)
  const fresh = await freshLink(world.newSecret, known.facts, 'my')
  const enrollment: Enrollment = { ...known.facts, links: keepLinks([...known.facts.links, fresh.link]) }
  const link = `${world.origin}/my/${fresh.token}`
  const letter = alreadyLetter({ enrollment, seminar, line, link, acknowledgement: '' })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(known, enrollment),
    await mailTo(world, enrollment, 'already', letter, formId),
  ])
  const mailExists = !outcome.committed && outcome.failed.includes(1)
  if (outcome.committed || mailExists) return answerFor(world, seminar, line)
  // The person (or an invite) acted between reading and writing: look again and tell them what is true now.
  const again = await enrollmentShelf.read(world.table, {
    seminarId: seminar.id,
    enrollmentId: enrollment.id,
  })
  return again ? remindOfPlace(world, { seminar, known: again, formId }) : answerFor(world, seminar, line)
}

const mailId = async (cause: string, enrollmentId: string, form: string): Promise<string> =>
  (await fingerprint(`${cause}|${enrollmentId}|${form}`)).slice(0, 22)

/** No name in the address line either: it was typed by whoever filled in the form. */
const mailTo = async (
  world: World,
  enrollment: Enrollment,
  cause: string,
  letter: Letter,
  form: string,
): Promise<Write> =>
  queueMail(
    {
      id: await mailId(cause, enrollment.id, form),
      to: { name: '', address: enrollment.email },
      letter,
      cause,
      seminarId: enrollment.seminarId,
    },
    world.now,
  )
