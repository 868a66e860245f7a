import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const debian = '/usr/bin/chromium'

/**
 * A real browser: the system's Chromium, or the one inside a package that needs no system library. The package
 * prepares its libraries when it is imported, but only where it believes to run in Lambda.
 */
export async function openBrowser(also: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...also,
    ],
  })
}

async function findChromium(): Promise<string> {
  if (existsSync(debian) && !process.env.PACKAGED_CHROMIUM) return debian
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
