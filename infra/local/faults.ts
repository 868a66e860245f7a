import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** down: the connection breaks · slow: two seconds late · throttle: three of four requests are turned away */
export const faultModes = ['ok', 'down', 'slow', 'throttle'] as const
export type FaultMode = (typeof faultModes)[number]

export type FaultProxy = { endpoint: string; mode: FaultMode; stop(): Promise<void> }

const slowMilliseconds = 2_000

/** Stands before the database and lets the workbench break it; in the mode `ok` it only passes things on. */
export async function startFaultProxy({ target }: { target: string }): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' })
  let mode: FaultMode = 'ok'
  let requests = 0
  const server = createServer({ keepAliveTimeout: 60_000 }, (asked, answer) => {
    requests += 1
    if (mode === 'down') return void asked.socket.destroy()
    if (mode === 'throttle' && requests % 4 !== 0) return turnAway(asked, answer)
    if (mode === 'slow') return void setTimeout(() => passOn(asked, answer, target, agent), slowMilliseconds)
    passOn(asked, answer, target, agent)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    get mode() {
      return mode
    },
    set mode(next) {
      mode = next
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      agent.destroy()
      await closed
    },
  }
}

/** As DynamoDB says it. */
function turnAway(asked: IncomingMessage, answer: ServerResponse): void {
  asked.resume()
  answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
  answer.end(
    JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
      message: 'The level of configured provisioned throughput for the table was exceeded.',
    }),
  )
}

function passOn(asked: IncomingMessage, answer: ServerResponse, target: string, agent: Agent): void {
  const { hostname, port } = new URL(target)
  const onward = request({
    hostname,
    port,
    agent,
    method: asked.method,
    path: asked.url,
    headers: asked.headers,
  })
  onward.setNoDelay(true)
  onward.on('response', (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers)
    given.pipe(answer)
    given.on('error', () => answer.destroy())
  })
  // What the caller sees of a dead engine: the connection breaks.
  onward.on('error', () => asked.socket.destroy())
  answer.on('close', () => {
    if (!answer.writableFinished) onward.destroy()
  })
  asked.pipe(onward)
}
