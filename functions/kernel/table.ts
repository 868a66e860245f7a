import * as v from 'valibot'
import type { Instant } from './time.ts'

/**
 * The tables, split by sensitivity and lifetime: public facts, people, mails and due work, staff. Each function is
 * granted only what it needs of them.
 */
export const tableNames = ['catalog', 'people', 'outbox', 'office', 'sensitive'] as const
export type TableName = (typeof tableNames)[number]

export type Place = { table: TableName; pk: string; sk: string }

/** A thing as it lies in a table. `version` is the id of the commit that wrote it last. */
export type Stored<Facts> = Place & { kind: string; version: string; facts: Facts; due?: Instant }

type Content = { kind: string; facts: object; due?: Instant | undefined; expires?: Instant | undefined }

/**
 * One conditional write: create (absent), replace or remove (version unchanged), or move named counters, as long as
 * they stand within bounds. There is no unconditional write of facts.
 */
export type Write =
  | (Place & Content & { do: 'create' })
  | (Place & Content & { do: 'replace'; version: string })
  | (Place & { do: 'remove'; version: string })
  | (Place & { do: 'add'; by: Counters; within?: Bounds })

/** Numbers by name that only ever move by so much; one that was never moved is 0. */
export type Counters = Record<string, number>

/** What counters must be, before the write moves them, for the write to happen. */
export type Bounds = Record<string, { least?: number; most?: number }>

/** All writes happened together, or none did and `failed` names those whose condition did not hold. */
export type Commit = { committed: true } | { committed: false; failed: number[] }

/** Nobody knows whether the commit happened. The reader is told exactly that, and may safely try again. */
export class UnsureCommit extends Error {
  override name = 'UnsureCommit'
}

/** The table was too busy for too long; nothing was written. */
export class TableBusy extends Error {
  override name = 'TableBusy'
}

/** Where the house keeps its state. DynamoDB in earnest, an embedded engine locally, memory in pure tests. */
export type Table = {
  /** Reads up to 100 things, consistently, in the order asked for. */
  read(places: readonly Place[]): Promise<(Stored<unknown> | undefined)[]>
  /** Lists everything under `pk` whose `sk` starts with `prefix`, in the order of `sk`. */
  list(table: TableName, pk: string, prefix?: string): Promise<Stored<unknown>[]>
  /**
   * Lists what falls due in the outbox until then, earliest first, of one kind where it is named. May lag behind:
   * read again before acting.
   */
  listDue(until: Instant, limit: number, kind?: string): Promise<Stored<unknown>[]>
  /**
   * Moves a counter by one, or by so many, and answers all counters of that place as they are then. Never refused. A
   * place that `expires` may be forgotten after that instant.
   */
  draw(place: Place, counter: string, how?: { by?: number; expires?: Instant }): Promise<Counters>
  /** The counters of a place; empty when none was ever moved. */
  counters(place: Place): Promise<Counters>
  /** Writes up to 100 things together or not at all. Throws UnsureCommit or TableBusy. */
  commit(writes: readonly Write[]): Promise<Commit>
}

/** The part of the table that only reads; what shows pages gets no more than this. */
export type ReadingTable = Pick<Table, 'read' | 'list' | 'counters'>

/** One kind of thing in one table: how it is keyed, and the schema by which it is decoded on the way out. */
type Shelf<Facts extends object, Reference> = {
  /** What its things are called in the table. */
  kind: string
  place(reference: Reference): Place
  read(table: Pick<Table, 'read'>, reference: Reference): Promise<Stored<Facts> | undefined>
  decode(stored: Stored<unknown>): Stored<Facts>
  create(reference: Reference, facts: Facts, times?: Times): Write
  replace(stored: Stored<Facts>, facts: Facts, times?: Times): Write
  remove(stored: Stored<Facts>): Write
}

/** When the thing falls due (outbox only) and when it may be forgotten. */
type Times = { due?: Instant | undefined; expires?: Instant | undefined }

/** Describes a kind of thing; the only way for a stage to write to a table. */
export function shelf<Facts extends object, Reference>(description: {
  table: TableName
  kind: string
  schema: v.GenericSchema<unknown, Facts>
  key: (reference: Reference) => { pk: string; sk: string }
}): Shelf<Facts, Reference> {
  const { table: name, kind, schema, key } = description
  const place = (reference: Reference): Place => ({ table: name, ...key(reference) })
  const decode = (stored: Stored<unknown>): Stored<Facts> => {
    if (stored.kind !== kind) throw new Error(`expected ${kind}, found ${stored.kind}`)
    return { ...stored, facts: v.parse(schema, stored.facts) }
  }
  return {
    kind,
    place,
    decode,
    async read(table, reference) {
      const [found] = await table.read([place(reference)])
      return found && decode(found)
    },
    create: (reference, facts, times = {}) => ({ do: 'create', ...place(reference), kind, facts, ...times }),
    replace: ({ table, pk, sk, version }, facts, times = {}) => ({
      do: 'replace',
      table,
      pk,
      sk,
      kind,
      facts,
      version,
      ...times,
    }),
    remove: ({ table, pk, sk, version }) => ({ do: 'remove', table, pk, sk, version }),
  }
}
