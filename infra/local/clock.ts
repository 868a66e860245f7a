import { now } from '../../functions/aws/clock.ts'
import { log } from '../../functions/aws/log.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import type { Stored, Table } from '../../functions/kernel/table.ts'
import { type Instant, instantFrom, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import { type Moments, openMoments } from './clock-moments.ts'
import { keepJson, readKept } from './kept-file.ts'

/** Something that ran, and when. */
export type Ran = { at: Instant; work: string }

/** Something outside the outbox that ends by the clock, such as a room at the end of its session. */
export type TimedPart = {
  /** When it has something to do next; undefined where nothing is in sight. */
  next(): Instant | undefined
  /** Does what is due by now and says what that was. */
  run(): Ran[]
}

/** Several such parts as one. */
export const together = (parts: readonly TimedPart[]): TimedPart => ({
  next: () => parts.flatMap((part) => part.next() ?? []).sort()[0],
  run: () => parts.flatMap((part) => part.run()),
})

export type LocalClock = {
  /** Moves time forward and does everything that falls due on the way, in its order. Undefined: that is past. */
  advanceTo(target: Instant): Promise<{ now: Instant; ran: Ran[] } | undefined>
  /** What falls due next, earliest first. */
  comingUp(most: number): Promise<Ran[]>
  /** Runs the minute function now and every minute from now on. */
  start(): void
  stop(): void
}

type Surroundings = {
  file: string
  table: Pick<Table, 'listDue'>
  timed: TimedPart
  /** Runs the function that does what is due. */
  runMinute: () => Promise<unknown>
  /** Resolves when everything that was set off has come to rest. */
  quiet: () => Promise<void>
}

const distantFuture = '9999-12-31T23:59:59.999Z' as Instant
/** More than anything in a demonstration falls due in one step. */
const mostDue = 1_000

/** Sets the clock of this process to where it stood when the last one ended. */
export function restoreClock(file: string): void {
  const kept = readKept(file) as { aheadMilliseconds?: number } | undefined
  process.env.CLOCK_AHEAD_MS = String(kept?.aheadMilliseconds ?? 0)
}

/** The clock of the local system: it runs by itself, and the workbench moves it forward. */
export function openClock(surroundings: Surroundings): LocalClock {
  const { file, table, timed, quiet } = surroundings
  let timer: NodeJS.Timeout | undefined
  let line: Promise<unknown> = Promise.resolve()
  /** One after the other, so that two minute runs never meet. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work)
    line = turn.catch(() => undefined)
    return turn
  }

  const runMinute = () =>
    surroundings.runMinute().catch((fault) => log.fault(fault, { part: 'minute function' }))

  function setTo(instant: Instant): void {
    if (instant <= now()) return
    const aheadMilliseconds = millisecondsOf(instant) - Date.now()
    process.env.CLOCK_AHEAD_MS = String(aheadMilliseconds)
    keepJson(file, { aheadMilliseconds })
  }

  /** Does what is due at this moment, again and again as long as that changes anything. */
  async function runWhatIsDue(moments: Moments, moment: Instant): Promise<Ran[]> {
    const ran = timed.run()
    if (ran.length > 0) moments.stir()
    for (;;) {
      const before = await table.listDue(now(), mostDue)
      if (before.length === 0 && ran.length === 0) return ran
      await runMinute()
      await quiet()
      const waiting = await table.listDue(distantFuture, mostDue)
      const done = moments.noteRun(before, waiting)
      // What was made up for at a later stop happened then.
      const at = (due = moment) => (due > moment ? due : moment)
      ran.push(...done.map((item) => ({ at: at(item.due), work: nameOf(item) })))
      if (done.length === 0) return ran
    }
  }

  async function nextMoment(moments: Moments, target: Instant): Promise<Instant | undefined> {
    const due = moments.next(await table.listDue(target, mostDue), now())
    const ends = timed.next()
    return [due, ends && ends > now() ? ends : undefined]
      .filter((moment): moment is Instant => moment !== undefined && moment <= target)
      .sort()[0]
  }

  return {
    advanceTo(target) {
      // Judged when it is asked: while an earlier run is waited for, real time goes on and may pass the target.
      if (target < now()) return Promise.resolve(undefined)
      return inTurn(async () => {
        await quiet()
        const moments = openMoments()
        const ran = await runWhatIsDue(moments, now())
        for (;;) {
          const moment = await nextMoment(moments, target)
          setTo(moment ?? target)
          ran.push(...(await runWhatIsDue(moments, moment ?? target)))
          if (!moment) return { now: now(), ran }
        }
      })
    },

    async comingUp(most) {
      const due = await table.listDue(distantFuture, most)
      return due.map((item) => ({ at: item.due ?? now(), work: nameOf(item) }))
    },

    start() {
      const tick = () =>
        inTurn(async () => {
          timed.run()
          await runMinute()
        })
      // What fell due while nobody was here does not wait another minute.
      void tick()
      timer = setInterval(tick, minute)
    },

    stop: () => clearInterval(timer),
  }
}

/** What an item of the outbox is about, in words for the workbench. */
function nameOf(item: Stored<unknown>): string {
  if (item.kind === 'work') {
    const { task, seminarId, sessionId } = dueWorkShelf.decode(item).facts
    return [task, seminarId, sessionId].filter(Boolean).join(' ')
  }
  if (item.kind === 'mail') return `mail ${mailShelf.decode(item).facts.cause}`
  return item.kind
}

const durationPattern = /^P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/

/** Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds in milliseconds: `PT24H`, `P1DT30M`. */
export function readDuration(text: string): number | undefined {
  const found = durationPattern.exec(text)
  if (!found || /^P$|T$/.test(text)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((x) => Number(x ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000
}

/** The instant so long after another one. */
export const after = (instant: Instant, milliseconds: number): Instant =>
  instantFrom(millisecondsOf(instant) + milliseconds)
