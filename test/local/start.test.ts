import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'lernhaus-start-'))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Started = {
  child: ChildProcess
  output: string
  workbench: string
  pages: string
  ended: Promise<number | null>
}

const plainly = [process.execPath, 'infra/local/start.ts']

/** Starts the system on free ports, and waits until it says where to click. */
async function start(
  flags: string[] = [],
  environment: Record<string, string> = {},
  [command = '', ...words]: string[] = plainly,
): Promise<Started> {
  const child = spawn(command, [...words, '--empty', ...flags], {
    env: {
      ...process.env,
      PORT: '0',
      WORKBENCH_PORT: '0',
      OPENID_PORT: '0',
      DATA_FOLDER: join(folder, 'data'),
      ...environment,
    },
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes
    })
  const open = expect.poll(() => output, { timeout: 40_000 }).toMatch(/Ctrl-C ends/)
  await Promise.race([open.catch(() => undefined), ended])
  const address = (label: string) => new RegExp(`${label} +(http://\\S+)`).exec(output)?.[1] ?? ''
  return { child, output, workbench: address('Workbench'), pages: address('Catalog'), ended }
}

async function end({ child, ended }: Started, signal: NodeJS.Signals = 'SIGINT') {
  const began = performance.now()
  child.kill(signal)
  return { code: await ended, milliseconds: performance.now() - began }
}

/** Every process that has this word in its command line, ours not counted. */
const processesWith = (word: string): string[] =>
  readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id) || id === String(process.pid)) return false
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(word)
    } catch {
      return false
    }
  })

const json = async (address: string, init?: RequestInit) => (await fetch(address, init)).json()

describe('npm start', { timeout: 60_000 }, () => {
  it('raises every part and ends on Ctrl-C within a second, leaving nobody behind', async () => {
    const system = await start()
    expect(await json(`${system.workbench}/ready`)).toEqual({
      ready: true,
      parts: { pages: true, mail: true, meeting: true, openid: true, database: true },
    })
    expect((await fetch(system.pages)).status).toBe(200)
    expect(processesWith(folder).length).toBeGreaterThan(0)
    const { code, milliseconds } = await end(system)
    expect(code).toBe(0)
    expect(milliseconds).toBeLessThan(1_500)
    await expect.poll(() => processesWith(folder)).toEqual([])
  })

  it('keeps where its clock stood even when it is killed, until somebody wants it fresh', async () => {
    const first = await start()
    await json(`${first.workbench}/clock`, { method: 'POST', body: JSON.stringify({ advance: 'P30D' }) })
    await end(first, 'SIGKILL')
    const ahead = async ({ workbench }: Started) => {
      const { now } = (await json(`${workbench}/clock`)) as { now: string }
      return Math.abs(Math.round((Date.parse(now) - Date.now()) / 86_400_000))
    }
    const second = await start()
    expect(await ahead(second)).toBe(30)
    await end(second)
    const third = await start(['--fresh'])
    expect(await ahead(third)).toBe(0)
    await end(third)
    expect(existsSync(join(folder, 'data', 'database.db'))).toBe(true)
  })

  it('lets nobody else into a folder that it works on, and keeps what lies there', async () => {
    const first = await start()
    await json(`${first.workbench}/clock`, { method: 'POST', body: JSON.stringify({ advance: 'P9D' }) })
    const second = await start(['--fresh'])
    expect(await second.ended).toBe(1)
    expect(second.output.trim().split('\n')).toHaveLength(1)
    expect(second.output).toContain(`in use by process ${first.child.pid}`)
    expect(second.output).toContain('DATA_FOLDER=')
    expect(await json(`${first.workbench}/ready`)).toMatchObject({ ready: true })
    expect(readFileSync(join(folder, 'data', 'clock.json'), 'utf8')).toContain('aheadMilliseconds')
    await end(first)
  })

  it('throws nothing away before it is certain that it can begin', async () => {
    const data = join(folder, 'not-yet')
    const first = await start([], { DATA_FOLDER: data })
    await json(`${first.workbench}/clock`, { method: 'POST', body: JSON.stringify({ advance: 'P9D' }) })
    await end(first)
    const kept = readFileSync(join(data, 'clock.json'), 'utf8')
    const other = await start([], { DATA_FOLDER: join(folder, 'other') })
    const second = await start(['--fresh'], { DATA_FOLDER: data, PORT: new URL(other.pages).port })
    expect(await second.ended).toBe(1)
    expect(second.output).toContain('is taken')
    expect(readFileSync(join(data, 'clock.json'), 'utf8')).toBe(kept)
    expect(existsSync(join(data, 'lock'))).toBe(false)
    await end(other)
  })

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'ends with npm, when npm alone gets a %s',
    async (signal) => {
      const data = join(folder, `npm-${signal}`)
      const environment = { DATA_FOLDER: data, npm_config_update_notifier: 'false' }
      const system = await start([], environment, ['npm', 'start', '--'])
      expect(processesWith(data)).not.toEqual([])
      await end(system, signal)
      await expect.poll(() => processesWith(data), { timeout: 10_000 }).toEqual([])
      await expect(fetch(system.pages)).rejects.toThrow()
    },
    60_000,
  )

  it('keeps nothing in memory', async () => {
    const data = join(folder, 'unused')
    const system = await start(['--in-memory'], { DATA_FOLDER: data })
    expect((await fetch(`${system.workbench}/ready`)).status).toBe(200)
    await end(system, 'SIGTERM')
    expect(existsSync(data)).toBe(false)
  })

  it('says in one sentence that a port is taken and what to do', async () => {
    const other: Server = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const { output, ended } = await start([], { WORKBENCH_PORT: String(port) })
    expect(await ended).toBe(1)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(output).toContain(`Port ${port} (the workbench) is taken`)
    expect(output).toContain('WORKBENCH_PORT=')
    await new Promise((resolve) => other.close(resolve))
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '99999'],
    ['OPENID_PORT', '-1'],
  ])('explains ports to whoever says %s=%s', async (name, value) => {
    const { output, ended } = await start([], { [name]: value })
    expect(await ended).toBe(2)
    expect(output).toContain('1 to 65535')
    expect(output).not.toContain('    at ')
  })

  it('explains its flags to whoever mistypes one', async () => {
    const { output, ended } = await start(['--frehs'])
    expect(await ended).toBe(2)
    expect(output).toContain('--fresh')
  })
})
