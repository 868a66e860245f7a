import { sameMailbox } from '../kernel/email-address.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Stored, TableBusy, type Write } from '../kernel/table.ts'
import { hour, later } from '../kernel/time.ts'
import { drawNumbers, isBeyondTheList, type Line, readKept } from '../seminar/line.ts'
import { mostInGroup } from '../seminar/places.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { type EnrollRefusal, formSentBefore, whyClosed } from './enroll.ts'
import { type Applicant, type EnrollCommand, type EnrollWorld, holdHours } from './enroll-command.ts'
import type { EnrollmentName } from './enrollment.table.ts'
import { type Enrollment, isLive, type SentForm } from './enrollment.ts'
import { findByAddresses } from './find-by-address.ts'
import type { InvitationRefusal } from './invitation/use-invitation.ts'
import { countAssociation } from './line/association-count.ts'
import { application, isKeptFor, keptSeat, type Spot, spotOfNumber } from './line/find-spot.ts'
import { handNumbersBack } from './line/serve-next.ts'
import { drawMailAllowance, haveMailAllowance } from './mail-allowance.ts'
import { writesBesideTheLine, writesOfPlace, writesOfReminder } from './store-place.ts'

/** Several people of one association; each confirms for themself. */
export type EnrollGroupCommand = Pick<EnrollCommand, 'seminarId' | 'formId' | 'notice'> & {
  people: Applicant[]
  /** Seats for all or the waiting list for all; otherwise as many seats as there are. */
  together: boolean
}

/** A group comes without an invitation. */
export type EnrollGroupRefusal =
  | Exclude<EnrollRefusal, InvitationRefusal>
  | { code: 'no-groups' | 'same-address' }

/** What the page may say to everybody: how many spots of each kind the form got. */
export type GroupEnrolled = {
  seminar: Seminar
  seats: number
  waiting: number
  applied: number
  /** Whether all of them wait until there are seats for all. */
  waitTogether: boolean
  holdsUntil: ReturnType<typeof later>
}

type Member = {
  command: EnrollCommand
  name: EnrollmentName
  known: Stored<Enrollment> | undefined
}

/** How often the line or one of the people may change before the door gives up. */
const mostAttempts = 4

/**
 * Enrolls up to ten people of one association in one commit: all of them or none. Each gets their own mail and
 * confirms for themself. Who is known already gets no second place, and the page does not tell.
 */
export async function enrollGroup(
  world: EnrollWorld,
  command: EnrollGroupCommand,
): Promise<Result<GroupEnrolled, EnrollGroupRefusal>> {
  const seminar = (await seminarShelf.read(world.table, command.seminarId))?.facts
  if (!seminar) return refuse({ code: 'unknown' })
  const trouble = troubleOfGroup(seminar, command)
  if (trouble) return refuse({ code: trouble })
  const members = await readMembers(world, command)
  const sent = sentBefore(members)
  if (sent) return answerForGroup(seminar, command, sent)
  const [first] = command.people
  const closed = first && (await whyClosed(world, seminar, { ...first, people: members.length }))
  if (closed) return refuse({ code: closed })
  if (!(await drawMailAllowances(world, members))) return refuse({ code: 'too-many-mails' })
  return takePlaces(world, { seminar, members, command })
}

function troubleOfGroup(
  { places, access }: Seminar,
  { people }: EnrollGroupCommand,
): 'no-groups' | 'same-address' | undefined {
  // An invitation is for one person, or counts one by one.
  if (!places.groups || access !== 'open' || people.length === 0 || people.length > mostInGroup)
    return 'no-groups'
  const mailboxes = new Set(people.map(({ email }) => sameMailbox(email)))
  return mailboxes.size < people.length ? 'same-address' : undefined
}

async function readMembers(world: EnrollWorld, command: EnrollGroupCommand): Promise<Member[]> {
  const { seminarId, formId, notice, people } = command
  const found = await findByAddresses(
    world.table,
    people.map(({ email }) => ({ seminarId, mailbox: sameMailbox(email) })),
  )
  return people.map((person, i) => ({
    command: { ...person, seminarId, formId, notice },
    name: found[i]?.name ?? { seminarId, enrollmentId: '' },
    known: found[i]?.known,
  }))
}

/** One mail for each who gets one; nothing is taken from the others where somebody has had too many. */
async function drawMailAllowances({ table, now }: EnrollWorld, members: readonly Member[]): Promise<boolean> {
  const mailboxes = members
    .filter((member) => !hasSentBefore(member))
    .map(({ command }) => sameMailbox(command.email))
  if (!(await haveMailAllowance(table, mailboxes, now))) return false
  for (const mailbox of mailboxes) if (!(await drawMailAllowance(table, mailbox, now))) return false
  return true
}

const hasSentBefore = ({ known, command }: Member): boolean =>
  formSentBefore(known?.facts, command.formId) !== undefined

/**
 * The same form makes nothing twice. Only where each of its people came with it before: whoever goes back to mend an
 * address sends the same form with somebody new in it.
 */
const sentBefore = (members: readonly Member[]): SentForm[] | undefined => {
  const sent = members.flatMap(({ known, command }) => formSentBefore(known?.facts, command.formId) ?? [])
  return sent.length === members.length ? sent : undefined
}

/** The same form has the same answer as the first time, also until when it holds. */
export const answerForGroup = (
  seminar: Seminar,
  { together }: Pick<EnrollGroupCommand, 'together'>,
  sent: readonly Pick<SentForm, 'standing' | 'at'>[],
) => {
  const count = (...standings: SentForm['standing'][]) =>
    sent.filter(({ standing }) => standings.includes(standing)).length
  const waiting = count('waiting', 'offered')
  const at = sent.map((form) => form.at).reduce((first, next) => (next < first ? next : first))
  return accept({
    seminar,
    seats: count('seat'),
    waiting,
    applied: count('applied'),
    waitTogether: together && waiting === sent.length,
    holdsUntil: later(at, holdHours * hour),
  })
}

type Opening = { seminar: Seminar; members: Member[]; command: EnrollGroupCommand }

async function takePlaces(
  world: EnrollWorld,
  { seminar, members: asRead, command }: Opening,
): Promise<Result<GroupEnrolled, EnrollGroupRefusal>> {
  let members = asRead
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const { spots, drawn, line } = await findSpots(world, { seminar, members, command })
    if (spots === 'full') {
      await handNumbersBack(world, seminar.id, { numbers: drawn, line })
      return refuse({ code: 'full' })
    }
    const isKnown = members.map(({ known }) => known !== undefined && isLive(known.facts))
    const outcome = await storeGroup(world, { seminar, members, spots })
    const unused = outcome ? spots.filter((_, i) => isKnown[i]).map(({ number }) => number) : []
    const kept = new Set(outcome ? spots.map(({ number }) => number) : [])
    const numbers = [...drawn.filter((number) => !kept.has(number)), ...unused.filter((number) => number > 0)]
    await handNumbersBack(world, seminar.id, { numbers, line })
    if (outcome)
      return answerForGroup(
        seminar,
        command,
        spots.map((spot) => ({ ...spot, at: world.now })),
      )
    members = await readMembers(world, command)
    const sent = sentBefore(members)
    if (sent) return answerForGroup(seminar, command, sent)
    const [first] = command.people
    const closed = first && (await whyClosed(world, seminar, { ...first, people: members.length }))
    if (closed) return refuse({ code: closed })
  }
  throw new TableBusy('the line kept changing')
}

/** Kept seats first, then numbers that lie side by side. */
async function findSpots(
  world: EnrollWorld,
  { seminar, members, command }: Opening,
): Promise<{ spots: Spot[] | 'full'; drawn: number[]; line?: Line }> {
  if (seminar.places.approval) return { spots: members.map(() => application), drawn: [] }
  const associationId = command.people[0]?.associationId ?? ''
  const left = isKeptFor(seminar, associationId, world.now)
    ? await readKept(world.table, seminar.id, associationId)
    : 0
  const keptSpots = members.slice(0, left).map(() => keptSeat(associationId))
  const rest = members.length - keptSpots.length
  if (rest === 0) return { spots: keptSpots, drawn: [] }
  const line = await drawNumbers(world.table, seminar.id, rest)
  const drawn = Array.from({ length: rest }, (_, i) => line.next - rest + 1 + i)
  const { together } = command
  return { spots: spotsOfGroup(seminar, line, { keptSpots, drawn, together }), drawn, line }
}

type Drawing = { keptSpots: readonly Spot[]; drawn: readonly number[]; together: boolean }

/** What kept seats and numbers that lie side by side, the last ones drawn, bring to a group. */
export function spotsOfGroup(
  seminar: Seminar,
  line: Line,
  { keptSpots, drawn, together }: Drawing,
): Spot[] | 'full' {
  if (together && line.next > line.serving)
    return seminar.places.waitingSize === 0 ? 'full' : [...keptSpots, ...drawn].map(() => waitingTogether)
  if (isBeyondTheList(line.next, line, seminar)) return 'full'
  return [...keptSpots, ...drawn.map((number) => spotOfNumber(seminar, number, line))]
}

/** Beside the line, until there are seats for all of the group at the same time. */
const waitingTogether: Spot = { standing: 'waiting', number: 0, keptFor: '', reaches: 0 }

type Group = { seminar: Seminar; members: readonly Member[]; spots: readonly Spot[] }

/** One commit for all; false when somebody or something in it has changed. */
async function storeGroup(world: EnrollWorld, { seminar, members, spots }: Group): Promise<boolean> {
  const writes: Write[] = []
  const taken: Spot[] = []
  for (const [i, member] of members.entries()) {
    const spot = spots[i] ?? application
    const { known, command } = member
    if (hasSentBefore(member)) continue
    if (known && isLive(known.facts))
      writes.push(...(await writesOfReminder(world, { seminar, known, command, spot })))
    else {
      const waitsWith = spot === waitingTogether ? command.formId : ''
      writes.push(...(await writesOfPlace(world, { ...member, seminar, spot, waitsWith, inGroup: true })))
      taken.push(spot)
    }
  }
  const [first] = members
  const counted =
    first && taken.length > 0 ? await countAssociation(seminar, first.command, taken.length) : []
  const outcome = await world.table.commit([...writes, ...writesBesideTheLine(seminar.id, taken), ...counted])
  return outcome.committed
}
