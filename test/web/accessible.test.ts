import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../world/browser.ts'
import { everyPage } from './every-page.ts'
import { faintWords, openNightWatch, overTheEdge, pageFindings } from './page-findings.ts'

const phone = { width: 320, height: 800 }
const desk = { width: 1280, height: 800 }

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

const languages = ['tr', 'de', 'en'] as const

it('every page can be read and used by everybody, on the smallest phone by day and at a desk by night', {
  timeout: 90_000,
}, async () => {
  const context = await browser.newContext({
    viewport: phone,
    colorScheme: 'light',
    // Colors that are still fading from day to night are nobody's.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const refused: string[] = []
  const isNewAtNight = openNightWatch()
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const look = async (what: string) => {
    expect(await pageFindings(page), what).toEqual([])
    await page.setViewportSize(desk)
    expect(await overTheEdge(page), `${what} at a desk`).toEqual([])
    if (isNewAtNight(await page.content())) {
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await faintWords(page), `${what} by night`).toEqual([])
    }
    await page.setViewportSize(phone)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const [i, path] of paths.entries()) {
    await page.goto(
      `${origin}${path}${path.includes('?') ? '&' : '?'}lang=${languages[i % languages.length]}`,
    )
    await look(path)
  }
  await page.goto(`${origin}/seminars/foerdermittel/enroll?lang=tr`)
  await page.click('main button[type=submit]')
  expect(await page.getAttribute('#firstName', 'aria-invalid')).toBe('true')
  await look('a form with errors')
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
