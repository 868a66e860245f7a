import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogDoor } from '../../web/public/catalog.door.tsx'
import { openBrowser } from '../world/browser.ts'
import { everyOfficePage } from './every-office-page.ts'
import { htmlFindings } from './office-world.ts'
import { openDoors } from './open-doors.ts'
import { faintWords, openNightWatch, pageFindings } from './page-findings.ts'

let browser: Browser
let server: ServerType
let origin = ''
/** Pages as the office answered them; the door of the catalog brings their style. */
const answered = new Map<string, string>()

beforeAll(async () => {
  const { world } = await openDoors()
  const assets = catalogDoor(world)
  const page = (request: Request) => {
    const html = answered.get(new URL(request.url).pathname)
    return html === undefined
      ? assets.fetch(request)
      : new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
  server = await new Promise<ServerType>((resolve) => {
    const made = serve({ port: 0, fetch: page }, () => resolve(made))
  })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
})

/** Made before the tests are named, so that each page has a test of its own and says by itself what is wrong with it. */
const pages = [...(await everyOfficePage('tr'))]

describe('on the smallest phone, by day and by night,', () => {
  const isNewAtNight = openNightWatch()
  let page: Page
  let nights = 0

  beforeAll(async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 800 },
      colorScheme: 'light',
      // Colors that are still fading from day to night are nobody's.
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
  })

  afterAll(async () => {
    await page?.context().close()
    expect(nights).toBeGreaterThan(10)
  })

  it.each(pages)('everybody can read and use %s', async (name, html) => {
    // Nothing is hidden from the audit behind a part that can be opened.
    answered.set('/shown', html.replaceAll(/<details(?! [^>]*open)/g, '<details open'))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${origin}/shown`)
    expect(await page.getAttribute('html', 'lang'), name).toBe('tr')
    expect(await page.locator('h1').count(), name).toBe(1)
    expect(await pageFindings(page), name).toEqual([])
    if (isNewAtNight(html)) {
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await faintWords(page), name).toEqual([])
      nights++
    }
    expect(await htmlFindings(html), name).toEqual([])
  })
})
