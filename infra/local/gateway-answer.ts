import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** What leaves the gateway. */
export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: Uint8Array }

/** The gateway's own answers, word for word as API Gateway gives them. */
export const ownAnswer = (status: number, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
})

/**
 * Reads what a function returned, payload format 2.0: with a status code as it says, without one the whole thing is
 * the JSON body. Undefined where the real gateway could make nothing of it.
 */
export function readAnswer(returned: unknown): Answer | undefined {
  if (typeof returned !== 'object' || returned === null || !('statusCode' in returned))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(typeof returned === 'string' ? returned : JSON.stringify(returned)),
    }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = returned as Returned
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 100 || status > 599 || typeof body !== 'string') return undefined
  const lowered = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(lowered) },
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}

type Returned = {
  statusCode: unknown
  headers?: Record<string, unknown>
  cookies?: string[]
  body?: unknown
  isBase64Encoded?: boolean
}

/** The transport's own business, which no function may say. */
const transport = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length'])

/** Sends an answer. */
export function sendAnswer(response: ServerResponse, { status, headers, cookies, body }: Answer): void {
  for (const [name, value] of Object.entries(headers))
    if (!transport.has(name)) response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.setHeader('apigw-requestid', randomUUID())
  response.setHeader('content-length', body.length)
  response.writeHead(status).end(body)
}
