import { type EmailAddress, sameMailbox } from '../../kernel/email-address.ts'
import type { Language } from '../../kernel/language.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type ReadingTable, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { isLive } from '../enrollment.ts'
import { findByAddresses } from '../find-by-address.ts'
import { letThemBeWritten } from './ask-for-letters.ts'
import { invitationShelf } from './invitation.table.ts'
import { type Invitation, invitationIdFor, mostInvited, noInvitationsTo } from './invitation.ts'

export type InviteRefusal = { code: 'unknown' | 'not-published' | 'over' | 'too-many' | 'nobody' }

type World = { table: Table; now: Instant; also: readonly Write[] }
type InviteCommand = { seminarId: string; addresses: readonly EmailAddress[]; language: Language }

/** Whom a list of addresses would invite, and who needs no invitation any more. */
export type SortedAddresses = {
  fresh: EmailAddress[]
  invited: EmailAddress[]
  enrolled: EmailAddress[]
}

/** The table reads a hundred things at once. */
const readAtOnce = 100

/** Looks each address up: invited already, enrolled already, or fresh. */
export async function sortAddresses(
  table: ReadingTable,
  seminarId: string,
  addresses: readonly EmailAddress[],
): Promise<SortedAddresses> {
  const sorted: SortedAddresses = { fresh: [], invited: [], enrolled: [] }
  for (let from = 0; from < addresses.length; from += readAtOnce) {
    const some = addresses.slice(from, from + readAtOnce)
    const mailboxes = some.map(sameMailbox)
    const ids = await Promise.all(mailboxes.map((mailbox) => invitationIdFor(seminarId, mailbox)))
    const [invited, people] = await Promise.all([
      table.read(ids.map((invitationId) => invitationShelf.place({ seminarId, invitationId }))),
      findByAddresses(
        table,
        mailboxes.map((mailbox) => ({ seminarId, mailbox })),
      ),
    ])
    for (const [i, address] of some.entries()) {
      const person = people[i]?.known
      const isEnrolled = person !== undefined && isLive(person.facts)
      sorted[isEnrolled ? 'enrolled' : invited[i] ? 'invited' : 'fresh'].push(address)
    }
  }
  return sorted
}

/**
 * Invites a list of people: each gets a letter with a ticket of their own. Whoever is invited or enrolled already is
 * left in peace, so that sending the list twice is sending it once. The letters follow from what is stored here.
 */
export async function invitePeople(
  world: World,
  { seminarId, addresses, language }: InviteCommand,
): Promise<Result<SortedAddresses, InviteRefusal>> {
  if (addresses.length > mostInvited) return refuse({ code: 'too-many' })
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  const trouble = seminar ? noInvitationsTo(seminar, world.now) : 'unknown'
  if (trouble) return refuse({ code: trouble })
  const sorted = await sortAddresses(world.table, seminarId, eachOnce(addresses))
  if (sorted.fresh.length === 0) return refuse({ code: 'nobody' })
  for (let from = 0; from < sorted.fresh.length; from += madeAtOnce)
    await makeSome(world, {
      seminarId,
      language,
      addresses: sorted.fresh.slice(from, from + madeAtOnce),
      also: from === 0 ? world.also : [],
    })
  return accept(sorted)
}

const eachOnce = (addresses: readonly EmailAddress[]): EmailAddress[] => [
  ...new Map(addresses.map((address) => [sameMailbox(address), address])).values(),
]

/** A commit writes a hundred things; with the note and the entry in the trail there is some air left. */
const madeAtOnce = 90
const mostAttempts = 5

/** Makes the invitations together with the note that their letters are due. */
async function makeSome(world: World, command: InviteCommand & { also: readonly Write[] }): Promise<void> {
  const { seminarId } = command
  let { addresses } = command
  for (let attempt = 0; attempt < mostAttempts && addresses.length > 0; attempt++) {
    const made = await Promise.all(addresses.map((address) => inviteOne(world.now, { ...command, address })))
    const outcome = await world.table.commit([
      ...made.map((facts) => invitationShelf.create({ seminarId, invitationId: facts.id }, facts)),
      await letThemBeWritten(world, { seminarId }),
      ...command.also,
    ])
    if (outcome.committed) return
    // A colleague invited some of them in this moment, or the clock was just writing: leave those out, and once more.
    addresses = addresses.filter((_, i) => !outcome.failed.includes(i))
  }
  if (addresses.length > 0) throw new TableBusy('the invitations kept changing')
}

async function inviteOne(
  now: Instant,
  { seminarId, address, language }: { seminarId: string; address: EmailAddress; language: Language },
): Promise<Invitation> {
  return {
    id: await invitationIdFor(seminarId, sameMailbox(address)),
    seminarId,
    kind: 'address',
    email: address,
    name: '',
    language,
    limit: 1,
    used: 0,
    usedAt: null,
    until: null,
    open: true,
    madeAt: now,
    letters: [],
    mails: [],
  }
}
