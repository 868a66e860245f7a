export type Persistent = {
  /** Begins, or goes on, where nothing is being done. */
  begin(): Promise<void>
  /** Resolves when the work is done, or does not get further now. */
  idle(): Promise<void>
  stop(): void
}

const firstPause = 500
const longestPause = 15_000

/**
 * Work that is tried again after a pause, longer each time, for as long as it answers that it could not be finished.
 * `isMore` says whether there is any.
 */
export function tryAgain({
  work,
  isMore,
}: {
  work: () => Promise<boolean>
  isMore: () => boolean
}): Persistent {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let pause = firstPause

  async function run(): Promise<void> {
    clearTimeout(timer)
    const isFinished = await work().catch(() => false)
    if (stopped) return
    if (isFinished) {
      pause = firstPause
      return
    }
    timer = setTimeout(begin, pause)
    pause = Math.min(longestPause, pause * 2)
  }

  function begin(): Promise<void> {
    if (stopped) return Promise.resolve()
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    begin,
    async idle() {
      await running
      // Something may have come in while the last of it was being done.
      if (isMore()) await begin()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
