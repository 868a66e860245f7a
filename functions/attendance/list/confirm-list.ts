import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { Table, Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { sessionMinutes } from '../../seminar/seminar.ts'
import { issueWrites } from '../write-attendance.ts'
import { listEntryShelf, whileUnwritten } from './confirmed-list.table.ts'
import {
  entryAfter,
  findBrokenLink,
  inOrder,
  type ListDeed,
  type ListEntry,
  printOf,
  type Signatory,
} from './confirmed-list.ts'
import { type PresentList, readPresentList } from './read-list.ts'

export type ListRefusal = {
  code:
    | 'unknown'
    | 'cancelled'
    | 'not-over'
    /** There is nobody on it. */
    | 'empty'
    /** The list is not the one that was shown, or somebody was quicker. */
    | 'changed-meanwhile'
    /** Two people have put their names to it; from now on it is corrected. */
    | 'locked'
    /** Nothing waits for a second person. */
    | 'nothing-pending'
    /** The second person is the first one. */
    | 'same-person'
    /** Somebody else has corrected the list, and a second person has not joined them yet. */
    | 'anothers-pending'
    /** A correction that corrects nothing. */
    | 'unchanged'
    /** The named trainer signs in and confirms first. */
    | 'trainers-turn'
    /** Only who entered it takes it back, or somebody who coordinates. */
    | 'not-yours'
    /** An entry does not fit to the one before; nothing is added to it. */
    | 'broken'
}

type World = { table: Table; now: Instant; also?: readonly Write[] }
type Name = { seminarId: string; sessionId: string }

/** What somebody saw when they pressed the button: the number of the last entry, and the rows in one word. */
export type SeenList = { entry: number; print: string }

export type ListCommand = Name & { by: Signatory; seen: SeenList }

/** A list is made when the session is over, of a seminar that takes place. */
export const mayConfirm = (
  { seminar, session }: PresentList,
  now: Instant,
): ListRefusal['code'] | undefined => {
  if (seminar.state !== 'published' && seminar.state !== 'completed') return 'cancelled'
  return now < session.end ? 'not-over' : undefined
}

/** Whether what waits for a second person is no longer what is known. */
export const isStale = async ({ settled, pending, rows }: PresentList): Promise<boolean> =>
  settled === undefined && pending !== undefined && (await printOf(pending.rows)) !== (await printOf(rows))

/**
 * The trainer says that this is how it was, or somebody in their place. Whoever confirms a list that has changed since
 * confirms it anew.
 */
export async function confirmList(
  world: World,
  { by, seen, ...name }: ListCommand,
): Promise<Result<ListEntry, ListRefusal>> {
  const list = await readPresentList(world.table, name)
  if (!list) return refuse({ code: 'unknown' })
  const twin = twinOf(list, { by, seen }, 'confirmed')
  if (twin) return accept(twin)
  const code = mayConfirm(list, world.now)
  if (code) return refuse({ code })
  if (!by.as) return refuse({ code: 'trainers-turn' })
  if (list.settled) return refuse({ code: 'locked' })
  if (list.rows.length === 0) return refuse({ code: 'empty' })
  if (!(await isSeen(list, seen)) || (list.pending && !(await isStale(list))))
    return refuse({ code: 'changed-meanwhile' })
  return enter(world, list, { kind: 'confirmed', at: world.now, by, rows: inOrder(list.rows) })
}

/** Who confirmed too early takes it back, as long as no second person has joined them. */
export async function withdrawConfirmation(
  world: World,
  { by, seen, ...name }: ListCommand,
): Promise<Result<ListEntry, ListRefusal>> {
  const list = await readPresentList(world.table, name)
  if (!list) return refuse({ code: 'unknown' })
  const twin = twinOf(list, { by, seen }, 'withdrawn')
  if (twin) return accept(twin)
  if (!list.pending) return refuse({ code: 'nothing-pending' })
  if (by.role === 'trainer' && list.pending.by.mailbox !== by.mailbox) return refuse({ code: 'not-yours' })
  if (seen.entry !== list.entries.length) return refuse({ code: 'changed-meanwhile' })
  return enter(world, list, { kind: 'withdrawn', at: world.now, by })
}

/**
 * A second person puts their name to it: the list is settled. Where certificates may have been issued already, the same
 * commit makes them fall due again.
 */
export async function counterConfirmList(
  world: World,
  { by, seen, ...name }: ListCommand,
): Promise<Result<ListEntry, ListRefusal>> {
  const list = await readPresentList(world.table, name)
  if (!list) return refuse({ code: 'unknown' })
  const twin = twinOf(list, { by, seen }, 'counter-confirmed')
  if (twin) return accept(twin)
  if (!list.pending) return refuse({ code: 'nothing-pending' })
  if (list.pending.by.mailbox === by.mailbox) return refuse({ code: 'same-person' })
  if (!(await isSeen(list, seen)) || (await isStale(list))) return refuse({ code: 'changed-meanwhile' })
  const issued = await issueWrites(world.table, list.seminar, world.now)
  return enter(world, list, { kind: 'counter-confirmed', at: world.now, by }, issued)
}

export type CorrectCommand = ListCommand & { enrollmentId: string; minutes: number; reason: string }

/**
 * A settled list was wrong about somebody. The correction says why, leaves what was before where it is, and counts when
 * a second person has joined it: one person alone changes no number that two have put their names to.
 */
export async function correctList(
  world: World,
  { by, seen, enrollmentId, minutes, reason, ...name }: CorrectCommand,
): Promise<Result<ListEntry, ListRefusal>> {
  const list = await readPresentList(world.table, name)
  if (!list) return refuse({ code: 'unknown' })
  if (minutes < 0 || minutes > sessionMinutes(list.session)) throw new RangeError(`${minutes} minutes`)
  const twin = twinOf(list, { by, seen }, 'corrected')
  const said = twin?.rows.find((row) => row.enrollmentId === enrollmentId)?.minutes
  if (twin?.reason === reason && said === minutes) return accept(twin)
  // Otherwise somebody else's correction would go under this name, and its own author could be its second person.
  if (list.settled && list.pending && list.pending.by.mailbox !== by.mailbox)
    return refuse({ code: 'anothers-pending' })
  // Several corrections of one person in a row wait together for the second.
  const base = list.pending?.rows ?? list.settled?.rows
  if (!list.settled || !base || seen.entry !== list.entries.length)
    return refuse({ code: 'changed-meanwhile' })
  const before = base.find((row) => row.enrollmentId === enrollmentId)
  if (!before && !list.people.some(({ id }) => id === enrollmentId)) return refuse({ code: 'unknown' })
  if (before?.minutes === minutes) return refuse({ code: 'unchanged' })
  const rows = inOrder([...base.filter((row) => row !== before), { enrollmentId, minutes }])
  return enter(world, list, { kind: 'corrected', at: world.now, by, rows, reason })
}

/** The entry that this very button has made already, when it is pressed twice. */
const twinOf = <Kind extends ListEntry['kind']>(
  { entries }: PresentList,
  { by, seen }: Pick<ListCommand, 'by' | 'seen'>,
  kind: Kind,
): Extract<ListEntry, { kind: Kind }> | undefined => {
  const next = entries[seen.entry]
  const isTwin = next?.kind === kind && next.by.mailbox === by.mailbox
  return isTwin ? (next as Extract<ListEntry, { kind: Kind }>) : undefined
}

/** Whoever presses has seen the last entry and these very rows. */
async function isSeen({ entries, pending, rows }: PresentList, seen: SeenList): Promise<boolean> {
  return (
    seen.entry === entries.length &&
    seen.print === (await printOf(pending?.kind === 'corrected' ? pending.rows : rows))
  )
}

async function enter(
  { table, also = [] }: World,
  { session, entries, written, counted }: PresentList,
  deed: ListDeed,
  more: readonly Write[] = [],
): Promise<Result<ListEntry, ListRefusal>> {
  if ((await findBrokenLink(entries, counted)) !== undefined) return refuse({ code: 'broken' })
  const entry = await entryAfter(entries, { ...deed, by: signatoryOf(deed) })
  const name = { sessionId: session.id, number: entry.number }
  const outcome = await table.commit([
    listEntryShelf.create(name, entry),
    whileUnwritten(session.id, { written, settles: entry.kind === 'counter-confirmed' }),
    ...more,
    ...also,
  ])
  return outcome.committed ? accept(entry) : refuse({ code: 'changed-meanwhile' })
}

/** Only who confirms first does it in the trainer's place; the second person stands for nobody else. */
function signatoryOf({ kind, by: { as, ...by } }: ListDeed): Signatory {
  return as === undefined || (as === 'in-place' && kind !== 'confirmed') ? by : { ...by, as }
}
