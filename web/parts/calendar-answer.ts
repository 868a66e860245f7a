import type { Context } from 'hono'
import { fingerprint } from '../../functions/kernel/secret.ts'

/** Hands out a calendar; a reader that has these very bytes already is told so and gets nothing. */
export async function answerCalendar(
  c: Context,
  { text, cacheControl }: { text: string; cacheControl: string },
): Promise<Response> {
  const tag = `"${await fingerprint(text)}"`
  c.header('etag', tag)
  c.header('cache-control', cacheControl)
  if (knows(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  c.header('content-type', 'text/calendar; charset=utf-8')
  return c.body(text)
}

/** Servers in between may have marked the tag as weak (RFC 9110, 13.1.2). */
const knows = (known: string | undefined, tag: string): boolean =>
  (known ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
