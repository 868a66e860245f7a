import * as v from 'valibot'
import { textsSchema } from '../kernel/language.ts'
import { hour, type Instant, instantSchema, later, minutesBetween } from '../kernel/time.ts'
import { letterRulesSchema, usualRules } from './letter-rules.ts'
import { placesSchema } from './places.ts'

/**
 * Where a session takes place: the house's own room, a meeting server that the association has set up, any https
 * address, or a street address.
 */
export const placeSchema = v.variant('kind', [
  v.object({ kind: v.literal('room') }),
  v.object({
    kind: v.literal('server'),
    /** Names one of the association's meeting servers; which provider it is stands there. */
    server: v.string(),
    /** Whether people wait until a trainer lets them in, where the provider has such a room. */
    waitingRoom: v.optional(v.boolean(), false),
  }),
  v.object({ kind: v.literal('link'), url: v.string() }),
  v.object({ kind: v.literal('onsite'), address: v.string() }),
])
export type SessionPlace = v.InferOutput<typeof placeSchema>

/** A pause in a session. */
const breakSchema = v.object({ start: instantSchema, end: instantSchema })
export type Break = v.InferOutput<typeof breakSchema>

/** One date of a seminar. */
const sessionSchema = v.object({
  id: v.string(),
  start: instantSchema,
  end: instantSchema,
  place: placeSchema,
  /** Time that does not count, for anybody; within the session, in the order of the clock, none touching another. */
  breaks: v.optional(v.array(breakSchema)),
  /** How many minutes before the start people may come in, and until how long after the end; usually 30 and 0. */
  door: v.optional(v.object({ opensBefore: v.number(), closesAfter: v.number() })),
  /** Which room of the session is the present one; absent for the first. It grows when everybody changes rooms. */
  roomNumber: v.optional(v.number()),
  /** When everybody was sent out of the room before this one; join links from before that lead nowhere any more. */
  evacuatedAt: v.optional(instantSchema),
  /** When a coordinator pressed the button or the clock did; null while nobody was invited. */
  invitedAt: v.nullable(instantSchema),
  /** When it was added, moved or got another place while people could already be enrolled. */
  changedAt: v.optional(instantSchema),
  /** When it was added to a seminar in which people could already be enrolled. */
  addedAt: v.optional(instantSchema),
  /** The dates that it had before it was moved, each with when it lost it; the earliest first. */
  earlier: v.optional(v.array(v.object({ start: instantSchema, end: instantSchema, until: instantSchema }))),
})
export type Session = v.InferOutput<typeof sessionSchema>

/** A date that was called off while people could already be enrolled; calendars have to hear of it for ever. */
const cancelledSessionSchema = v.object({ ...sessionSchema.entries, cancelledAt: instantSchema })
export type CancelledSession = v.InferOutput<typeof cancelledSessionSchema>

/** Full and closed are not stored: they follow from the line and the clock. */
const seminarStates = ['draft', 'published', 'cancelled', 'completed'] as const
export type SeminarState = (typeof seminarStates)[number]

/** What is offered: one or several sessions with a capacity, a waiting list and a certificate. */
export const seminarSchema = v.object({
  id: v.string(),
  slug: v.string(),
  state: v.picklist(seminarStates),
  title: textsSchema,
  description: textsSchema,
  /** One content per line, as they stand on the certificate. */
  contents: textsSchema,
  /** Empty where no trainer is named yet. */
  trainer: v.string(),
  /** Empty where nobody funds it. */
  phaseId: v.string(),
  zone: v.string(),
  sessions: v.array(sessionSchema),
  /** Nothing happens on these any more: no invite, no minutes, no unit. */
  cancelledSessions: v.optional(v.array(cancelledSessionSchema), []),
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  places: placesSchema,
  opens: instantSchema,
  closes: instantSchema,
  /** Percent of the minutes from which the full certificate is given. */
  threshold: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** Percent of the minutes from which a reduced one is given; 0 for none. */
  reducedThreshold: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)), 0),
  /** Whether a certificate is only for who was there in each session, for half of it at least. */
  everySession: v.optional(v.boolean(), false),
  /** Whether the trainer or a coordinator must have said yes to each person's certificate. */
  trainersWord: v.optional(v.boolean(), false),
  /** Hours after the last session until the clock closes the seminar. */
  completesAfterHours: v.pipe(v.number(), v.integer(), v.minValue(1)),
  completedAt: v.nullable(instantSchema),
  /** When dates or places changed last while people could already be enrolled; they are told of it. */
  movedAt: v.nullable(instantSchema),
  /** When kept seats that nobody took became everybody's. */
  releasedAt: v.nullable(instantSchema),
  /** When the seats were given to newcomers first and then to the others. */
  allottedAt: v.nullable(instantSchema),
  /** Whether everybody may enroll, or only who has an invitation; then the catalog does not list it. */
  access: v.optional(v.picklist(['open', 'invited']), 'open'),
  /** Days after which those are reminded who have not used their invitation; 0 for never by itself. */
  remindsInvitedAfterDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 7),
  /** Which letters go out by themselves, and when. */
  letters: v.optional(letterRulesSchema, usualRules),
  /** Whether mails bring each date as a real calendar invitation, instead of a file to open. */
  calendarInvitations: v.optional(v.boolean(), false),
})
export type Seminar = v.InferOutput<typeof seminarSchema>

/** What a seminar can ask for besides the minutes, before it gives a certificate. */
export const conditions = ['everySession', 'trainersWord'] as const satisfies readonly (keyof Seminar)[]
export type Condition = (typeof conditions)[number]

/** What this one asks for. */
export const conditionsOf = (seminar: Pick<Seminar, Condition>): Condition[] =>
  conditions.filter((name) => seminar[name])

/** A teaching unit (Unterrichtseinheit) in minutes. */
const teachingUnitMinutes = 45

/** Minutes as teaching units with one decimal: 120 minutes are 2.7 units. */
export const teachingUnits = (minutes: number): number =>
  Math.round((minutes / teachingUnitMinutes) * 10) / 10

/** Whether everybody may know of it: published or over, and not for invited people only. */
export const isPublic = ({ state, access }: Pick<Seminar, 'state' | 'access'>): boolean =>
  state !== 'draft' && access === 'open'

/** How long a session lasts, without its breaks. */
export const sessionMinutes = ({ start, end, breaks = [] }: Session): number =>
  minutesBetween(start, end) - breaks.reduce((sum, one) => sum + minutesBetween(one.start, one.end), 0)

/** The number of the room in which a session takes place now; the first one is 1. */
export const roomNumberOf = ({ roomNumber = 1 }: Pick<Session, 'roomNumber'>): number => roomNumber

export const plannedMinutes = (seminar: Seminar): number =>
  seminar.sessions.reduce((sum, session) => sum + sessionMinutes(session), 0)

export const firstStart = (seminar: Seminar): Instant | undefined => seminar.sessions[0]?.start
export const lastEnd = (seminar: Seminar): Instant | undefined =>
  seminar.sessions
    .map((session) => session.end)
    .sort()
    .at(-1)

/** When the clock closes the seminar by itself. */
export const completesAt = (seminar: Seminar): Instant | undefined => {
  const end = lastEnd(seminar)
  return end && later(end, seminar.completesAfterHours * hour)
}

/** Whether people may enroll now, and if not, why. */
type EnrollmentWindow = 'open' | 'not-yet' | 'over' | 'unavailable'

/** When enrollment ends: at its own end, and with the first date at the latest. */
export function enrollmentEnd(seminar: Seminar): Instant {
  const start = firstStart(seminar)
  return start !== undefined && start < seminar.closes ? start : seminar.closes
}

/** Enrollment is open between its two instants, and never after the seminar has begun. */
export function enrollmentWindow(seminar: Seminar, now: Instant): EnrollmentWindow {
  if (seminar.state !== 'published') return 'unavailable'
  if (now < seminar.opens) return 'not-yet'
  const start = firstStart(seminar)
  return now >= seminar.closes || (start !== undefined && now >= start) ? 'over' : 'open'
}

export const findSession = (seminar: Seminar, sessionId: string): Session | undefined =>
  seminar.sessions.find((session) => session.id === sessionId)
