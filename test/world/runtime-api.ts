import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A function that runs in a process of its own, as Lambda runs it. */
export type RunningFunction = { invoke(event: unknown): Promise<unknown>; end(): Promise<void> }

type Call = { id: string; event: unknown; resolve(answer: unknown): void; reject(fault: Error): void }

/**
 * A stand-in for the Lambda Runtime API (version 2018-06-01): hands events to a bundle in a fresh Node, and takes
 * its answers. The process has no environment but the one given, as in Lambda.
 */
export async function startFunction(
  folder: string,
  environment: Record<string, string>,
): Promise<RunningFunction> {
  const waiting: Call[] = []
  const running = new Map<string, Call>()
  let hungry: ServerResponse | undefined
  let broken: Error | undefined

  const feed = () => {
    const call = hungry && waiting.shift()
    if (!call || !hungry) return
    running.set(call.id, call)
    hungry.setHeader('Lambda-Runtime-Aws-Request-Id', call.id)
    hungry.setHeader('Lambda-Runtime-Deadline-Ms', String(Date.now() + 10_000))
    hungry.end(JSON.stringify(call.event))
    hungry = undefined
  }
  const failAll = (fault: Error) => {
    broken = fault
    for (const call of [...waiting.splice(0), ...running.values()]) call.reject(fault)
  }

  const server = createServer(async (request, response) => {
    const [, id = '', what = ''] =
      /^\/2018-06-01\/runtime\/(?:invocation|init)\/?(.*?)\/?(next|response|error)$/.exec(
        request.url ?? '',
      ) ?? []
    if (what === 'next') {
      hungry = response
      return feed()
    }
    const body = JSON.parse((await textOf(request)) || 'null')
    response.writeHead(202).end()
    const fault = new Error(`${body?.errorType}: ${body?.errorMessage}\n${body?.stackTrace?.join('\n')}`)
    if (what === 'error' && !id) return failAll(fault)
    const call = running.get(id)
    running.delete(id)
    if (what === 'response') call?.resolve(body)
    else call?.reject(fault)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')

  const child = spawn(process.execPath, [fileURLToPath(new URL('./runtime-client.mjs', import.meta.url))], {
    cwd: folder,
    env: {
      ...environment,
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (bytes: Buffer) => {
    complaint = `${complaint}${bytes}`.slice(-4_000)
  })
  child.once('error', failAll)
  child.once('exit', (code) => failAll(new Error(`the function ended with ${code} ${complaint}`)))

  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        waiting.push({ id: crypto.randomUUID(), event, resolve, reject })
        feed()
      }),
    async end() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      server.closeAllConnections()
      server.close()
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
