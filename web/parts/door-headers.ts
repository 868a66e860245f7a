import type { Context, MiddlewareHandler } from 'hono'

/**
 * What a page may load and where its forms may go: nothing but this house. `formTargets` are further places to which
 * a form of that page may be redirected (browsers check those too).
 */
const contentSecurityPolicy = (formTargets: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** For a page with a button into a room: the form comes here and is led on to a meeting server, or the house's own. */
export const policyWithRooms = (roomOrigin: string): string =>
  contentSecurityPolicy(['https:', roomOrigin].filter((target) => target !== ''))

/** For a page whose script asks this house, and nobody else, for more. */
export const policyWithFetch = `${contentSecurityPolicy()}; connect-src 'self'`

/** On the page where people try out their technology the browser may ask for both, and its script measures the way here. */
export const headersOfCheck: Record<string, string> = {
  'content-security-policy': policyWithFetch,
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
}

/** `no-referrer` would make browsers send `Origin: null` with our own forms. */
const always: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy(),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Personal pages are kept by nobody and found by no search engine. */
const personal: Record<string, string> = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
const open: Record<string, string> = { 'cache-control': 'no-cache' }
const overHttps: Record<string, string> = { 'strict-transport-security': 'max-age=31536000' }

/** Sets the headers that every answer of a door carries, unless the answer says otherwise itself. */
export const doorHeaders = (door: { origin: string; personal: boolean }): MiddlewareHandler => {
  const headers = {
    ...always,
    ...(door.personal ? personal : open),
    ...(door.origin.startsWith('https:') ? overHttps : {}),
  }
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value)
    if (isPage(c) && !c.res.headers.has('vary')) c.header('vary', 'accept-language')
  }
}

const isPage = (c: Context): boolean => c.res.headers.get('content-type')?.startsWith('text/html') ?? false
