import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { fallsNow } from '../../functions/aws/table-item.ts'
import { keepJson, readKept } from './kept-file.ts'
import { deliver, lambdaRecord, type StreamFailure } from './stream-delivery.ts'
import { openShards, type Positions } from './stream-shards.ts'

/** A function behind the stream: it gets items of this kind that are due at once, in order, so many at a time. */
export type StreamConsumer = {
  name: string
  kind: string
  batchSize: number
  handle(event: DynamoDBStreamEvent): Promise<unknown>
}

/** From the oldest record there is, from now on, or from where the process that wrote this file had come to. */
export type StreamStart = 'TRIM_HORIZON' | 'LATEST' | { file: string }

export type Stream = {
  /** Resolves when everything written so far, and all that was written by handling it, was handed over. */
  idle(): Promise<void>
  /** Lets the batch in hand finish and reads no more. */
  stop(): Promise<void>
  /** The records that were put aside, as the failure queue gets them in AWS. */
  failures(): readonly StreamFailure[]
}

type Source = {
  streams: DynamoDBStreamsClient
  database: DynamoDBClient
  tableName: string
  consumers: readonly StreamConsumer[]
  from: StreamStart
  /** How often a record that fails alone is tried again before it is put aside. */
  retries?: number
}

/** How long a reader rests that found nothing. */
const restMilliseconds = 60
/** The first pause before a failed record is tried again; each further one is twice as long. */
const retryMilliseconds = 100

/**
 * Feeds a table's stream to functions as Lambda's event source mappings do. Each function has its own place in the
 * stream, so that a slow one holds nobody up.
 */
export async function startStream(source: Source): Promise<Stream> {
  const arn = await streamOf(source.database, source.tableName)
  const failures: StreamFailure[] = []
  const kept = openPositions(source.from, arn)
  const readers = await Promise.all(
    source.consumers.map((consumer) => startReader(source, arn, consumer, kept, failures)),
  )
  const handed = () => readers.reduce((sum, reader) => sum + reader.handed(), 0)
  return {
    async idle() {
      // What one function writes may concern another that was quiet a moment ago.
      for (let before = -1; before !== handed(); ) {
        before = handed()
        await Promise.all(readers.map((reader) => reader.quiet()))
      }
    },
    stop: async () => void (await Promise.all(readers.map((reader) => reader.stop()))),
    failures: () => failures,
  }
}

async function streamOf(database: DynamoDBClient, tableName: string): Promise<string> {
  const { Table } = await database.send(new DescribeTableCommand({ TableName: tableName }))
  if (!Table?.LatestStreamArn) throw new Error(`${tableName} has no stream`)
  return Table.LatestStreamArn
}

/** Thrown into a delivery that waits for a further try while the process ends. */
const ending = new Error('the stream was stopped')

/** One function's way through the stream. */
async function startReader(
  source: Source,
  arn: string,
  consumer: StreamConsumer,
  kept: KeptPositions,
  failures: StreamFailure[],
) {
  const start = source.from === 'LATEST' ? 'LATEST' : 'TRIM_HORIZON'
  const shards = openShards(source.streams, arn, start, kept.of(consumer.name))
  const rest = makeRest()
  const retryRest = makeRest()
  let stopped = false
  let handed = 0
  let waiting: (() => void)[] = []
  const delivery = {
    name: consumer.name,
    handle: consumer.handle,
    retries: source.retries ?? 3,
    async waitBeforeRetry(tries: number) {
      if (!stopped) await retryRest.take(retryMilliseconds * 2 ** tries)
      if (stopped) throw ending
    },
    putAside: (failure: StreamFailure) => void failures.push(failure),
  }

  /** Takes what every shard has now; says whether there was anything. */
  async function look(): Promise<boolean> {
    let found = false
    for (const shardId of await shards.readable()) {
      const page = await shards.read(shardId)
      const records = page.records.map((record) => lambdaRecord(record, arn))
      for (const batch of batchesOf(records, consumer)) {
        if (stopped) return true
        await deliver(batch, delivery)
        handed += batch.length
        shards.reached(shardId, batch.at(-1)?.dynamodb?.SequenceNumber ?? '')
        kept.write()
      }
      shards.advance(page)
      const last = records.at(-1)?.dynamodb?.SequenceNumber
      if (last) shards.reached(shardId, last)
      found ||= records.length > 0 || page.next === undefined
    }
    return found
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const asked = waiting
      waiting = []
      const found = await look().catch(tellTrouble)
      if (found === false) for (const tell of asked) tell()
      else waiting = [...asked, ...waiting]
      if (found === undefined || (found === false && waiting.length === 0)) await rest.take(restMilliseconds)
    }
    kept.write()
    for (const tell of waiting) tell()
  }

  await shards.begin()
  const running = run()
  return {
    handed: () => handed,
    /** Resolves after a look that began after the call and found nothing. */
    quiet: () =>
      new Promise<void>((resolve) => {
        if (stopped) return resolve()
        waiting.push(resolve)
        rest.wake()
      }),
    async stop() {
      stopped = true
      rest.wake()
      retryRest.wake()
      await running
    },
  }
}

/** The records that concern the function, so many at a time. */
function batchesOf(records: readonly DynamoDBRecord[], { kind, batchSize }: StreamConsumer) {
  const wanted = records.filter(
    ({ eventName, dynamodb }) =>
      eventName !== 'REMOVE' &&
      dynamodb?.NewImage?.kind?.S === kind &&
      dynamodb.NewImage.falls?.S === fallsNow,
  )
  return Array.from({ length: Math.ceil(wanted.length / batchSize) }, (_, i) =>
    wanted.slice(i * batchSize, (i + 1) * batchSize),
  )
}

/** An engine that does not answer will be asked again; people should know why nothing moves. */
function tellTrouble(fault: unknown): undefined {
  if (fault !== ending) console.warn(`The stream of the outbox waits: ${String(fault)}`)
}

/** A rest from which one can be woken. */
function makeRest() {
  let wake = () => {}
  return {
    wake: () => wake(),
    take: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}

type KeptPositions = { of(consumer: string): Positions; write(): void }

/**
 * How far each function came, in a file that is replaced whole. It is written after the batch was handled: whoever
 * goes on from it may handle a record twice, but never leaves one out. Places in another stream mean nothing.
 */
function openPositions(from: StreamStart, arn: string): KeptPositions {
  const file = typeof from === 'object' ? from.file : undefined
  const known = file ? readPositions(file, arn) : {}
  let written = JSON.stringify(known)
  return {
    of(consumer) {
      const positions = known[consumer] ?? {}
      known[consumer] = positions
      return positions
    },
    write() {
      const text = JSON.stringify(known)
      if (!file || text === written) return
      written = text
      keepJson(file, { arn, positions: known })
    },
  }
}

function readPositions(file: string, arn: string): Record<string, Positions> {
  const kept = readKept(file) as { arn?: string; positions?: Record<string, Positions> } | undefined
  return kept?.arn === arn ? (kept.positions ?? {}) : {}
}
