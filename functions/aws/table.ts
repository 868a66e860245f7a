import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import {
  type Commit,
  type Counters,
  type Place,
  type Stored,
  type Table,
  TableBusy,
  type TableName,
  UnsureCommit,
  type Write,
} from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Config } from './config.ts'
import { chance, newSecret } from './randomness.ts'

/** Items that fall due are spread over this many keys of the index, each good for 1,000 writes a second. */
const dueShards = 8
const attempts = 8

type Item = Record<string, unknown>
type Surroundings = {
  newCommitId: () => string
  wait: (milliseconds: number) => Promise<void>
  chance: () => number
}

const inEarnest: Surroundings = {
  newCommitId: newSecret,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  chance,
}

/** One client per function; AWS finds region and rights in the environment. */
export const openDatabase = (config: Pick<Config, 'region' | 'endpoints'>): DynamoDBClient =>
  new DynamoDBClient({
    region: config.region,
    maxAttempts: 3,
    ...(config.endpoints.dynamodb && {
      endpoint: config.endpoints.dynamodb,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })

/** The table port on DynamoDB: every expression of the house stands in this file. */
export function openTable(
  client: DynamoDBClient,
  names: Record<TableName, string>,
  surroundings: Surroundings = inEarnest,
): Table {
  const key = ({ pk, sk }: { pk: string; sk: string }) => marshall({ pk, sk })
  const at = (place: Place) => ({ TableName: names[place.table], Key: key(place) })

  async function read(places: readonly Place[]): Promise<(Stored<unknown> | undefined)[]> {
    if (places.length === 0) return []
    const [only] = places
    if (places.length === 1 && only) {
      const { Item } = await client.send(new GetItemCommand({ ...at(only), ConsistentRead: true }))
      return [Item && storedFrom(only.table, unmarshall(Item))]
    }
    const found = new Map<string, Stored<unknown>>()
    const distinct = [...new Map(places.map((place) => [nameOf(place), place])).values()]
    let open: Record<string, { Keys?: Item[] | undefined; ConsistentRead?: boolean | undefined }> = {}
    for (const place of distinct) {
      const keys = open[names[place.table]]?.Keys ?? []
      open[names[place.table]] = { Keys: [...keys, key(place)], ConsistentRead: true }
    }
    for (let attempt = 0; Object.keys(open).length > 0; attempt++) {
      if (attempt >= attempts) throw new TableBusy('unprocessed reads')
      if (attempt > 0) await surroundings.wait(pause(attempt, surroundings.chance))
      const answer = await client.send(new BatchGetItemCommand({ RequestItems: open as never }))
      for (const [physical, items] of Object.entries(answer.Responses ?? {})) {
        const table = logicalName(names, physical)
        for (const item of items) {
          const stored = storedFrom(table, unmarshall(item))
          found.set(nameOf(stored), stored)
        }
      }
      open = (answer.UnprocessedKeys ?? {}) as typeof open
    }
    return places.map((place) => found.get(nameOf(place)))
  }

  async function query(
    table: TableName,
    input: Omit<QueryCommandInput, 'TableName'>,
  ): Promise<Stored<unknown>[]> {
    const all: Stored<unknown>[] = []
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const page = await client.send(
        new QueryCommand({ TableName: names[table], ...input, ...(from && { ExclusiveStartKey: from }) }),
      )
      all.push(...(page.Items ?? []).map((item) => storedFrom(table, unmarshall(item))))
      from = page.LastEvaluatedKey
    } while (from && all.length < (input.Limit ?? Number.POSITIVE_INFINITY))
    return all
  }

  return {
    read,

    list: (table, pk, prefix = '') =>
      query(table, {
        ConsistentRead: true,
        KeyConditionExpression: prefix ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk', ...(prefix && { '#sk': 'sk' }) },
        ExpressionAttributeValues: marshall({ ':pk': pk, ...(prefix && { ':prefix': prefix }) }),
      }),

    async listDue(until: Instant, limit: number) {
      const perShard = await Promise.all(
        Array.from({ length: dueShards }, (_, shard) =>
          query('outbox', {
            IndexName: 'due',
            Limit: limit,
            KeyConditionExpression: '#shard = :shard AND #due <= :until',
            ExpressionAttributeNames: { '#shard': 'dueShard', '#due': 'due' },
            ExpressionAttributeValues: marshall({ ':shard': String(shard), ':until': until }),
          }),
        ),
      )
      return perShard
        .flat()
        .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
        .slice(0, limit)
    },

    async draw(place, counter): Promise<Counters> {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          ...at(place),
          UpdateExpression: 'ADD #counter :one',
          ExpressionAttributeNames: { '#counter': counter },
          ExpressionAttributeValues: marshall({ ':one': 1 }),
          ReturnValues: 'ALL_NEW',
        }),
      )
      return countersFrom(unmarshall(Attributes ?? {}))
    },

    async counters(place): Promise<Counters> {
      const { Item } = await client.send(new GetItemCommand({ ...at(place), ConsistentRead: true }))
      return countersFrom(Item ? unmarshall(Item) : {})
    },

    commit: (writes) => commit(client, names, writes, surroundings),
  }
}

/**
 * Commits with as many attempts as it takes to know the outcome. An attempt that lost its answer may have happened:
 * the next one then fails its own condition and finds items that bear this commit's id, which settles it.
 */
async function commit(
  client: DynamoDBClient,
  names: Record<TableName, string>,
  writes: readonly Write[],
  surroundings: Surroundings,
): Promise<Commit> {
  if (!writes.some((write) => write.do === 'create' || write.do === 'replace'))
    throw new Error('a commit needs a written thing by which an unsure answer can be settled')
  const commitId = surroundings.newCommitId()
  let unsure = false
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const outcome = await attemptCommit(client, names, writes, commitId)
    if (outcome === 'unsure') unsure = true
    else if (outcome !== 'busy') return outcome
    await surroundings.wait(pause(attempt, surroundings.chance))
  }
  throw unsure ? new UnsureCommit('no answer to a commit') : new TableBusy('conflicts or throttling')
}

/** Exponential with full jitter, 25 ms up to 1.6 s (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
const pause = (attempt: number, chance: () => number): number => chance() * Math.min(1_600, 25 * 2 ** attempt)

type Attempt = Commit | 'busy' | 'unsure'

async function attemptCommit(
  client: DynamoDBClient,
  names: Record<TableName, string>,
  writes: readonly Write[],
  commitId: string,
): Promise<Attempt> {
  try {
    const [only] = writes
    const put = writes.length === 1 && only ? transactItem(only, names, commitId).Put : undefined
    // A single put needs no transaction, which would cost twice as much.
    if (put) await client.send(new PutItemCommand(put))
    else
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: writes.map((write) => transactItem(write, names, commitId)),
        }),
      )
    return { committed: true }
  } catch (fault) {
    return judgeFault(fault, commitId)
  }
}

/** Sorts what the database may throw into: did not happen, could not happen now, nobody knows. */
function judgeFault(fault: unknown, commitId: string): Attempt {
  const isOurs = (item: Record<string, never> | undefined) =>
    item !== undefined && unmarshall(item).version === commitId
  if (fault instanceof ConditionalCheckFailedException)
    return isOurs(fault.Item as never) ? { committed: true } : { committed: false, failed: [0] }
  if (fault instanceof TransactionCanceledException) {
    const reasons = fault.CancellationReasons ?? []
    if (reasons.some((reason) => isOurs(reason.Item as never))) return { committed: true }
    const failed = reasons.flatMap((reason, i) => (reason.Code === 'ConditionalCheckFailed' ? [i] : []))
    if (failed.length > 0) return { committed: false, failed }
    if (reasons.some((reason) => reason.Code === 'ValidationError')) throw fault
    return 'busy'
  }
  const { name = '', $metadata } = fault as { name?: string; $metadata?: { httpStatusCode?: number } }
  if (/Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|TransactionConflict/.test(name))
    return 'busy'
  if (/TransactionInProgress|IdempotentParameterMismatch/.test(name)) return 'unsure'
  const status = $metadata?.httpStatusCode
  if (status !== undefined && status >= 400 && status < 500) throw fault
  return 'unsure'
}

function transactItem(write: Write, names: Record<TableName, string>, commitId: string): TransactWriteItem {
  const TableName = names[write.table]
  const Key = marshall({ pk: write.pk, sk: write.sk })
  const absent = 'attribute_not_exists(#pk)'
  const unchanged = '#version = :version'
  switch (write.do) {
    case 'create':
      return {
        Put: {
          TableName,
          Item: itemFrom(write, commitId),
          ConditionExpression: absent,
          ExpressionAttributeNames: { '#pk': 'pk' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      }
    case 'replace':
      return {
        Put: {
          TableName,
          Item: itemFrom(write, commitId),
          ConditionExpression: unchanged,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: marshall({ ':version': write.version }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      }
    case 'remove':
      return {
        Delete: {
          TableName,
          Key,
          ConditionExpression: unchanged,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: marshall({ ':version': write.version }),
        },
      }
    case 'add':
      return {
        Update: {
          TableName,
          Key,
          UpdateExpression: 'ADD #counter :by',
          ExpressionAttributeNames: { '#counter': write.counter },
          ExpressionAttributeValues: marshall({ ':by': write.by }),
        },
      }
  }
}

const itemFrom = (write: Extract<Write, { do: 'create' | 'replace' }>, commitId: string) =>
  marshall(
    {
      pk: write.pk,
      sk: write.sk,
      kind: write.kind,
      version: commitId,
      facts: write.facts,
      ...(write.due && { due: write.due, dueShard: shardOf(write.pk) }),
      ...(write.expires && { expires: Math.ceil(Date.parse(write.expires) / 1000) }),
    },
    { removeUndefinedValues: true },
  )

/** Spreads keys over the index evenly and always the same way. */
const shardOf = (pk: string): string =>
  String([...pk].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7) % dueShards)

function storedFrom(table: TableName, item: Item): Stored<unknown> {
  const { pk, sk, kind, version, facts, due } = item as unknown as Stored<unknown>
  return { table, pk, sk, kind, version, facts, ...(due && { due }) }
}

const countersFrom = (item: Item): Counters =>
  Object.fromEntries(Object.entries(item).filter((e): e is [string, number] => typeof e[1] === 'number'))

const nameOf = ({ table, pk, sk }: Place): string => JSON.stringify([table, pk, sk])

function logicalName(names: Record<TableName, string>, physical: string): TableName {
  const found = Object.entries(names).find(([, name]) => name === physical)
  if (!found) throw new Error(`unknown table ${physical}`)
  return found[0] as TableName
}
