import * as v from 'valibot'
import { base64, bytesFromBase64 } from '../kernel/encoding.ts'
import { type ReadingTable, type Stored, shelf, type Table, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { StoredFile } from './letter.ts'

/** A thing in DynamoDB holds 400 KB; base64 makes this a third longer. */
const partBytes = 180_000

type FilePart = { content: string }
type PartName = { fileId: string; part: number }

/** A part of a file, in base64. Each has a key of its own, because one key takes no more than 1,000 KB a second. */
const partShelf = shelf<FilePart, PartName>({
  table: 'outbox',
  kind: 'file-part',
  schema: v.object({ content: v.string() }),
  key: ({ fileId, part }) => ({ pk: `file#${fileId}#${part}`, sk: 'part' }),
})

const partsOf = ({ id, size }: Pick<StoredFile, 'id' | 'size'>): PartName[] =>
  Array.from({ length: Math.ceil(size / partBytes) }, (_, part) => ({ fileId: id, part }))

/** Stores the bytes of a file under a fresh id, part by part. Whoever names the file elsewhere does so afterwards. */
export async function storeFile(
  table: Pick<Table, 'commit'>,
  { id, bytes, expires }: { id: string; bytes: Uint8Array; expires: Instant },
): Promise<void> {
  for (const name of partsOf({ id, size: bytes.length })) {
    const start = name.part * partBytes
    const content = base64(bytes.subarray(start, start + partBytes))
    await table.commit([partShelf.create(name, { content }, { expires })])
  }
}

/** The bytes of a file; undefined when any of it is gone. */
export async function readFile(table: ReadingTable, file: StoredFile): Promise<Uint8Array | undefined> {
  const found = await readParts(table, file)
  if (!found) return undefined
  const parts = found.map(({ facts }) => bytesFromBase64(facts.content))
  const bytes = new Uint8Array(file.size)
  let at = 0
  for (const part of parts) {
    if (at + part.length > file.size) return undefined
    bytes.set(part, at)
    at += part.length
  }
  return at === file.size ? bytes : undefined
}

/** Keeps a file until another day; false when any of it is gone. */
export async function keepFile(table: Table, file: StoredFile, expires: Instant): Promise<boolean> {
  const parts = await readParts(table, file)
  if (!parts) return false
  for (const part of parts) {
    const outcome = await table.commit([partShelf.replace(part, part.facts, { expires })])
    // Refused where somebody else keeps it in this moment, or where it has just gone.
    if (!outcome.committed && !(await readParts(table, file))) return false
  }
  return true
}

/** The writes that throw a file away before its day; what is gone already needs none. */
export async function forgetFileWrites(table: Pick<Table, 'read'>, file: StoredFile): Promise<Write[]> {
  const found = await table.read(partsOf(file).map(partShelf.place))
  return found.flatMap((stored) => (stored ? [partShelf.remove(partShelf.decode(stored))] : []))
}

async function readParts(
  table: Pick<Table, 'read'>,
  file: Pick<StoredFile, 'id' | 'size'>,
): Promise<Stored<FilePart>[] | undefined> {
  const found = await table.read(partsOf(file).map(partShelf.place))
  const parts = found.flatMap((stored) => (stored ? [partShelf.decode(stored)] : []))
  return parts.length === found.length ? parts : undefined
}
