import type { StoredFile } from './letter.ts'

/** Answers the bytes of a stored file, or undefined when it is gone. */
export type ReadFile = (file: StoredFile) => Promise<Uint8Array | undefined>

/** As many files as one message may have. */
const mostRemembered = 5

/** Reads each file once for all the letters that one process sends: what lies under an id never changes. */
export function rememberFiles(read: ReadFile): ReadFile {
  const known = new Map<string, Uint8Array>()
  return async (file) => {
    const bytes = known.get(file.id) ?? (await read(file))
    if (!bytes) return undefined
    known.delete(file.id)
    known.set(file.id, bytes)
    const [oldest] = known.keys()
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest)
    return bytes
  }
}
