import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../world/browser.ts'
import { openDoors } from './open-doors.ts'

let server: ServerType
let address = ''

beforeAll(async () => {
  const { catalog } = await openDoors()
  server = await new Promise<ServerType>((resolve) => {
    const made = serve({ port: 0, fetch: (request) => catalog.fetch(request) }, () => resolve(made))
  })
  address = `http://localhost:${(server.address() as AddressInfo).port}/check?lang=en`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const fakeDevices = '--use-fake-device-for-media-stream'
const press = (page: Page, name: string) => page.click(`[data-press="${name}"]`)
const said = (page: Page, name: string, tone: string) =>
  page.waitForSelector(`[data-said="${name}"].notice-${tone}`, { timeout: 8_000 })

test('with camera, microphone, loudspeaker and a good line everything is well, and nothing leaves the house', {
  timeout: 30_000,
}, async () => {
  const browser = await openBrowser([fakeDevices, '--use-fake-ui-for-media-stream'])
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).origin}`))
    await page.goto(address)
    await said(page, 'browser', 'good')
    await press(page, 'devices')
    await said(page, 'devices', 'good')
    await press(page, 'speaker')
    await press(page, 'yes')
    await press(page, 'speed')
    await said(page, 'speed', 'good')
    await said(page, 'verdict', 'good')
    expect(new Set(asked)).toEqual(new Set([`GET ${new URL(address).origin}`]))
  } finally {
    await browser.close()
  }
})

test('whoever refuses camera and microphone reads what to do, and how to join', {
  timeout: 30_000,
}, async () => {
  const browser = await openBrowser([fakeDevices, '--deny-permission-prompts'])
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await press(page, 'devices')
    await said(page, 'devices', 'bad')
    expect(await page.locator('[data-live]').isVisible()).toBe(false)
    const plain = await browser.newPage({ javaScriptEnabled: false })
    await plain.goto(address)
    expect(await plain.locator('[data-check]').isVisible()).toBe(false)
    expect(await plain.locator('main ol li').count()).toBeGreaterThan(2)
  } finally {
    await browser.close()
  }
})
