import { base64, utf8 } from '../kernel/encoding.ts'
import { textIn } from '../kernel/language.ts'
import type { ReadingTable } from '../kernel/table.ts'
import { type Instant, millisecondsOf, minute } from '../kernel/time.ts'
import type { LetterAttachment } from '../mail/letter.ts'
import { organisationShelf, unnamedOrganisation } from '../programme/programme.table.ts'
import { calendarContentType, sessionEvent, writeCalendar } from '../seminar/calendar.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { chosenPart, type Enrollment, isLive } from './enrollment.ts'

type World = { table: ReadingTable; now: Instant; origin: string }
type Entry = { seminar: Seminar; enrollment: Enrollment }

/** Sequence numbers are minutes since 2020: a file written later always counts as the newer one. */
const sequenceAt = (now: Instant): number => Math.floor((millisecondsOf(now) - Date.UTC(2020, 0, 1)) / minute)

/**
 * The calendar file of one person for one seminar: all sessions while they are enrolled, and the same sessions taken
 * away once they or the seminar are cancelled.
 */
export async function calendarFile(world: World, { seminar, enrollment }: Entry): Promise<string> {
  const organisation = (await organisationShelf.read(world.table, null))?.facts ?? unnamedOrganisation
  const stays = isLive(enrollment) && seminar.state !== 'cancelled'
  const { language } = enrollment
  const surroundings = {
    organisation,
    origin: world.origin,
    language,
    stamp: world.now,
    personKey: enrollment.id,
    sequence: sequenceAt(world.now),
  }
  return writeCalendar({
    method: stays ? 'PUBLISH' : 'CANCEL',
    name: textIn(seminar.title, language),
    language,
    events: chosenPart(seminar, enrollment).sessions.map((session) => ({
      ...sessionEvent(seminar, session, surroundings),
      status: stays ? 'CONFIRMED' : 'CANCELLED',
    })),
  })
}

/** The calendar file as it lies in a mail. */
export async function calendarOf(world: World, entry: Entry): Promise<LetterAttachment> {
  const file = await calendarFile(world, entry)
  const stays = isLive(entry.enrollment) && entry.seminar.state !== 'cancelled'
  return {
    filename: `${entry.seminar.slug}.ics`,
    contentType: calendarContentType(stays ? 'PUBLISH' : 'CANCEL'),
    content: base64(utf8(file)),
  }
}
