import type { Context } from 'hono'

/** Where API Gateway writes down who called it; nothing that the caller sends can change it. */
type GatewayBindings = { requestContext?: { http?: { sourceIp?: string } } }

/** IPv4 addresses arrive in this disguise where a machine listens on both. */
const disguise = /^::ffff:(?=\d+\.)/i

/**
 * The network from which a request comes: an IPv4 address, behind which a whole hall can sit, or the first half of an
 * IPv6 address, as one household has the whole second half. Requests without an address count as one network.
 */
export function networkOf(c: Context): string {
  const bindings: GatewayBindings = c.env ?? {}
  const address = (bindings.requestContext?.http?.sourceIp ?? '').replace(disguise, '')
  return address.includes(':') ? firstHalf(address) : address
}

/** The first four groups of an IPv6 address, written out. */
function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const [before, after] = [groups(head), groups(tail ?? '')]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
