import { AsyncLocalStorage } from 'node:async_hooks'
import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { readUnits, writeUnits } from './request-units.ts'

/** What one deed asked of the database. */
export type Tally = {
  requests: number
  /** Attempts after the first one. */
  retries: number
  /** Requests turned away because of a transaction on the same item. */
  conflicts: number
  throttled: number
  /** Requests whose condition did not hold: somebody was faster. */
  refused: number
  writeUnits: number
  indexUnits: number
  readUnits: number
  bytes: number
}

export const emptyTally = (): Tally => ({
  requests: 0,
  retries: 0,
  conflicts: 0,
  throttled: 0,
  refused: 0,
  writeUnits: 0,
  indexUnits: 0,
  readUnits: 0,
  bytes: 0,
})

export const addTally = (sum: Tally, tally: Tally): void => {
  for (const what of Object.keys(sum) as (keyof Tally)[]) sum[what] += tally[what]
}

const current = new AsyncLocalStorage<Tally>()

/** Does a deed and counts on its tally whatever it sends, also through what it starts. */
export const counting = <T>(tally: Tally, deed: () => Promise<T>): Promise<T> => current.run(tally, deed)

/** Notes that the table waits before it tries again. */
export const noteRetry = (): void => {
  const tally = current.getStore()
  if (tally) tally.retries++
}

/** A client that counts each request by the documented rules; one that is sent again is one more. */
export function countedClient(client: Pick<DynamoDBClient, 'send'>): DynamoDBClient {
  type Send = (command: object) => Promise<object>
  const send: Send = async (command) => {
    const tally = current.getStore()
    if (!tally) return (client.send as unknown as Send)(command)
    tally.requests++
    try {
      const answer = await (client.send as unknown as Send)(command)
      noteWritten(tally, command)
      tally.readUnits += readUnits(command, answer)
      return answer
    } catch (fault) {
      noteFault(tally, fault, command)
      throw fault
    }
  }
  return { send: send.bind(client), destroy: () => {} } as unknown as DynamoDBClient
}

function noteWritten(tally: Tally, command: object): void {
  const { write, index, bytes } = writeUnits(command)
  tally.writeUnits += write
  tally.indexUnits += index
  tally.bytes += bytes
}

function noteFault(tally: Tally, fault: unknown, command: object): void {
  const codes =
    fault instanceof TransactionCanceledException
      ? (fault.CancellationReasons ?? []).map(({ Code = '' }) => Code)
      : [(fault as Error).name]
  if (codes.some((code) => /Throttl|ThroughputExceeded/.test(code))) {
    tally.throttled++
    return
  }
  // It was refused, and cost what it would have cost; the index was not reached.
  tally.writeUnits += writeUnits(command).write
  if (codes.some((code) => /ConditionalCheckFailed/.test(code))) tally.refused++
  else if (codes.some((code) => /TransactionConflict/.test(code))) tally.conflicts++
}
