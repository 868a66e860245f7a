import { openTable } from '../../functions/aws/table.ts'
import { localTableNames } from '../../infra/local/database.ts'
import { openLimitsModel } from '../world/limits-model.ts'
import { instantOf, openVirtualClock, seededChance } from '../world/virtual-clock.ts'
import { tableContract } from './table.contract.ts'

/** The model of the limits is an engine like the others; that it also conflicts and throttles is tested apart. */
tableContract('the model of the limits', async () => {
  const clock = openVirtualClock()
  const chance = seededChance(1)
  const { client } = openLimitsModel({ clock, chance })
  let ids = 0
  const table = openTable(client, localTableNames, {
    now: () => instantOf(clock),
    newCommitId: () => `commit-${++ids}`,
    wait: clock.wait,
    chance,
  })
  return { table, close: async () => {} }
})
