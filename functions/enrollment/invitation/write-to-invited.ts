import { parseEmailAddress, sameMailbox } from '../../kernel/email-address.ts'
import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import type { Stored, Table } from '../../kernel/table.ts'
import { day, type Instant, instantFrom, later, millisecondsOf, minute } from '../../kernel/time.ts'
import { queueMail } from '../../mail/mail.table.ts'
import { readAcknowledgement } from '../../programme/acknowledgement.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { enrollmentEnd, lastEnd, type Seminar } from '../../seminar/seminar.ts'
import { findByAddresses } from '../find-by-address.ts'
import { drawInvitationAllowance } from '../mail-allowance.ts'
import { forgetInvitations } from './forget-invitations.ts'
import { invitationLetter } from './invitation.mail.ts'
import { invitationLinkShelf, invitationShelf, listInvitations } from './invitation.table.ts'
import { type Invitation, mostReminders, nextLetterAt } from './invitation.ts'

export type InvitationMailWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** Addresses of people who did not come are kept so long after the last date, and not longer. */
const keptAfterSeminar = 14 * day

/**
 * Writes to everybody whose invitation or reminder is due, each in a commit of their own, so that a run that dies is
 * simply repeated. Nobody is written to who has enrolled, or once enrollment is over. Answers when to look again;
 * undefined when there is nothing more to come. `asked`: when a coordinator wanted reminders.
 */
export async function writeToInvited(
  world: InvitationMailWorld,
  { seminarId, asked }: { seminarId: string; asked?: Instant | undefined },
): Promise<Instant | undefined> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  const invitations = seminar ? await listInvitations(world.table, seminarId) : []
  if (!seminar || invitations.length === 0) return undefined
  const forgetsAt = later(lastEnd(seminar) ?? seminar.closes, keptAfterSeminar)
  if (world.now >= forgetsAt) {
    await forgetInvitations(world, seminarId)
    return undefined
  }
  const soonest = canBeFollowed(seminar, world.now)
    ? await writeLetters(world, seminar, invitations, asked)
    : []
  return [forgetsAt, ...soonest].sort()[0]
}

/** A letter after the end of enrollment, or to a seminar that is not shown, would lead nowhere. */
const canBeFollowed = (seminar: Seminar, now: Instant): boolean =>
  seminar.state === 'published' && now < enrollmentEnd(seminar)

/** Answers when each of those who may still be written to is next. */
async function writeLetters(
  world: InvitationMailWorld,
  seminar: Seminar,
  invitations: readonly Stored<Invitation>[],
  asked: Instant | undefined,
): Promise<Instant[]> {
  const days = seminar.remindsInvitedAfterDays
  // The number of days may be changed at any time, so it is looked at every day.
  const soonest: Instant[] = [later(world.now, day)]
  for (const invitation of invitations) {
    const due = nextLetterAt(invitation.facts, { days, asked })
    if (due === undefined) continue
    const next = due > world.now ? due : await writeOne(world, { seminar, invitation })
    if (next !== undefined) soonest.push(next)
  }
  return soonest
}

type Letter = { seminar: Seminar; invitation: Stored<Invitation> }

/** Writes one letter; answers when to look at this person again. */
async function writeOne(world: InvitationMailWorld, letter: Letter): Promise<Instant | undefined> {
  const { table, now } = world
  const address = parseEmailAddress(letter.invitation.facts.email)
  if (!address || (await hasEnrolled(table, letter.seminar.id, sameMailbox(address)))) return undefined
  if (!(await drawInvitationAllowance(table, sameMailbox(address), now))) return tomorrow(now)
  const written = await commitLetter(world, letter)
  // Somebody used, withdrew or wrote to it in this moment: look again.
  if (!written) return later(now, minute)
  return nextLetterAt(written, { days: letter.seminar.remindsInvitedAfterDays })
}

/** The allowance of the next day (UTC, as it is counted). */
const tomorrow = (now: Instant): Instant => instantFrom((Math.floor(millisecondsOf(now) / day) + 1) * day)

/** Whoever enrolled is not reminded any more, also when they have cancelled or never confirmed since. */
async function hasEnrolled(table: Table, seminarId: string, mailbox: string): Promise<boolean> {
  const [found] = await findByAddresses(table, [{ seminarId, mailbox }])
  return found?.known !== undefined
}

/** The letter, its token and the mark on the invitation in one; each letter of each invitation exists once. */
async function commitLetter(
  { table, now, newSecret, origin }: InvitationMailWorld,
  { seminar, invitation }: Letter,
): Promise<Invitation | undefined> {
  const { id, letters, mails, language, email, madeAt } = invitation.facts
  const token = newSecret()
  const kind = letters.length === 0 ? 'invitation' : 'reminder'
  const mailId = (await fingerprint(`${kind}|${seminar.id}|${id}|${madeAt}|${letters.length}`)).slice(0, 22)
  const letter = invitationLetter({
    seminar,
    language,
    now,
    kind,
    isLast: letters.length >= mostReminders,
    link: `${origin}/seminars/${seminar.slug}/enroll?invitation=${token}`,
    acknowledgement: await readAcknowledgement(table, seminar.phaseId, language),
  })
  const written: Invitation = {
    ...invitation.facts,
    letters: [...letters, now],
    mails: [...mails, mailId],
  }
  const cause = kind === 'invitation' ? 'invitation' : 'invitation-reminder'
  const to = { name: '', address: email }
  const outcome = await table.commit([
    invitationShelf.replace(invitation, written),
    invitationLinkShelf.create(
      { seminarId: seminar.id, hash: await fingerprint(token) },
      { invitationId: id },
    ),
    queueMail(
      { id: mailId, to, letter, cause, seminarId: seminar.id, notAfter: enrollmentEnd(seminar) },
      now,
    ),
  ])
  return outcome.committed ? written : undefined
}
