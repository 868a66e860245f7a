import * as v from 'valibot'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { idFollowing, type NewId } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow, scheduleSeminar } from './due-of-seminar.ts'
import { usualRules } from './letter-rules.ts'
import { isAllotmentAhead, moveCapacity, readLine } from './line.ts'
import { type Places, placesSchema } from './places.ts'
import { seminarShelf, slugShelf } from './seminar.table.ts'
import { type CancelledSession, findSession, type Seminar, type Session } from './seminar.ts'
import { datesOf, markChanges } from './session-changes.ts'

/** What only verbs write. */
type WrittenByVerbs =
  | 'id'
  | 'state'
  | 'completedAt'
  | 'movedAt'
  | 'releasedAt'
  | 'allottedAt'
  | 'cancelledSessions'
  | 'letters'

/** What a coordinator writes down; a session with an empty id is a new one. */
export type SeminarDraft = Omit<Seminar, WrittenByVerbs | 'sessions'> & {
  sessions: Omit<Session, 'invitedAt' | 'changedAt' | 'addedAt' | 'earlier' | 'roomNumber' | 'evacuatedAt'>[]
}

export type SaveRefusal =
  | { code: 'unknown' | 'slug-taken' | 'changed-meanwhile' | 'over' | 'places-fixed' | 'no-session' }
  /** People were invited to this session, or it has begun. */
  | { code: 'session-in-use'; sessionId: string }
  /** The same form has made a seminar already, out of other words. */
  | { code: 'saved-before'; seminarId: string }

type World = { table: Table; now: Instant; newId: NewId; also?: readonly Write[] }

/** A new seminar has no id yet; `newSeminarId` is the one that follows from its form. */
export type SaveCommand = {
  seminarId: string | null
  newSeminarId?: string
  version: string
  draft: SeminarDraft
}

/** The same form always makes the same seminar, so that a double click makes one. */
export const seminarIdOfForm = (formId: string): Promise<string> =>
  idFollowing('sem', `seminar-form|${formId}`)

/**
 * Creates a seminar or changes one, also while people are enrolled. More seats serve the line at once; fewer seats
 * throw nobody out: those that become free are not given on until the number is right.
 */
export async function saveSeminar(world: World, command: SaveCommand): Promise<Result<Seminar, SaveRefusal>> {
  return command.seminarId === null
    ? createSeminar(world, command.newSeminarId ?? world.newId('sem'), command.draft)
    : changeSeminar(world, { ...command, seminarId: command.seminarId })
}

async function createSeminar(
  world: World,
  id: string,
  draft: SeminarDraft,
): Promise<Result<Seminar, SaveRefusal>> {
  const seminar: Seminar = {
    ...draft,
    id,
    state: 'draft',
    completedAt: null,
    movedAt: null,
    releasedAt: null,
    allottedAt: null,
    cancelledSessions: [],
    letters: usualRules,
    sessions: sessionsFrom(draft, undefined, world.newId),
  }
  const outcome = await world.table.commit([
    seminarShelf.create(id, seminar),
    slugShelf.create(draft.slug, { seminarId: id }),
    ...(world.also ?? []),
  ])
  if (outcome.committed) return accept(seminar)
  const twin = outcome.failed.includes(0) ? (await seminarShelf.read(world.table, id))?.facts : undefined
  if (!twin) return refuse({ code: 'slug-taken' })
  return isMadeOf(twin, draft, world.now) ? accept(twin) : refuse({ code: 'saved-before', seminarId: id })
}

/** Whether the seminar says what the draft says; "from now on" and a number behind the address are the same words. */
function isMadeOf(seminar: Seminar, draft: SeminarDraft, now: Instant): boolean {
  const opens = draft.opens === now ? seminar.opens : draft.opens
  const slug = seminar.slug.startsWith(`${draft.slug}-`) ? seminar.slug : draft.slug
  const words = ({ sessions, ...rest }: SeminarDraft) =>
    JSON.stringify([
      wordFields.map((field) => rest[field]),
      sessions
        .map(({ start, end, place, breaks, door }) => JSON.stringify([start, end, place, breaks, door]))
        .sort(),
    ])
  return words(seminar) === words({ ...draft, places: v.parse(placesSchema, draft.places), opens, slug })
}

const wordFields = [
  'slug',
  'title',
  'description',
  'contents',
  'trainer',
  'phaseId',
  'zone',
  'capacity',
  'places',
  'opens',
  'closes',
  'threshold',
  'reducedThreshold',
  'everySession',
  'trainersWord',
  'completesAfterHours',
  'access',
  'remindsInvitedAfterDays',
  'calendarInvitations',
] as const satisfies readonly (keyof SeminarDraft)[]

type Change = { seminarId: string; version: string; draft: SeminarDraft }

async function changeSeminar(world: World, change: Change): Promise<Result<Seminar, SaveRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await attemptChange(world, change)
    if (outcome !== 'again') return outcome
  }
  throw new TableBusy('the notes of the seminar kept changing')
}

async function attemptChange(
  { table, now, newId, also = [] }: World,
  { seminarId, version, draft }: Change,
): Promise<Result<Seminar, SaveRefusal> | 'again'> {
  const before = await seminarShelf.read(table, seminarId)
  if (!before) return refuse({ code: 'unknown' })
  if (before.version !== version) return refuse({ code: 'changed-meanwhile' })
  const { state, slug } = before.facts
  if (state === 'completed' || state === 'cancelled') return refuse({ code: 'over' })
  if (state === 'published' && !isSameAgreement(before.facts.places, draft.places))
    return refuse({ code: 'places-fixed' })
  const planned = sessionsFrom(draft, before.facts, newId)
  const sessions = state === 'published' ? markChanges(before.facts.sessions, planned, now) : planned
  const dropped = state === 'published' ? droppedInUse(before.facts, sessions, now) : undefined
  if (dropped) return refuse({ code: 'session-in-use', sessionId: dropped.id })
  if (state === 'published' && sessions.length === 0) return refuse({ code: 'no-session' })
  const moves = state === 'published' && datesOf(sessions) !== datesOf(before.facts.sessions)
  const movedAt = moves ? now : before.facts.movedAt
  const { completedAt, releasedAt, allottedAt, letters } = before.facts
  const cancelledSessions = [
    ...before.facts.cancelledSessions,
    ...(state === 'published' ? cancelDropped(before.facts.sessions, sessions, now) : []),
  ]
  const seminar: Seminar = {
    ...draft,
    ...{
      id: seminarId,
      state,
      completedAt,
      releasedAt,
      allottedAt,
      movedAt,
      cancelledSessions,
      letters,
      sessions,
    },
  }
  const renames = await renameWrites(table, before, seminar)
  const outcome = await table.commit([
    seminarShelf.replace(before, seminar),
    ...renames,
    ...(await capacityWrites(table, before.facts, seminar)),
    ...(state === 'published' ? await scheduleSeminar(table, seminar, now) : []),
    ...(moves ? [await dueNow(table, { task: 'tell-moved', seminarId }, now)] : []),
    ...also,
  ])
  if (outcome.committed) return accept(seminar)
  if (outcome.failed.includes(0)) return refuse({ code: 'changed-meanwhile' })
  if (renames.length > 0 && seminar.slug !== slug && outcome.failed.includes(1))
    return refuse({ code: 'slug-taken' })
  // Only a note changed meanwhile, because the clock was doing it, or the line moved: write them once more.
  return 'again'
}

/**
 * A new address is taken in the same commit; the old one keeps leading here, as it may stand in mails. That of a draft
 * stands nowhere and becomes free.
 */
async function renameWrites(table: Table, before: Stored<Seminar>, seminar: Seminar): Promise<Write[]> {
  if (seminar.slug === before.facts.slug) return []
  const taken = await slugShelf.read(table, seminar.slug)
  const old = seminar.state === 'draft' ? await slugShelf.read(table, before.facts.slug) : undefined
  const free = old?.facts.seminarId === seminar.id ? [slugShelf.remove(old)] : []
  return taken?.facts.seminarId === seminar.id
    ? free
    : [slugShelf.create(seminar.slug, { seminarId: seminar.id }), ...free]
}

/** A draft has no line yet; and while newcomers come first, the seats are counted when they are given. */
async function capacityWrites(table: Table, before: Seminar, seminar: Seminar): Promise<Write[]> {
  const by = seminar.capacity - before.capacity
  if (by === 0 || seminar.state !== 'published' || isAllotmentAhead(seminar)) return []
  return [moveCapacity(seminar.id, await readLine(table, seminar.id), by)]
}

/** What people were told before they enrolled, and was counted since, stays as it is. */
const isSameAgreement = (before: Places, after: Places): boolean =>
  JSON.stringify([before.reserved, before.reservedUntil, before.newcomersUntil]) ===
    JSON.stringify([after.reserved, after.reservedUntil, after.newcomersUntil]) &&
  (before.mostPerAssociation === null) === (after.mostPerAssociation === null)

/** A session that people were invited to, or sat in, and that is not among the new ones. */
const droppedInUse = (before: Seminar, sessions: readonly Session[], now: Instant): Session | undefined =>
  before.sessions.find(
    ({ id, start, invitedAt }) =>
      (start <= now || invitedAt !== null) && !sessions.some((session) => session.id === id),
  )

/** Calendars have the sessions that are not among the new ones, and must hear that they do not take place. */
const cancelDropped = (before: readonly Session[], after: readonly Session[], now: Instant) =>
  before
    .filter(({ id }) => !after.some((session) => session.id === id))
    .map((session): CancelledSession => ({ ...session, cancelledAt: now }))

/** Ids that are not this seminar's own, or stand there twice, become new ones: attendance lies under them. */
function sessionsFrom(draft: SeminarDraft, before: Seminar | undefined, newId: NewId): Session[] {
  const kept = new Set<string>()
  return draft.sessions
    .map(({ id, start, end, place, breaks, door }) => {
      const known = before && !kept.has(id) ? findSession(before, id) : undefined
      if (known) kept.add(id)
      const { invitedAt = null, changedAt, addedAt, earlier, roomNumber, evacuatedAt } = known ?? {}
      return {
        ...{ id: known?.id ?? newId('ses'), start, end, place, invitedAt },
        ...(breaks?.length && { breaks }),
        ...(door && { door }),
        ...(roomNumber && { roomNumber }),
        ...(evacuatedAt && { evacuatedAt }),
        ...(changedAt && { changedAt }),
        ...(addedAt && { addedAt }),
        ...(earlier && { earlier }),
      }
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}
