import type { IncomingMessage, RequestListener } from 'node:http'
import { now } from '../../functions/aws/clock.ts'
import { log } from '../../functions/aws/log.ts'
import type { FunctionEntry } from '../manifest.ts'
import { type Answer, ownAnswer, readAnswer, sendAnswer } from './gateway-answer.ts'
import { gatewayEvent } from './gateway-event.ts'
import { FunctionTimedOut, type Invoke, PayloadTooLarge } from './lambda.ts'
import { routesOf } from './routes.ts'

/** What API Gateway takes as the body of one request. */
const mostBytes = 10 * 1024 * 1024

/** Stands in for API Gateway: HTTP in, the manifest's function in the middle, HTTP out. */
export function gateway(entries: readonly FunctionEntry[], invoke: Invoke): RequestListener {
  const findRoute = routesOf(entries)

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const target = readTarget(request.url ?? '/')
    if (!target) return ownAnswer(400, 'Bad Request')
    const match = findRoute(request.method ?? 'GET', target.path)
    if (!match) return ownAnswer(404, 'Not Found')
    const body = await readBody(request, mostBytes)
    if (!body) return ownAnswer(413, 'Request Entity Too Large')
    const event = gatewayEvent({ request, body, ...target, now: now() }, match)
    const returned = await invoke(match.function, event)
    return readAnswer(returned) ?? ownAnswer(500, 'Internal Server Error')
  }

  return async (request, response) => {
    const answer = await answerTo(request).catch(answerToFault)
    if (!response.destroyed) sendAnswer(response, answer)
  }
}

/** The path arrives decoded and without dots in it, as the real gateway hands it on; the query as it was typed. */
function readTarget(url: string): { path: string; query: string } | undefined {
  const [rawPath = '/', ...rest] = url.split('?')
  try {
    const { pathname } = new URL(`http://localhost${rawPath.startsWith('/') ? rawPath : '/'}`)
    return { path: decodeURIComponent(pathname), query: rest.join('?') }
  } catch {
    return undefined
  }
}

/** The whole body; undefined as soon as it is larger than allowed. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  return size > most ? undefined : Buffer.concat(chunks)
}

function answerToFault(fault: unknown): Answer {
  if (fault instanceof PayloadTooLarge && fault.what === 'event')
    return ownAnswer(413, 'Request Entity Too Large')
  log.fault(fault, { part: 'gateway' })
  if (fault instanceof FunctionTimedOut) return ownAnswer(503, 'Service Unavailable')
  return ownAnswer(500, 'Internal Server Error')
}
