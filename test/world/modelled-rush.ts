import { openTable } from '../../functions/aws/table.ts'
import { localTableNames } from '../../infra/local/database.ts'
import { countedClient, noteRetry } from './counted-client.ts'
import { openLimitsModel } from './limits-model.ts'
import { playRush, type Rush, type RushPlan } from './rush.ts'
import { judgeRush, overbookedNow, seatsAgainstAnswers, type Verdict } from './rush-verdict.ts'
import { hashingAtOnce, instantOf, openVirtualClock, seededChance } from './virtual-clock.ts'

/** A rush, what must be 0 after it, and what may be a little more. */
export type Judged = { rush: Rush; verdict: Verdict; againstAnswers: number }

/** Plays a rush through the table of the house against the model of the limits, in virtual time. */
export const playAgainstLimits = (plan: Omit<RushPlan, 'chance'>, seed = 1): Promise<Judged> =>
  hashingAtOnce(async () => {
    const clock = openVirtualClock()
    const chance = seededChance(seed)
    const { client, calmClient } = openLimitsModel({ clock, chance })
    let ids = 0
    const surroundings = {
      now: () => instantOf(clock),
      newCommitId: () => `commit${String(++ids).padStart(16, '0')}`,
      wait: (milliseconds: number) => {
        noteRetry()
        return clock.wait(milliseconds)
      },
      chance,
    }
    const table = openTable(countedClient(client), localTableNames, surroundings)
    const calm = openTable(calmClient, localTableNames, surroundings)
    let overbooked = 0
    const look = async (seminar: Rush['seminar']) => {
      overbooked = Math.max(overbooked, await overbookedNow(calm, seminar))
    }
    const rush = await playRush({ table, clock, look }, { ...plan, chance })
    return {
      rush,
      verdict: await judgeRush(calm, rush, overbooked),
      againstAnswers: await seatsAgainstAnswers(calm, rush),
    }
  })
