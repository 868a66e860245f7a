import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { bundleInto } from '../../infra/bundle.ts'
import { functions } from '../../infra/manifest.ts'
import { lambdaEnvironment } from '../world/lambda-environment.ts'

/** How long one function takes to import, and how many times as long as the bare one of the same run. */
export type ImportTime = { name: string; milliseconds: number; ratio: number }

const rounds = 7

/**
 * Imports each bundle in fresh processes and answers the medians, the bare one first. The bundles take turns, so that
 * a slow moment of the machine falls on all of them.
 */
export async function measureImports(): Promise<ImportTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-imports-'))
  try {
    const bundles = [{ name: 'bare', entry: 'test/bench/bare.ts' }, ...functions]
    for (const bundle of bundles) bundleInto(join(folder, bundle.name), bundle)
    const times = new Map<string, number[]>(bundles.map(({ name }) => [name, []]))
    for (let round = 0; round < rounds; round++)
      for (const [name, measured] of times) measured.push(await importOnce(join(folder, name)))
    const bare = median(times.get('bare') ?? [])
    return [...times].map(([name, measured]) => ({
      name,
      milliseconds: median(measured),
      ratio: median(measured) / bare,
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importOnce(folder: string): Promise<number> {
  const file = pathToFileURL(join(folder, 'index.mjs')).href
  const program = `const start = performance.now(); await import('${file}'); process.stdout.write(String(performance.now() - start)); process.exit(0)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: lambdaEnvironment(folder),
  })
  return Number(stdout)
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
