import { type Instant, instantFrom } from '../kernel/time.ts'

/**
 * What time it is. On one machine the workbench moves time forward by this many milliseconds; in AWS the name is
 * never set. It is read at each call, because the workbench moves it while the functions run.
 */
export const now = (): Instant => instantFrom(Date.now() + Number(process.env.CLOCK_AHEAD_MS ?? 0))

/** Waits in earnest, also where the workbench has moved the time. */
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
