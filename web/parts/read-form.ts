import type { Context } from 'hono'
import { answer } from './door-page.tsx'

/** No form of the house is larger. */
export const formBytes = 32 * 1024
const mostKeys = 50

/**
 * The values of the form that was sent, by name; or the refusal to send back when it cannot be read, repeats a name,
 * has too many, or carries a file. What is not text in a text field is nobody's honest form.
 */
export async function readForm(
  c: Context,
  limits: { keys?: number; bytes?: number } = {},
): Promise<Map<string, string> | Response> {
  const body = await c.req.arrayBuffer()
  if (body.byteLength > (limits.bytes ?? formBytes)) return answer(c, 'too-large')
  const pairs = await pairsOf(c.req.header('content-type') ?? '', body)
  if (!pairs || pairs.length > (limits.keys ?? mostKeys)) return answer(c, 'unreadable')
  const values = new Map(pairs)
  return values.size === pairs.length ? values : answer(c, 'unreadable')
}

type Pairs = [string, string][]

async function pairsOf(contentType: string, body: ArrayBuffer): Promise<Pairs | undefined> {
  try {
    if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return urlencodedPairs(body)
    if (/^multipart\/form-data\b/i.test(contentType)) return await multipartPairs(contentType, body)
  } catch {
    return undefined
  }
  return undefined
}

/** Throws where bytes or percent signs are no UTF-8. */
function urlencodedPairs(body: ArrayBuffer): Pairs {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]
    })
}

async function multipartPairs(contentType: string, body: ArrayBuffer): Promise<Pairs | undefined> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  const pairs: Pairs = []
  for (const [name, value] of form) {
    if (typeof value !== 'string') return undefined
    pairs.push([name, value])
  }
  return pairs
}
