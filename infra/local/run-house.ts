import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { newId } from '../../functions/aws/randomness.ts'
import { openDataFolder } from './data-folder.ts'
import { fillDemonstration } from './demo/fill-demonstration.ts'
import { FolderTaken } from './folder-lock.ts'
import { PortTaken } from './open-port.ts'
import { people } from './people.ts'
import { raiseSystem, type System, type SystemOptions } from './system.ts'
import type { Wish } from './wish.ts'

type House = Pick<SystemOptions, 'projectFolder' | 'load'>

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

/** Raises the house as somebody wishes, says where to click, and ends it with the terminal. */
export async function runHouse(wish: Wish, { projectFolder, load }: House): Promise<void> {
  const began = performance.now()
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
      projectFolder,
      load,
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
