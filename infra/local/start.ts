import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { newId } from '../../functions/aws/randomness.ts'
import { openDataFolder } from './data-folder.ts'
import type { Engine } from './database.ts'
import { fillDemonstration } from './demo/fill-demonstration.ts'
import { FolderTaken } from './folder-lock.ts'
import { PortTaken } from './open-port.ts'
import { people } from './people.ts'
import { raiseSystem, type System, type SystemOptions } from './system.ts'

const usage = `npm start -- [--fresh] [--empty] [--in-memory] [--database dynamodb-local]
  --fresh      begin anew: throw away what earlier starts have kept
  --empty      without the demonstration
  --in-memory  keep nothing
  --database dynamodb-local   Amazon's own engine instead of the embedded one; needs Java 17
Ports: PORT (3000), WORKBENCH_PORT (3001), OPENID_PORT (3002), each from 1 to 65535, or 0 for a free one
Data:  DATA_FOLDER (.lernhaus)`

type Ports = SystemOptions['ports']
type Wish = { fresh: boolean; empty: boolean; inMemory: boolean; engine: Engine; ports: Ports }

/** What the command line and the environment ask for; undefined where it cannot be understood. */
function readWish(): Wish | undefined {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        'in-memory': { type: 'boolean', default: false },
        database: { type: 'string', default: 'embedded' },
      },
    })
    const { fresh, empty, 'in-memory': inMemory, database: engine } = values
    const ports = readPorts()
    return ports && (engine === 'embedded' || engine === 'dynamodb-local')
      ? { fresh, empty, inMemory, engine, ports }
      : undefined
  } catch {
    return undefined
  }
}

/** Undefined where one of them is no port; a door elsewhere than asked for would only be found by luck. */
function readPorts(): Ports | undefined {
  const read = (name: string, usual: number): number => {
    const text = process.env[name] || String(usual)
    return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : Number.NaN
  }
  const ports = {
    public: read('PORT', 3000),
    workbench: read('WORKBENCH_PORT', 3001),
    openid: read('OPENID_PORT', 3002),
  }
  return Object.values(ports).some(Number.isNaN) ? undefined : ports
}

/** The functions' ordinary log lines go into a file; warnings and faults are shown too. */
function keepLog(file: string): void {
  const append = (...words: unknown[]) => appendFileSync(file, `${words.join(' ')}\n`)
  console.info = append
  for (const level of ['warn', 'error'] as const) {
    const show = console[level].bind(console)
    console[level] = (...words: unknown[]) => {
      append(...words)
      show(...words)
    }
  }
}

const summary = ({ publicOrigin, workbenchOrigin }: System, milliseconds: number): string => `
  Lernhaus is open (${(milliseconds / 1000).toFixed(1)} s)

  Catalog    ${publicOrigin}
             find a seminar and enroll; every mail lands in the workbench
  Office     ${publicOrigin}/office
             sign in as ${people[1]?.name} (${people[1]?.role}) or ${people[0]?.name} (${people[0]?.role})
  Workbench  ${workbenchOrigin}
             mailbox, clock, rooms, people, faults: only on this machine

  Ctrl-C ends everything.
`

async function start(): Promise<void> {
  const began = performance.now()
  const wish = readWish()
  if (!wish) return leave(2, usage)
  const projectFolder = fileURLToPath(new URL('../../', import.meta.url))
  const { inMemory, engine, fresh, ports } = wish
  const dataFolder = inMemory
    ? mkdtempSync(join(tmpdir(), 'lernhaus-'))
    : resolve(projectFolder, process.env.DATA_FOLDER || '.lernhaus')
  if (inMemory) process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }))
  let system: System | undefined
  const end = () => {
    // Whatever hangs, the terminal is free within a second.
    setTimeout(() => process.exit(0), 900).unref()
    void (system?.stop() ?? Promise.resolve()).finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  whenNpmHasEnded(end)

  try {
    const data = openDataFolder(dataFolder)
    keepLog(data.log)
    system = await raiseSystem({
      ports,
      data,
      fresh,
      engine,
      inMemory,
      ...(wish.empty ? {} : { fill: (table, now) => fillDemonstration({ table, now, newId }) }),
    })
  } catch (fault) {
    if (fault instanceof PortTaken || fault instanceof FolderTaken) return leave(1, fault.message)
    throw fault
  }
  console.log(summary(system, performance.now() - began))
}

/** npm hands on most signals, but not `kill -9`: whoever ended npm wanted to end us. */
function whenNpmHasEnded(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}

function leave(code: number, message: string): void {
  console.error(message)
  process.exit(code)
}

await start()
