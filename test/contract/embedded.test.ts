import { openTable } from '../../functions/aws/table.ts'
import { openEngine } from '../world/engine.ts'
import { tableContract } from './table.contract.ts'

tableContract('the embedded engine', async () => {
  const engine = await openEngine('embedded')
  return { table: openTable(engine.client, engine.names), close: engine.stop }
})
