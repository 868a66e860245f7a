import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Reads files that the manifest lists for a function; they lie side by side in one folder. */
export async function readFiles(
  config: Pick<Config, 'filesFolder'>,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const entries = names.map(
    async (name) => [name, new Uint8Array(await readFile(join(config.filesFolder, name)))] as const,
  )
  return new Map(await Promise.all(entries))
}
