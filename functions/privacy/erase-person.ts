import { forgetInProfile } from '../attendance/import/forget-profile.ts'
import { discardLists } from '../attendance/import/keep-list.ts'
import { forgetCertificates } from '../certificate/traces.ts'
import { trainersWordShelf } from '../certificate/trainers-word.table.ts'
import { answerWrites } from '../enrollment/answers/answer-writes.ts'
import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { type Enrollment, isLive } from '../enrollment/enrollment.ts'
import { nobody } from '../enrollment/line/end-places.ts'
import { giveBack } from '../enrollment/line/give-back.ts'
import { leaveToSweep, serveLine } from '../enrollment/line/serve-line.ts'
import { forgetWrites } from '../enrollment/link/calendar-feed.ts'
import { listEnrollmentsOf, mailboxShelf } from '../enrollment/link/mailbox.table.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewSecret } from '../kernel/secret.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { emptyMail, isEmptied } from '../mail/empty-mail.ts'
import { listMailsTo } from '../mail/mail.table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { firstStart, lastEnd, type Seminar } from '../seminar/seminar.ts'
import { forgetRegistrant } from '../session/meeting/forget-registrant.ts'
import { dataCodeShelf } from './data-code.table.ts'
import { readPass } from './data-code.ts'
import { eraseInvitationOf, eraseInvitations } from './erase-invitations.ts'
import { type Entry, findEverywhere } from './find-person.ts'
import { eraseFromMessages } from './messages-to.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

export type EraseCommand = {
  token: string
  pass: string
  /** Certificates stay as they are, with the name, so that they can still be verified. */
  keepCertificates: boolean
}

/** What is left of a person: in how many seminars a place without a name, and how many certificates they wanted kept. */
export type Erased = { seminars: number; certificatesKept: number }

/** Mails beyond so many are emptied before, each lot for itself, so that the last commit has room for all else. */
const mailsPerCommit = 60

/**
 * Forgets a person wherever they stand. Places still to come go back to the line as if cancelled; of the rest stay
 * numbers and minutes without a name, which the funder counts. The enrollment whose link was used comes last: should
 * this process die, that link still opens the page, and erasing goes on from where it was left.
 */
export async function erasePerson(
  world: World,
  { token, pass, keepCertificates }: EraseCommand,
): Promise<Result<Erased, { code: 'no-pass' }>> {
  const opened = await readPass(world, { token, pass })
  if (!opened) return refuse({ code: 'no-pass' })
  const mailbox = opened.linked.enrollment.facts.email.toLowerCase()
  const here = opened.linked.enrollment.facts.id
  const entries = (await findEverywhere(world.table, mailbox)).filter(
    ({ stored }) => stored.facts.email !== '',
  )
  const others = entries.filter(({ stored }) => stored.facts.id !== here)
  const last = entries.filter(({ stored }) => stored.facts.id === here)
  await emptyMails(world.table, opened.mailbox)
  await eraseInvitations(world.table, mailbox)
  await eraseFromLists(world, entries)
  await eraseFormerAddresses(world.table, entries)
  let certificatesKept = 0
  for (const entry of [...others, ...last]) {
    const final = entry.stored.facts.id === here
    const also = final ? [dataCodeShelf.remove(opened.record)] : []
    certificatesKept += await eraseEntry(world, entry, { keepCertificates, mailbox: opened.mailbox, also })
  }
  // A mail that was asked for in this very moment finds nobody from now on; what came before must not stay.
  await leaveToSweep(() => emptyMails(world.table, opened.mailbox))
  await leaveToSweep(() => eraseFromLists(world, entries))
  return accept({ seminars: entries.length, certificatesKept })
}

/** The same for the lists of whom messages went to, and for lists of attendance that wait and what was learned from them. */
async function eraseFromLists({ table, now }: World, entries: readonly Entry[]): Promise<void> {
  for (const { stored } of entries) {
    const { seminarId, id } = stored.facts
    await eraseFromMessages(table, { seminarId, enrollmentId: id }, now)
    await forgetInProfile(table, { seminarId, enrollmentId: id })
    const seminar = (await seminarShelf.read(table, seminarId))?.facts
    for (const session of [...(seminar?.sessions ?? []), ...(seminar?.cancelledSessions ?? [])])
      await discardLists({ table, now }, session.id)
  }
}

/**
 * Where a coordinator corrected the address, mails and the invitation still lie under the one before. It may be somebody
 * else's who is enrolled as well: what came after the correction is theirs.
 */
async function eraseFormerAddresses(table: Table, entries: readonly Entry[]): Promise<void> {
  for (const { facts } of entries.map(({ stored }) => stored)) {
    if (facts.formerMailboxes.length > 0) await eraseInvitationOf(table, facts)
    const until = facts.addressSince ?? undefined
    for (const mailbox of facts.formerMailboxes) await emptyMails(table, mailbox, { until })
  }
}

/** Empties all mails under one key, queued until then, but the last few; those go with the commit that follows. */
async function emptyMails(
  table: Table,
  recipient: string,
  { leave = 0, until }: { leave?: number; until?: Instant | undefined } = {},
): Promise<Write[]> {
  for (;;) {
    const full = (await listMailsTo(table, recipient)).filter(
      (stored) => !isEmptied(stored) && (until === undefined || stored.facts.queuedAt <= until),
    )
    if (full.length <= leave) return full.map(emptyMail)
    // Refused where one is just being sent; then it is looked at once more.
    for (const stored of full.slice(0, full.length - leave)) await table.commit([emptyMail(stored)])
  }
}

type Erasing = { keepCertificates: boolean; mailbox: string; also: Write[] }

/** One enrollment in one commit, as often as it takes; answers how many certificates were kept. */
async function eraseEntry(world: World, entry: Entry, erasing: Erasing): Promise<number> {
  const name = { seminarId: entry.seminar.id, enrollmentId: entry.stored.facts.id }
  await forgetRegistrant(world.table, entry.seminar, name.enrollmentId)
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = attempt === 0 ? entry.stored : await enrollmentShelf.read(world.table, name)
    if (!stored || stored.facts.state === 'erased') return 0
    const { writes, kept } = await erasureWrites(world, { stored, seminar: entry.seminar }, erasing)
    const outcome = await world.table.commit([...writes, ...erasing.also])
    if (!outcome.committed) continue
    if (isLive(stored.facts)) await leaveToSweep(() => serveLine(world, entry.seminar.id))
    return kept
  }
  throw new TableBusy('the enrollment kept changing')
}

async function erasureWrites(
  world: World,
  { stored, seminar }: Entry,
  { keepCertificates, mailbox }: Erasing,
): Promise<{ writes: Write[]; kept: number }> {
  const { table } = world
  const name = { seminarId: seminar.id, enrollmentId: stored.facts.id }
  const word = await trainersWordShelf.read(table, name)
  const entered = await mailboxShelf.read(table, { mailbox, seminarId: seminar.id })
  const feeds = await feedWrites(table, stored.facts, mailbox)
  const certificates = await forgetCertificates(table, name, { keep: keepCertificates })
  const besides = feeds.length + certificates.writes.length
  return {
    kept: certificates.kept,
    writes: [
      enrollmentShelf.replace(stored, withoutPerson(stored.facts)),
      ...(await placeWrites(world, stored.facts, seminar)),
      ...(entered ? [mailboxShelf.remove(entered)] : []),
      ...feeds,
      ...(word ? [trainersWordShelf.remove(word)] : []),
      ...certificates.writes,
      ...(await emptyMails(table, stored.facts.id, { leave: Math.max(0, mailsPerCommit - besides) })),
    ],
  }
}

/**
 * Calendars can still be subscribed to under the mailbox, and under those it had before a coordinator corrected the
 * address. Where somebody else is enrolled with such a one, the calendars are theirs.
 */
async function feedWrites(table: Table, { formerMailboxes }: Enrollment, mailbox: string): Promise<Write[]> {
  const writes = await forgetWrites(table, mailbox)
  for (const former of formerMailboxes.filter((one) => one !== mailbox))
    if ((await listEnrollmentsOf(table, former)).length === 0)
      writes.push(...(await forgetWrites(table, former)))
  return writes
}

/** A place in a seminar that is not over goes on to the next person, as when somebody cancels; answers go with it. */
async function placeWrites(
  { table, now }: World,
  enrollment: Enrollment,
  seminar: Seminar,
): Promise<Write[]> {
  const end = lastEnd(seminar)
  if (!isLive(enrollment) || seminar.state !== 'published' || (end && now >= end))
    return answerWrites(table, { seminarId: seminar.id, enrollmentId: enrollment.id })
  const start = firstStart(seminar)
  return giveBack(table, { enrollment, seminar }, { begun: start !== undefined && now >= start })
}

/** What stays: that there was a place, when, and its number. */
const withoutPerson = ({ addedByHand: _, ...enrollment }: Enrollment): Enrollment => ({
  ...enrollment,
  ...nobody,
  state: 'erased',
  keptFor: '',
  offeredUntil: null,
  waitsWith: '',
  formerMailboxes: [],
  language: 'de',
  forms: [],
  links: [],
  invited: {},
  reminded: {},
  sessionMails: [],
})
