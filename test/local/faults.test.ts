import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { type FaultProxy, startFaultProxy } from '../../infra/local/faults.ts'
import { openEngine } from '../world/engine.ts'

describe('the fault proxy before the database', () => {
  let engine: Awaited<ReturnType<typeof openEngine>>
  let proxy: FaultProxy
  const client = () =>
    openDatabase({
      region: 'eu-central-1',
      endpoints: { dynamodb: proxy.endpoint, ses: '', kms: '', ssm: '' },
    })

  beforeAll(async () => {
    engine = await openEngine('embedded')
    proxy = await startFaultProxy({ target: engine.endpoint })
  })
  beforeEach(() => {
    proxy.mode = 'ok'
  })
  afterAll(async () => {
    await proxy.stop()
    await engine.stop()
  })

  const put = (pk: string) =>
    new PutItemCommand({ TableName: engine.names.catalog, Item: { pk: { S: pk }, sk: { S: 'x' } } })
  const get = (pk: string) =>
    engine.client.send(
      new GetItemCommand({ TableName: engine.names.catalog, Key: { pk: { S: pk }, sk: { S: 'x' } } }),
    )

  test('passes things on while nothing is wrong', async () => {
    await client().send(put('Gülşen’s seminar'))
    expect((await get('Gülşen’s seminar')).Item?.sk?.S).toBe('x')
  })

  test('breaks the connection when the database is down, and nothing gets through', async () => {
    proxy.mode = 'down'
    await expect(client().send(put('down'))).rejects.toThrow()
    proxy.mode = 'ok'
    expect((await get('down')).Item).toBeUndefined()
  })

  test('is two seconds late when slow', async () => {
    proxy.mode = 'slow'
    const begin = performance.now()
    await client().send(put('slow'))
    expect(performance.now() - begin).toBeGreaterThan(1_900)
  })

  test('turns three of four away when throttling, with the error that DynamoDB gives', async () => {
    proxy.mode = 'throttle'
    const answers = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => client().send(put(`t${i}`))))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.map(({ reason }) => reason.name)).toEqual(
      Array(6).fill('ProvisionedThroughputExceededException'),
    )
  })

  test('the table gets its commits through while the database throttles', async () => {
    proxy.mode = 'throttle'
    const table = openTable(client(), engine.names)
    const write = { do: 'create', table: 'catalog', pk: 'p', sk: 's', kind: 'k', facts: {} } as const
    expect(await table.commit([write])).toEqual({ committed: true })
    expect(await table.read([write])).toMatchObject([{ kind: 'k' }])
  })
})
