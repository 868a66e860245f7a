import { test } from 'vitest'
import { openTable } from '../../functions/aws/table.ts'
import { hasJava, openEngine } from '../world/engine.ts'
import { tableContract } from './table.contract.ts'

if (hasJava)
  tableContract('DynamoDB Local', async () => {
    const engine = await openEngine('dynamodb-local')
    return { table: openTable(engine.client, engine.names), close: engine.stop }
  })
else test.skip('the table on DynamoDB Local (left out: there is no Java on this machine)', () => {})
