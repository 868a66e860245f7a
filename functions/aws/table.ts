import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type Place, type Stored, type Table, TableBusy, type TableName } from '../kernel/table.ts'
import type { Config } from './config.ts'
import { commit, type ReadWith } from './table-commit.ts'
import {
  countersFrom,
  dueShards,
  epochSeconds,
  keyOf,
  logicalName,
  nameOf,
  type PhysicalNames,
  storedFrom,
} from './table-item.ts'
import { inEarnest, type Patience, patiently, type Surroundings, takePatience } from './table-patience.ts'

/** DynamoDB reads so many things in one request. */
const mostPlaces = 100

/**
 * One client per function; AWS finds region and rights in the environment. It tries once: a retry that nobody sees
 * turns "it happened, the answer was lost" into "refused", so every further attempt is the table's own.
 */
export const openDatabase = (config: Pick<Config, 'region' | 'endpoints'>): DynamoDBClient =>
  new DynamoDBClient({
    region: config.region,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
    ...(config.endpoints.dynamodb && {
      endpoint: config.endpoints.dynamodb,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })

/** The table port on DynamoDB: every expression of the house stands in this file and in `table-commit.ts`. */
export function openTable(
  client: DynamoDBClient,
  names: PhysicalNames,
  surroundings: Surroundings = inEarnest,
): Table {
  const at = (place: Place) => ({ TableName: names[place.table], Key: keyOf(place) })

  const patience = () => takePatience(surroundings)

  const get = async (place: Place, patience: Patience) =>
    (await patiently(() => client.send(new GetItemCommand({ ...at(place), ConsistentRead: true })), patience))
      .Item

  const read: ReadWith = async (places, patience) => {
    if (places.length > mostPlaces) throw new Error(`${places.length} places at once, at most ${mostPlaces}`)
    const distinct = [...new Map(places.map((place) => [nameOf(place), place])).values()]
    const [only] = distinct
    const found =
      distinct.length === 1 && only
        ? [storedFrom(only.table, await get(only, patience))]
        : await readTogether(client, names, distinct, patience)
    const byName = new Map(found.map((stored) => [stored && nameOf(stored), stored]))
    return places.map((place) => byName.get(nameOf(place)))
  }

  async function query(
    table: TableName,
    input: Omit<QueryCommandInput, 'TableName'>,
  ): Promise<Stored<unknown>[]> {
    const all: Stored<unknown>[] = []
    const ours = patience()
    let from: QueryCommandInput['ExclusiveStartKey']
    do {
      const command = { TableName: names[table], ...input, ...(from && { ExclusiveStartKey: from }) }
      const page = await patiently(() => client.send(new QueryCommand(command)), ours)
      all.push(...(page.Items ?? []).flatMap((item) => storedFrom(table, item) ?? []))
      from = page.LastEvaluatedKey
    } while (from && all.length < (input.Limit ?? Number.POSITIVE_INFINITY))
    return all
  }

  return {
    read: (places) => read(places, patience()),

    list: (table, pk, prefix = '') =>
      query(table, {
        ConsistentRead: true,
        KeyConditionExpression: prefix ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk', ...(prefix && { '#sk': 'sk' }) },
        ExpressionAttributeValues: marshall({ ':pk': pk, ...(prefix && { ':prefix': prefix }) }),
      }),

    async listDue(until, limit, kind) {
      const perShard = await Promise.all(
        Array.from({ length: dueShards }, (_, shard) =>
          query('outbox', {
            IndexName: 'due',
            Limit: limit,
            KeyConditionExpression: '#shard = :shard AND #due <= :until',
            ...(kind && { FilterExpression: '#kind = :kind' }),
            ExpressionAttributeNames: {
              '#shard': 'dueShard',
              '#due': 'due',
              ...(kind && { '#kind': 'kind' }),
            },
            ExpressionAttributeValues: marshall({
              ':shard': String(shard),
              ':until': until,
              ...(kind && { ':kind': kind }),
            }),
          }),
        ),
      )
      return perShard.flat().sort(earlierFirst).slice(0, limit)
    },

    /** A lost answer may leave a number behind that nobody got; numbers that nobody uses are handed on. */
    async draw(place, counter, { by = 1, expires } = {}) {
      const command = new UpdateItemCommand({
        ...at(place),
        UpdateExpression: `ADD #counter :by${expires ? ' SET #expires = :expires' : ''}`,
        ExpressionAttributeNames: { '#counter': counter, ...(expires && { '#expires': 'expires' }) },
        ExpressionAttributeValues: marshall({
          ':by': by,
          ...(expires && { ':expires': epochSeconds(expires) }),
        }),
        ReturnValues: 'ALL_NEW',
      })
      return countersFrom((await patiently(() => client.send(command), patience())).Attributes)
    },

    counters: async (place) => countersFrom(await get(place, patience())),

    commit: (writes) => commit({ client, names, read }, writes, surroundings),
  }
}

const earlierFirst = ({ due: one = '' }: { due?: string }, { due: other = '' }: { due?: string }): number =>
  one < other ? -1 : one > other ? 1 : 0

type Requests = NonNullable<BatchGetItemCommandInput['RequestItems']>

/** DynamoDB answers at most 16 MB at once and names what it left out. */
async function readTogether(
  client: DynamoDBClient,
  names: PhysicalNames,
  places: readonly Place[],
  patience: Patience,
): Promise<(Stored<unknown> | undefined)[]> {
  const found: (Stored<unknown> | undefined)[] = []
  let open: Requests = {}
  for (const place of places) {
    const keys = open[names[place.table]]?.Keys ?? []
    open[names[place.table]] = { Keys: [...keys, keyOf(place)], ConsistentRead: true }
  }
  for (let emptyAnswers = 0; Object.keys(open).length > 0; ) {
    const command = new BatchGetItemCommand({ RequestItems: open })
    const answer = await patiently(() => client.send(command), patience)
    const given = Object.entries(answer.Responses ?? {}).flatMap(([physical, items]) =>
      items.map((item) => storedFrom(logicalName(names, physical), item)),
    )
    found.push(...given)
    open = answer.UnprocessedKeys ?? {}
    emptyAnswers = given.length > 0 ? 0 : emptyAnswers + 1
    if (Object.keys(open).length > 0 && !(await patience.rest(emptyAnswers)))
      throw new TableBusy('unprocessed reads')
  }
  return found
}
