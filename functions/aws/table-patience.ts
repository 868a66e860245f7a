import { TableBusy } from '../kernel/table.ts'
import { type Instant, millisecondsOf } from '../kernel/time.ts'
import { now } from './clock.ts'
import { chance, newSecret } from './randomness.ts'
import { neverLeft } from './unsent.ts'

/** What a table needs from the world besides the database; handed in, so that tests are fast and repeatable. */
export type Surroundings = {
  now: () => Instant
  newCommitId: () => string
  wait: (milliseconds: number) => Promise<void>
  chance: () => number
}

export const inEarnest: Surroundings = {
  now,
  newCommitId: newSecret,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  chance,
}

/** How often anything is tried. */
const attempts = 8

/**
 * After that no further attempt begins. The last one may take three seconds, and so may the look that settles an
 * unsure commit: people get their answer before the function that serves them is stopped.
 */
const patienceMilliseconds = 6_000

/** How often and how long one deed of the table is tried, over all its requests. */
export type Patience = {
  /** Waits before the next attempt; false where there shall be none, because it was tried for long enough. */
  rest: (attempt: number) => Promise<boolean>
}

/** Pauses have full jitter and grow from 20 ms up to 1.6 s. */
export function takePatience({ now, wait, chance }: Surroundings): Patience {
  const since = millisecondsOf(now())
  return {
    async rest(attempt) {
      const pause = chance() * Math.min(1_600, 10 * 2 ** attempt)
      const passed = millisecondsOf(now()) - since
      if (attempt >= attempts || passed + pause > patienceMilliseconds) return false
      await wait(pause)
      return true
    },
  }
}

/**
 * What a fault says about its request. busy: it did not happen, and may pass later · unsure: nobody knows whether
 * it happened · fault: it will never pass.
 */
type Verdict = 'busy' | 'unsure' | 'fault'

const busyName = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|TransactionConflict/

export function verdictOf(fault: unknown): Verdict {
  const { name, $metadata } = fault as {
    name: string
    $metadata?: { httpStatusCode?: number }
  }
  if (busyName.test(name) || neverLeft(fault)) return 'busy'
  if (name === 'TransactionInProgressException') return 'unsure'
  // No region, no rights, a mistake of ours: asking again is no use.
  if (name === 'CredentialsProviderError' || fault instanceof TypeError) return 'fault'
  const status = $metadata?.httpStatusCode
  return status !== undefined && status >= 400 && status < 500 ? 'fault' : 'unsure'
}

/** Asks until there is an answer; only for questions that may be asked twice. */
export async function patiently<Answer>(ask: () => Promise<Answer>, patience: Patience): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (fault) {
      if (verdictOf(fault) === 'fault') throw fault
      if (!(await patience.rest(attempt))) throw new TableBusy('the table did not answer', { cause: fault })
    }
  }
}
