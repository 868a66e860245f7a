import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Bounds, Write } from '../kernel/table.ts'

type Expressions = Pick<
  NonNullable<TransactWriteItem['Update']>,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> & { UpdateExpression: string }

/** The expressions that move counters, and only while they stand within their bounds. */
export function movingCounters({ by, within = {} }: Extract<Write, { do: 'add' }>): Expressions {
  const names = [...new Set([...Object.keys(by), ...Object.keys(within)])]
  const nameOf = (counter: string) => `#c${names.indexOf(counter)}`
  const moves = Object.entries(by).map(([counter, step], i) => ({
    name: nameOf(counter),
    key: `:by${i}`,
    step,
  }))
  const bounds = Object.entries(within).flatMap(([counter, bound], i) => boundsOf(nameOf(counter), bound, i))
  return {
    UpdateExpression: `ADD ${moves.map(({ name, key }) => `${name} ${key}`).join(', ')}`,
    ...(bounds.length > 0 && { ConditionExpression: bounds.map(({ words }) => words).join(' AND ') }),
    ExpressionAttributeNames: Object.fromEntries(names.map((counter) => [nameOf(counter), counter])),
    ExpressionAttributeValues: marshall(
      Object.fromEntries([
        ...moves.map(({ key, step }) => [key, step]),
        ...bounds.map(({ key, value }) => [key, value]),
      ]),
    ),
  }
}

/** A counter that was never moved is 0, but to DynamoDB it is absent and fulfils no comparison. */
function boundsOf(name: string, { least, most }: Bounds[string], i: number) {
  const isThere = (words: string, zeroFulfils: boolean) =>
    zeroFulfils ? `(attribute_not_exists(${name}) OR ${words})` : words
  return [
    ...(least === undefined
      ? []
      : [{ key: `:least${i}`, value: least, words: isThere(`${name} >= :least${i}`, least <= 0) }]),
    ...(most === undefined
      ? []
      : [{ key: `:most${i}`, value: most, words: isThere(`${name} <= :most${i}`, most >= 0) }]),
  ]
}
