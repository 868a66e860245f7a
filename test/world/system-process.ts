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
  const child = spawn(process.execPath, ['infra/local/start.ts', ...flags], {
    cwd: project,
    env: {
      ...process.env,
      DATA_FOLDER: dataFolder,
      PORT: '0',
      WORKBENCH_PORT: '0',
      OPENID_PORT: '0',
      VITEST: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = await openingWords(child)
  const address = (label: string): string => {
    const [, found] = new RegExp(`${label}\\s+(http://localhost:\\d+)`).exec(printed) ?? []
    if (!found) throw new Error(`no ${label} in: ${printed}`)
    return found
  }
  const workbench = address('Workbench')
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
    catalog: address('Catalog'),
    workbench,
    ask,
    now: async () => (await ask<{ now: string }>('/clock')).now,
    moveTo: (to: string) => ask<{ now: string; ran: unknown[] }>('/clock', { to }),
    /** All mails to somebody once the system is quiet. */
    async mailsTo(address: string): Promise<Mailed[]> {
      await ask('/clock', { advance: 'PT1S' })
      return (await ask<Mailed[]>('/mails')).filter(({ to }) => to === address)
    },
    async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

export type RunningSystem = Awaited<ReturnType<typeof startSystem>>

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
