import {
  type AttributeValue,
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'

/**
 * What DynamoDB counts, by the rules it documents, from what is sent and answered:
 * - an item's size is that of its names and values; a number has a byte for two digits and one more, a list or map 3
 *   bytes and one for each element;
 * - a plain write is one unit for each started kilobyte, a transactional one two, for each item;
 * - an index that holds the whole item is written too: counted apart, one unit for each started kilobyte;
 * - a consistent read is one unit for each started 4 kB: of each item, and of a query's whole page;
 * - what fails costs the same, but not what was throttled.
 * Updates and removals here move counters and small marks, so they are one kilobyte.
 */
export type Units = { write: number; index: number; bytes: number }

type Item = Record<string, AttributeValue>

/** Nobody changes an item that was counted once. */
const counted = new WeakMap<Item, number>()

export function bytesOf(item: Item): number {
  const known = counted.get(item)
  if (known !== undefined) return known
  const bytes = Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value),
    0,
  )
  counted.set(item, bytes)
  return bytes
}

function bytesOfValue(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').length / 2) + 1
  if (value.B !== undefined) return value.B.length
  if (value.L !== undefined) return value.L.reduce((sum, each) => sum + bytesOfValue(each) + 1, 3)
  if (value.M !== undefined) return bytesOf(value.M) + 3 + Object.keys(value.M).length
  if (value.NULL !== undefined || value.BOOL !== undefined) return 1
  throw new Error(`no size is known for ${Object.keys(value).join()}`)
}

export const started = (bytes: number, kilobytes: number): number =>
  Math.max(1, Math.ceil(bytes / (kilobytes * 1024)))

const nothing: Units = { write: 0, index: 0, bytes: 0 }

/** What a command writes. */
export function writeUnits(command: object): Units {
  if (command instanceof TransactWriteItemsCommand)
    return (command.input.TransactItems ?? []).map(unitsOfAction).reduce(sumOf, nothing)
  if (command instanceof PutItemCommand) return unitsOfPut(command.input.Item ?? {}, 1)
  if (command instanceof UpdateItemCommand || command instanceof DeleteItemCommand)
    return { write: 1, index: 0, bytes: 0 }
  return nothing
}

const unitsOfAction = ({ Put }: TransactWriteItem): Units =>
  Put ? unitsOfPut(Put.Item ?? {}, 2) : { write: 2, index: 0, bytes: 0 }

const unitsOfPut = (item: Item, times: number): Units => {
  const bytes = bytesOf(item)
  return { write: times * started(bytes, 1), index: item.dueShard ? started(bytes, 1) : 0, bytes }
}

const sumOf = (one: Units, other: Units): Units => ({
  write: one.write + other.write,
  index: one.index + other.index,
  bytes: one.bytes + other.bytes,
})

type Answer = { Item?: Item; Items?: Item[]; Responses?: Record<string, Item[]> }

/** What a command read, from its answer. */
export function readUnits(command: object, answer: Answer): number {
  if (command instanceof GetItemCommand) return started(bytesOf(answer.Item ?? {}), 4)
  if (command instanceof BatchGetItemCommand) {
    const asked = Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys).length
    const found = Object.values(answer.Responses ?? {}).flat()
    return found.reduce((sum, item) => sum + started(bytesOf(item), 4), asked - found.length)
  }
  if (command instanceof QueryCommand) {
    const bytes = (answer.Items ?? []).reduce((sum, item) => sum + bytesOf(item), 0)
    // An index is never read consistently, at half the price.
    return started(bytes, 4) * (command.input.IndexName ? 0.5 : 1)
  }
  return 0
}
