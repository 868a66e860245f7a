import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { holds, updated } from './database-expressions.ts'
import { type Found, openModelReader } from './model-reader.ts'
import { type Cell, type Item, openModelStore } from './model-store.ts'
import { writeUnits } from './request-units.ts'
import type { Clock } from './virtual-clock.ts'

/**
 * DynamoDB with its limits and nothing else, in memory, for the contention that no local engine shows. It assumes:
 * - A single call takes 4 ms, half there, half back; half of the calls less, one in a hundred twice as long or more
 *   (8 and 16 ms were seen from a Lambda). A page of a query takes no longer.
 * - One item serves 1,000 write units a second: plain writes queue up, each unit takes it for a millisecond. Whoever
 *   would wait for longer than 100 ms is throttled.
 * - A transaction waits its turn at each of its items, then holds all of them for 10 ms. If another one holds any of
 *   them, it fails with TransactionConflict. If a condition does not hold, it fails, and has held nothing.
 * - A plain write that meets a transaction fails with TransactionConflictException.
 * - One key of the index for due work takes 1,000 write units a second, in bursts of a second; beyond them the write of
 *   the item itself is throttled. The index follows at once.
 * - One first key serves 3,000 read units a second, in bursts of a second; beyond them reads are throttled. Reads are
 *   consistent, wait for nobody, and see what was before a transaction that is still open.
 * - Not in it: lost answers, limits of whole tables and accounts (a new table takes about 4,000 write units a second),
 *   items of different keys that share a partition, the time that the function itself takes.
 */
export const limits = {
  callMilliseconds: 4,
  callSpread: 0.3,
  writeUnitsPerSecond: 1_000,
  readUnitsPerSecond: 3_000,
  longestQueueMilliseconds: 100,
  transactionMilliseconds: 10,
  burstMilliseconds: 1_000,
}

type World = { clock: Clock; chance: () => number }

/** A client for the model, and one that looks into it without taking time or being counted among the traffic. */
export function openLimitsModel({ clock, chance }: World) {
  const store = openModelStore()
  const reader = openModelReader(store)
  const rates = openRates(clock)

  /** Waits until the writes before this one are done; false when that would take too long. */
  const turnAt = async (cells: readonly Cell[], units: (i: number) => number): Promise<boolean> => {
    const start = Math.max(clock.now(), ...cells.map(({ free }) => free))
    if (start - clock.now() > limits.longestQueueMilliseconds) return false
    for (const [i, cell] of cells.entries())
      cell.free = start + (units(i) * 1_000) / limits.writeUnitsPerSecond
    if (start > clock.now()) await clock.wait(start - clock.now())
    return true
  }

  const writeOne = async (command: PutItemCommand | UpdateItemCommand): Promise<object> => {
    const action: Action = actionOf(
      command instanceof PutItemCommand
        ? { Put: { ...command.input, TableName: command.input.TableName, Item: command.input.Item } }
        : {
            Update: {
              UpdateExpression: '',
              ...command.input,
              TableName: command.input.TableName,
              Key: command.input.Key,
            },
          },
    )
    const { cell } = placed(store, action)
    const units = writeUnits(command)
    if (!rates.takeIndex(indexKeyOf(action), units.index)) throw throttled()
    if (!(await turnAt([cell], () => units.write))) throw throttled()
    if (cell.holder) throw new TransactionConflictException(answered)
    if (!action.allows(cell.item)) throw conditionFailed(cell.item)
    cell.item = action.result(cell.item)
    return command instanceof UpdateItemCommand && cell.item ? { Attributes: cell.item } : {}
  }

  const writeTogether = async (command: TransactWriteItemsCommand): Promise<object> => {
    const actions = (command.input.TransactItems ?? []).map((item) => placed(store, actionOf(item)))
    const units = (command.input.TransactItems ?? []).map((item) =>
      writeUnits(new TransactWriteItemsCommand({ TransactItems: [item] })),
    )
    const throttledAt = actions.map(
      ({ action }, i) => !rates.takeIndex(indexKeyOf(action), units[i]?.index ?? 0),
    )
    if (throttledAt.includes(true))
      throw canceled(throttledAt.map((is) => ({ Code: is ? 'ThrottlingError' : 'None' })))
    const cells = actions.map(({ cell }) => cell)
    if (!(await turnAt(cells, (i) => units[i]?.write ?? 0)))
      throw canceled(actions.map(() => ({ Code: 'ThrottlingError' })))
    const reasons = actions.map(({ action, cell }) => reasonAgainst(action, cell))
    if (reasons.some(({ Code }) => Code !== 'None')) throw canceled(reasons)
    for (const cell of cells) cell.holder = command
    await clock.wait(limits.transactionMilliseconds)
    for (const { action, cell } of actions) {
      cell.item = action.result(cell.item)
      cell.holder = undefined
    }
    return {}
  }

  const read = (command: object): Found => {
    const found = reader(command)
    if (found.keys.some(({ key, units }) => !rates.takeRead(key, units))) throw throttled()
    return found
  }

  const serve = async (command: object): Promise<object> => {
    if (command instanceof TransactWriteItemsCommand) return writeTogether(command)
    if (command instanceof PutItemCommand || command instanceof UpdateItemCommand) return writeOne(command)
    return read(command).answer
  }

  const send = async (command: object): Promise<object> => {
    const oneWay = (limits.callMilliseconds / 2) * Math.exp(limits.callSpread * normal(chance))
    await clock.wait(oneWay)
    try {
      return await serve(command)
    } finally {
      await clock.wait(oneWay)
    }
  }
  const look = async (command: object): Promise<object> => reader(command).answer
  return { client: clientOf(send), calmClient: clientOf(look) }
}

const clientOf = (send: (command: object) => Promise<object>): DynamoDBClient =>
  ({ send, destroy: () => {} }) as unknown as DynamoDBClient

/** What one write asks for: whether it may happen, and what it leaves behind. */
type Action = {
  table: string
  key: Item
  allows: (item: Item | undefined) => boolean
  result: (item: Item | undefined) => Item | undefined
}

function actionOf({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): Action {
  const given = Put ?? Update ?? Delete ?? ConditionCheck
  if (!given) throw new Error('a write of no kind')
  const expression = { names: given.ExpressionAttributeNames, values: given.ExpressionAttributeValues }
  const key = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {}
  const words = given.ConditionExpression
  return {
    table: given.TableName ?? '',
    key,
    allows: (item) => words === undefined || holds(words, item, expression),
    result: (item) => {
      if (Put) return Put.Item
      if (Update) return updated(Update.UpdateExpression ?? '', item ?? key, expression)
      return Delete ? undefined : item
    },
  }
}

const placed = (store: ReturnType<typeof openModelStore>, action: Action) => ({
  action,
  cell: store.cellOf(action.table, action.key),
})

const indexKeyOf = ({ table, key }: Action): string => `${table} ${key.dueShard?.S ?? ''}`

function reasonAgainst(action: Action, { item, holder }: Cell) {
  if (holder) return { Code: 'TransactionConflict' }
  return action.allows(item)
    ? { Code: 'None' }
    : { Code: 'ConditionalCheckFailed', ...(item && { Item: item }) }
}

/** Units that a key gives out: so many a second, those of the last second at once. */
function openRates(clock: Clock) {
  const owed = new Map<string, number>()
  const take = (key: string, units: number, perSecond: number): boolean => {
    const since = Math.max(owed.get(key) ?? Number.NEGATIVE_INFINITY, clock.now() - limits.burstMilliseconds)
    if (since > clock.now()) return false
    owed.set(key, since + (units * 1_000) / perSecond)
    return true
  }
  return {
    takeRead: (key: string, units: number) => take(`read ${key}`, units, limits.readUnitsPerSecond),
    takeIndex: (key: string, units: number) =>
      units === 0 || take(`index ${key}`, units, limits.writeUnitsPerSecond),
  }
}

/** A number around 0, as far from it as chance usually is (Box and Muller). */
const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

const answered = { $metadata: { httpStatusCode: 400 }, message: '' }
const throttled = () => new ProvisionedThroughputExceededException(answered)
const conditionFailed = (item: Item | undefined) =>
  new ConditionalCheckFailedException({ ...answered, ...(item && { Item: item }) })
const canceled = (CancellationReasons: { Code: string; Item?: Item }[]) =>
  new TransactionCanceledException({ ...answered, CancellationReasons })
