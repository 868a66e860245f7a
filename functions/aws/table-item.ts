import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Counters, Place, Stored, TableName, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { attributeFrom, factsFrom } from './packed-facts.ts'

/** What the house's tables are called in this account. */
export type PhysicalNames = Record<TableName, string>

/** A thing as DynamoDB writes it. */
export type Item = Record<string, AttributeValue>

/** A write that leaves a thing behind, which bears the commit's id. */
export type Put = Extract<Write, { do: 'create' | 'replace' }>
export const isPut = (write: Write): write is Put => write.do === 'create' || write.do === 'replace'

/** Items that fall due are spread over this many keys of the index, each good for 1,000 writes a second. */
export const dueShards = 8

export const keyOf = ({ pk, sk }: Pick<Place, 'pk' | 'sk'>): Item => marshall({ pk, sk })

/** Marks what is due the moment it is written: the stream brings that, and nothing else, to the functions behind it. */
export const fallsNow = 'now'

export const itemFrom = (write: Put, { version, at }: { version: string; at: Instant }): Item => ({
  ...marshall({
    pk: write.pk,
    sk: write.sk,
    kind: write.kind,
    version,
    ...(write.due && { due: write.due, dueShard: shardOf(write.pk) }),
    ...(write.due && write.due <= at && { falls: fallsNow }),
    ...(write.expires && { expires: epochSeconds(write.expires) }),
  }),
  facts: attributeFrom(write.facts),
})

/** Time to live is counted in seconds since 1970. */
export const epochSeconds = (instant: Instant): number => Math.ceil(Date.parse(instant) / 1000)

/** Spreads keys over the index evenly and always the same way. */
const shardOf = (pk: string): string =>
  String([...pk].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7) % dueShards)

/** Undefined for a place where only counters lie: they are no thing that somebody wrote. */
export function storedFrom(table: TableName, item: Item | undefined): Stored<unknown> | undefined {
  if (!item?.kind) return undefined
  const { facts, ...marks } = item
  const { pk, sk, kind, version, due } = unmarshall(marks) as Omit<Stored<unknown>, 'facts'>
  return { table, pk, sk, kind, version, facts: factsFrom(facts), ...(due && { due }) }
}

export const countersFrom = (item: Item | undefined): Counters =>
  Object.fromEntries(
    Object.entries(item ? unmarshall(item) : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[0] !== 'expires',
    ),
  )

export const versionOf = (item: Item | undefined): string | undefined => item?.version?.S

/** One text for one place. */
export const nameOf = ({ table, pk, sk }: Place): string => JSON.stringify([table, pk, sk])

export function logicalName(names: PhysicalNames, physical: string): TableName {
  const found = (Object.keys(names) as TableName[]).find((table) => names[table] === physical)
  if (!found) throw new Error(`unknown table ${physical}`)
  return found
}
