import type { HandedOver } from '../../functions/mail/hand-over.ts'
import type { Mail } from '../../functions/mail/mail.ts'

/** What the provider does with one hand-over. `lost`: a copy goes out and the answer never comes. */
export type Mood =
  | 'accepts'
  | 'busy'
  | 'refuses'
  | 'unknown'
  | 'unknown-and-out'
  | 'never-answers'
  | 'dies-first'

const answers: Record<Exclude<Mood, 'never-answers' | 'dies-first'>, (n: number) => HandedOver> = {
  accepts: (n) => ({ outcome: 'accepted', messageId: `message-${n}` }),
  busy: () => ({ outcome: 'busy', trouble: 'throttled' }),
  refuses: () => ({ outcome: 'refused', trouble: 'refused' }),
  unknown: () => ({ outcome: 'unknown', trouble: 'no-answer' }),
  'unknown-and-out': () => ({ outcome: 'unknown', trouble: 'no-answer' }),
}

const reachesPeople = new Set<Mood>(['accepts', 'unknown-and-out', 'never-answers'])

/** A process that died settles nothing: no `catch` runs and no `finally`. */
export const dead = new Promise<never>(() => {})

/**
 * A provider of mail in memory. It follows the moods it was told, one per hand-over, then accepts; `arrived` holds a
 * copy of everything that reached somebody's mailbox, as it was written then.
 */
export function openPostOffice(...moods: Mood[]) {
  const arrived: Mail[] = []
  let always: Mood = 'accepts'
  let asked = 0
  return {
    arrived,
    asked: () => asked,
    /** From now on, once the planned moods are used up. */
    be: (mood: Mood) => {
      always = mood
    },
    handOver: async (mail: Mail): Promise<HandedOver> => {
      asked++
      const mood = moods.shift() ?? always
      if (reachesPeople.has(mood)) arrived.push(structuredClone(mail))
      if (mood === 'never-answers' || mood === 'dies-first') return dead
      return answers[mood](asked)
    },
    /** How many copies of each mail arrived, by what it is about and to whom. */
    tally: (): Record<string, number> => {
      const names = arrived.map(({ cause, to }) => `${cause} ${to.address.split('@')[0]}`)
      return Object.fromEntries(
        [...new Set(names)].sort().map((name) => [name, names.filter((n) => n === name).length]),
      )
    },
  }
}
