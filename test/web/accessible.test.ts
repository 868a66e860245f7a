import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../world/browser.ts'
import { everyPage } from './every-page.ts'
import { pageFindings } from './page-findings.ts'

let browser: Browser
let server: ServerType
let origin = ''
let paths: string[] = []

beforeAll(async () => {
  // The doors must know their origin before the port is known: whoever asks first waits for them.
  let doors: Promise<Awaited<ReturnType<typeof everyPage>>> | undefined
  server = await new Promise<ServerType>((resolve) => {
    const made = serve({ port: 0, fetch: async (request) => (await doors)?.house.fetch(request) }, () =>
      resolve(made),
    )
  })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  doors = everyPage({ origin })
  paths = (await doors).paths
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
})

it.each([
  { screen: 'the smallest phone in daylight', width: 320, colorScheme: 'light' as const, lang: 'tr' },
  { screen: 'a desk at night', width: 1280, colorScheme: 'dark' as const, lang: 'de' },
])('every page can be read and used by everybody on $screen', { timeout: 90_000 }, async (look) => {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
  })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  for (const path of paths) {
    await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${look.lang}`)
    expect(await pageFindings(page), path).toEqual([])
  }
  await page.goto(`${origin}/seminars/foerdermittel/enroll?lang=${look.lang}`)
  await page.click('main button[type=submit]')
  expect(await page.getAttribute('#firstName', 'aria-invalid')).toBe('true')
  expect(await pageFindings(page), 'a form with errors').toEqual([])
  expect(refused).toEqual([])
  await context.close()
})

it('a form that is half filled in keeps it in another language, and Enter sends it', {
  timeout: 30_000,
}, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${origin}/seminars/foerdermittel/enroll?lang=de`)
  await page.fill('#firstName', 'Hêlîn')
  await page.fill('#note', 'Größere Schrift,\nbitte.')
  await page.click('.languages button[lang=tr]')
  expect(await page.getAttribute('html', 'lang')).toBe('tr')
  expect(await page.inputValue('#firstName')).toBe('Hêlîn')
  expect(await page.inputValue('#note')).toBe('Größere Schrift,\nbitte.')
  expect(await page.inputValue('#language')).toBe('tr')
  await page.press('#firstName', 'Enter')
  await page.waitForSelector('.error-summary')
  expect(await page.getAttribute('html', 'lang')).toBe('tr')
  expect(await page.getAttribute('#email', 'aria-invalid')).toBe('true')
  await context.close()
})
