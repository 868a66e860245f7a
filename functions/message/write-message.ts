import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { type Enrollment, isProven } from '../enrollment/enrollment.ts'
import { letterId, letterTo } from '../enrollment/letter-to.ts'
import { readEnrollments } from '../enrollment/link/mailbox.table.ts'
import { freshLink, keepLinks } from '../enrollment/link/personal-link.ts'
import { drawHeldAllowance } from '../enrollment/mail-allowance.ts'
import type { DueWork } from '../kernel/due-work.ts'
import { parseEmailAddress, sameMailbox } from '../kernel/email-address.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { day, type Instant, instantFrom, later, millisecondsOf, minute } from '../kernel/time.ts'
import { mailShelf } from '../mail/mail.table.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { mayBeWrittenTo } from './find-recipients.ts'
import { addressedAs, messageLetter } from './message.mail.ts'
import { type MessageName, messageForgottenAt, messageShelf, recipientsShelf } from './message.table.ts'
import { type Message, textFor } from './message.ts'

export type WriteMessageWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** The note of a message remembers the lot that comes next, and whether somebody was passed over in this round. */
type Memory = DueWork['seen']
type Round = { again: Instant; seen: Memory }

/** Whoever was not reached by then is not written to any more; an unconfirmed place has long expired. */
const givesUpAfter = 7 * day

/** Names the one mail that each person gets of a message. */
export const messageMailId = (enrollmentId: string, messageId: string): Promise<string> =>
  letterId({ id: enrollmentId }, { cause: 'message', key: messageId })

/**
 * Writes a message to the next lot of its people, each in a commit of their own under an id that follows from message
 * and person: whoever dies here loses nobody and doubles nobody. Answers when and where to go on; undefined when all
 * letters are queued.
 */
export async function writeMessage(
  world: WriteMessageWorld,
  { seminarId, messageId, seen }: MessageName & { seen: Memory },
): Promise<Round | undefined> {
  const { table, now } = world
  const message = await messageShelf.read(table, { seminarId, messageId })
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!message || !seminar || message.facts.writtenAt) return undefined
  const lot = seen.lot?.[0] ?? 0
  const recipients = await recipientsShelf.read(table, { messageId, lot })
  if (!recipients) return endRound(world, message, seen)
  const letters = {
    message: message.facts,
    seminar,
    acknowledgement: rememberAcknowledgements(world, seminar),
  }
  const outcomes = await writeLot(world, letters, recipients.facts.enrollmentIds)
  return {
    again: now,
    seen: {
      lot: [lot + 1],
      ...((seen.late || outcomes.has('late')) && { late: [1] }),
      ...((seen.missed || outcomes.has('missed')) && { missed: [1] }),
    },
  }
}

/** All lots were gone through. Whoever was passed over gets another round; those who have their mail are left alone. */
async function endRound(
  { table, now }: WriteMessageWorld,
  message: Stored<Message>,
  { late, missed }: Memory,
): Promise<Round | undefined> {
  const isLastRound = now >= later(message.facts.sentAt, givesUpAfter)
  if (missed && !isLastRound) return { again: later(now, minute), seen: {} }
  if (late && !isLastRound) return { again: tomorrow(now), seen: {} }
  const written: Message = { ...message.facts, writtenAt: now }
  await table.commit([
    messageShelf.replace(message, written, { expires: messageForgottenAt(written.sentAt) }),
  ])
  return undefined
}

/** The allowance of the next day (UTC, as it is counted). */
const tomorrow = (now: Instant): Instant => instantFrom((Math.floor(millisecondsOf(now) / day) + 1) * day)

type Letters = {
  message: Message
  seminar: Seminar
  acknowledgement: (language: Enrollment['language']) => Promise<string>
}

/** The funder's sentence is the same for everybody who reads the same language. */
function rememberAcknowledgements({ table }: WriteMessageWorld, { phaseId }: Seminar) {
  const known = new Map<Enrollment['language'], Promise<string>>()
  return (language: Enrollment['language']): Promise<string> => {
    const found = known.get(language) ?? readAcknowledgement(table, phaseId, language)
    known.set(language, found)
    return found
  }
}

/** skipped: not enrolled any more, or has it already · late: today's mails are used up · missed: acted just now */
type Outcome = 'queued' | 'skipped' | 'late' | 'missed'

async function writeLot(
  world: WriteMessageWorld,
  letters: Letters,
  enrollmentIds: readonly string[],
): Promise<Set<Outcome>> {
  const { table } = world
  const { id: messageId, seminarId } = letters.message
  const mailIds = await Promise.all(enrollmentIds.map((id) => messageMailId(id, messageId)))
  const [people, mails] = await Promise.all([
    readEnrollments(
      table,
      enrollmentIds.map((enrollmentId) => enrollmentShelf.place({ seminarId, enrollmentId })),
    ),
    table.read(mailIds.map((id) => mailShelf.place(id))),
  ])
  const open = new Set(enrollmentIds.filter((_, i) => !mails[i]))
  const outcomes = new Set<Outcome>()
  for (const stored of people)
    if (open.has(stored.facts.id)) outcomes.add(await writeToOne(world, letters, stored))
  return outcomes
}

async function writeToOne(
  world: WriteMessageWorld,
  letters: Letters,
  stored: Stored<Enrollment>,
): Promise<Outcome> {
  const { table } = world
  if (!mayBeWrittenTo(stored.facts, letters.message.audience)) return 'skipped'
  if (!(await mayHaveMail(world, stored.facts))) return 'late'
  for (let attempt = 0; attempt < 3; attempt++) {
    const { seminarId, id: enrollmentId } = stored.facts
    const person = attempt === 0 ? stored : await enrollmentShelf.read(table, { seminarId, enrollmentId })
    if (!person || !mayBeWrittenTo(person.facts, letters.message.audience)) return 'skipped'
    const outcome = await commitLetter(world, letters, person)
    if (outcome.committed) return 'queued'
    // The mail is there: another worker was faster.
    if (outcome.failed.includes(1)) return 'skipped'
  }
  return 'missed'
}

/**
 * An unconfirmed address may be a stranger's, so it gets only so many mails a day (promise 6), and one of them is left
 * for what its owner asks for.
 */
async function mayHaveMail({ table, now }: WriteMessageWorld, person: Enrollment): Promise<boolean> {
  if (isProven(person)) return true
  const address = parseEmailAddress(person.email)
  return address !== undefined && drawHeldAllowance(table, sameMailbox(address), now)
}

/** The enrollment is written too, so that nobody is written to who cancels or is forgotten in this very moment. */
async function commitLetter(
  world: WriteMessageWorld,
  { message, seminar, acknowledgement }: Letters,
  stored: Stored<Enrollment>,
) {
  const before = stored.facts
  const text = textFor(message.texts, before.language)
  const fresh = message.withButton ? await freshLink(world.newSecret, before, 'my') : undefined
  const letter = messageLetter({
    ...addressedAs(before),
    seminar,
    text,
    link: fresh ? `${world.origin}/my/${fresh.token}` : '',
    acknowledgement: await acknowledgement(text.language),
    files: message.files,
  })
  const enrollment = fresh ? { ...before, links: keepLinks([...before.links, fresh.link]) } : before
  return world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'message', key: message.id, letter }, world.now),
  ])
}
