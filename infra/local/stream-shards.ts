import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams'

/** For each shard the sequence number of the last record that was handed over. */
export type Positions = Record<string, string>

/** A run of records of one shard, in order. */
export type Page = { shardId: string; records: StreamRecord[]; next: string | undefined }

type Shard = { id: string; parent: string | undefined; iterator: string | undefined; finished: boolean }

/** How often the list of shards is asked for; in between only when one has come to its end. */
const listEveryMilliseconds = 5_000

/** One reader's place in a stream: which shards there are, and how far each was read. */
export function openShards(
  client: DynamoDBStreamsClient,
  arn: string,
  start: 'TRIM_HORIZON' | 'LATEST',
  positions: Positions,
) {
  const shards = new Map<string, Shard>()
  let listedAt = Number.NEGATIVE_INFINITY

  async function list(): Promise<void> {
    let from: string | undefined
    do {
      const { StreamDescription } = await client.send(
        new DescribeStreamCommand({ StreamArn: arn, ...(from && { ExclusiveStartShardId: from }) }),
      )
      for (const { ShardId: id = '', ParentShardId: parent } of StreamDescription?.Shards ?? [])
        if (!shards.has(id)) shards.set(id, { id, parent, iterator: undefined, finished: false })
      from = StreamDescription?.LastEvaluatedShardId
    } while (from)
    listedAt = performance.now()
  }

  async function iteratorOf(shard: Shard, begin: 'TRIM_HORIZON' | 'LATEST'): Promise<string | undefined> {
    const position = positions[shard.id]
    const wish = { StreamArn: arn, ShardId: shard.id }
    if (position) {
      const after = new GetShardIteratorCommand({
        ...wish,
        ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: position,
      })
      // A record that was forgotten meanwhile is no place to go on from; better twice than never.
      const found = await client.send(after).catch((fault: Error) => {
        if (!/Trimmed|Validation/.test(fault.name)) throw fault
        return undefined
      })
      if (found) return found.ShardIterator
    }
    return (await client.send(new GetShardIteratorCommand({ ...wish, ShardIteratorType: begin })))
      .ShardIterator
  }

  /** The children of a shard are read when it has come to its end, so that each key keeps its order. */
  const isReadable = ({ finished, parent }: Shard): boolean =>
    !finished && (parent === undefined || (shards.get(parent)?.finished ?? true))

  return {
    /** Fixes where to begin, so that what is written from now on is found. */
    async begin(): Promise<void> {
      await list()
      for (const shard of shards.values()) shard.iterator = await iteratorOf(shard, start)
    },

    /** The shards to look at now. */
    async readable(): Promise<string[]> {
      if (performance.now() - listedAt > listEveryMilliseconds) await list()
      return [...shards.values()].filter(isReadable).map(({ id }) => id)
    },

    /** What comes next in that shard. Reading again gives the same until `advance` was told. */
    async read(shardId: string): Promise<Page> {
      const shard = shards.get(shardId)
      if (!shard) throw new Error(`unknown shard ${shardId}`)
      shard.iterator ??= await iteratorOf(shard, 'TRIM_HORIZON')
      try {
        const page = await client.send(new GetRecordsCommand({ ShardIterator: shard.iterator }))
        return { shardId, records: page.Records ?? [], next: page.NextShardIterator }
      } catch (fault) {
        // Iterators live for 15 minutes; a machine may have slept.
        shard.iterator = undefined
        throw fault
      }
    },

    /** The whole page was handed over. */
    advance({ shardId, next }: Page): void {
      const shard = shards.get(shardId)
      if (!shard) return
      shard.iterator = next
      shard.finished = next === undefined
      if (shard.finished) listedAt = Number.NEGATIVE_INFINITY
    },

    /** This record, and so all before it, was handed over. */
    reached(shardId: string, sequenceNumber: string): void {
      positions[shardId] = sequenceNumber
    },
  }
}
