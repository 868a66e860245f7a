import type { Attendance } from '../../../functions/attendance/attendance.ts'
import { recordNotices } from '../../../functions/attendance/record.ts'
import { answerWrites } from '../../../functions/enrollment/answers/answer-writes.ts'
import { sheetOf } from '../../../functions/enrollment/answers/answers.ts'
import { enrollmentShelf, lineEntryShelf } from '../../../functions/enrollment/enrollment.table.ts'
import { type Enrollment, enrollmentIdFor, neverCorrected } from '../../../functions/enrollment/enrollment.ts'
import { mailboxWrites } from '../../../functions/enrollment/link/mailbox.table.ts'
import { statisticsPlace } from '../../../functions/enrollment/statistics/statistics.ts'
import { dueWork, dueWorkShelf } from '../../../functions/kernel/due-work.ts'
import type { NewId } from '../../../functions/kernel/secret.ts'
import type { Table, Write } from '../../../functions/kernel/table.ts'
import {
  day,
  hour,
  type Instant,
  instantAtWallClock,
  later,
  minute,
  wallClockOf,
} from '../../../functions/kernel/time.ts'
import {
  associationShelf,
  organisationShelf,
  phaseShelf,
} from '../../../functions/programme/programme.table.ts'
import { scheduleSeminar } from '../../../functions/seminar/due-of-seminar.ts'
import { usualRules } from '../../../functions/seminar/letter-rules.ts'
import { linePlace, openLine } from '../../../functions/seminar/line.ts'
import { type Places, plainPlaces } from '../../../functions/seminar/places.ts'
import { questionsShelf } from '../../../functions/seminar/questions.ts'
import { seminarShelf, slugShelf } from '../../../functions/seminar/seminar.table.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { addressOf, demoPeople } from './people.ts'
import { associations, organisation, phaseOf } from './programme.ts'
import { demoAnswers, demoQuestions, demoStatistics } from './questions.ts'
import { type DemoSeminar, demoSeminars } from './seminars.ts'

type World = { table: Table; now: Instant; newId: NewId }

const zone = 'Europe/Berlin'

/**
 * Fills an empty house with a year as the first user has it. Everything lies in the tables as the verbs would have
 * left it; only the mails of the past are not written, so that the mailbox begins with today's.
 */
export async function fillDemonstration(world: World): Promise<void> {
  const { table, now } = world
  await table.commit([
    organisationShelf.create(null, organisation),
    phaseShelf.create('phase_demonstration', phaseOf(Number(now.slice(0, 4)))),
    ...associations.map((association) => associationShelf.create(association.id, association)),
  ])
  for (const plan of demoSeminars) await fillSeminar(world, plan)
}

async function fillSeminar(world: World, plan: DemoSeminar): Promise<void> {
  const seminar = seminarFrom(world, plan)
  const issue = { task: 'issue' as const, seminarId: seminar.id }
  // Seats drawn so far: the line stands where it would stand, and its capacity has been served.
  await world.table.commit([
    seminarShelf.create(seminar.id, seminar),
    slugShelf.create(seminar.slug, { seminarId: seminar.id }),
    ...openLine(seminar),
    ...questionWrites(seminar),
    ...(seminar.state === 'published' ? await scheduleSeminar(world.table, seminar, world.now) : []),
    ...(seminar.state === 'completed'
      ? [dueWorkShelf.create(issue, dueWork(issue), { due: world.now })]
      : []),
  ])
  const people = demoPeople.slice(plan.people.from, plan.people.from + plan.people.count)
  for (const [i] of people.entries()) await fillEnrollment(world, plan, seminar, plan.people.from + i, i + 1)
  for (const session of seminar.sessions)
    if (session.end < world.now) await fillAttendance(world, seminar, session)
}

/** What the seminar asks, and the totals of what was said for its statistics. */
function questionWrites({ id, slug }: Seminar): Write[] {
  const questions = demoQuestions[slug]
  const totals = demoStatistics[slug]
  return [
    ...(questions ? [questionsShelf.create(id, { questions })] : []),
    ...(totals ? [{ do: 'add' as const, ...statisticsPlace(id), by: totals }] : []),
  ]
}

function seminarFrom({ now, newId }: World, plan: DemoSeminar): Seminar {
  const id = newId('sem')
  const sessions = plan.sessions.map((session): Session => {
    const start = atDay(now, session.day, session.from)
    return {
      id: newId('ses'),
      start,
      end: atDay(now, session.day, session.to),
      place: session.place,
      invitedAt: start < now ? later(start, -day) : null,
    }
  })
  const lastEnd = sessions.at(-1)?.end ?? now
  return {
    id,
    slug: plan.slug,
    state: plan.state,
    title: plan.title,
    description: plan.description,
    contents: plan.contents,
    trainer: plan.trainer,
    phaseId: plan.funded ? 'phase_demonstration' : '',
    zone,
    sessions,
    capacity: plan.capacity,
    places: placesFrom(now, plan),
    opens: atDay(now, plan.opens, '08:00'),
    closes: atDay(now, plan.closes, '12:00'),
    threshold: 80,
    reducedThreshold: 50,
    everySession: false,
    trainersWord: false,
    completesAfterHours: 24,
    completedAt: plan.state === 'completed' ? later(lastEnd, 20 * hour) : null,
    movedAt: null,
    releasedAt: null,
    allottedAt: null,
    access: 'open',
    remindsInvitedAfterDays: 7,
    cancelledSessions: [],
    letters: usualRules,
    calendarInvitations: false,
  }
}

/** The plan's rules among the usual ones; the hours are the wall's. */
function placesFrom(now: Instant, { places: { offer, kept } = {} }: DemoSeminar): Places {
  return {
    ...plainPlaces,
    ...(offer && { promotion: 'offer', offerHours: offer.hours, waitingSize: offer.waitingSize }),
    ...(kept && { reserved: kept.seats, reservedUntil: atDay(now, kept.untilDay, '12:00') }),
  }
}

/** A wall-clock time so many days from today. Noon plus whole days is the right date on every day of the year. */
function atDay(now: Instant, days: number, time: string): Instant {
  const noon = instantAtWallClock({ date: wallClockOf(now, zone).date, time: '12:00' }, zone) ?? now
  const { date } = wallClockOf(later(noon, days * day), zone)
  return instantAtWallClock({ date, time }, zone) ?? later(noon, days * day)
}

async function fillEnrollment(
  { table, now }: World,
  plan: DemoSeminar,
  seminar: Seminar,
  person: number,
  number: number,
): Promise<void> {
  const who = demoPeople[person]
  if (!who) return
  const association = associations[person % associations.length]
  const enrolledAt = later(now, -(plan.people.count - number + 3) * hour)
  const held = number > plan.people.count - (plan.people.unconfirmed ?? 0)
  const id = await enrollmentIdFor(seminar.id, addressOf(who))
  const standing = number <= seminar.capacity ? 'seat' : 'waiting'
  const enrollment: Enrollment = {
    id,
    seminarId: seminar.id,
    state: seminar.state === 'cancelled' ? 'cancelled' : held ? 'held' : 'confirmed',
    number,
    standing,
    keptFor: '',
    offeredUntil: null,
    waitsWith: '',
    sessions: [],
    ...who,
    email: addressOf(who),
    association: association?.name ?? '',
    associationId: association?.id ?? '',
    note: '',
    enrolledAt,
    holdsUntil: later(enrolledAt, day),
    confirmedAt: held ? null : later(enrolledAt, 10 * minute),
    forms: [{ id: `demonstration-${number}`, at: enrolledAt, standing, reaches: 0 }],
    notice: '2026-11',
    links: [],
    invited: markPast(seminar, now),
    reminded: markPast(seminar, now),
    sessionMails: [],
    invitationId: '',
    ...neverCorrected,
  }
  const questions = demoQuestions[plan.slug] ?? []
  const sheet = questions.length > 0 ? sheetOf(questions, demoAnswers(plan.slug, number)) : undefined
  await table.draw(linePlace(seminar.id), 'next')
  await table.commit([
    enrollmentShelf.create({ seminarId: seminar.id, enrollmentId: id }, enrollment),
    lineEntryShelf.create(
      { seminarId: seminar.id, number },
      { number, enrollmentId: id, void: false, passed: false },
    ),
    ...(sheet ? await answerWrites(table, { seminarId: seminar.id, enrollmentId: id }, sheet) : []),
    ...(held ? [] : await mailboxWrites(table, enrollment)),
  ])
}

const markPast = (seminar: Seminar, now: Instant): Record<string, Instant> =>
  Object.fromEntries(
    seminar.sessions
      .filter((session) => session.start < now)
      .map((session) => [session.id, later(session.start, -day)]),
  )

/** Most stay to the end; the third goes early, the fifth did not come, the sixth lost the connection for a while. */
async function fillAttendance({ table }: World, seminar: Seminar, session: Session): Promise<void> {
  const plan = demoSeminars.find(({ slug }) => slug === seminar.slug)
  if (!plan) return
  const ids = await Promise.all(
    demoPeople
      .slice(plan.people.from, plan.people.from + plan.people.count)
      .map((who) => enrollmentIdFor(seminar.id, addressOf(who))),
  )
  await recordNotices(
    { table },
    ids.flatMap((enrollmentId, i): Attendance[] => stays(session, enrollmentId, i)),
  )
}

function stays(session: Session, enrollmentId: string, i: number): Attendance[] {
  if (i === 4) return []
  const notice = (kind: 'joined' | 'left', at: Instant, n: number): Attendance => ({
    sessionId: session.id,
    enrollmentId,
    notice: { id: `demonstration-${session.id}-${i}-${n}`, kind, device: 'browser', at },
  })
  const end = i === 2 ? later(session.start, 40 * minute) : session.end
  const pause =
    i === 5
      ? [
          notice('left', later(session.start, 30 * minute), 1),
          notice('joined', later(session.start, 36 * minute), 2),
        ]
      : []
  return [notice('joined', later(session.start, (i - 3) * minute), 0), ...pause, notice('left', end, 3)]
}
