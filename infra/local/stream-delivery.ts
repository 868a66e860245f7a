import type { _Record as SourceRecord } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** A record that no attempt could get through, as the failure queue keeps it in AWS. */
export type StreamFailure = { consumer: string; record: DynamoDBRecord; reason: string }

/** How one function takes its records. */
export type Delivery = {
  name: string
  handle(event: DynamoDBStreamEvent): Promise<unknown>
  /** How often a record that fails alone is tried again. */
  retries: number
  /** Waits before a further try; throws when there shall be none because the process ends. */
  waitBeforeRetry(tries: number): Promise<void>
  putAside(failure: StreamFailure): void
}

/** How far the function came in a batch, and whether it could say where it failed. */
type Outcome = { done: number; located: boolean; reason: string }

/**
 * Hands over a batch until each record was handled or put aside. A batch that fails as a whole is split in two, so
 * that a poisoned record is found and the others pass; a function that names the record that failed is called again
 * from that one on.
 */
export async function deliver(batch: readonly DynamoDBRecord[], to: Delivery, tries = 0): Promise<void> {
  const [head] = batch
  if (!head) return
  const { done, located, reason } = await attempt(batch, to)
  if (done === batch.length) return
  if (done > 0) return deliver(batch.slice(done), to)
  if (!located && batch.length > 1) {
    const half = Math.ceil(batch.length / 2)
    await deliver(batch.slice(0, half), to)
    return deliver(batch.slice(half), to)
  }
  if (tries < to.retries) {
    await to.waitBeforeRetry(tries)
    return deliver(batch, to, tries + 1)
  }
  to.putAside({ consumer: to.name, record: head, reason })
  return deliver(batch.slice(1), to)
}

async function attempt(batch: readonly DynamoDBRecord[], to: Delivery): Promise<Outcome> {
  try {
    return outcomeOf(await to.handle({ Records: structuredClone([...batch]) }), batch)
  } catch (fault) {
    return { done: 0, located: false, reason: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** Reads a partial batch response; as in Lambda, one that names an unknown record fails the whole batch. */
function outcomeOf(answer: unknown, batch: readonly DynamoDBRecord[]): Outcome {
  const named = (answer as DynamoDBBatchResponse | null | undefined)?.batchItemFailures ?? []
  if (named.length === 0) return { done: batch.length, located: true, reason: '' }
  const places = named.map(({ itemIdentifier }) =>
    batch.findIndex((record) => record.dynamodb?.SequenceNumber === itemIdentifier),
  )
  if (places.includes(-1)) return { done: 0, located: false, reason: 'named a record it was not given' }
  return { done: Math.min(...places), located: true, reason: 'named as failed' }
}

/** A record as Lambda shows it: JSON, with times in seconds and bytes in base64. */
export const lambdaRecord = (record: SourceRecord, arn: string): DynamoDBRecord => ({
  eventID: record.eventID,
  eventName: record.eventName as DynamoDBRecord['eventName'],
  eventVersion: record.eventVersion,
  eventSource: 'aws:dynamodb',
  awsRegion: record.awsRegion,
  eventSourceARN: arn,
  dynamodb: JSON.parse(JSON.stringify(record.dynamodb ?? {}, asInLambda)),
})

function asInLambda(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const own = this[name]
  if (own instanceof Date) return own.getTime() / 1000
  if (own instanceof Uint8Array) return Buffer.from(own).toString('base64')
  return value
}
