import { addressLetter } from '../enrollment/address.mail.ts'
import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { type Enrollment, isLive, neverCorrected } from '../enrollment/enrollment.ts'
import { type FoundByAddress, findByAddresses } from '../enrollment/find-by-address.ts'
import { letterTo } from '../enrollment/letter-to.ts'
import { freshLink } from '../enrollment/link/personal-link.ts'
import { drawMailAllowance } from '../enrollment/mail-allowance.ts'
import { type EmailAddress, sameMailbox } from '../kernel/email-address.ts'
import type { Language } from '../kernel/language.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId, NewSecret } from '../kernel/secret.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { firstStart, lastEnd, type Seminar } from '../seminar/seminar.ts'
import { readSettledList, whileUnsettled } from './list/confirmed-list.table.ts'
import { byHandWrite } from './record.ts'

/**
 * not-begun: people still enroll themselves · cancelled: it does not take place · enrolled: somebody has a place with
 * that address · too-many-mails: to that address, today
 */
export type AddRefusal = { code: 'unknown' | 'not-begun' | 'cancelled' | 'enrolled' | 'too-many-mails' }

type World = {
  table: Table
  now: Instant
  newId: NewId
  newSecret: NewSecret
  origin: string
  also?: readonly Write[]
}

/** Who was there without being enrolled, for how long in which session, and how the office knows. */
export type AddCommand = {
  seminarId: string
  person: { firstName: string; lastName: string; email: EmailAddress; language: Language }
  minutes: readonly { sessionId: string; minutes: number }[]
  source: string
  /** Mailbox of the staff member. */
  by: string
}

/** So long after the end the owner of the address can confirm it; the certificate waits for that. */
const waitsForOwner = 14 * day

/**
 * Somebody who was there and not enrolled is entered by hand, with minutes and a source. The address may be a
 * stranger's, so its owner is asked first; once they confirm, everything goes on as for everybody. Where two people
 * have put their names to the list of a session, minutes there need a correction of that list.
 */
export async function addByHand(world: World, command: AddCommand): Promise<Result<Enrollment, AddRefusal>> {
  const { table, now } = world
  const mailbox = sameMailbox(command.person.email)
  let allowed = false
  for (let attempt = 0; attempt < 3; attempt++) {
    const seminar = (await seminarShelf.read(table, command.seminarId))?.facts
    if (!seminar) return refuse({ code: 'unknown' })
    if (seminar.state !== 'published' && seminar.state !== 'completed') return refuse({ code: 'cancelled' })
    const start = firstStart(seminar)
    if (!start || now < start) return refuse({ code: 'not-begun' })
    const [found] = await findByAddresses(table, [{ seminarId: seminar.id, mailbox }])
    if (!found) throw new Error('every address has a place to lie')
    if (found.known && isLive(found.known.facts)) return refuse({ code: 'enrolled' })
    allowed ||= await drawMailAllowance(table, mailbox, now)
    if (!allowed) return refuse({ code: 'too-many-mails' })
    const added = await commitAdded(world, { seminar, found, command })
    if (added) return accept(added)
  }
  throw new TableBusy('the enrollment kept changing')
}

type Adding = { seminar: Seminar; found: FoundByAddress; command: AddCommand }

async function commitAdded(world: World, adding: Adding): Promise<Enrollment | undefined> {
  const { table, now, also = [] } = world
  const { seminar, found } = adding
  const { enrollmentId } = found.name
  const fresh = await freshLink(world.newSecret, { seminarId: seminar.id, id: enrollmentId }, 'my')
  const enrollment: Enrollment = { ...addedEnrollment(adding, now), links: [fresh.link] }
  const letter = addressLetter({ enrollment, seminar, link: `${world.origin}/my/${fresh.token}` })
  const outcome = await table.commit([
    found.known
      ? enrollmentShelf.replace(found.known, enrollment)
      : enrollmentShelf.create(found.name, enrollment),
    await letterTo(enrollment, { cause: 'added-by-hand', key: now, letter }, now),
    ...(await minutesWrites(world, adding)),
    // Nobody looks at the line of a seminar that has begun, unless a place is there that has an end.
    await dueNow(table, { task: 'sweep', seminarId: seminar.id }, now),
    ...also,
  ])
  return outcome.committed ? enrollment : undefined
}

function addedEnrollment({ seminar, found, command }: Adding, now: Instant): Enrollment {
  const { source, by, person } = command
  return {
    ...person,
    id: found.name.enrollmentId,
    seminarId: seminar.id,
    // Not confirmed yet, and beside the line: no seat of anybody is taken.
    ...{ state: 'held', standing: 'seat', number: 0, keptFor: '', offeredUntil: null, waitsWith: '' },
    ...{ sessions: [], association: '', associationId: '', note: '', notice: '' },
    enrolledAt: now,
    holdsUntil: later(latest(lastEnd(seminar) ?? now, now), waitsForOwner),
    confirmedAt: null,
    ...{ forms: [], links: [], invited: {}, reminded: {}, sessionMails: [], invitationId: '' },
    ...neverCorrected,
    formerMailboxes: found.known?.facts.formerMailboxes ?? [],
    // As with a corrected address: its owner may confirm it also when the seminar is closed.
    addressSince: now,
    addedByHand: { source, by, at: now },
  }
}

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other)

async function minutesWrites(world: World, { seminar, found, command }: Adding): Promise<Write[]> {
  const { enrollmentId } = found.name
  const known = command.minutes.filter(
    ({ sessionId, minutes }) => minutes > 0 && seminar.sessions.some(({ id }) => id === sessionId),
  )
  const writes = await Promise.all(
    known.map(async ({ sessionId, minutes }) =>
      (await readSettledList(world.table, sessionId))
        ? []
        : [
            byHandWrite(world, { sessionId, enrollmentId, minutes, by: command.by }),
            whileUnsettled(sessionId),
          ],
    ),
  )
  return writes.flat()
}
