import { log } from '../../../functions/aws/log.ts'
import { tryAgain } from '../try-again.ts'
import type { Callback } from './bigbluebutton-tells.ts'

/** How practice servers make requests of the house. */
export type Teller = {
  /** Makes them in their order; one that is not heard is made again before the next. */
  tell(callbacks: readonly Callback[]): void
  /** Resolves when the house has heard everything, or does not listen now. */
  idle(): Promise<void>
  stop(): void
}

/** Tells the house, and nobody else, what happened at a practice server; like a real one it forgets when it is restarted. */
export function openTeller(house: string): Teller {
  let waiting: Callback[] = []
  const telling = tryAgain({
    isMore: () => waiting.length > 0,
    async work() {
      for (;;) {
        const [next] = waiting
        if (!next) return true
        if (!(await isHeard(next))) return false
        waiting = waiting.filter((one) => one !== next)
      }
    },
  })
  return {
    tell(callbacks) {
      // A meeting names the address itself; a practice server asks nothing of the rest of the world.
      waiting = [...waiting, ...callbacks.filter(({ address }) => address.startsWith(`${house}/`))]
      void telling.begin()
    },
    idle: telling.idle,
    stop: telling.stop,
  }
}

/** What the house will never take counts as heard, so that it is not repeated for ever. */
async function isHeard({ method, address, headers, body }: Callback): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(10_000)
    const response = await fetch(address, { method, headers, signal, ...(body !== undefined && { body }) })
    await response.arrayBuffer()
    const { status } = response
    const refused = status >= 400 && status < 500 && status !== 429
    if (refused) log.warn('a practice server was refused', { status })
    return response.ok || refused
  } catch {
    return false
  }
}
