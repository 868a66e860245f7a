import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerText } from '../../web/text/register.ts'
import { openBrowser } from '../world/browser.ts'
import { certifyMany } from './certify-many.ts'
import { openDoors } from './open-doors.ts'

let server: ServerType
let browser: Browser
let address = ''
let isDown = false

beforeAll(async () => {
  const { office, seminar } = await certifyMany(27)
  const { catalog } = await openDoors()
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız', 'en')
  const fetch = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    if (!pathname.startsWith('/office')) return catalog.fetch(request)
    if (isDown && pathname.endsWith('/2')) return new Response('', { status: 503 })
    const { status, bytes, headers } = await coordinator.get(pathname + search)
    return new Response(new Uint8Array(bytes), { status, headers })
  }
  server = await new Promise<ServerType>((resolve) => {
    const made = serve({ port: 0, fetch }, () => resolve(made))
  })
  address = `http://localhost:${(server.address() as AddressInfo).port}/office/seminars/${seminar.id}/certificates/files`
  browser = await openBrowser()
}, 30_000)

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
})

async function open(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 740 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test('one button fetches every file, says how far it is, and what did not arrive', async () => {
  isDown = false
  const text = registerText.en
  const page = await open()
  const files: string[] = []
  page.on('download', (download) => files.push(download.suggestedFilename()))
  await page.getByRole('button', { name: text.collect }).press('Enter')
  await page.getByRole('status').filter({ hasText: text.collected }).waitFor()
  await expect.poll(() => files.length).toBe(2)
  expect(files.map((name) => /-([12])\.zip$/.exec(name)?.[1])).toEqual(['1', '2'])
  expect(
    await page.getByRole('progressbar').evaluate((bar) => [bar.getAttribute('value'), bar.ariaLabel]),
  ).toEqual(['2', text.collect])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  isDown = true
  await page.getByRole('button', { name: text.collect }).click()
  await page.getByRole('status').filter({ hasText: text.failed }).waitFor()
  expect(await page.getByRole('button', { name: text.collect }).isEnabled()).toBe(true)
  await page.context().close()
})

test('without JavaScript the files are there one by one, and nothing promises more', async () => {
  const page = await open(false)
  expect(await page.getByRole('button', { name: registerText.en.collect }).count()).toBe(0)
  expect(await page.locator('main li a').allInnerTexts()).toEqual([
    registerText.en.part(1, 25),
    registerText.en.part(26, 27),
  ])
  await page.context().close()
})
