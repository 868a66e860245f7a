import type { Context } from 'hono'

/** Leads into a room, and nowhere but to a meeting server: https, or the house's own room. */
export function leadInto(c: Context, roomOrigin: string, address: string): Response {
  const { protocol, origin } = new URL(address)
  if (protocol !== 'https:' && origin !== roomOrigin)
    throw new Error('a room with an address of its own kind')
  return c.redirect(address, 303)
}
