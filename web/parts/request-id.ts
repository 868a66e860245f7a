import type { Context } from 'hono'

/** The gateway's own id of the request, by which a fault is found again; a dash where there is no gateway. */
export function requestIdOf(c: Context): string {
  const id: unknown = c.env?.requestContext?.requestId
  return typeof id === 'string' ? id : '–'
}
