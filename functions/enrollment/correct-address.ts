import { type EmailAddress, sameMailbox } from '../kernel/email-address.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import { day, hour, type Instant, later } from '../kernel/time.ts'
import { isEmptied } from '../mail/empty-mail.ts'
import { listMailsTo, mailShelf } from '../mail/mail.table.ts'
import { hideTrouble } from '../mail/trouble.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { firstStart, lastEnd, type Seminar } from '../seminar/seminar.ts'
import { addressLetter } from './address.mail.ts'
import { holdHours } from './enroll-command.ts'
import { addressPointerShelf, enrollmentShelf, findEnrollment } from './enrollment.table.ts'
import { type Enrollment, isLive } from './enrollment.ts'
import { type FoundByAddress, findByAddresses } from './find-by-address.ts'
import { letterId, letterTo } from './letter-to.ts'
import { mailboxKey, mailboxShelf } from './link/mailbox.table.ts'
import { freshLink } from './link/personal-link.ts'
import { drawMailAllowance } from './mail-allowance.ts'

/**
 * gone: no place any more · over: the seminar is · same: the address is that already · enrolled: somebody has a place
 * with it · too-many-mails: to the new address, today
 */
export type CorrectRefusal = { code: 'unknown' | 'gone' | 'over' | 'same' | 'enrolled' | 'too-many-mails' }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string; also: readonly Write[] }

/** `formId` names the form that was sent, so that sending it twice is known as such. */
export type CorrectCommand = {
  seminarId: string
  enrollmentId: string
  email: EmailAddress
  formId: string
}

type Correcting = { stored: Stored<Enrollment>; seminar: Seminar; found: FoundByAddress }

const cause = 'address-corrected'

/**
 * A coordinator corrects an address. The place stays where it is, with all that hangs on it; all old links die, and the
 * new address gets a mail with a fresh one. It counts as unconfirmed until its owner confirms, for it may be a
 * stranger's as well. From then on the seminar knows the person by the new address and by no other.
 */
export async function correctAddress(
  world: World,
  command: CorrectCommand,
): Promise<Result<Enrollment, CorrectRefusal>> {
  const { table, now } = world
  const { seminarId, email, formId } = command
  let allowed = false
  for (let attempt = 0; attempt < 3; attempt++) {
    const [stored, seminar] = await Promise.all([
      findEnrollment(table, command),
      seminarShelf.read(table, seminarId),
    ])
    if (!stored || !seminar) return refuse({ code: 'unknown' })
    if (await mailShelf.read(table, await letterId(stored.facts, { cause, key: formId })))
      return accept(stored.facts)
    const [found] = await findByAddresses(table, [{ seminarId, mailbox: sameMailbox(email) }])
    if (!found) throw new Error('every address has a place to lie')
    const correcting = { stored, seminar: seminar.facts, found }
    const code = whyNot(correcting, email, now)
    if (code) return refuse({ code })
    allowed ||= await drawMailAllowance(table, sameMailbox(email), now)
    if (!allowed) return refuse({ code: 'too-many-mails' })
    const corrected = await commitCorrection(world, correcting, command)
    if (corrected) return accept(corrected)
  }
  throw new TableBusy('the enrollment kept changing')
}

function whyNot(
  { stored, seminar, found }: Correcting,
  email: EmailAddress,
  now: Instant,
): CorrectRefusal['code'] | undefined {
  const { facts } = stored
  const end = lastEnd(seminar)
  if (!isLive(facts) || (facts.state === 'held' && now >= facts.holdsUntil)) return 'gone'
  if (seminar.state !== 'published' || (end && now >= end)) return 'over'
  if (facts.email.toLowerCase() === sameMailbox(email)) return 'same'
  return found.known && isLive(found.known.facts) ? 'enrolled' : undefined
}

/** So long after the end somebody who had confirmed can still confirm the new address, and get their certificate. */
const keptAfterEnd = 14 * day

/**
 * Whoever had confirmed keeps the place until the seminar is behind them, for they do not lose it by a typo; others have
 * as long as everybody to confirm. An offered seat waits for nobody longer than that: others would like to have it.
 */
function heldUntil({ state, standing, offeredUntil }: Enrollment, seminar: Seminar, now: Instant): Instant {
  const shortly = later(now, holdHours * hour)
  const kept = later(lastEnd(seminar) ?? seminar.closes, keptAfterEnd)
  const wanted = standing === 'offered' ? offeredUntil : kept
  return state === 'held' || !wanted || wanted < shortly ? shortly : wanted
}

async function commitCorrection(
  world: World,
  { stored, seminar, found }: Correcting,
  { email, formId }: CorrectCommand,
): Promise<Enrollment | undefined> {
  const { table, now } = world
  const before = stored.facts
  const fresh = await freshLink(world.newSecret, before, 'my')
  const corrected: Enrollment = {
    ...before,
    email,
    state: 'held',
    confirmedAt: null,
    holdsUntil: heldUntil(before, seminar, now),
    addressSince: now,
    formerMailboxes: [...new Set([...before.formerMailboxes, await mailboxKey(before.email)])],
    links: [fresh.link],
  }
  const letter = addressLetter({ enrollment: corrected, seminar, link: `${world.origin}/my/${fresh.token}` })
  const outcome = await table.commit([
    enrollmentShelf.replace(stored, corrected),
    pointFrom(found, corrected),
    await letterTo(corrected, { cause, key: formId, letter }, now),
    ...(await leaveMailbox(table, before)),
    ...(await settleMails(table, before)),
    ...(await endWrites(world, seminar)),
    ...world.also,
  ])
  return outcome.committed ? corrected : undefined
}

/** Once a seminar has begun nobody looks at its line any more, unless a place is there that has an end. */
async function endWrites({ table, now }: World, seminar: Seminar): Promise<Write[]> {
  const start = firstStart(seminar)
  return start && now >= start ? [await dueNow(table, { task: 'sweep', seminarId: seminar.id }, now)] : []
}

/** From where the new address lies to the enrollment that has it now; refused when somebody enrolls with it meanwhile. */
const pointFrom = ({ name, known }: FoundByAddress, { id }: Enrollment): Write =>
  known
    ? enrollmentShelf.replace(known, { ...known.facts, continuedAs: id })
    : addressPointerShelf.create(name, { enrollmentId: id })

/** The old mailbox does not open this enrollment any more; the new one does as soon as it is confirmed. */
async function leaveMailbox(table: Table, { email, seminarId, id }: Enrollment): Promise<Write[]> {
  const entry = await mailboxShelf.read(table, { mailbox: await mailboxKey(email), seminarId })
  return entry?.facts.enrollmentId === id ? [mailboxShelf.remove(entry)] : []
}

/** These ask for what the new letter asks for. */
const replaced: readonly string[] = ['confirm', 'already', cause]
/** A commit has room for so many of them; there are never more than a few. */
const mostSettled = 20

/** What is not out yet stays here, and letters that the new one replaces are no trouble any more. */
async function settleMails(table: Table, { id }: Enrollment): Promise<Write[]> {
  const mails = (await listMailsTo(table, id)).filter((mail) => !isEmptied(mail))
  const waiting = mails.filter(({ facts }) => facts.state === 'queued').map(({ facts }) => facts.id)
  const shown = mails.filter(({ facts }) => replaced.includes(facts.cause)).slice(-mostSettled)
  const hidden = await Promise.all(shown.map(({ facts }) => hideTrouble(table, facts)))
  return [...(await withdrawMails(table, waiting.slice(-mostSettled))), ...hidden.flat()]
}
