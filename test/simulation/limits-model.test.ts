import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { openTable } from '../../functions/aws/table.ts'
import { localTableNames } from '../../infra/local/database.ts'
import { limits, openLimitsModel } from '../world/limits-model.ts'
import { type Clock, instantOf, openVirtualClock, seededChance } from '../world/virtual-clock.ts'

/** A model in which every call takes exactly 4 ms. */
function openExactModel() {
  const clock = openVirtualClock()
  // A quarter of the circle from 0: no call is quicker or slower than another.
  const { client, calmClient } = openLimitsModel({ clock, chance: () => 0.25 })
  return { clock, client, calmClient }
}

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'thing' } })
const put = (pk: string, rest: object = {}) =>
  new PutItemCommand({ TableName: 't', Item: { ...key(pk), ...rest } })
const draw = (pk: string) =>
  new UpdateItemCommand({
    TableName: 't',
    Key: key(pk),
    UpdateExpression: 'ADD #next :one',
    ExpressionAttributeNames: { '#next': 'next' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  })
const together = (...pks: string[]) =>
  new TransactWriteItemsCommand({
    TransactItems: pks.map((pk) => ({ Put: { TableName: 't', Item: { ...key(pk), by: { S: 'us' } } } })),
  })
const get = (pk: string) => new GetItemCommand({ TableName: 't', Key: key(pk) })

/** How a call ended, and how long it took. */
async function timed(clock: Clock, call: () => Promise<unknown>) {
  const began = clock.now()
  const ended = await call().then(
    () => 'done',
    (fault: Error) =>
      fault instanceof TransactionCanceledException
        ? (fault.CancellationReasons ?? []).map(({ Code }) => Code).join()
        : fault.name,
  )
  return { ended, milliseconds: Math.round(clock.now() - began) }
}

const send = (client: DynamoDBClient, command: object) => client.send(command as never)
const count = (all: { ended: string }[], ended: string) => all.filter((each) => each.ended === ended).length

describe('the model of the limits', () => {
  test('one call takes 4 ms, one transaction 14', async () => {
    const { clock, client } = openExactModel()
    const lasted = async (command: object) => timed(clock, () => send(client, command))
    expect(await lasted(put('a'))).toEqual({ ended: 'done', milliseconds: 4 })
    expect(await lasted(get('a'))).toEqual({ ended: 'done', milliseconds: 4 })
    expect(await lasted(together('b', 'c'))).toEqual({ ended: 'done', milliseconds: 14 })
  })

  test('calls spread: half take less than 4 ms, one in a hundred twice as long', async () => {
    const clock = openVirtualClock()
    const { client } = openLimitsModel({ clock, chance: seededChance(1) })
    const lasted: number[] = []
    for (let i = 0; i < 2_000; i++) {
      const began = clock.now()
      await send(client, get('a'))
      lasted.push(clock.now() - began)
    }
    lasted.sort((a, b) => a - b)
    expect(lasted[1_000]).toBeCloseTo(4, 0)
    expect(lasted[1_980]).toBeCloseTo(8, 0)
  })

  test('plain updates of one item queue up, a millisecond each, and never conflict', async () => {
    const { clock, client, calmClient } = openExactModel()
    const all = await Promise.all(
      Array.from({ length: 80 }, () => timed(clock, () => send(client, draw('line')))),
    )
    expect(all.map(({ milliseconds }) => milliseconds)).toEqual(Array.from({ length: 80 }, (_, i) => 4 + i))
    expect(count(all, 'done')).toBe(80)
    expect(await calmClient.send(get('line'))).toMatchObject({ Item: { next: { N: '80' } } })
  })

  test('updates of different items do not wait for each other', async () => {
    const { clock, client } = openExactModel()
    const all = await Promise.all(
      Array.from({ length: 80 }, (_, i) => timed(clock, () => send(client, draw(`line${i}`)))),
    )
    expect(new Set(all.map(({ milliseconds }) => milliseconds))).toEqual(new Set([4]))
  })

  test('beyond 1,000 units a second an item throttles, and serves no more than that', async () => {
    const { clock, client, calmClient } = openExactModel()
    const all: Promise<{ ended: string }>[] = []
    for (let i = 0; i < 4_000; i++) {
      await clock.wait(0.5)
      all.push(timed(clock, () => send(client, draw('line'))))
    }
    const ended = await Promise.all(all)
    expect(count(ended, 'ProvisionedThroughputExceededException')).toBeGreaterThan(1_800)
    const served = count(ended, 'done')
    expect(served + count(ended, 'ProvisionedThroughputExceededException')).toBe(4_000)
    // Two seconds, and what was in the queue at their end.
    expect(served).toBeGreaterThan(1_990)
    expect(served).toBeLessThanOrEqual(2_000 + limits.longestQueueMilliseconds + 5)
    expect(await calmClient.send(get('line'))).toMatchObject({ Item: { next: { N: String(served) } } })
  })

  test('larger items take their units: three kilobytes, three milliseconds', async () => {
    const { clock, client } = openExactModel()
    const big = { text: { S: 'x'.repeat(3_000) } }
    const all = await Promise.all(
      Array.from({ length: 4 }, () => timed(clock, () => send(client, put('a', big)))),
    )
    expect(all.map(({ milliseconds }) => milliseconds)).toEqual([4, 7, 10, 13])
  })

  test('of transactions on one item at once exactly one succeeds, the others name the item in conflict', async () => {
    const { clock, client } = openExactModel()
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, i) => timed(clock, () => send(client, together(`own${i}`, 'hot')))),
    )
    expect(count(all, 'done')).toBe(1)
    expect(count(all, 'None,TransactionConflict')).toBe(4)
  })

  test('a plain write that meets an open transaction fails, one a little later does not', async () => {
    const { clock, client } = openExactModel()
    const transaction = timed(clock, () => send(client, together('own', 'hot')))
    await clock.wait(6)
    expect((await timed(clock, () => send(client, draw('hot')))).ended).toBe('TransactionConflictException')
    await transaction
    expect((await timed(clock, () => send(client, draw('hot')))).ended).toBe('done')
  })

  test('a reading sees nothing of an open transaction, and then all of it', async () => {
    const { clock, client } = openExactModel()
    const transaction = send(client, together('a', 'b'))
    await clock.wait(5)
    expect(await client.send(get('a'))).toEqual({})
    await transaction
    expect(await client.send(get('b'))).toMatchObject({ Item: { by: { S: 'us' } } })
  })

  test('a transaction whose condition fails changes nothing and holds nothing', async () => {
    const { clock, client, calmClient } = openExactModel()
    await client.send(put('taken'))
    const absent = {
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
    }
    const command = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: 't', Item: key('new'), ...absent } },
        { Put: { TableName: 't', Item: key('taken'), ...absent } },
      ],
    })
    const failing = timed(clock, () => send(client, command))
    await clock.wait(3)
    const meanwhile = timed(clock, () => send(client, draw('new')))
    expect((await failing).ended).toBe('None,ConditionalCheckFailed')
    expect((await meanwhile).ended).toBe('done')
    expect(await calmClient.send(get('new'))).toMatchObject({ Item: { next: { N: '1' } } })
  })

  test('a hot key of the index for due work throttles the items themselves', async () => {
    const { clock, client } = openExactModel()
    const due = { due: { S: '2026' }, dueShard: { S: '3' }, text: { S: 'x'.repeat(2_000) } }
    const all = await Promise.all(
      Array.from({ length: 800 }, (_, i) => timed(clock, () => send(client, put(`mail${i}`, due)))),
    )
    expect(count(all, 'done')).toBeGreaterThan(490)
    expect(count(all, 'done')).toBeLessThan(510)
    const other = { ...due, dueShard: { S: '4' } }
    expect((await timed(clock, () => send(client, put('other', other)))).ended).toBe('done')
  })

  test('reading more than 3,000 units a second under one key is throttled', async () => {
    const { clock, client } = openExactModel()
    for (let i = 0; i < 50; i++)
      await client.send(
        new PutItemCommand({
          TableName: 't',
          Item: { pk: { S: 'people' }, sk: { S: `p${i}` }, text: { S: 'x'.repeat(20_000) } },
        }),
      )
    const list = new QueryCommand({
      TableName: 't',
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': { S: 'people' } },
    })
    const all = await Promise.all(Array.from({ length: 20 }, () => timed(clock, () => send(client, list))))
    // A list of a megabyte is 245 units.
    expect(count(all, 'done')).toBe(13)
    expect(count(all, 'ProvisionedThroughputExceededException')).toBe(7)
  })
})

test('what the table meets it lives through: conflicts and throttling are tried again, with pauses', async () => {
  const clock = openVirtualClock()
  const chance = seededChance(1)
  const { client, calmClient } = openLimitsModel({ clock, chance })
  let pauses = 0
  let ids = 0
  const surroundings = {
    now: () => instantOf(clock),
    newCommitId: () => `commit-${++ids}`,
    wait: (milliseconds: number) => {
      pauses++
      return clock.wait(milliseconds)
    },
    chance,
  }
  const table = openTable(client, localTableNames, surroundings)
  const line = { table: 'catalog', pk: 'line', sk: 'line' } as const
  await Promise.all(Array.from({ length: 300 }, () => table.draw(line, 'next')))
  expect(pauses).toBeGreaterThan(100)
  expect(await openTable(calmClient, localTableNames, surroundings).counters(line)).toEqual({ next: 300 })
})
