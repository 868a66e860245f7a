import type { Table } from '../../functions/kernel/table.ts'
import { dead } from './post-office.ts'

/** A table whose process dies at one of its effects, counted from 1. */
export type Crash = { at: number; when: 'before' | 'after' }

/**
 * The table as one process sees it that dies at a certain effect: the call never settles, so nothing tidies up.
 * `death` settles then; `effects` tells how many there were.
 */
export function openCrashingTable(table: Table, crash: Crash | undefined) {
  let effects = 0
  let died: () => void = () => {}
  const death = new Promise<'died'>((resolve) => {
    died = () => resolve('died')
  })
  const through = async <T>(effect: () => Promise<T>): Promise<T> => {
    const hit = ++effects === crash?.at
    if (hit && crash.when === 'before') {
      died()
      return dead
    }
    const answer = await effect()
    if (hit) {
      died()
      return dead
    }
    return answer
  }
  const mortal: Table = {
    read: (places) => through(() => table.read(places)),
    list: (name, pk, prefix) => through(() => table.list(name, pk, prefix)),
    listDue: (until, limit, kind) => through(() => table.listDue(until, limit, kind)),
    counters: (place) => through(() => table.counters(place)),
    draw: (place, counter, how) => through(() => table.draw(place, counter, how)),
    commit: (writes) => through(() => table.commit(writes)),
  }
  return { mortal, death, effects: () => effects }
}

/**
 * Does a deed once undisturbed to count its effects, then once for each effect with a crash before and after it, each
 * time in a house of its own. Answers how many crashes there were.
 */
export async function withEveryCrash(
  tryIt: (open: (table: Table) => ReturnType<typeof openCrashingTable>) => Promise<void>,
): Promise<number> {
  let effects = 0
  await tryIt((table) => {
    const calm = openCrashingTable(table, undefined)
    return { ...calm, effects: () => (effects = calm.effects()) }
  })
  let crashes = 0
  for (let at = 1; at <= effects; at++)
    for (const when of ['before', 'after'] as const) {
      await tryIt((table) => openCrashingTable(table, { at, when }))
      crashes++
    }
  return crashes
}
