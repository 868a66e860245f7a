import { base64, utf8 } from '../kernel/encoding.ts'
import { textIn } from '../kernel/language.ts'
import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { LetterAttachment } from '../mail/letter.ts'
import { organisationShelf, unnamedOrganisation } from '../programme/programme.table.ts'
import type { Organisation } from '../programme/programme.ts'
import {
  type Calendar,
  type CalendarEvent,
  type CalendarMethod,
  calendarContentType,
  writeCalendar,
} from '../seminar/calendar.ts'
import { sequenceAt } from '../seminar/seminar-events.ts'
import { type Enrollment, fullName, isProven } from './enrollment.ts'
import { type Entry, personEvents, stays } from './person-events.ts'

type World = { table: ReadingTable; now: Instant; origin: string }

/**
 * The calendar file of one person for one seminar: all sessions while they are enrolled, those that were called off as
 * cancelled; and all of them taken away once the person or the seminar are cancelled.
 */
export async function calendarFile(
  world: World,
  entry: Entry,
): Promise<{ method: CalendarMethod; text: string }> {
  return fileFrom(entry, stays(entry) ? 'PUBLISH' : 'CANCEL', await loadEvents(world, entry))
}

/**
 * The calendar as it lies in a mail: one file with everything; or, where the seminar sends real invitations, one per
 * session that is still to come (RFC 5546 allows one date per request). What was called off is told by its own mail.
 */
export async function calendarOf(world: World, entry: Entry): Promise<LetterAttachment[]> {
  const { events, organisation } = await loadEvents(world, entry)
  const method = stays(entry) ? 'PUBLISH' : 'CANCEL'
  if (!isInvited(entry, organisation)) return [attached(entry, fileFrom(entry, method, { events }))]
  const standing = new Set(entry.seminar.sessions.map(({ id }) => id))
  return invitations(
    entry,
    method === 'CANCEL' ? 'CANCEL' : 'REQUEST',
    events.filter(({ sessionId, end }) => standing.has(sessionId) && end > world.now),
  )
}

/**
 * Takes the dates of sessions that were called off out of one person's calendar, for the mail that says so: one file
 * with all of them, or one for each where the seminar sends real invitations. Nothing for who did not attend them.
 */
export async function cancelledSessionCalendar(
  world: World,
  entry: Entry,
  sessionIds: readonly string[],
): Promise<LetterAttachment[]> {
  const { events, organisation } = await loadEvents(world, entry)
  const off = events.filter(
    ({ sessionId, status }) => status === 'CANCELLED' && sessionIds.includes(sessionId),
  )
  if (off.length === 0) return []
  return isInvited(entry, organisation)
    ? invitations(entry, 'CANCEL', off, calledOffMark)
    : [attached(entry, fileFrom(entry, 'CANCEL', { events: off }), calledOffMark)]
}

/** Two files of one mail have two names. */
const calledOffMark = '-cancelled'

type SessionEvent = ReturnType<typeof personEvents>[number]

async function loadEvents(
  { table, now, origin }: World,
  entry: Entry,
): Promise<{ events: SessionEvent[]; organisation: Organisation }> {
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  const { language } = entry.enrollment
  const events = personEvents(entry, {
    organisation,
    origin,
    language,
    stamp: now,
    sequence: sequenceAt(now),
  })
  return { events, organisation }
}

/**
 * Only who has a seat and has shown that the address is theirs is invited; everybody else gets the file. Without an
 * address of the house there is nobody to invite.
 */
const isInvited = ({ seminar, enrollment }: Entry, organisation: Organisation): boolean =>
  seminar.calendarInvitations &&
  organisation.email !== '' &&
  enrollment.standing === 'seat' &&
  isProven(enrollment)

function fileFrom(
  { seminar, enrollment: { language } }: Entry,
  method: CalendarMethod,
  { events }: { events: readonly CalendarEvent[] },
): { method: CalendarMethod; text: string } {
  return { method, text: writeCalendar({ method, name: textIn(seminar.title, language), language, events }) }
}

const attached = (
  { seminar }: Entry,
  { method, text }: { method: Calendar['method']; text: string },
  mark = '',
): LetterAttachment => ({
  filename: `${seminar.slug}${mark}.ics`,
  contentType: calendarContentType(method),
  content: base64(utf8(text)),
})

/** Numbered where there are several, as mail readers show them by name. */
function invitations(
  entry: Entry,
  method: 'REQUEST' | 'CANCEL',
  events: readonly CalendarEvent[],
  mark = '',
): LetterAttachment[] {
  const attendee = attendeeFrom(entry.enrollment)
  return events.map((event, i) => {
    const text = writeCalendar({
      method,
      language: entry.enrollment.language,
      events: [{ ...event, attendee }],
    })
    return attached(entry, { method, text }, events.length > 1 ? `${mark}-${i + 1}` : mark)
  })
}

const attendeeFrom = (enrollment: Enrollment) => ({ name: fullName(enrollment), address: enrollment.email })
