import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a part of the local system remembers over a restart; undefined where nothing was kept yet. */
export function readKept(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}

/** Keeps it whole or not at all: a process that is killed while writing leaves the old file. */
export function keep(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, content)
  renameSync(`${file}.new`, file)
}

/** The same for what only the owner of the file may read. */
export function keepSecretly(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, content, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The same for a value as JSON. */
export const keepJson = (file: string, value: unknown): void =>
  keep(file, `${JSON.stringify(value, null, 2)}\n`)
