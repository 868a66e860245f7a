import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-lock-'))
  folders.push(folder)
  return folder
}

/** A process that takes the lock, says what came of it, and stays until it is ended. */
const program = (folder: string) => `
  import { lockFolder } from './infra/local/folder-lock.ts'
  try { lockFolder(${JSON.stringify(folder)}); console.log('held') } catch (fault) { console.log(fault.name) }
  setInterval(() => undefined, 1000)
  process.once('SIGTERM', () => process.exit(0))`

async function hold(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program(folder)])
  const [bytes] = await once(child.stdout, 'data')
  return { child, said: String(bytes).trim() }
}

async function endAll(held: readonly { child: ChildProcess }[], signal: NodeJS.Signals) {
  const ended = held.map(({ child }) => once(child, 'exit'))
  for (const { child } of held) child.kill(signal)
  await Promise.all(ended)
}

describe('the lock of a data folder', () => {
  it('is held by one process, and gone when that ends', async () => {
    const folder = newFolder()
    const first = await hold(folder)
    const second = await hold(folder)
    expect([first.said, second.said]).toEqual(['held', 'FolderTaken'])
    await endAll([second], 'SIGTERM')
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${first.child.pid} `))
    await endAll([first], 'SIGTERM')
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it('of a killed process is taken over by exactly one of those who want it', async () => {
    const folder = newFolder()
    await endAll([await hold(folder)], 'SIGKILL')
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    const rivals = await Promise.all([1, 2, 3, 4].map(() => hold(folder)))
    expect(rivals.map(({ said }) => said).sort()).toEqual([
      'FolderTaken',
      'FolderTaken',
      'FolderTaken',
      'held',
    ])
    await endAll(rivals, 'SIGKILL')
  })

  it('says nothing about a process that only has the same number', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'lock'), `${process.pid} 1`)
    const one = await hold(folder)
    expect(one.said).toBe('held')
    await endAll([one], 'SIGKILL')
  })

  it('means nothing where it cannot be read', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'lock'), '')
    const one = await hold(folder)
    expect(one.said).toBe('held')
    await endAll([one], 'SIGKILL')
  })
})
