import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTable } from '../../functions/aws/table.ts'
import {
  createTables,
  freePort,
  localCredentials,
  localRegion,
  localTableNames,
  startDatabase,
} from '../../infra/local/database.ts'
import { engines, openEngine } from '../world/engine.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lernhaus-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const answers = async (endpoint: string): Promise<boolean> => {
  const client = new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    maxAttempts: 1,
  })
  return client.send(new ListTablesCommand({})).then(
    () => true,
    () => false,
  )
}

async function untilItIsSilent(endpoint: string): Promise<boolean> {
  for (let i = 0; i < 100; i++) {
    if (!(await answers(endpoint))) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

describe.each(engines)('$name', ({ engine, present }) => {
  test.runIf(present)('keeps what was committed over a stop and a start, and its tables stay', async () => {
    const file = join(folder, 'deep', 'things.db')
    const thing = { table: 'office', pk: 'p', sk: 's', kind: 'thing', facts: { name: 'Gülşen' } } as const
    const first = await openEngine(engine, file)
    await openTable(first.client, first.names).commit([{ do: 'create', ...thing }])
    await first.stop()
    expect(await answers(first.endpoint)).toBe(false)
    const second = await openEngine(engine, file)
    await createTables(second.client)
    expect(await openTable(second.client, second.names).read([thing])).toMatchObject([{ facts: thing.facts }])
    const tables = await second.client.send(new ListTablesCommand({}))
    expect(tables.TableNames?.toSorted()).toEqual(Object.values(localTableNames).toSorted())
    await second.stop()
  })
})

describe('the embedded engine', () => {
  test('listens on the port that was wished for', async () => {
    const port = await freePort()
    const database = await startDatabase({ engine: 'embedded', file: null, port })
    expect(database.endpoint).toBe(`http://127.0.0.1:${port}`)
    await database.stop()
  })

  test('says so when the port is taken, instead of talking to whoever is there', async () => {
    const other = createServer((socket) => setTimeout(() => socket.destroy(), 500))
    const port = await freePort()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    await expect(startDatabase({ engine: 'embedded', file: null, port })).rejects.toThrow('did not start')
    await new Promise((resolve) => other.close(resolve))
  })

  test('ends with the process that raised it, even when that one is killed', async () => {
    const file = join(folder, 'things.db')
    const script = join(import.meta.dirname, '../world/doomed-database.ts')
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const endpoint = await new Promise<string>((resolve) =>
      child.stdout.once('data', (bytes: Buffer) => resolve(String(bytes).trim())),
    )
    expect(await answers(endpoint)).toBe(true)
    child.kill('SIGKILL')
    expect(await untilItIsSilent(endpoint)).toBe(true)
    expect(existsSync(file)).toBe(true)
  })
})
