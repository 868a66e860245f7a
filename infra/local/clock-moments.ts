import { type DueWork, dueWorkShelf, type Task } from '../../functions/kernel/due-work.ts'
import type { Stored } from '../../functions/kernel/table.ts'
import { type Instant, instantFrom } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'

/** Tasks that look around every few minutes and mostly find nothing new. */
const rounds: readonly Task[] = [
  'sweep',
  'invite',
  'complete',
  'write-to-invited',
  'write-to-missing',
  'thank',
]
/** Tasks after which no round finds anything that it did not find before. */
const stirNothing: readonly Task[] = ['forget-answers']
/** A round that found the same twice finds it again until something else happens. */
const oftenEnough = 2

/**
 * At which moments a clock that is moved by weeks must stop. Stopping for every round of every seminar would take
 * minutes; so rounds are left out while nothing happens, and made up for at the next stop.
 */
export type Moments = {
  /** Takes note of a run: what was due before it and what waits after it. Answers what is worth telling. */
  noteRun(before: readonly Stored<unknown>[], after: readonly Stored<unknown>[]): Stored<unknown>[]
  /** Something happened, so every round may find something. */
  stir(): void
  /** The next moment after now at which something may happen. */
  next(waiting: readonly Stored<unknown>[], now: Instant): Instant | undefined
}

/** Begins with no round known. */
export function openMoments(): Moments {
  const known = new Map<string, { seminarId: string; seen: string; times: number }>()
  /** Whatever happens in a seminar is news to the rounds of that seminar. */
  const stirIn = (seminarId: string) => {
    for (const [name, round] of known) if (round.seminarId === seminarId) known.delete(name)
  }
  const isQuiet = (item: Stored<unknown>) => (known.get(nameOf(item))?.times ?? 0) >= oftenEnough

  return {
    stir: () => known.clear(),

    noteRun(before, after) {
      const waiting = new Map(after.map((item) => [nameOf(item), item]))
      const ran = before.filter((item) => waiting.get(nameOf(item))?.version !== item.version)
      const again = (item: Stored<unknown>) => {
        const next = waiting.get(nameOf(item))
        return next && roundOf(next)
      }
      for (const item of ran) if (!again(item) && !isOf(item, stirNothing)) stirIn(seminarOf(item))
      return ran.filter((item) => {
        const round = again(item)
        if (!round) return true
        const seen = inOneOrder(round.seen)
        const last = known.get(nameOf(item))
        const times = last?.seen === seen ? last.times + 1 : 1
        known.set(nameOf(item), { seminarId: round.seminarId, seen, times })
        return times === 1
      })
    },

    next: (waiting, now) =>
      waiting
        .map((item) => (isQuiet(item) ? wakesAt(item) : item.due))
        .filter((moment): moment is Instant => moment !== undefined && moment > now)
        .sort()[0],
  }
}

const isOf = (item: Stored<unknown>, tasks: readonly Task[]): boolean =>
  item.kind === 'work' && tasks.includes(dueWorkShelf.decode(item).facts.task)

/** A database hands the same things out in any order; and when a round last looked is nothing that it found. */
const inOneOrder = ({ looked: _, ...seen }: DueWork['seen']): string =>
  JSON.stringify(Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1)))

const nameOf = ({ pk, sk }: Stored<unknown>): string => JSON.stringify([pk, sk])

const seminarOf = (item: Stored<unknown>): string =>
  (item.kind === 'mail' ? mailShelf : dueWorkShelf).decode(item).facts.seminarId

function roundOf(item: Stored<unknown>): DueWork | undefined {
  const note = item.kind === 'work' ? dueWorkShelf.decode(item).facts : undefined
  return note && rounds.includes(note.task) ? note : undefined
}

/** A sweep remembers when the next held seat becomes free: then it has something to do. */
function wakesAt(item: Stored<unknown>): Instant | undefined {
  const [wakes] = roundOf(item)?.seen.wakes ?? []
  if (wakes === undefined) return undefined
  const moment = instantFrom(wakes)
  return item.due && item.due > moment ? item.due : moment
}
