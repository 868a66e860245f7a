import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { isEmptied } from '../mail/empty-mail.ts'
import { mailShelf, recipientOf } from '../mail/mail.table.ts'
import type { Mail, MailState } from '../mail/mail.ts'
import { hideTrouble } from '../mail/trouble.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { enrollmentShelf, findEnrollment } from './enrollment.table.ts'
import { type Enrollment, isProven } from './enrollment.ts'
import { type Senseless, whySenseless } from './letter-sense.ts'
import { letterId, letterTo } from './letter-to.ts'
import { withFreshLinks } from './link/letter-links.ts'
import { keepLinks } from './link/personal-link.ts'
import { drawMailAllowance } from './mail-allowance.ts'

/**
 * on-its-way: it goes out by itself · unwanted: the person complained about it · unconfirmed: it calls by name, and the
 * address is not confirmed yet · too-many-mails: for an unconfirmed address, today
 */
export type AgainRefusal = {
  code: Senseless | 'unknown' | 'on-its-way' | 'unwanted' | 'unconfirmed' | 'too-many-mails'
}

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string; also: readonly Write[] }

/** `formId` names the button that was pressed, so that pressing it twice is known as such. */
export type AgainCommand = { seminarId: string; enrollmentId: string; mailId: string; formId: string }

type Found = { mail: Stored<Mail>; enrollment: Stored<Enrollment>; seminar: Seminar }

/**
 * Sends a letter once more: the same words in a new mail to the address as it is now, with fresh personal links. One
 * commit with the enrollment that keeps the links; the old mail is no trouble any more.
 */
export async function sendAgain(world: World, command: AgainCommand): Promise<Result<null, AgainRefusal>> {
  const key = `again|${command.mailId}|${command.formId}`
  let allowed = false
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await find(world.table, command)
    if (!found) return refuse({ code: 'unknown' })
    const enrollment = found.enrollment.facts
    const cause = found.mail.facts.cause
    if (await mailShelf.read(world.table, await letterId(enrollment, { cause, key }))) return accept(null)
    const code = whyNot(found, world.now)
    if (code) return refuse({ code })
    // An unconfirmed address may be a stranger's, also where a coordinator writes to it (promise 6).
    allowed ||=
      isProven(enrollment) ||
      (await drawMailAllowance(world.table, enrollment.email.toLowerCase(), world.now))
    if (!allowed) return refuse({ code: 'too-many-mails' })
    if (await commitAgain(world, found, key)) return accept(null)
  }
  throw new TableBusy('the enrollment kept changing')
}

async function find(
  table: Table,
  { seminarId, enrollmentId, mailId }: AgainCommand,
): Promise<Found | undefined> {
  if (recipientOf(mailId) !== enrollmentId) return undefined
  const [enrollment, seminar, mail] = await Promise.all([
    findEnrollment(table, { seminarId, enrollmentId }),
    seminarShelf.read(table, seminarId),
    mailShelf.read(table, mailId),
  ])
  if (!enrollment || !seminar || !mail || isEmptied(mail) || mail.facts.seminarId !== seminarId)
    return undefined
  return { mail, enrollment, seminar: seminar.facts }
}

const notYetOut: readonly MailState[] = ['queued', 'sending', 'unknown']

/** Why a mail cannot be sent once more; undefined where it can. The page asks as well, to show no button in vain. */
export function whyNotAgain(
  facts: { mail: Mail; enrollment: Enrollment; seminar: Seminar },
  now: Instant,
): Exclude<AgainRefusal['code'], 'unknown' | 'too-many-mails'> | undefined {
  const { mail, enrollment } = facts
  if (notYetOut.includes(mail.state)) return 'on-its-way'
  if (mail.state === 'complained') return 'unwanted'
  const senseless = whySenseless(facts, now)
  if (senseless) return senseless
  // Only letters to confirmed addresses bear the name in the address line, and only these call by name.
  return !isProven(enrollment) && mail.to.name !== '' ? 'unconfirmed' : undefined
}

const whyNot = ({ mail, enrollment, seminar }: Found, now: Instant) =>
  whyNotAgain({ mail: mail.facts, enrollment: enrollment.facts, seminar }, now)

async function commitAgain(world: World, found: Found, key: string): Promise<boolean> {
  const { table, now, also } = world
  const { seminar } = found
  const [mail, before] = [found.mail.facts, found.enrollment.facts]
  const { letter, links } = await withFreshLinks(world, { mail, enrollment: before, seminar })
  const enrollment: Enrollment = {
    ...before,
    links: keepLinks([...before.links, ...links]),
    // It loses its sense with the cancellation, as the one before.
    sessionMails: before.sessionMails.includes(mail.id)
      ? [...before.sessionMails, await letterId(before, { cause: mail.cause, key })]
      : before.sessionMails,
  }
  const { cause, notAfter, sessionId } = mail
  const outcome = await table.commit([
    enrollmentShelf.replace(found.enrollment, enrollment),
    await letterTo(enrollment, { cause, key, letter, sessionId, ...(notAfter && { notAfter }) }, now),
    ...(await hideTrouble(table, mail)),
    ...also,
  ])
  return outcome.committed
}
