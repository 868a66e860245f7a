import {
  DynamoDBClient,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { dueShards } from '../../functions/aws/table-item.ts'
import { type Place, type Table, TableBusy, UnsureCommit, type Write } from '../../functions/kernel/table.ts'
import { type Instant, later, millisecondsOf } from '../../functions/kernel/time.ts'
import { functions } from '../../infra/manifest.ts'
import { openEngine } from '../world/engine.ts'
import { databaseError, forgetTokens, type Mishap, openGate, type Plan } from '../world/fault-gate.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
/** The table as anybody else sees it: without a gate. */
let calm: Table
beforeAll(async () => {
  engine = await openEngine('embedded')
  calm = openTable(engine.client, engine.names)
})
afterAll(() => engine.stop())

/** A table whose requests meet the plan, and which waits no real time. */
function faultyTable(plan: Plan, { forgetsTokens = false } = {}) {
  const client = openDatabase({
    region: 'eu-central-1',
    endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
  })
  if (forgetsTokens) forgetTokens(client)
  const waits: number[] = []
  let ids = 0
  let now = '2026-03-02T09:00:00.000Z' as Instant
  const pass = (milliseconds: number) => {
    now = later(now, milliseconds)
  }
  const table = openTable(client, engine.names, {
    now: () => now,
    newCommitId: () => `id-${crypto.randomUUID().slice(0, 8)}-${++ids}`,
    wait: async (milliseconds) => {
      waits.push(milliseconds)
      pass(milliseconds)
    },
    chance: () => 0.5,
  })
  return { table, waits, now: () => now, pass, ...openGate(client, plan) }
}

/** These mishaps to the first requests, one each; all others pass. */
const inTurn =
  (...mishaps: (Mishap | undefined)[]): Plan =>
  ({ number }) =>
    mishaps[number - 1]
const always =
  (mishap: Mishap): Plan =>
  () =>
    mishap
const writesOnly =
  (plan: Plan): Plan =>
  (request) =>
    /Put|Transact/.test(request.command) ? plan(request) : undefined

const metadata = { $metadata: { httpStatusCode: 400 }, message: '' }
const throttled = () => new ProvisionedThroughputExceededException(metadata)
const internal = () => new InternalServerError({ $metadata: { httpStatusCode: 500 }, message: '' })
const canceled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) })

let places = 0
const fresh = (table: Place['table'] = 'people'): Place => ({ table, pk: `place-${++places}`, sk: 'thing' })
const create = (place: Place, facts: object = {}): Write => ({ do: 'create', kind: 'thing', facts, ...place })
const replace = (place: Place, version: string, facts: object = {}): Write => ({
  do: 'replace',
  kind: 'thing',
  facts,
  version,
  ...place,
})
const add = (place: Place): Write => ({ do: 'add', ...place, by: { serving: 1 } })

async function stored(place: Place) {
  const [found] = await calm.read([place])
  if (!found) throw new Error('nothing there')
  return found
}
const exists = async (place: Place) => (await calm.read([place]))[0] !== undefined
/** Somebody else changes the thing, as the sender of mails does the moment it sees one. */
const overtake = async (place: Place) =>
  calm.commit([replace(place, (await stored(place)).version, { by: 'somebody else' })])
const removeFor = async (place: Place) =>
  calm.commit([{ do: 'remove', ...place, version: (await stored(place)).version }, create(fresh())])

describe('a commit that happened but lost its answer', () => {
  test('of a single creation is known as committed', async () => {
    const place = fresh()
    const { table, requests } = faultyTable(inTurn('answer-lost'))
    expect(await table.commit([create(place)])).toEqual({ committed: true })
    expect(await exists(place)).toBe(true)
    expect(requests.map(({ command }) => command)).toEqual(['PutItem', 'PutItem'])
  })

  test('of a single replacement is known as committed', async () => {
    const place = fresh()
    await calm.commit([create(place)])
    const { table } = faultyTable(inTurn('answer-lost', 'answer-lost'))
    const outcome = await table.commit([replace(place, (await stored(place)).version, { n: 2 })])
    expect(outcome).toEqual({ committed: true })
    expect((await stored(place)).facts).toEqual({ n: 2 })
  })

  test('of a transaction happened once, counters too', async () => {
    const [one, two, line] = [fresh(), fresh('outbox'), fresh('catalog')]
    const { table } = faultyTable(inTurn('answer-lost', 'answer-lost', internal()))
    expect(await table.commit([create(one), add(line), create(two)])).toEqual({ committed: true })
    expect(await calm.counters(line)).toEqual({ serving: 1 })
    expect((await stored(one)).version).toBe((await stored(two)).version)
  })

  test('happened once even where the database has forgotten the token', async () => {
    const [place, line] = [fresh(), fresh('catalog')]
    const { table, requests } = faultyTable(inTurn('answer-lost', 'answer-lost'), { forgetsTokens: true })
    expect(await table.commit([create(place), add(line)])).toEqual({ committed: true })
    expect(requests).toHaveLength(3)
    expect(await calm.counters(line)).toEqual({ serving: 1 })
  })

  test('adds nothing twice when its thing was removed meanwhile', async () => {
    const [place, line] = [fresh('outbox'), fresh('catalog')]
    const { table } = faultyTable(inTurn({ meanwhile: () => removeFor(place) }))
    expect(await table.commit([create(place), add(line)])).toEqual({ committed: true })
    expect(await calm.counters(line)).toEqual({ serving: 1 })
    expect(await exists(place)).toBe(false)
  })

  test('is committed when somebody has changed one of its things since', async () => {
    const [enrollment, mail] = [fresh(), fresh('outbox')]
    const { table } = faultyTable(inTurn({ meanwhile: () => overtake(mail) }), { forgetsTokens: true })
    expect(await table.commit([create(enrollment), create(mail)])).toEqual({ committed: true })
    expect((await stored(mail)).facts).toEqual({ by: 'somebody else' })
  })

  test('is never told as refused when somebody has changed all of it since', async () => {
    const place = fresh()
    const { table } = faultyTable(inTurn({ meanwhile: () => overtake(place) }))
    await expect(table.commit([create(place)])).rejects.toBeInstanceOf(UnsureCommit)
    expect((await stored(place)).facts).toEqual({ by: 'somebody else' })
  })

  test('is found by reading when no attempt ever got an answer', async () => {
    const [place, line] = [fresh(), fresh('catalog')]
    const { table } = faultyTable(writesOnly(always('answer-lost')))
    expect(await table.commit([create(place), add(line)])).toEqual({ committed: true })
    expect(await calm.counters(line)).toEqual({ serving: 1 })
  })
})

describe('a commit that was lost before it arrived', () => {
  test.each([
    ['a single write', 0],
    ['a transaction', 1],
  ])('happens once when asked again: %s', async (_, extra) => {
    const [place, line] = [fresh(), fresh('catalog')]
    const { table } = faultyTable(inTurn('lost', 'lost', internal()))
    expect(await table.commit([create(place), ...(extra ? [add(line)] : [])])).toEqual({ committed: true })
    expect(await exists(place)).toBe(true)
    expect(await calm.counters(line)).toEqual(extra ? { serving: 1 } : {})
  })

  test('is refused when another thing in it proves that it never happened', async () => {
    const [known, taken] = [fresh(), fresh()]
    await calm.commit([create(known), create(taken)])
    const { table } = faultyTable(inTurn('lost'))
    const outcome = await table.commit([replace(known, (await stored(known)).version), create(taken)])
    expect(outcome).toEqual({ committed: false, failed: [1] })
  })

  test('a refusal without any doubt stays a refusal', async () => {
    const taken = fresh()
    await calm.commit([create(taken)])
    const { table } = faultyTable(inTurn(throttled(), throttled()))
    expect(await table.commit([create(taken)])).toEqual({ committed: false, failed: [0] })
  })
})

describe('a busy database', () => {
  test.each<[string, () => Error]>([
    ['throttles', throttled],
    ['says ThrottlingException', () => databaseError('ThrottlingException', 400)],
    ['cancels for a conflict', () => canceled('None', 'TransactionConflict')],
    ['cancels for throttling', () => canceled('ThrottlingError', 'None')],
    ['meets an open transaction', () => databaseError('TransactionConflictException', 400)],
    ['refuses the connection', () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
  ])('is asked again until it commits, once: %s three times in a row', async (_, fault) => {
    const [place, line] = [fresh(), fresh('catalog')]
    const { table, waits, requests } = faultyTable(inTurn(fault(), fault(), fault()))
    expect(await table.commit([create(place), add(line)])).toEqual({ committed: true })
    expect(await calm.counters(line)).toEqual({ serving: 1 })
    expect(waits).toEqual([10, 20, 40])
    expect(new Set(requests.map(({ input }) => input.ClientRequestToken)).size).toBe(4)
  })

  test('that stays busy is told as such, and nothing was written', async () => {
    const [place, line] = [fresh(), fresh('catalog')]
    const { table, waits } = faultyTable(always(canceled('TransactionConflict', 'ThrottlingError')))
    await expect(table.commit([create(place), add(line)])).rejects.toBeInstanceOf(TableBusy)
    expect(await exists(place)).toBe(false)
    expect(await calm.counters(line)).toEqual({})
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(7_000)
  })

  test('is asked again by reads, lists and draws', async () => {
    const place = fresh()
    await calm.commit([create(place, { here: true })])
    const patient = () => faultyTable(inTurn(throttled(), 'lost', internal())).table
    expect(await patient().read([place])).toMatchObject([{ facts: { here: true } }])
    expect(await patient().read([place, fresh()])).toMatchObject([{ facts: { here: true } }, undefined])
    expect(await patient().list(place.table, place.pk)).toHaveLength(1)
    expect(await patient().counters(place)).toEqual({})
    expect(await patient().draw(fresh('catalog'), 'next')).toEqual({ next: 1 })
    await expect(faultyTable(always(throttled())).table.read([place])).rejects.toBeInstanceOf(TableBusy)
  })
})

describe('an unsure outcome', () => {
  test.each<[string, Mishap]>([
    ['lost connections', 'lost'],
    ['internal errors', internal()],
    ['a transaction in progress', new TransactionInProgressException({ ...metadata, Message: '' })],
    ['time-outs', Object.assign(new Error('timeout'), { name: 'TimeoutError' })],
  ])('is told as unsure when nothing else is known: %s', async (_, mishap) => {
    const place = fresh()
    const { table } = faultyTable(always(mishap))
    await expect(table.commit([create(place), create(fresh())])).rejects.toBeInstanceOf(UnsureCommit)
    expect(await exists(place)).toBe(false)
  })

  test('once unsure, a busy database does not make it sure', async () => {
    const { table } = faultyTable(({ number }) => (number === 1 ? 'lost' : throttled()))
    await expect(table.commit([create(fresh())])).rejects.toBeInstanceOf(UnsureCommit)
  })

  test('a draw whose answer was lost answers a later number, and never the same to two people', async () => {
    const line = fresh('catalog')
    const { table } = faultyTable(inTurn('answer-lost'))
    const first = await table.draw(line, 'next')
    expect([first, await calm.draw(line, 'next')]).toEqual([{ next: 2 }, { next: 3 }])
  })
})

describe('a database that hangs', () => {
  const second = 1_000
  const connecting =
    '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 1000 ms.'
  const timeOut = (message: string) => Object.assign(new Error(message), { name: 'TimeoutError' })

  /** Every request takes so long, and then meets the mishap. */
  function hangingTable(each: number, mishap: Mishap) {
    const opened = faultyTable(() => {
      opened.pass(each)
      return mishap
    })
    const since = millisecondsOf(opened.now())
    return { ...opened, took: () => millisecondsOf(opened.now()) - since }
  }

  test.each<[string, (table: Table) => Promise<unknown>, atOnce?: number]>([
    ['a read', (table) => table.read([fresh()])],
    ['reads together', (table) => table.read([fresh(), fresh()])],
    ['a list', (table) => table.list('people', 'nobody')],
    ['what is due', (table) => table.listDue('2026-03-02T09:00:00.000Z' as Instant, 10), dueShards],
    ['counters', (table) => table.counters(fresh('catalog'))],
    ['a draw', (table) => table.draw(fresh('catalog'), 'next')],
  ])('%s is told as busy before its function is stopped', async (_, ask, atOnce = 1) => {
    const { table, took } = hangingTable((3 * second) / atOnce, timeOut('no answer'))
    await expect(ask(table)).rejects.toBeInstanceOf(TableBusy)
    expect(took()).toBeLessThan(10 * second)
  })

  test('an unsure commit is told as unsure before its function is stopped, its last look included', async () => {
    const { table, took, requests } = hangingTable(3 * second, timeOut('no answer'))
    await expect(table.commit([create(fresh()), create(fresh())])).rejects.toBeInstanceOf(UnsureCommit)
    expect(took()).toBeLessThan(13 * second)
    for (const { name, timeoutSeconds } of functions)
      expect(took(), name).toBeLessThan(timeoutSeconds * second)
    expect(requests.at(-1)?.command).toBe('BatchGetItem')
  })

  test.each(['lost', 'answer-lost'] as const)(
    'the last look still finds what happened: %s',
    async (mishap) => {
      const place = fresh()
      const { table, pass } = faultyTable(({ command }) => {
        pass(3 * second)
        return /Put/.test(command) ? mishap : undefined
      })
      const commit = table.commit([create(place)])
      if (mishap === 'lost') await expect(commit).rejects.toBeInstanceOf(UnsureCommit)
      else expect(await commit).toEqual({ committed: true })
      expect(await exists(place)).toBe(mishap === 'answer-lost')
    },
  )

  test('to which no connection stands has written nothing, and says so', async () => {
    const { table, took } = hangingTable(second, timeOut(connecting))
    await expect(table.commit([create(fresh()), create(fresh())])).rejects.toBeInstanceOf(TableBusy)
    expect(took()).toBeLessThan(9 * second)
  })

  test('for two seconds only is waited for', async () => {
    const place = fresh()
    const { table, pass } = faultyTable(({ number }) => {
      if (number > 1) return undefined
      pass(2 * second)
      return 'lost'
    })
    expect(await table.commit([create(place)])).toEqual({ committed: true })
  })
})

describe('a mistake of ours', () => {
  test('is thrown at once instead of being tried again', async () => {
    const fault = databaseError('AccessDeniedException', 400)
    const { table, requests } = faultyTable(always(fault))
    await expect(table.commit([create(fresh())])).rejects.toBe(fault)
    await expect(table.read([fresh()])).rejects.toBe(fault)
    expect(requests).toHaveLength(2)
  })

  test('in the facts is no unsure outcome', async () => {
    const { table, requests } = faultyTable(() => undefined)
    await expect(table.commit([create(fresh(), { number: Number.NaN })])).rejects.not.toBeInstanceOf(
      UnsureCommit,
    )
    expect(requests).toHaveLength(0)
  })

  test('in a transaction for another reason is thrown', async () => {
    const { table } = faultyTable(always(canceled('ValidationError', 'None')))
    await expect(table.commit([create(fresh()), create(fresh())])).rejects.toBeInstanceOf(
      TransactionCanceledException,
    )
  })
})

describe('large reads', () => {
  test('go on with what DynamoDB left out, as often as it makes progress', async () => {
    const all = Array.from({ length: 30 }, () => fresh())
    for (const place of all) await calm.commit([create(place, { of: place.pk })])
    // An engine that answers one thing at a time: what it leaves out is named as the real one names it.
    const { table, client } = slowAnswers()
    const read = await table.read(all)
    expect(read.map((thing) => thing?.facts)).toEqual(all.map((place) => ({ of: place.pk })))
    expect(client.asked).toBe(30)
  })

  test('of 100 large things come whole', async () => {
    const all = Array.from({ length: 100 }, () => fresh('catalog'))
    const text = 'ş'.repeat(100_000)
    for (const place of all) await calm.commit([create(place, { text })])
    const read = await calm.read(all)
    expect(read.every((thing) => (thing?.facts as { text?: string })?.text === text)).toBe(true)
  })
})

function slowAnswers() {
  const client = openDatabase({
    region: 'eu-central-1',
    endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
  })
  const seen = { asked: 0 }
  type Keys = Record<string, { Keys: object[] }>
  client.middlewareStack.add(
    ((next: (given: { input: { RequestItems: Keys } }) => Promise<{ output: object }>) =>
      async (given: { input: { RequestItems: Keys } }) => {
        const [name = '', { Keys: keys } = { Keys: [] }] = Object.entries(given.input.RequestItems)[0] ?? []
        const [first, ...rest] = keys
        seen.asked += 1
        const answer = await next({ input: { RequestItems: { [name]: { Keys: first ? [first] : [] } } } })
        Object.assign(answer.output, rest.length > 0 && { UnprocessedKeys: { [name]: { Keys: rest } } })
        return answer
      }) as never,
    { step: 'initialize', name: 'one-at-a-time' },
  )
  const now = () => '2026-03-02T09:00:00.000Z' as Instant
  const surroundings = { now, newCommitId: () => 'id', wait: async () => {}, chance: () => 0 }
  return { table: openTable(client, engine.names, surroundings), client: seen }
}

test('a client with retries of its own would turn a commit that happened into a doubt', async () => {
  // Why openDatabase tries once: the SDK's second attempt fails the condition, and its first one is not seen.
  const place = fresh()
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  })
  openGate(client, inTurn({ meanwhile: () => overtake(place) }))
  expect(await openTable(client, engine.names).commit([create(place)])).toEqual({
    committed: false,
    failed: [0],
  })
  const config = {
    region: 'eu-central-1',
    endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
  }
  expect(await openDatabase(config).config.maxAttempts()).toBe(1)
})
