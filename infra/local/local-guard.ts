import { createMiddleware } from 'hono/factory'

const strictPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ')

/**
 * Whoever may change the clock of this machine's system must sit at it: other sites in the same browser may not, and
 * a name that somebody else's DNS points here is not ours. Programs that send no Origin are fine.
 */
export const localGuard = (origin: string) =>
  createMiddleware(async (c, next) => {
    const { port } = new URL(origin)
    const hosts = [`localhost:${port}`, `127.0.0.1:${port}`]
    if (!hosts.includes(c.req.header('host') ?? '')) return c.text('unknown host\n', 421)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const sender = c.req.header('origin')
      if (sender !== undefined && !hosts.some((host) => sender === `http://${host}`))
        return c.text('not from another site\n', 403)
    }
    await next()
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('cache-control', 'no-store')
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', strictPolicy)
  })
