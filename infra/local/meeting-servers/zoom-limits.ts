import { day, type Instant, instantFrom, millisecondsOf } from '../../../functions/kernel/time.ts'

/** Zoom weighs its calls; an account of the plan Pro may make so many of each weight a second. */
export const perSecond = { light: 30, medium: 20, heavy: 10 } as const
export type Weight = keyof typeof perSecond

/** Meetings that may be made or changed a day for one host, and registrations a day of one address in one meeting. */
export const perDay = { meetings: 100, registrations: 3 } as const

/** Somebody asked too much; what Zoom says to that. */
export type TooMuch = { retryAfter: string; type: string; message: string }

/** Counts calls as Zoom does: by second and weight for the account, by day for some of them. */
export function openZoomLimits(now: () => Instant) {
  const counts = new Map<string, number>()
  const count = (name: string): number => {
    const counted = (counts.get(name) ?? 0) + 1
    counts.set(name, counted)
    return counted
  }
  return {
    second(weight: Weight): TooMuch | undefined {
      const second = Math.floor(millisecondsOf(now()) / 1000)
      if (count(`${weight} ${second}`) <= perSecond[weight]) return undefined
      return {
        retryAfter: '1',
        type: 'QPS',
        message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
      }
    },
    day(what: keyof typeof perDay, of: string): TooMuch | undefined {
      const today = Math.floor(millisecondsOf(now()) / day)
      if (count(`${what} ${of} ${today}`) <= perDay[what]) return undefined
      return {
        retryAfter: instantFrom((today + 1) * day).replace(/\.\d+Z$/, 'Z'),
        type: 'Daily-limit',
        message: `You have exceeded the daily rate limit of (${perDay[what]}). You can resume these API requests at GMT 00:00:00.`,
      }
    },
  }
}
