import * as v from 'valibot'
import { languageSchema } from '../../kernel/language.ts'
import { fingerprint } from '../../kernel/secret.ts'
import { day, type Instant, instantSchema, later } from '../../kernel/time.ts'
import { enrollmentEnd, type Seminar } from '../../seminar/seminar.ts'

/**
 * The ticket into a closed seminar: for one address, or as a link that a number of people may use. Not to be mixed up
 * with a session's invite, which leads people who have a place into the room.
 */
export const invitationSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  kind: v.picklist(['address', 'link']),
  /** Empty for a link. */
  email: v.string(),
  /** What the coordinators call a link; empty for an address. */
  name: v.string(),
  language: languageSchema,
  /** How many people may have a place by it. */
  limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How many have one now. Moves in the very commit that gives or takes the place. */
  used: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When somebody took a place by it last; stays where they gave the place back, as nobody reminds them then. */
  usedAt: v.nullable(instantSchema),
  /** From then on it is good for nothing; null where the seminar's own end of enrollment decides. */
  until: v.nullable(instantSchema),
  open: v.boolean(),
  madeAt: instantSchema,
  /** When its letters were queued: the invitation first, then the reminders. */
  letters: v.array(instantSchema),
  /** Their mails, which lose their sense when the invitation is withdrawn. */
  mails: v.array(v.string()),
})
export type Invitation = v.InferOutput<typeof invitationSchema>

/** Nobody is reminded more often than this. */
export const mostReminders = 2
/** A list or a link is for no more people than this. */
export const mostInvited = 500
/** A reminder by hand leaves people so long in peace after the letter before, also when it is pressed twice. */
const peaceAfterLetter = day

/** One address has one invitation to a seminar, however often it is put on a list: 96 bits of SHA-256. */
export const invitationIdFor = async (seminarId: string, mailbox: string): Promise<string> =>
  (await fingerprint(`invitation|${seminarId}|${mailbox}`)).slice(0, 16)

/** The link that is made of a secret has its id from it, so that making it twice makes it once. */
export const invitationIdOfSecret = async (seminarId: string, secret: string): Promise<string> =>
  (await fingerprint(`invitation-link|${seminarId}|${secret}`)).slice(0, 16)

/** Why an invitation is no way in at this moment; undefined where it is one. */
export function invitationTrouble(
  { open, until, used, limit }: Invitation,
  now: Instant,
): 'invitation-used' | 'invitation-closed' | undefined {
  if (!open || (until !== null && now >= until)) return 'invitation-closed'
  return used >= limit ? 'invitation-used' : undefined
}

/** Why nobody can be invited to this seminar now. */
export function noInvitationsTo(seminar: Seminar, now: Instant): 'not-published' | 'over' | undefined {
  if (seminar.state === 'draft') return 'not-published'
  return seminar.state !== 'published' || now >= enrollmentEnd(seminar) ? 'over' : undefined
}

const lastLetter = ({ letters }: Invitation): Instant | undefined => letters.at(-1)

/** Whether somebody may still be written to: an address, not withdrawn, not used, not reminded often enough. */
const mayBeWrittenTo = ({ kind, open, usedAt, letters }: Invitation): boolean =>
  kind === 'address' && open && usedAt === null && letters.length <= mostReminders

/**
 * When the next letter falls due: the invitation at once, a reminder so many days after the letter before (0 days:
 * never by itself). `asked` is when a coordinator wanted reminders to go out.
 */
export function nextLetterAt(
  invitation: Invitation,
  { days, asked }: { days: number; asked?: Instant | undefined },
): Instant | undefined {
  if (!mayBeWrittenTo(invitation)) return undefined
  const last = lastLetter(invitation)
  if (last === undefined) return invitation.madeAt
  if (asked !== undefined && isRemindable(invitation, asked)) return asked
  return days > 0 ? later(last, days * day) : undefined
}

/** Whether the button reminds them now. */
export function isRemindable(invitation: Invitation, now: Instant): boolean {
  const last = lastLetter(invitation)
  return last !== undefined && mayBeWrittenTo(invitation) && later(last, peaceAfterLetter) <= now
}
