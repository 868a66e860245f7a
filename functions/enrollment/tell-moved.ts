import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Mail } from '../mail/mail.ts'
import { withdrawMails } from '../mail/withdraw.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { remindsAt } from '../seminar/letter-rules.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import type { Changes } from '../seminar/session-changes.ts'
import { calendarOf, cancelledSessionCalendar } from './calendar-of.ts'
import { enrollmentShelf, listEnrollments } from './enrollment.table.ts'
import { type Enrollment, isLive, isProven, newsFor } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { freshLink, keepLinks } from './link/personal-link.ts'
import { drawHeldAllowance } from './mail-allowance.ts'
import { movedLetter } from './moved.mail.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/**
 * Tells everybody who was in the line then that dates or places have changed, with a calendar file that corrects
 * theirs. The mail is named by the moment of the change, so that each person hears of each change once, however often
 * this runs; of several changes in a row they hear the last one.
 */
export async function tellMoved(
  world: World,
  seminarId: string,
): Promise<{ missed: number; tomorrow: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  const movedAt = seminar?.movedAt
  const nobody = { missed: 0, tomorrow: 0 }
  // A seminar whose last date was called off may be completed in the same minute.
  if (!seminar || !movedAt || (seminar.state !== 'published' && seminar.state !== 'completed')) return nobody
  const everybody = await listEnrollments(world.table, seminarId)
  const affected = everybody.filter(({ facts }) => isConcerned(facts, seminar))
  const outcomes = { ...nobody }
  for (const stored of affected) {
    const outcome = await tellOne(world, { stored, seminar, key: movedAt })
    if (outcome !== 'told') outcomes[outcome]++
  }
  return outcomes
}

/** Whether somebody is in the line and takes part in a session about which there is news for them. */
export function isConcerned(enrollment: Enrollment, seminar: Seminar): boolean {
  const { changed, cancelled } = newsFor(enrollment, seminar)
  return isLive(enrollment) && changed.length + cancelled.length > 0
}

/** What waits in the outbox about a session that is called off, or reminds of a date that is not the date any more. */
const losesItsSense =
  (seminar: Seminar, { changed, cancelled }: Changes) =>
  ({ cause, sessionId, queuedAt }: Mail): boolean => {
    if (cancelled.some(({ id }) => id === sessionId)) return true
    const moved = changed.find(({ session }) => session.id === sessionId)?.session
    return cause === 'reminder' && moved !== undefined && queuedAt < remindsAt(seminar, moved)
  }

/** A stranger's address hears of changes once a day: the day's other mails are for what they were asked and told. */
const mayHear = async ({ table, now }: World, { email, toldOfChangesUntil }: Enrollment): Promise<boolean> =>
  toldOfChangesUntil?.slice(0, 10) !== now.slice(0, 10) && drawHeldAllowance(table, email.toLowerCase(), now)

type Affected = { stored: Stored<Enrollment>; seminar: Seminar; key: Instant }

/**
 * missed: the person acted in this moment and must be looked at once more · tomorrow: nobody has confirmed the address,
 * which may be a stranger's, and it got as many mails today as it may (promise 6)
 */
async function tellOne(
  world: World,
  { stored, seminar, key }: Affected,
): Promise<'told' | 'missed' | 'tomorrow'> {
  const before = stored.facts
  if (!isProven(before) && !(await mayHear(world, before))) return 'tomorrow'
  const fresh = await freshLink(world.newSecret, before, 'my')
  const news = newsFor(before, seminar)
  const links = keepLinks([...before.links, fresh.link])
  const enrollment: Enrollment = { ...before, links, toldOfChangesUntil: key }
  const calledOff = news.cancelled.map(({ id }) => id)
  const letter = movedLetter({
    enrollment,
    seminar,
    news,
    ahead: 0,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, before.language),
    calendar: [
      ...(await calendarOf(world, { seminar, enrollment })),
      ...(await cancelledSessionCalendar(world, { seminar, enrollment }, calledOff)),
    ],
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'moved', key, letter }, world.now),
    ...(await withdrawMails(world.table, enrollment.sessionMails, losesItsSense(seminar, news))),
  ])
  return outcome.committed || outcome.failed.includes(1) ? 'told' : 'missed'
}
