import { TableBusy } from '../kernel/table.ts'
import { chance, newSecret } from './randomness.ts'

/** What a table needs from the world besides the database; handed in, so that tests are fast and repeatable. */
export type Surroundings = {
  newCommitId: () => string
  wait: (milliseconds: number) => Promise<void>
  chance: () => number
}

export const inEarnest: Surroundings = {
  newCommitId: newSecret,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  chance,
}

/** How often anything is tried. */
export const attempts = 8

/** Waits before the next attempt: full jitter, exponential from 50 ms up to 1.6 s. */
export const pauseAfter = (attempt: number, { wait, chance }: Surroundings): Promise<void> =>
  wait(chance() * Math.min(1_600, 25 * 2 ** attempt))

/**
 * What a fault says about its request. busy: it did not happen, and may pass later · unsure: nobody knows whether
 * it happened · fault: it will never pass.
 */
export type Verdict = 'busy' | 'unsure' | 'fault'

const busyName = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|TransactionConflict/
/** The request never left this machine. */
const unsentCode = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/

export function verdictOf(fault: unknown): Verdict {
  const { name, code, $metadata } = fault as {
    name: string
    code?: string
    $metadata?: { httpStatusCode?: number }
  }
  if (busyName.test(name) || unsentCode.test(code ?? '')) return 'busy'
  if (name === 'TransactionInProgressException') return 'unsure'
  // No region, no rights, a mistake of ours: asking again is no use.
  if (name === 'CredentialsProviderError' || fault instanceof TypeError) return 'fault'
  const status = $metadata?.httpStatusCode
  return status !== undefined && status >= 400 && status < 500 ? 'fault' : 'unsure'
}

/** Asks until there is an answer; only for questions that may be asked twice. */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  surroundings: Surroundings,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (fault) {
      if (verdictOf(fault) === 'fault') throw fault
      if (attempt === attempts) throw new TableBusy('the table did not answer', { cause: fault })
      await pauseAfter(attempt, surroundings)
    }
  }
}
