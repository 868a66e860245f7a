import { spawnSync } from 'node:child_process'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import {
  createTables,
  type Engine,
  localCredentials,
  localRegion,
  localTableNames,
  startDatabase,
} from '../../infra/local/database.ts'

/** Amazon's DynamoDB Local needs Java; tests on it are skipped aloud where there is none. */
export const hasJava = spawnSync('java', ['-version']).status === 0

/** The engines that are there, and those that a test must say it left out. */
export const engines: readonly { engine: Engine; present: boolean; name: string }[] = [
  { engine: 'embedded', present: true, name: 'the embedded engine' },
  {
    engine: 'dynamodb-local',
    present: hasJava,
    name: hasJava ? 'DynamoDB Local' : 'DynamoDB Local (left out: there is no Java on this machine)',
  },
]

/** A fresh engine with the tables of the house, and clients to talk to it. */
export async function openEngine(engine: Engine, file: string | null = null) {
  const database = await startDatabase({ engine, file })
  const connection = { endpoint: database.endpoint, region: localRegion, credentials: localCredentials }
  const client = new DynamoDBClient({ ...connection, maxAttempts: 1 })
  const streams = new DynamoDBStreamsClient(connection)
  await createTables(client)
  return {
    client,
    streams,
    endpoint: database.endpoint,
    names: localTableNames,
    async stop() {
      client.destroy()
      streams.destroy()
      await database.stop()
    },
  }
}
