import type { Place, ReadingTable, Stored } from '../kernel/table.ts'
import { addressPointerShelf, type EnrollmentName, enrollmentShelf } from './enrollment.table.ts'
import { type Enrollment, enrollmentIdFor } from './enrollment.ts'

/** A mailbox in one seminar. */
export type Address = { seminarId: string; mailbox: string }

/** What an address has in a seminar. */
export type FoundByAddress = {
  /** Where its enrollment lies, or would lie. */
  name: EnrollmentName
  known: Stored<Enrollment> | undefined
  /** Ended ones of the same address, which another one has followed after its address was corrected. */
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

/** Finds the enrollment of an address; `first` is what was read at its likely place already. */
export async function followAddress(
  table: Pick<ReadingTable, 'read'>,
  address: Address,
  first: Stored<unknown> | undefined,
): Promise<FoundByAddress> {
  const earlier: Stored<Enrollment>[] = []
  for (let turn = 0; turn < mostTurns; turn++) {
    const name = await nameOf(address, turn)
    const lies = turn === 0 ? first : (await table.read([enrollmentShelf.place(name)]))[0]
    if (!lies) return { name, known: undefined, earlier }
    const known = await followPointers(table, { lies, address, earlier })
    if (known) return { name: nameIn(known), known, earlier }
  }
  throw new Error('an address was corrected to and fro too often')
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

type Following = { lies: Stored<unknown>; address: Address; earlier: Stored<Enrollment>[] }

/** From what lies there to the enrollment that has the address now; undefined where it has another one. */
async function followPointers(
  table: Pick<ReadingTable, 'read'>,
  { lies, address, earlier }: Following,
): Promise<Stored<Enrollment> | undefined> {
  const pointer = lies.kind === addressPointerShelf.kind
  const to = pointer ? addressPointerShelf.decode(lies).facts.enrollmentId : ''
  const own = pointer
    ? await enrollmentShelf.read(table, { seminarId: address.seminarId, enrollmentId: to })
    : enrollmentShelf.decode(lies)
  if (!own || !isFor(own, address)) return undefined
  const { continuedAs } = own.facts
  if (continuedAs === '') return own
  const [next] = await table.read([
    enrollmentShelf.place({ seminarId: address.seminarId, enrollmentId: continuedAs }),
  ])
  const further = next && (await followPointers(table, { lies: next, address, earlier }))
  if (!further) return own
  earlier.push(own)
  return further
}
