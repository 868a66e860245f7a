import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another system works on this folder; the message says what to do. */
export class FolderTaken extends Error {
  override name = 'FolderTaken'
}

/**
 * Holds the folder for this process until it ends. The lock is a file with the process in it, so that one which was
 * left behind, as after `kill -9`, is known for what it is and taken over.
 */
export function lockFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'lock')
  const own = nameOfProcess(process.pid)
  for (let attempt = 1; !appears(lock, own); attempt++) {
    const holder = read(lock)
    if (holder !== undefined && isAlive(holder)) {
      if (holder === own) return
      throw new FolderTaken(sentence(folder, holder))
    }
    if (attempt > 20) throw new Error(`the lock of ${folder} can neither be taken nor read`)
    if (holder !== undefined) clearAway(lock, holder)
  }
  process.once('exit', () => {
    if (read(lock) === own) rmSync(lock, { force: true })
  })
}

/** The file appears with its words in it or not at all, and only one process can make it appear. */
function appears(lock: string, words: string): boolean {
  const draft = `${lock}-${process.pid}`
  writeFileSync(draft, words)
  try {
    linkSync(draft, lock)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Between looking and clearing another process may have taken the lock over; what is not stale goes back. */
function clearAway(lock: string, stale: string): void {
  const aside = `${lock}-${process.pid}-stale`
  try {
    renameSync(lock, aside)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return
    throw fault
  }
  const found = read(aside)
  rmSync(aside, { force: true })
  if (found !== undefined && found !== stale) appears(lock, found)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    // A process that ends while it is looked at is gone in words of its own.
    if (['ENOENT', 'ESRCH'].includes((fault as NodeJS.ErrnoException).code ?? '')) return undefined
    throw fault
  }
}

/** Numbers of processes are given out again, so the moment of its birth belongs to its name. */
const nameOfProcess = (pid: number): string => `${pid} ${birthOf(pid)}`

/** In ticks since the machine was switched on (proc(5), field 22); nothing where no such process runs any more. */
function birthOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return 'ZX'.includes(state) ? '' : (rest[18] ?? '')
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10)
  return pid > 0 && birthOf(pid) !== '' && nameOfProcess(pid) === holder
}

const sentence = (folder: string, holder: string): string =>
  `The data in ${folder} are in use by process ${Number.parseInt(holder, 10)}: end it, or choose another folder: DATA_FOLDER=${folder}-2 npm start`
