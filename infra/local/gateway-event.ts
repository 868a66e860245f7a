import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Instant, millisecondsOf } from '../../functions/kernel/time.ts'
import type { RouteMatch } from './routes.ts'

/** What API Gateway hands to a function: HTTP API, payload format 2.0. */
export type GatewayEvent = {
  version: '2.0'
  routeKey: string
  rawPath: string
  rawQueryString: string
  cookies?: string[]
  headers: Record<string, string>
  queryStringParameters?: Record<string, string>
  pathParameters?: Record<string, string>
  requestContext: object
  body?: string
  isBase64Encoded: boolean
}

/** Bodies of these types travel as text, all others as base64; forms are among the others. */
const textual = /^(?:text\/|application\/(?:json|javascript|xml))/

type Arrival = { request: IncomingMessage; body: Uint8Array; path: string; query: string; now: Instant }

/** Writes a request down the way API Gateway does. */
export function gatewayEvent(arrival: Arrival, match: RouteMatch): GatewayEvent {
  const { request, body, path, query } = arrival
  const cookies = (request.headers.cookie ?? '').split(/; */).filter(Boolean)
  const parameters = queryParameters(query)
  const isText = textual.test(request.headers['content-type'] ?? '') && !request.headers['content-encoding']
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: headersOf(request),
    ...(Object.keys(parameters).length > 0 && { queryStringParameters: parameters }),
    ...(Object.keys(match.parameters).length > 0 && { pathParameters: match.parameters }),
    requestContext: requestContext(arrival, match),
    ...(body.length > 0 && { body: Buffer.from(body).toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** Lower-case names, repeated headers joined by commas; cookies have a place of their own. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = Object.entries(request.headersDistinct).filter(
    ([name]) => !['cookie', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade'].includes(name),
  )
  return {
    ...Object.fromEntries(kept.map(([name, values]) => [name, (values ?? []).join(',')])),
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  }
}

/** A key that comes twice has both values, joined by a comma. */
function queryParameters(query: string): Record<string, string> {
  const values = new Map<string, string[]>()
  for (const [key, value] of new URLSearchParams(query)) values.set(key, [...(values.get(key) ?? []), value])
  return Object.fromEntries([...values].map(([key, list]) => [key, list.join(',')]))
}

function requestContext({ request, path, now }: Arrival, { routeKey }: RouteMatch): object {
  const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '')
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: host,
    domainPrefix: host.split('.')[0],
    http: {
      method: request.method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: accessLogTime(now),
    timeEpoch: millisecondsOf(now),
  }
}

/** `23/Nov/2026:08:26:38 +0000`, the time format of web servers' logs. */
function accessLogTime(now: Instant): string {
  const date = new Date(now)
  const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
  return `${now.slice(8, 10)}/${month}/${now.slice(0, 4)}:${now.slice(11, 19)} +0000`
}
