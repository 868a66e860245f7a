import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type Commit, type Table, TableBusy, UnsureCommit, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { movingCounters } from './table-counters.ts'
import { type Item, isPut, itemFrom, keyOf, nameOf, type PhysicalNames, versionOf } from './table-item.ts'
import { type Patience, type Surroundings, takePatience, verdictOf } from './table-patience.ts'

/** DynamoDB takes so many writes in one transaction. */
const mostWrites = 100

type Attempt = Commit | 'busy' | 'unsure'

/** Reads as the table does, with what patience is left. */
export type ReadWith = (places: Parameters<Table['read']>[0], patience: Patience) => ReturnType<Table['read']>

/**
 * Commits with as many attempts as it takes to know the outcome. An attempt that lost its answer may have happened:
 * the next one bears the same token, which DynamoDB answers with the first outcome; where the token is forgotten it
 * fails its own condition and finds things that bear this commit's id. After a known outcome the token is fresh.
 */
export async function commit(
  database: { client: DynamoDBClient; names: PhysicalNames; read: ReadWith },
  writes: readonly Write[],
  surroundings: Surroundings,
): Promise<Commit> {
  refuseImpossible(writes)
  const patience = takePatience(surroundings)
  const commitId = surroundings.newCommitId()
  const written = { version: commitId, at: surroundings.now() }
  const items = writes.map((write) => transactItem(write, database.names, written))
  const settled = (refusal?: Commit) =>
    settle((puts) => database.read(puts, patience), writes, commitId, refusal)
  let token = surroundings.newCommitId()
  let unsure = false
  for (let attempt = 1, goesOn = true; goesOn; attempt++) {
    const outcome = await attemptCommit(database.client, items, { commitId, token })
    if (outcome === 'unsure') unsure = true
    else if (outcome === 'busy') token = surroundings.newCommitId()
    else if (outcome.committed || !unsure) return outcome
    else return settled(outcome)
    goesOn = await patience.rest(attempt)
  }
  if (!unsure) throw new TableBusy('conflicts or throttling')
  return settled()
}

function refuseImpossible(writes: readonly Write[]): void {
  if (!writes.some(isPut))
    throw new Error('a commit needs a written thing by which an unsure answer can be settled')
  // DynamoDB refuses it, its local twin does not.
  if (new Set(writes.map(nameOf)).size < writes.length) throw new Error('one thing written twice in a commit')
  if (writes.length > mostWrites)
    throw new Error(`${writes.length} writes in a commit, at most ${mostWrites}`)
}

/**
 * After a lost answer a refusal alone proves nothing: the lost attempt may have happened, and somebody may have
 * changed its things since. What lies in the table tells: our id, or a version that our commit would have replaced.
 */
async function settle(
  read: Table['read'],
  writes: readonly Write[],
  commitId: string,
  refusal?: Commit,
): Promise<Commit> {
  const puts = writes.filter(isPut)
  const found = await read(puts).catch(() => [])
  if (found.some((stored) => stored?.version === commitId)) return { committed: true }
  const neverHappened = puts.some((put, i) => put.do === 'replace' && found[i]?.version === put.version)
  if (refusal && neverHappened) return refusal
  throw new UnsureCommit('no answer to a commit')
}

async function attemptCommit(
  client: DynamoDBClient,
  items: TransactWriteItem[],
  { commitId, token }: { commitId: string; token: string },
): Promise<Attempt> {
  try {
    const put = items.length === 1 ? items[0]?.Put : undefined
    // A single put needs no transaction, which would cost twice as much.
    if (put) await client.send(new PutItemCommand(put))
    else await client.send(new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: token }))
    return { committed: true }
  } catch (fault) {
    return judge(fault, commitId)
  }
}

/** Sorts what the database may throw into: did not happen, could not happen now, nobody knows. */
function judge(fault: unknown, commitId: string): Attempt {
  const isOurs = (item: Item | undefined) => versionOf(item) === commitId
  if (fault instanceof ConditionalCheckFailedException)
    return isOurs(fault.Item) ? { committed: true } : { committed: false, failed: [0] }
  if (fault instanceof TransactionCanceledException) {
    const reasons = fault.CancellationReasons ?? []
    if (reasons.some((reason) => isOurs(reason.Item))) return { committed: true }
    const failed = reasons.flatMap((reason, i) => (reason.Code === 'ConditionalCheckFailed' ? [i] : []))
    if (failed.length > 0) return { committed: false, failed }
    if (reasons.some(({ Code = '' }) => busyReason.test(Code))) return 'busy'
    throw fault
  }
  const verdict = verdictOf(fault)
  if (verdict === 'fault') throw fault
  return verdict
}

const busyReason = /^(TransactionConflict|ThrottlingError|ProvisionedThroughputExceeded)$/

function transactItem(
  write: Write,
  names: PhysicalNames,
  written: { version: string; at: Instant },
): TransactWriteItem {
  const TableName = names[write.table]
  const unchanged = (version: string) => ({
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: marshall({ ':version': version }),
  })
  const absent = {
    ConditionExpression: 'attribute_not_exists(#pk)',
    ExpressionAttributeNames: { '#pk': 'pk' },
  }
  switch (write.do) {
    case 'create':
    case 'replace':
      return {
        Put: {
          TableName,
          Item: itemFrom(write, written),
          ...(write.do === 'create' ? absent : unchanged(write.version)),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      }
    case 'remove':
      return { Delete: { TableName, Key: keyOf(write), ...unchanged(write.version) } }
    case 'add':
      return { Update: { TableName, Key: keyOf(write), ...movingCounters(write) } }
  }
}
