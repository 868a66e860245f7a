import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { inEarnest } from '../../functions/aws/table-patience.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { countedClient, noteRetry } from '../world/counted-client.ts'
import { type Judged, playAgainstLimits } from '../world/modelled-rush.ts'
import { playRush, theRush } from '../world/rush.ts'
import { judgeRush, seatsAgainstAnswers } from '../world/rush-verdict.ts'
import { openRealClock } from '../world/virtual-clock.ts'

/** So many stand at the counter of the embedded engine at once. */
const atOnce = 16
/** So often each bare call is made. */
const bareCalls = 2_000

/** How long one call takes, and how many of them go through in a second. */
export type Pace = { p50: number; p99: number; perSecond: number }

export type EmbeddedRush = Judged & { barePut: Pace; bareDraw: Pace }

/** The rush on the embedded engine through the real SDK, and bare calls beside it in the same run. */
export async function rushOnEmbedded(people = theRush.people): Promise<EmbeddedRush> {
  const engine = await startDatabase({ engine: 'embedded', file: null })
  const client = openDatabase({
    region: 'eu-central-1',
    endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
  })
  try {
    await createTables(client, localTableNames)
    const wait = (milliseconds: number) => {
      noteRetry()
      return inEarnest.wait(milliseconds)
    }
    const table = openTable(countedClient(client), localTableNames, { ...inEarnest, wait })
    // As many bytes as an enrollment writes, in one item; and the drawing of a number alone.
    const put = (i: number) =>
      client.send(
        new PutItemCommand({
          TableName: localTableNames.people,
          Item: { pk: { S: `bare#${i}` }, sk: { S: 'bare' }, facts: { S: 'x'.repeat(1_750) } },
        }),
      )
    const draw = () =>
      client.send(
        new UpdateItemCommand({
          TableName: localTableNames.catalog,
          Key: { pk: { S: 'bare' }, sk: { S: 'line' } },
          UpdateExpression: 'ADD #next :one',
          ExpressionAttributeNames: { '#next': 'next' },
          ExpressionAttributeValues: { ':one': { N: '1' } },
          ReturnValues: 'ALL_NEW',
        }),
      )
    await paceOf(200, put)
    const barePut = await paceOf(bareCalls, put)
    const bareDraw = await paceOf(bareCalls, draw)
    const plan = { ...theRush, people, arrive: { atOnce }, chance: Math.random }
    const rush = await playRush({ table, clock: openRealClock() }, plan)
    const verdict = await judgeRush(table, rush)
    return { rush, verdict, againstAnswers: await seatsAgainstAnswers(table, rush), barePut, bareDraw }
  } finally {
    client.destroy()
    await engine.stop()
  }
}

/** Makes a call so often, as many at once as stand at the counter. */
async function paceOf(times: number, call: (i: number) => Promise<unknown>): Promise<Pace> {
  const lasted: number[] = []
  let next = 0
  const caller = async () => {
    while (next < times) {
      const began = performance.now()
      await call(next++)
      lasted.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, caller))
  const perSecond = (times * 1_000) / (performance.now() - began)
  return { p50: quantile(lasted, 0.5), p99: quantile(lasted, 0.99), perSecond }
}

/** The value that so large a share does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The rushes that are played against the model of the limits. */
const modelled: readonly { seats: number; perSecond: number }[] = [
  { seats: 300, perSecond: 83 },
  { seats: 300, perSecond: 500 },
  { seats: 300, perSecond: 1_000 },
  { seats: 3_000, perSecond: 500 },
]

/** Each of them in turn, as it ends. */
export async function* rushesAgainstLimits(): AsyncGenerator<Judged & { name: string; perSecond: number }> {
  for (const { seats, perSecond } of modelled) {
    const judged = await playAgainstLimits({ ...theRush, seats, arrive: { perSecond } })
    yield { name: `${seats} seats, ${perSecond}/s`, perSecond, ...judged }
  }
}
