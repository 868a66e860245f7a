import { log } from '../../../functions/aws/log.ts'
import type { Callback } from './bigbluebutton-tells.ts'

/** How practice servers make requests of the house. */
export type Teller = {
  /** Makes them in their order; one that is not heard is made again before the next. */
  tell(callbacks: readonly Callback[]): void
  /** Resolves when the house has heard everything, or does not listen now. */
  idle(): Promise<void>
  stop(): void
}

const firstPause = 500
const longestPause = 15_000

/** Tells the house, and nobody else, what happened at a practice server; like a real one it forgets when it is restarted. */
export function openTeller(house: string): Teller {
  let waiting: Callback[] = []
  let sending: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let pause = firstPause

  async function sendAll(): Promise<void> {
    clearTimeout(timer)
    for (;;) {
      const [next] = waiting
      if (!next || stopped) return
      if (!(await isHeard(next))) {
        timer = setTimeout(send, pause)
        pause = Math.min(longestPause, pause * 2)
        return
      }
      waiting = waiting.filter((one) => one !== next)
      pause = firstPause
    }
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = undefined
    })
    return sending
  }

  return {
    tell(callbacks) {
      // A meeting names the address itself; a practice server asks nothing of the rest of the world.
      waiting = [...waiting, ...callbacks.filter(({ address }) => address.startsWith(`${house}/`))]
      void send()
    },
    async idle() {
      await sending
      if (waiting.length > 0) await send()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
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
