import * as v from 'valibot'
import type { NewSecret } from '../kernel/secret.ts'
import { shelf, type Table } from '../kernel/table.ts'
import { newSecret } from './randomness.ts'

/**
 * What the house seals with a key of its own: its forms, the passes and notices of its rooms, and the networks from
 * which certificates are looked up.
 */
type HouseKeyName = 'form' | 'room' | 'lookup'

const houseKeyShelf = shelf<{ secret: string }, HouseKeyName>({
  table: 'office',
  kind: 'house-key',
  schema: v.object({ secret: v.string() }),
  key: (name) => ({ pk: `key#${name}`, sk: 'key' }),
})

/** The key of that name; whoever asks first makes it. Nobody has to set up or pay for a secret store. */
async function houseKey(
  table: Pick<Table, 'read' | 'commit'>,
  name: HouseKeyName,
  draw: NewSecret = newSecret,
): Promise<string> {
  const read = async () => (await houseKeyShelf.read(table, name))?.facts.secret
  const known = await read()
  if (known) return known
  await table.commit([houseKeyShelf.create(name, { secret: `${draw()}${draw()}` })])
  const made = await read()
  if (!made) throw new Error(`house key ${name} cannot be made`)
  return made
}

/** Remembers the key for as long as the function lives. */
export function rememberedHouseKey(table: Table, name: HouseKeyName): () => Promise<string> {
  let known: Promise<string> | undefined
  return () => {
    known ??= houseKey(table, name).catch((fault) => {
      known = undefined
      throw fault
    })
    return known
  }
}
