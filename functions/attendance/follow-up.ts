import { enrollmentShelf, listEnrollments } from '../enrollment/enrollment.table.ts'
import { attends, type Enrollment, hasSeat } from '../enrollment/enrollment.ts'
import { letterId, letterTo } from '../enrollment/letter-to.ts'
import { freshLink, keepLinks } from '../enrollment/link/personal-link.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { ReadingTable, Stored, Table } from '../kernel/table.ts'
import { hour, type Instant, later } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import { mailShelf } from '../mail/mail.table.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { type HouseWords, loadHouseWords } from '../programme/letter-texts.table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'
import { missedLetter, thanksLetter } from './attendance.mail.ts'
import { listNotices } from './attendance.table.ts'
import type { Notice } from './attendance.ts'
import { minutesPresent } from './minutes.ts'

export type FollowUpWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** A letter that follows from who was there. */
export type FollowUp = 'missed' | 'thanks'

/**
 * How it stands with such a letter. unknown: nobody's minutes are written yet · senseless: nothing follows from them
 * any more
 */
export type Readiness = 'ready' | 'unknown' | 'senseless'

/** The sessions that count for it, and whom it goes to. */
export type Concerned = { readiness: Readiness; people: Stored<Enrollment>[]; next: Session | undefined }

/** Whom such a letter concerns, as far as the minutes are known. */
export async function findConcerned(
  { table, now }: { table: ReadingTable; now: Instant },
  seminar: Seminar,
  letter: FollowUp,
): Promise<Concerned> {
  const next = seminar.sessions.find(({ start }) => start > now)
  const [first] = seminar.sessions
  const sessions = letter === 'missed' ? (first ? [first] : []) : seminar.sessions
  const nobody = { people: [], next }
  if (sessions.length === 0 || sessions.some(({ end }) => end > now))
    return { ...nobody, readiness: 'unknown' }
  if (letter === 'missed' && (!next || next === first)) return { ...nobody, readiness: 'senseless' }
  const minutes = await minutesOf(table, sessions, now)
  if (!minutes.known) return { ...nobody, readiness: 'unknown' }
  const everybody = await listEnrollments(table, seminar.id)
  const people = everybody.filter(({ facts }) => {
    if (facts.state !== 'confirmed' || !hasSeat(facts)) return false
    const invited = sessions.filter(({ id }) => attends(facts, id))
    const came = minutes.present.has(facts.id)
    if (letter === 'thanks') return came
    return invited.length > 0 && !came && next !== undefined && attends(facts, next.id)
  })
  return { readiness: 'ready', people, next }
}

/** Whoever writes minutes down writes one list after the other; so long after the last entry they are done. */
const quietFor = 6 * hour

/**
 * Who has minutes in one of the sessions. Not known where nobody has any, or where somebody is still writing them
 * down: a letter that misses people who were there must not go out because their page of the list comes later.
 */
async function minutesOf(
  table: ReadingTable,
  sessions: readonly Session[],
  now: Instant,
): Promise<{ known: boolean; present: Set<string> }> {
  const present = new Set<string>()
  let isQuiet = true
  for (const session of sessions) {
    const notices = await listNotices(table, session.id)
    for (const [person, some] of notices) if (minutesPresent(some, session).minutes > 0) present.add(person)
    isQuiet &&= isDone([...notices.values()].flat(), now)
  }
  return { known: present.size > 0 && isQuiet, present }
}

/** A list to which two people put their names is done; any other when nobody has written for a while. */
function isDone(notices: readonly Notice[], now: Instant): boolean {
  if (notices.some(({ kind }) => kind === 'settled')) return true
  return notices.every((notice) => notice.kind !== 'by-hand' || later(notice.at, quietFor) <= now)
}

/** Writes to everybody whom the letter concerns, or to those among them who were chosen; each gets it once. */
export async function writeFollowUp(
  world: FollowUpWorld,
  { seminarId, letter, chosen }: { seminarId: string; letter: FollowUp; chosen?: ReadonlySet<string> },
): Promise<{ readiness: Readiness; queued: number; missed: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (!seminar || !mayFollow(seminar)) return { readiness: 'senseless', queued: 0, missed: 0 }
  const { readiness, people, next } = await findConcerned(world, seminar, letter)
  const house = await loadHouseWords(world.table)
  const outcomes = { readiness, queued: 0, missed: 0 }
  for (const stored of people) {
    if (chosen && !chosen.has(stored.facts.id)) continue
    const outcome = await writeOne(world, { stored, seminar, next, house, letter })
    if (outcome !== 'had-it') outcomes[outcome]++
  }
  return outcomes
}

const mayFollow = ({ state }: Seminar): boolean => state === 'published' || state === 'completed'

/** The letter is named by it, so that each person gets it once. */
const keyOf = (letter: FollowUp, { sessions }: Seminar): string =>
  letter === 'missed' ? (sessions[0]?.id ?? '') : ''

/** The table reads at most a hundred things at once. */
const atOnce = 100

/** Since when some people have such a letter; who does not have it is not named. */
export async function whoHadIt(
  table: ReadingTable,
  { seminar, letter, people }: { seminar: Seminar; letter: FollowUp; people: readonly Enrollment[] },
): Promise<Map<string, Instant>> {
  const had = new Map<string, Instant>()
  const key = keyOf(letter, seminar)
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce)
    const ids = await Promise.all(some.map((person) => letterId(person, { cause: letter, key })))
    const found = await table.read(ids.map((id) => mailShelf.place(id)))
    for (const [i, stored] of found.entries()) {
      const person = some[i]
      if (stored && person) had.set(person.id, mailShelf.decode(stored).facts.queuedAt)
    }
  }
  return had
}

type Addressee = {
  stored: Stored<Enrollment>
  seminar: Seminar
  next: Session | undefined
  house: HouseWords
  letter: FollowUp
}

/** `missed`: the person acted in this very moment and must be looked at once more. */
async function writeOne(
  world: FollowUpWorld,
  { stored, seminar, next, house, letter }: Addressee,
): Promise<'queued' | 'had-it' | 'missed'> {
  const before = stored.facts
  const fresh = await freshLink(world.newSecret, before, 'my')
  const enrollment: Enrollment = { ...before, links: keepLinks([...before.links, fresh.link]) }
  const facts = {
    ...{ enrollment, seminar, house, now: world.now },
    myLink: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, before.language),
  }
  const written: Letter = letter === 'missed' && next ? missedLetter({ ...facts, next }) : thanksLetter(facts)
  const key = keyOf(letter, seminar)
  // Who has missed the first session reads of the next one before it begins, or not at all.
  const notAfter = letter === 'missed' && next ? { notAfter: next.start } : {}
  const outcome = await world.table.commit([
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(before, { cause: letter, key, letter: written, ...notAfter }, world.now),
  ])
  if (outcome.committed) return 'queued'
  return outcome.failed.includes(1) ? 'had-it' : 'missed'
}
