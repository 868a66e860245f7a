import { type EmailAddress, sameMailbox } from '../kernel/email-address.ts'
import type { Language } from '../kernel/language.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy } from '../kernel/table.ts'
import { hour, type Instant, later } from '../kernel/time.ts'
import { drawNumber, type Line, readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { enrollmentWindow, type Seminar } from '../seminar/seminar.ts'
import { answerWrites } from './answer-writes.ts'
import type { AnswerSheet } from './answers.ts'
import { alreadyLetter, confirmLetter } from './enrollment.mail.ts'
import { type EnrollmentName, enrollmentShelf, lineEntryShelf } from './enrollment.table.ts'
import { type Enrollment, enrollmentIdFor, isLive, keepForms, type SentForm } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { drawMailAllowance } from './mail-allowance.ts'
import { freshLink, keepLinks } from './personal-link.ts'
import { handNumberBack } from './serve-line.ts'

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
  /** What was answered to the seminar's own questions; it lies beside the enrollment. */
  answers?: AnswerSheet
}

export type EnrollRefusal = { code: 'unknown' | 'unavailable' | 'not-yet' | 'over' | 'too-many-mails' }

/** What the page may say to everybody, known or unknown: how the line stands, not whose place is where. */
export type Enrolled = { seminar: Seminar; line: Line; full: boolean; holdsUntil: Instant }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** An unconfirmed seat is held for so long. */
const holdHours = 24
/** How often a number may be lost to a sweeper or a twin before the door gives up. */
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
  const [storedSeminar, storedEnrollment] = await table.read([
    seminarShelf.place(command.seminarId),
    enrollmentShelf.place(name),
  ])
  if (!storedSeminar) return refuse({ code: 'unknown' })
  const seminar = seminarShelf.decode(storedSeminar).facts
  const known = storedEnrollment && enrollmentShelf.decode(storedEnrollment)
  const sent = formSentBefore(known, command.formId)
  if (sent) return answerAgain(world, seminar, sent)
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return refuse({ code: window })
  if (!(await drawMailAllowance(table, mailbox, now))) return refuse({ code: 'too-many-mails' })
  return takePlace(world, { seminar, known, name, command })
}

/** A form counts as sent only while what it brought still stands: whoever cancelled may send it once more. */
const formSentBefore = (known: Stored<Enrollment> | undefined, formId: string): SentForm | undefined =>
  known && isLive(known.facts) ? known.facts.forms.find((form) => form.id === formId) : undefined

/** Free seats at the moment of the drawing, or how far the waiting list reached then. */
const answerFor = (seminar: Seminar, line: Line, sentAt: Instant) =>
  accept({ seminar, line, full: line.next > line.serving, holdsUntil: later(sentAt, holdHours * hour) })

/** The same form has the same answer as the first time: the number drawn for it, and the hold that began then. */
async function answerAgain(
  { table }: World,
  seminar: Seminar,
  { number, at }: SentForm,
): Promise<Result<Enrolled, never>> {
  const { serving } = await readLine(table, seminar.id)
  return answerFor(seminar, { next: number, serving }, at)
}

type Opening = {
  seminar: Seminar
  known: Stored<Enrollment> | undefined
  name: EnrollmentName
  command: EnrollCommand
}

/**
 * Draws a number for every form, also for an address that has a place already: so the answer, its time and what
 * others see of the line do not tell whether the address was known. The number that is not needed goes back at once.
 */
async function takePlace(world: World, opening: Opening): Promise<Result<Enrolled, EnrollRefusal>> {
  const { seminar, command, name } = opening
  let { known } = opening
  for (let draws = 0; draws < mostDraws; draws++) {
    const line = await drawNumber(world.table, seminar.id)
    const isTaken = known !== undefined && isLive(known.facts)
    const committed =
      known && isTaken
        ? await commitReminder(world, { ...opening, known }, line)
        : await commitPlace(world, { ...opening, known }, line)
    if (isTaken || !committed) await handNumberBack(world, { seminarId: seminar.id, number: line.next })
    if (committed) return answerFor(seminar, line, world.now)
    // Somebody was faster: the twin of this form, the person themself, or a sweeper. Look again.
    known = await enrollmentShelf.read(world.table, name)
    const sent = formSentBefore(known, command.formId)
    if (sent) return answerAgain(world, seminar, sent)
  }
  throw new TableBusy('no number could be kept')
}

async function commitPlace(
  world: World,
  { seminar, known, name, command }: Opening,
  line: Line,
): Promise<boolean> {
  const { seminarId: _, formId, answers, ...person } = command
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
    forms: [{ id: formId, number, at: world.now }],
    links: [fresh.link],
    invited: {},
    reminded: {},
    sessionMails: [],
  }
  const link = `${world.origin}/my/${fresh.token}`
  const letter = confirmLetter({ enrollment, seminar, line, link, acknowledgement: '' })
  const outcome = await world.table.commit([
    known ? enrollmentShelf.replace(known, enrollment) : enrollmentShelf.create(name, enrollment),
    lineEntryShelf.create(
      { seminarId: seminar.id, number },
      { number, enrollmentId: enrollment.id, void: false, passed: false },
    ),
    await letterTo(enrollment, { cause: 'confirm', key: `${formId}-${number}`, letter }, world.now),
    ...(known || answers ? await answerWrites(world.table, name, answers) : []),
  ])
  return outcome.committed
}

/** A mail to the owner of the address, and to nobody else: what they already have. */
async function commitReminder(
  world: World,
  { seminar, known, command }: Opening & { known: Stored<Enrollment> },
  line: Line,
): Promise<boolean> {
  const { formId } = command
  const fresh = await freshLink(world.newSecret, known.facts, 'my')
  const enrollment: Enrollment = {
    ...known.facts,
    forms: keepForms([...known.facts.forms, { id: formId, number: line.next, at: world.now }]),
    links: keepLinks([...known.facts.links, fresh.link]),
  }
  const link = `${world.origin}/my/${fresh.token}`
  const letter = alreadyLetter({ enrollment, seminar, line, link, acknowledgement: '' })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(known, enrollment),
    await letterTo(enrollment, { cause: 'already', key: formId, letter }, world.now),
  ])
  return outcome.committed
}
