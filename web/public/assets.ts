import type { Context } from 'hono'
import { assetVersion } from '../parts/asset-version.ts'
import { answer } from '../parts/door-page.tsx'

const contentTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Hands out a file of the pages. Under its version it never changes; without, browsers ask again after an hour. */
export function serveAsset(
  c: Context,
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
): Response | Promise<Response> {
  const bytes = files.get(name)
  const type = contentTypes[name.split('.').at(-1) ?? '']
  if (!bytes || !type) return answer(c, 'not-found')
  const forEver = c.req.query('v') === assetVersion
  c.header('content-type', type)
  c.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  return c.body(new Uint8Array(bytes))
}
