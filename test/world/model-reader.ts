import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'
import { holds } from './database-expressions.ts'
import { type Item, type openModelStore, pageOf } from './model-store.ts'
import { readUnits } from './request-units.ts'

/** What was found, and which first keys served how much of it. */
export type Found = { answer: object; keys: { key: string; units: number }[] }

/** Reads the model's store as DynamoDB does, without any limits. */
export function openModelReader(store: ReturnType<typeof openModelStore>): (command: object) => Found {
  const get = (table: string, key: Item) => {
    const { item } = store.cellOf(table, key)
    return {
      item,
      key: `${table} ${key.pk?.S}`,
      units: readUnits(new GetItemCommand({ TableName: table, Key: key }), { ...(item && { Item: item }) }),
    }
  }

  const getOne = ({ input: { TableName = '', Key = {} } }: GetItemCommand): Found => {
    const { item, ...served } = get(TableName, Key)
    return { answer: { ...(item && { Item: item }) }, keys: [served] }
  }

  const getMany = ({ input: { RequestItems = {} } }: BatchGetItemCommand): Found => {
    const tables = Object.entries(RequestItems).map(
      ([table, { Keys = [] }]) => [table, Keys.map((key) => get(table, key))] as const,
    )
    const Responses = Object.fromEntries(
      tables.map(([table, found]) => [table, found.flatMap(({ item }) => (item ? [item] : []))]),
    )
    return {
      answer: { Responses, UnprocessedKeys: {} },
      keys: tables.flatMap(([, found]) => found.map(({ key, units }) => ({ key, units }))),
    }
  }

  const query = (command: QueryCommand): Found => {
    const { TableName = '', IndexName, Limit, ExclusiveStartKey, FilterExpression } = command.input
    const items = IndexName
      ? inIndex(store.all(TableName), command.input)
      : underKey(TableName, command.input)
    const { page, last } = pageOf(items, { limit: Limit, after: ExclusiveStartKey })
    const Items = FilterExpression
      ? page.filter((item) => holds(FilterExpression, item, expressionOf(command.input)))
      : page
    return {
      answer: { Items, ...(last && { LastEvaluatedKey: last }) },
      keys: [
        {
          key: IndexName
            ? `${TableName} ${IndexName} ${textAt(command.input, ':shard')}`
            : `${TableName} ${textAt(command.input, ':pk')}`,
          units: readUnits(command, { Items: page }),
        },
      ],
    }
  }

  const underKey = (table: string, input: QueryCommandInput): Item[] =>
    store.under(table, textAt(input, ':pk'), input.ExpressionAttributeValues?.[':prefix']?.S ?? '')

  return (command) => {
    if (command instanceof GetItemCommand) return getOne(command)
    if (command instanceof BatchGetItemCommand) return getMany(command)
    if (command instanceof QueryCommand) return query(command)
    throw new Error(`the model knows no ${command.constructor.name}`)
  }
}

const expressionOf = (input: QueryCommandInput) => ({
  names: input.ExpressionAttributeNames,
  values: input.ExpressionAttributeValues,
})

const textAt = (input: QueryCommandInput, name: string): string => {
  const value = input.ExpressionAttributeValues?.[name]?.S
  if (value === undefined) throw new Error(`a query without ${name}: ${input.KeyConditionExpression}`)
  return value
}

/** The items that the index for due work holds, in its order. */
const inIndex = (all: readonly Item[], input: QueryCommandInput): Item[] =>
  all
    .filter((item) => holds(input.KeyConditionExpression ?? '', item, expressionOf(input)))
    .sort((a, b) => Buffer.compare(Buffer.from(a.due?.S ?? ''), Buffer.from(b.due?.S ?? '')))
