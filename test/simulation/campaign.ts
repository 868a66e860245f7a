/** `npm run simulate`: thousands of random runs of the line, then every seeded fault, which the suite must catch. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SeededFault, seededFaults } from './seeded-faults.ts'

const project = join(import.meta.dirname, '../..')
const vitest = join(project, 'node_modules/.bin/vitest')

/** A fault may make a loop endless; a run that takes longer than this has failed. */
const patience = 300_000

/** Runs tests in a folder; true when all passed in time. */
const passes = (folder: string, tests: readonly string[], runs: number, timeout: number): boolean =>
  spawnSync(process.execPath, [vitest, 'run', '--pool=threads', ...tests], {
    cwd: folder,
    env: { ...process.env, SIMULATION_RUNS: String(runs), NO_COLOR: '1' },
    stdio: 'ignore',
    timeout,
    killSignal: 'SIGKILL',
  }).status === 0

/** The project as it stands, to be spoiled; dependencies are only linked. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-seeded-'))
  for (const name of [
    'functions',
    'web',
    'infra',
    'test',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ])
    cpSync(join(project, name), join(folder, name), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function isCaught(folder: string, { file, words, become, tests }: SeededFault): boolean {
  const path = join(folder, file)
  const source = readFileSync(path, 'utf8')
  writeFileSync(path, source.replace(words, become))
  try {
    return !passes(folder, tests, 300, 30_000)
  } finally {
    writeFileSync(path, source)
  }
}

const runs = Number(process.env.SIMULATION_RUNS ?? 5_000)
const tell = (what: string, ok: boolean): boolean => {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what}`)
  return ok
}
const line = passes(project, ['test/simulation/line.test.ts'], runs, patience)
const effects = passes(project, ['test/enrollment/every-effect.test.ts'], runs, patience)
const issuing = passes(project, ['test/simulation/issue-run.test.ts'], runs, patience)
const held = [
  tell(`the line, ${runs} random runs`, line),
  tell(`certificates in bad times, ${Math.ceil(runs / 25)} random runs`, issuing),
  tell('every mishap at every effect of every way to a seat', effects),
].every(Boolean)

const folder = copyProject()
const missed: string[] = []
try {
  for (const fault of seededFaults) {
    const caught = isCaught(folder, fault)
    if (!caught) missed.push(fault.mistake)
    console.log(`${caught ? 'caught' : 'MISSED'} ${fault.mistake}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${seededFaults.length - missed.length} of ${seededFaults.length} seeded faults caught`)
process.exitCode = held && missed.length === 0 ? 0 : 1
