import * as v from 'valibot'
import { languageSchema } from '../kernel/language.ts'
import { fingerprint } from '../kernel/secret.ts'
import { type Instant, instantSchema } from '../kernel/time.ts'
import type { Line } from '../seminar/line.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { type Changes, changesThat } from '../seminar/session-changes.ts'

/**
 * held: the address is not confirmed yet · confirmed · cancelled: by the person, or with the seminar · expired: not
 * confirmed in time · lapsed: an offered seat was not accepted in time · declined: by a coordinator · erased: the
 * person wanted to be forgotten; nothing is left that says who it was
 */
export const enrollmentStates = [
  'held',
  'confirmed',
  'cancelled',
  'expired',
  'lapsed',
  'declined',
  'erased',
] as const

/**
 * Where somebody stands. applied: a coordinator has not decided yet · waiting: in the queue · offered: a seat is kept
 * until they accept it · seat
 */
export const standings = ['applied', 'waiting', 'offered', 'seat'] as const
export type Standing = (typeof standings)[number]

/** What a personal link opens: the personal page, or the door of one session. */
const personalLinkSchema = v.object({
  /** SHA-256 of the secret in the link. */
  hash: v.string(),
  opens: v.picklist(['my', 'join']),
  /** Empty for the personal page. */
  sessionId: v.string(),
})
export type PersonalLink = v.InferOutput<typeof personalLinkSchema>

/** A form that came: which one, when, and what the page answered, so that it can answer the same again. */
const sentFormSchema = v.object({
  id: v.string(),
  at: instantSchema,
  standing: v.picklist(standings),
  /** How far the waiting list reached with the number that was drawn for it; 0 where there was a seat. */
  reaches: v.number(),
})
export type SentForm = v.InferOutput<typeof sentFormSchema>

/** An enrollment remembers so many forms: three come a day, and a repetition comes within a day. */
const mostForms = 6
export const keepForms = (forms: readonly SentForm[]): SentForm[] => forms.slice(-mostForms)

/** One person in one seminar. The id follows from seminar and address, so one address has one place. */
export const enrollmentSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  state: v.picklist(enrollmentStates),
  standing: v.picklist(standings),
  /** The number in the line; 0 for who stands beside it: kept seats, applications, groups that wait together. */
  number: v.number(),
  /** The association whose kept seat this is; empty for seats of the line. */
  keptFor: v.string(),
  /** Until then an offered seat can be accepted; null where none is offered. */
  offeredUntil: v.nullable(instantSchema),
  /** The group that takes seats only all together, while it waits for them; otherwise empty. */
  waitsWith: v.string(),
  /** Sessions that were chosen; empty means all. */
  sessions: v.array(v.string()),
  firstName: v.string(),
  lastName: v.string(),
  email: v.string(),
  association: v.string(),
  /** Empty where the association is not a member. */
  associationId: v.string(),
  language: languageSchema,
  note: v.string(),
  enrolledAt: instantSchema,
  /** Until then an unconfirmed seat is held. */
  holdsUntil: instantSchema,
  confirmedAt: v.nullable(instantSchema),
  /** Forms that were sent with this address, so that a repetition is known as such. */
  forms: v.array(sentFormSchema),
  /** Version of the privacy notice that was shown. */
  notice: v.string(),
  links: v.array(personalLinkSchema),
  /** Sessions for which an invite or a reminder was queued, and when. */
  invited: v.record(v.string(), instantSchema),
  reminded: v.record(v.string(), instantSchema),
  /** Until when they were told of changed dates. */
  toldOfChangesUntil: v.optional(instantSchema),
  /** Their mails, which lose their sense when the person cancels. */
  sessionMails: v.array(v.string()),
  /** The invitation by which they came; empty for most. */
  invitationId: v.optional(v.string(), ''),
  /** When a coordinator last corrected the address that stood here; null where that never happened. */
  addressSince: v.optional(v.nullable(instantSchema), null),
  /** SHA-256 of the mailboxes it had before, so that what was sent there is found when somebody wants to be forgotten. */
  formerMailboxes: v.optional(v.array(v.string()), []),
  /** Another enrollment has this one's address now, because a coordinator corrected it to that; otherwise empty. */
  continuedAs: v.optional(v.string(), ''),
  /** The office entered them when the seminar had begun: who (a mailbox) did, when, and how they know. */
  addedByHand: v.optional(v.object({ source: v.string(), by: v.string(), at: instantSchema })),
})
export type Enrollment = v.InferOutput<typeof enrollmentSchema>

/** As long as no coordinator has corrected the address. */
export const neverCorrected = { addressSince: null, formerMailboxes: [] as string[], continuedAs: '' }

/** The entry of a number in the line: whose it is, whether it still stands, and whether its seat was passed on. */
export const lineEntrySchema = v.object({
  number: v.number(),
  /** Empty for a number that was drawn and never used. */
  enrollmentId: v.string(),
  void: v.boolean(),
  passed: v.boolean(),
})
export type LineEntry = v.InferOutput<typeof lineEntrySchema>

/** The same person in the same seminar always has the same id: 96 bits of SHA-256. */
export const enrollmentIdFor = async (seminarId: string, mailbox: string): Promise<string> =>
  (await fingerprint(`${seminarId}|${mailbox}`)).slice(0, 16)

export const isLive = (enrollment: Enrollment): boolean =>
  enrollment.state === 'held' || enrollment.state === 'confirmed'

/** Whether the owner of the address has confirmed it; before, it may be a stranger's. */
export const isProven = (enrollment: Enrollment): boolean => enrollment.confirmedAt !== null

/**
 * Whether the address can be confirmed now. Whoever has a corrected one may do so even when the seminar is closed: they
 * were there under the old one, and the certificate waits for them.
 */
export function mayConfirm(enrollment: Enrollment, seminar: Seminar, now: Instant): boolean {
  if (enrollment.state !== 'held' || now >= enrollment.holdsUntil) return false
  if (seminar.state === 'completed') return enrollment.addressSince !== null && enrollment.standing === 'seat'
  return seminar.state === 'published'
}

export const hasSeat = (enrollment: Enrollment): boolean =>
  isLive(enrollment) && enrollment.standing === 'seat'

/** Whether the line has come to somebody who waits, and they are to be told. */
export const isCalled = (enrollment: Enrollment, line: Line): boolean =>
  isLive(enrollment) &&
  enrollment.standing === 'waiting' &&
  enrollment.number > 0 &&
  enrollment.number <= line.serving

/** Whether somebody takes part in that session. */
export const attends = ({ sessions }: Pick<Enrollment, 'sessions'>, sessionId: string): boolean =>
  sessions.length === 0 || sessions.includes(sessionId)

/** The seminar as one person takes part in it: all sessions, or those that they chose. */
export const chosenPart = (seminar: Seminar, { sessions }: Pick<Enrollment, 'sessions'>): Seminar =>
  sessions.length === 0
    ? seminar
    : {
        ...seminar,
        sessions: seminar.sessions.filter(({ id }) => attends({ sessions }, id)),
        cancelledSessions: seminar.cancelledSessions.filter(({ id }) => attends({ sessions }, id)),
      }

export const fullName = (person: { firstName: string; lastName: string }): string =>
  `${person.firstName} ${person.lastName}`.trim()

/** The changes of dates that are news to somebody, among the sessions in which they take part. */
export function newsFor(enrollment: Enrollment, seminar: Seminar): Changes {
  const { enrolledAt, toldOfChangesUntil } = enrollment
  const isNews = (at: string) =>
    toldOfChangesUntil === undefined ? at >= enrolledAt : at > toldOfChangesUntil
  return changesThat(isNews, chosenPart(seminar, enrollment))
}
