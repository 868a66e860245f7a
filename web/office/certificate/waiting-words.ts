import { day, later } from '../../../functions/kernel/time.ts'
import { lastEnd, type Seminar } from '../../../functions/seminar/seminar.ts'
import type { Visit } from '../visit.ts'
import { loadRows } from './load-rows.ts'

/** A seminar in which so many people wait for a yes to their certificate. */
export type WaitingWords = { seminar: Seminar; people: number }

/** Nobody is reminded of older seminars. */
const remindedFor = 30 * day

/** The seminars that are over and wait for a word; people are read only of those that ask for one. */
export async function findWaitingWords(
  { world, now }: Visit,
  seminars: readonly Seminar[],
): Promise<WaitingWords[]> {
  const asking = seminars.filter((seminar) => {
    const end = lastEnd(seminar)
    const tookPlace = seminar.state === 'published' || seminar.state === 'completed'
    return (
      seminar.trainersWord && tookPlace && end !== undefined && end <= now && now < later(end, remindedFor)
    )
  })
  const found = await Promise.all(
    asking.map(async (seminar): Promise<WaitingWords> => {
      const rows = await loadRows(world.table, seminar)
      return { seminar, people: rows.filter(({ outcome }) => outcome === 'waits').length }
    }),
  )
  return found.filter(({ people }) => people > 0)
}
