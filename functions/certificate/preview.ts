import type { Notice } from '../attendance/attendance.ts'
import { minutesPresent, type Presence } from '../attendance/minutes.ts'
import { chosenPart, type Enrollment, fullName, hasSeat } from '../enrollment/enrollment.ts'
import { type Seminar, sessionMinutes } from '../seminar/seminar.ts'
import { type Entitlement, entitlementOf } from './entitlement.ts'
import { type Outcome, outcomeOf, type Word } from './trainers-word.table.ts'

/**
 * What somebody should look at before certificates go out. close: a few minutes more or less change what the person
 * gets · open-end: nobody knows when they left · without-times: a list says only how long · twice: two devices at once
 * · odd-name: the name has figures or signs, is a single letter, or is written in two directions
 */
export const doubts = ['close', 'open-end', 'without-times', 'twice', 'odd-name'] as const
export type Doubt = (typeof doubts)[number]

/** What one person would get now, and what is in doubt about it. */
export type PreviewRow = {
  person: Enrollment
  entitlement: Entitlement
  /** What was said of them; null where the seminar asks nobody. */
  word: Word | null
  outcome: Outcome
  doubts: Doubt[]
}

/** So many minutes short of a threshold, or above it, somebody may want to look again. */
const closeMinutes = 5

/** What would be issued now, to everybody with a confirmed seat; whoever is in doubt stands first. */
export function previewCertificates(
  seminar: Seminar,
  people: readonly Enrollment[],
  noticesOf: (sessionId: string, enrollmentId: string) => readonly Notice[],
  wordOf: (enrollmentId: string) => Word = () => 'open',
): PreviewRow[] {
  return people
    .filter((person) => person.state === 'confirmed' && hasSeat(person))
    .map((person): PreviewRow => {
      const attended = chosenPart(seminar, person)
      const entitlement = entitlementOf(attended, (sessionId) => noticesOf(sessionId, person.id))
      const presences = attended.sessions.map((session) => ({
        ...minutesPresent(noticesOf(session.id, person.id), session),
        half: sessionMinutes(session) / 2,
      }))
      const word = seminar.trainersWord ? wordOf(person.id) : null
      return {
        ...{ person, entitlement, word },
        outcome: outcomeOf(entitlement.grade, word),
        doubts: doubtsOf(seminar, { person, entitlement, presences }),
      }
    })
    .sort(
      (a, b) =>
        b.doubts.length - a.doubts.length || fullName(a.person).localeCompare(fullName(b.person), 'de'),
    )
}

/** How long somebody was in one session, and how long half of it is. */
type PresenceInOne = Presence & { half: number }
type Case = { person: Enrollment; entitlement: Entitlement; presences: readonly PresenceInOne[] }

/** Minutes that two people have put their names to are in no doubt any more. */
function doubtsOf(seminar: Seminar, { person, entitlement, presences }: Case): Doubt[] {
  const open = presences.filter(({ from }) => from !== 'settled')
  const found: Record<Doubt, boolean> = {
    close: open.length > 0 && (isClose(seminar, entitlement) || isCloseInOne(seminar, open)),
    'open-end': open.some((presence) => presence.open),
    'without-times': open.some(({ withoutTimes }) => withoutTimes),
    twice: open.some(({ twice, from }) => twice.length > 0 && from !== 'hand'),
    'odd-name': isOdd(person.firstName) || isOdd(person.lastName),
  }
  return doubts.filter((doubt) => found[doubt])
}

const isClose = (
  { threshold, reducedThreshold }: Seminar,
  { attendedMinutes, plannedMinutes }: Entitlement,
): boolean =>
  attendedMinutes > 0 &&
  [threshold, reducedThreshold]
    .filter((percent) => percent > 0)
    .some((percent) => Math.abs(attendedMinutes - (plannedMinutes * percent) / 100) <= closeMinutes)

/** Where each session counts, a few minutes can decide in one of them. */
const isCloseInOne = ({ everySession }: Seminar, open: readonly PresenceInOne[]): boolean =>
  everySession && open.some(({ minutes, half }) => minutes > 0 && Math.abs(minutes - half) <= closeMinutes)

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Names that a form can hold and a sheet should not print unseen. */
function isOdd(name: string): boolean {
  const letters = name.normalize('NFC').replace(/[\s.'’ʼ-]/gu, '')
  return (
    [...letters].length < 2 ||
    /[^\p{L}\p{M}]/u.test(letters) ||
    (rightToLeft.test(letters) && leftToRight.test(letters))
  )
}
