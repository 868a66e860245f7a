import type { AttributeValue } from '@aws-sdk/client-dynamodb'

type Item = Record<string, AttributeValue>

/** An expression with the names and values that it speaks of. */
export type Expression = {
  names?: Record<string, string> | undefined
  values?: Record<string, AttributeValue> | undefined
}

/**
 * Whether a condition holds for an item, as DynamoDB reads it: comparisons, `attribute_exists`,
 * `attribute_not_exists`, `begins_with`, NOT, AND, OR and brackets. A comparison with what is absent never holds.
 */
export function holds(
  words: string,
  item: Item | undefined,
  { names = {}, values = {} }: Expression,
): boolean {
  const tokens = words.match(/\(|\)|,|<>|<=|>=|=|<|>|[#:\w]+/g) ?? []
  let at = 0
  const take = (wanted?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`cannot read the condition ${words}`)
    return token
  }
  const operand = (token: string): AttributeValue | undefined =>
    token.startsWith(':') ? values[token] : item?.[names[token] ?? token]

  const either = (): boolean => {
    let result = both()
    while (tokens[at] === 'OR') {
      take()
      // Both sides are read in any case, so that the reading goes on behind them.
      const right = both()
      result ||= right
    }
    return result
  }
  const both = (): boolean => {
    let result = one()
    while (tokens[at] === 'AND') {
      take()
      const right = one()
      result &&= right
    }
    return result
  }
  const one = (): boolean => {
    const token = take()
    if (token === 'NOT') return !one()
    if (token === '(') return bracketed(either)
    if (tokens[at] === '(') {
      take()
      return bracketed(() => called(token))
    }
    return compare(operand(token), take(), operand(take()))
  }
  const bracketed = (read: () => boolean): boolean => {
    const result = read()
    take(')')
    return result
  }
  const called = (name: string): boolean => {
    const subject = operand(take())
    if (name === 'attribute_exists') return subject !== undefined
    if (name === 'attribute_not_exists') return subject === undefined
    if (name !== 'begins_with') throw new Error(`no function ${name} is known`)
    take(',')
    return subject?.S?.startsWith(operand(take())?.S ?? '\u0000') ?? false
  }
  const result = either()
  if (at < tokens.length) throw new Error(`cannot read the condition ${words}`)
  return result
}

function compare(
  one: AttributeValue | undefined,
  operator: string,
  other: AttributeValue | undefined,
): boolean {
  if (one === undefined || other === undefined) return false
  const order = orderOf(one, other)
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      throw new Error(`no comparison ${operator} is known`)
  }
}

const orderOf = (one: AttributeValue, other: AttributeValue): number =>
  one.N !== undefined && other.N !== undefined
    ? Number(one.N) - Number(other.N)
    : Buffer.compare(Buffer.from(one.S ?? ''), Buffer.from(other.S ?? ''))

/** The item as an update leaves it: `ADD` of numbers and `SET` of values. */
export function updated(words: string, item: Item, { names = {}, values = {} }: Expression): Item {
  const result = { ...item }
  for (const [, verb, rest = ''] of words.matchAll(/(ADD|SET|REMOVE)\s+(.*?)(?=\s+(?:ADD|SET|REMOVE)\s|$)/gs))
    for (const clause of rest.split(',')) {
      const [, path = '', value = ''] = /^\s*(\S+)\s*=?\s*(:\w+)?\s*$/.exec(clause) ?? []
      const name = names[path] ?? path
      if (!name) throw new Error(`cannot read the update ${words}`)
      if (verb === 'REMOVE') delete result[name]
      else if (values[value] === undefined) throw new Error(`cannot read the update ${words}`)
      else if (verb === 'SET') result[name] = values[value]
      else result[name] = { N: String(Number(item[name]?.N ?? 0) + Number(values[value].N)) }
    }
  return result
}
