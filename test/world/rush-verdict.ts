import { listEnrollments, listLine } from '../../functions/enrollment/enrollment.table.ts'
import { type Enrollment, hasSeat, isLive, type LineEntry } from '../../functions/enrollment/enrollment.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import { type Line, readLine } from '../../functions/seminar/line.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import type { Rush } from './rush.ts'

/** What must be 0 whatever happens in a rush. */
export type Verdict = {
  /** Seats beyond the capacity, at the worst moment that was looked at. */
  overbooked: number
  /** Accepted people without an enrollment, a number of their own, or a queued mail. */
  lost: number
  /** People with two places in the line, or with two mails for one form. */
  doubled: number
  /** People with a seat who sent their form when somebody who waits had been answered already. */
  outOfOrder: number
  /** Seats that stay empty while somebody waits. */
  empty: number
  /** Numbers that nobody has and nobody struck. */
  missing: number
}

/** How many more have a seat than there are. */
export async function overbookedNow(table: Table, seminar: Seminar): Promise<number> {
  // The line first: it only rises, and so no seat is counted that was passed on meanwhile.
  const line = await readLine(table, seminar.id)
  const people = (await listEnrollments(table, seminar.id)).map(({ facts }) => facts)
  const entries = (await listLine(table, seminar.id)).map(({ facts }) => facts)
  return tooMany(seminar, line, { people, entries })
}

/** Counted twice: by what people were told, and by what the line has served. */
function tooMany(
  { capacity }: Seminar,
  { serving }: Line,
  { people, entries }: { people: readonly Enrollment[]; entries: readonly LineEntry[] },
): number {
  const served = entries.filter((entry) => !entry.void && entry.number <= serving).length
  return Math.max(0, Math.max(people.filter(hasSeat).length, served) - capacity)
}

/** Told that they have a seat, and the line says so, too. */
const isSeated = (person: Enrollment, { serving }: Line): boolean =>
  hasSeat(person) && person.number <= serving

/** Looks at what the rush left behind, when everything has come to rest. */
export async function judgeRush(table: Table, rush: Rush, overbookedMeanwhile = 0): Promise<Verdict> {
  const { seminar } = rush
  const line = await readLine(table, seminar.id)
  const people = new Map((await listEnrollments(table, seminar.id)).map(({ facts }) => [facts.email, facts]))
  const entries = (await listLine(table, seminar.id)).map(({ facts }) => facts)
  const owners = Map.groupBy(
    entries.filter(({ enrollmentId }) => enrollmentId !== ''),
    ({ enrollmentId }) => enrollmentId,
  )
  const asked = await mailsThatAsk(table)
  const accepted = acceptedPeople(rush)

  const isLost = (address: string): boolean => {
    const enrollment = people.get(address)
    const place = enrollment && owners.get(enrollment.id)?.find(({ number }) => number === enrollment.number)
    return !enrollment || !place || place.void === isLive(enrollment) || !asked.has(address)
  }
  const isDoubled = (enrollment: Enrollment): boolean =>
    (owners.get(enrollment.id)?.length ?? 0) > 1 || (asked.get(enrollment.email) ?? 0) > 1

  const live = [...people.values()].filter(isLive)
  const seated = live.filter((person) => isSeated(person, line))
  const waiting = live.filter((person) => !isSeated(person, line))
  const firstAnswer = Math.min(...answersTo(rush, waiting).map(({ answeredAt }) => answeredAt))
  const begins = Map.groupBy(answersTo(rush, seated), ({ person }) => person)
  const late = [...begins.values()].filter(
    (sent) =>
      Math.min(...sent.map(({ answeredAt, milliseconds }) => answeredAt - milliseconds)) > firstAnswer,
  )
  return {
    overbooked: Math.max(overbookedMeanwhile, tooMany(seminar, line, { people: live, entries })),
    lost: accepted.filter(isLost).length,
    doubled: [...people.values()].filter(isDoubled).length,
    outOfOrder: late.length,
    empty: Math.min(seminar.capacity, live.length) - seated.length,
    missing: line.next - new Set(entries.map(({ number }) => number)).size,
  }
}

/** Whether nothing is wrong. */
export const holdsTrue = (verdict: Verdict): boolean => Object.values(verdict).every((count) => count === 0)

/**
 * Seats that somebody has who was answered later than somebody without one. Numbers are drawn a few milliseconds
 * before the answer, so at the edge a few people overtake each other; nobody can see that from outside.
 */
export async function seatsAgainstAnswers(table: Table, rush: Rush): Promise<number> {
  const line = await readLine(table, rush.seminar.id)
  const people = new Map(
    (await listEnrollments(table, rush.seminar.id)).map(({ facts }) => [facts.email, facts]),
  )
  const inOrder = acceptedPeople(rush).flatMap((address) => people.get(address) ?? [])
  const live = inOrder.filter(isLive)
  const seats = live.filter((person) => isSeated(person, line)).length
  return live.slice(seats).filter((person) => isSeated(person, line)).length
}

const addressOf = (person: string): string => `${person}@verein.example`

/** The submissions of these people that were accepted. */
function answersTo({ submissions }: Rush, people: readonly Enrollment[]): Rush['submissions'] {
  const addresses = new Set(people.map(({ email }) => email))
  return submissions.filter(
    ({ person, outcome }) => outcome === 'accepted' && addresses.has(addressOf(person)),
  )
}

/** Addresses of those who were told that they are in, in the order of the telling. */
const acceptedPeople = ({ submissions }: Rush): string[] => [
  ...new Set(
    submissions
      .filter(({ outcome }) => outcome === 'accepted')
      .sort((a, b) => a.answeredAt - b.answeredAt)
      .map(({ person }) => addressOf(person)),
  ),
]

/** How many mails each address got that ask to confirm, or that say "you are in already". */
async function mailsThatAsk(table: Table): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const stored of await table.listDue('9999-12-31T00:00:00.000Z' as Instant, 1_000_000, 'mail')) {
    const { cause, to } = mailShelf.decode(stored).facts
    if (cause === 'confirm' || cause === 'already') counts.set(to.address, (counts.get(to.address) ?? 0) + 1)
  }
  return counts
}
