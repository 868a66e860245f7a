import { type Table, TableBusy, UnsureCommit, type Write } from '../../functions/kernel/table.ts'
import { dead } from '../world/post-office.ts'

/** What one run of many met and reached. A green run in which nothing happened proves nothing. */
export const nothingReached = () => ({
  crashes: 0,
  unsure: 0,
  busy: 0,
  conflicts: 0,
  resumed: 0,
  replaced: 0,
  revoked: 0,
  erased: 0,
  held: 0,
})
export type Reached = ReturnType<typeof nothingReached>

const writesKind = (writes: readonly Write[], kind: string): boolean =>
  writes.some((write) => 'kind' in write && write.kind === kind)

type Bad = { random: () => number; reached: Reached; numbersOf: Map<string, number>; process: number }

/**
 * The table as one process sees it in bad times: others come between any two of its calls, each of which may be its
 * last; a commit may answer that nobody knows, whether it happened or not, or that the table is too busy.
 */
export function openBadTimes(table: Table, { random, reached, numbersOf, process }: Bad) {
  let died: () => void = () => {}
  const death = new Promise<void>((resolve) => {
    died = resolve
  })
  const die = (): Promise<never> => {
    reached.crashes++
    died()
    return dead
  }
  const through = async <T>(effect: () => Promise<T>): Promise<T> => {
    for (let turns = Math.floor(random() * 3); turns > 0; turns--) await new Promise(setImmediate)
    const luck = random()
    if (luck < 0.004) return die()
    const answer = await effect()
    return luck < 0.008 ? die() : answer
  }
  const note = (writes: readonly Write[]) => {
    for (const write of writes) {
      if (write.do !== 'create') continue
      if (write.kind === 'register-entry') numbersOf.set((write.facts as { number: string }).number, process)
      if (write.kind === 'certificate-replacement') reached.replaced++
      if (write.kind !== 'certificate') continue
      if (numbersOf.get((write.facts as { number: string }).number) !== process) reached.resumed++
    }
  }
  const commit: Table['commit'] = async (writes) => {
    const luck = random()
    if (luck < 0.01) {
      reached.busy++
      throw new TableBusy('the table is asked for too much')
    }
    const isLost = luck > 0.98
    if (isLost) reached.unsure++
    if (luck > 0.99) throw new UnsureCommit('it never arrived')
    const outcome = await table.commit(writes)
    if (outcome.committed) note(writes)
    else if (writesKind(writes, 'register-end')) reached.conflicts++
    if (isLost) throw new UnsureCommit('the answer was lost')
    return outcome
  }
  const mortal: Table = {
    read: (places) => through(() => table.read(places)),
    list: (name, pk, prefix) => through(() => table.list(name, pk, prefix)),
    listDue: (until, limit, kind) => through(() => table.listDue(until, limit, kind)),
    counters: (place) => through(() => table.counters(place)),
    draw: (place, counter, how) => through(() => table.draw(place, counter, how)),
    commit: (writes) => through(() => commit(writes)),
  }
  return { mortal, death }
}

/** A number between 0 and 1 that looks drawn and follows from the seed (mulberry32). */
export function drawnFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
