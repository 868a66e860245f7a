import { createServer, type RequestListener } from 'node:http'

/** A door of the local system: it listens at once and answers as soon as somebody stands behind it. */
export type OpenPort = {
  /** `http://localhost:3000` */
  origin: string
  port: number
  answer(listener: RequestListener): void
  /** Breaks the part: connections are refused, as when nobody runs there, until it is mended. */
  breakOff(): void
  mend(): void
  stop(): Promise<void>
}

/** Somebody else listens there already; the message says what to do. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('starting\n')
}

/**
 * Listens on this machine only. Port 0 takes a free one. The parts need one another's addresses before they can be
 * made, so all doors open first.
 */
export async function openPort(wish: { port: number; name: string; variable?: string }): Promise<OpenPort> {
  let current = notYet
  const server = createServer((request, response) => current(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(explain(fault, wish)))
    server.listen(wish.port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`${wish.name} has no port`)
  return {
    origin: `http://localhost:${address.port}`,
    port: address.port,
    answer: (listener) => {
      current = listener
    },
    breakOff: () => {
      server.close()
      server.closeAllConnections()
    },
    mend: () => {
      if (!server.listening) server.listen(address.port, '127.0.0.1')
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function explain(fault: NodeJS.ErrnoException, wish: { port: number; name: string; variable?: string }) {
  if (fault.code !== 'EADDRINUSE' && fault.code !== 'EACCES') return fault
  const otherPort = wish.port + 10_000 > 65_535 ? 0 : wish.port + 10_000
  const advice = wish.variable
    ? `end the program that uses it, or choose another port: ${wish.variable}=${otherPort} npm start`
    : 'end the program that uses it'
  const trouble = fault.code === 'EACCES' ? 'may not be used' : 'is taken'
  return new PortTaken(`Port ${wish.port} (${wish.name}) ${trouble}: ${advice}`)
}
