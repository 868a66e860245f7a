import type { Place, ReadingTable, Stored } from '../kernel/table.ts'
import {
  addressPointerShelf,
  type EnrollmentName,
  enrollmentShelf,
  findEnrollment,
} from './enrollment.table.ts'
import { type Enrollment, enrollmentIdFor, isLive } from './enrollment.ts'

/** A mailbox in one seminar. */
export type Address = { seminarId: string; mailbox: string }

/** What an address has in a seminar. */
export type FoundByAddress = {
  /** Where its enrollment lies, or would lie. */
  name: EnrollmentName
  known: Stored<Enrollment> | undefined
  /** Others of the same address, which ended before. */
  earlier: Stored<Enrollment>[]
}

/** The table reads at most a hundred things at once. */
const atOnce = 100
/** An address goes astray only when coordinators correct it to and fro; so often is more than anybody does. */
const mostTurns = 12

/**
 * Where an address may lie: under the id that follows from it, and, where that is somebody else's by now because their
 * address was corrected, under the next one that follows.
 */
const nameOf = async ({ seminarId, mailbox }: Address, turn: number): Promise<EnrollmentName> => ({
  seminarId,
  // No address has a bar in its domain, so this is nobody's first id.
  enrollmentId: await enrollmentIdFor(seminarId, turn === 0 ? mailbox : `${mailbox}|${turn}`),
})

/** Where an address lies in all seminars whose coordinators never corrected one; it spares a look to read it early. */
export const likelyPlace = async (address: Address): Promise<Place> =>
  enrollmentShelf.place(await nameOf(address, 0))

/**
 * Finds the enrollment of an address: the one that lives, or the last of those that ended. `first` is what was read at
 * its likely place already. Only where a coordinator once corrected an address is more to be read.
 */
export async function followAddress(
  table: Pick<ReadingTable, 'read'>,
  address: Address,
  first: Stored<unknown> | undefined,
): Promise<FoundByAddress> {
  const found = new Map<string, Stored<Enrollment>>()
  for (let turn = 0; turn < mostTurns; turn++) {
    const name = await nameOf(address, turn)
    const lies = turn === 0 ? first : (await table.read([enrollmentShelf.place(name)]))[0]
    if (!lies) return foundIn([...found.values()], name)
    await follow(table, { lies, address, found })
    if (isPlain(lies)) return foundIn([...found.values()], name)
  }
  const [name] = [...found.values()].map(nameIn)
  if (!name) throw new Error('an address was corrected to and fro too often')
  return foundIn([...found.values()], name)
}

/** Where no address was ever corrected nothing lies further on. */
const isPlain = (lies: Stored<unknown>): boolean =>
  lies.kind === enrollmentShelf.kind && enrollmentShelf.decode(lies).facts.addressSince === null

function foundIn(found: readonly Stored<Enrollment>[], vacant: EnrollmentName): FoundByAddress {
  const known = found.find(({ facts }) => isLive(facts)) ?? found.at(-1)
  return {
    name: known ? nameIn(known) : vacant,
    known,
    earlier: found.filter((stored) => stored !== known),
  }
}

/** Finds the enrollments of many addresses; where none was ever corrected, in as few reads as there are hundreds. */
export async function findByAddresses(
  table: Pick<ReadingTable, 'read'>,
  addresses: readonly Address[],
): Promise<FoundByAddress[]> {
  const places = await Promise.all(addresses.map(likelyPlace))
  const pages = Array.from({ length: Math.ceil(places.length / atOnce) }, (_, page) =>
    table.read(places.slice(page * atOnce, (page + 1) * atOnce)),
  )
  const lies = (await Promise.all(pages)).flat()
  return Promise.all(addresses.map((address, i) => followAddress(table, address, lies[i])))
}

const nameIn = ({ facts }: Stored<Enrollment>): EnrollmentName => ({
  seminarId: facts.seminarId,
  enrollmentId: facts.id,
})

/** What belongs to nobody any more may be taken by whoever comes; what has another address is somebody else's. */
const isFor = ({ facts }: Stored<Enrollment>, { mailbox }: Address): boolean =>
  facts.email === '' || facts.email.toLowerCase() === mailbox

type Following = { lies: Stored<unknown>; address: Address; found: Map<string, Stored<Enrollment>> }

/** Notes every enrollment of the address to which what lies there leads. */
async function follow(table: Pick<ReadingTable, 'read'>, { lies, address, found }: Following): Promise<void> {
  const { seminarId } = address
  const readNext = (enrollmentId: string) => findEnrollment(table, { seminarId, enrollmentId })
  let next =
    lies.kind === addressPointerShelf.kind
      ? await readNext(addressPointerShelf.decode(lies).facts.enrollmentId)
      : enrollmentShelf.decode(lies)
  while (next && isFor(next, address) && !found.has(next.facts.id)) {
    found.set(next.facts.id, next)
    next = next.facts.continuedAs === '' ? undefined : await readNext(next.facts.continuedAs)
  }
}
