/**
 * Everything that must hold: types, lint, tests. The last line is `N passed, N failed`; types and lint count as one
 * check each.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

type Totals = { passed: number; failed: number }

const root = join(import.meta.dirname, '..')
const programs = join(root, 'node_modules/.bin')
const environment = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ''}` }
const running = new Set<ChildProcess>()

/** Runs a program; `show` false keeps its words until it has ended, so that two do not mix. */
function run(command: string, args: string[], show: boolean): Promise<{ code: number; words: string }> {
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  running.add(child)
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      words += bytes
    })
  return new Promise((resolve) => {
    const end = (code: number | null, reason = '') => {
      running.delete(child)
      resolve({ code: code ?? 1, words: words + reason })
    }
    child.once('error', (fault) => end(1, fault.message))
    child.once('close', (code) => end(code))
  })
}

async function check(name: string, command: string, args: string[]): Promise<Totals> {
  const begin = performance.now()
  const { code, words } = await run(command, args, false)
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(words.trim())
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

async function runTests(names: string[]): Promise<Totals> {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-tests-'))
  const file = join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run('vitest', ['run', ...reporters, ...names], true)
  const totals = readTotals(file)
  rmSync(folder, { recursive: true, force: true })
  // A file that does not load, or an error that no test waited for, fails without a failed test.
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

function readTotals(file: string): Totals {
  type Results = {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  }
  try {
    const results: Results = JSON.parse(readFileSync(file, 'utf8'))
    const unloaded = results.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: results.numPassedTests, failed: results.numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(1)
  })

// Beside the tests, which wait for a browser or an engine often enough.
const results = await Promise.all([
  runTests(process.argv.slice(2)),
  check('types', 'tsc', []),
  check('lint', 'biome', ['check', '--error-on-warnings', '--colors=off']),
])
const totals = results.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}))
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed > 0 ? 1 : 0
