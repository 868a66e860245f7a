import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))

export type Mailed = {
  id: string
  from: string
  to: string
  subject: string
  text: string
  html: string
  attachments: { filename: string; contentType: string; size: number; href: string }[]
  rawHref: string
  sentAt: string
}

/** The whole system in a process of its own, as `npm start` raises it, on free ports and in a folder of its own. */
export async function startSystem(dataFolder: string, flags: readonly string[] = []) {
  let running = await startProcess(dataFolder, flags, { PORT: '0', WORKBENCH_PORT: '0', OPENID_PORT: '0' })
  const ports = {
    PORT: portOf(running.catalog),
    WORKBENCH_PORT: portOf(running.workbench),
    OPENID_PORT: '0',
  }
  const { catalog, workbench } = running
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${workbench}${path}`, {
      ...(body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    catalog,
    workbench,
    ask,
    now: async () => (await ask<{ now: string }>('/clock')).now,
    moveTo: (to: string) => ask<{ now: string; ran: unknown[] }>('/clock', { to }),
    /** All mails to somebody once the system is quiet. */
    async mailsTo(address: string): Promise<Mailed[]> {
      await ask('/clock', { advance: 'PT1S' })
      return (await ask<Mailed[]>('/mails')).filter(({ to }) => to === address)
    },
    /** Kills it as a power cut does, and starts it again on what is on the disk, under the same addresses. */
    async pullThePlug() {
      await endProcess(running.child, 'SIGKILL')
      running = await startProcess(dataFolder, flags, ports)
    },
    stop: () => endProcess(running.child, 'SIGTERM'),
  }
}

export type RunningSystem = Awaited<ReturnType<typeof startSystem>>

async function startProcess(dataFolder: string, flags: readonly string[], ports: Record<string, string>) {
  const child = spawn(process.execPath, ['infra/local/start.ts', ...flags], {
    cwd: project,
    env: { ...process.env, DATA_FOLDER: dataFolder, VITEST: '', ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = await openingWords(child)
  const address = (label: string): string => {
    const [, found] = new RegExp(`${label}\\s+(http://localhost:\\d+)`).exec(printed) ?? []
    if (!found) throw new Error(`no ${label} in: ${printed}`)
    return found
  }
  return { child, catalog: address('Catalog'), workbench: address('Workbench') }
}

const portOf = (address: string): string => new URL(address).port

async function endProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** What the system prints until it is open; an early end is an error with everything that was said. */
async function openingWords(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve(printed)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the system ended with ${code}: ${printed}`)))
  })
}
