import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateFileShelf } from '../../functions/certificate/certificate-file.table.ts'
import { verifyDoor } from '../../web/public/verify.door.tsx'
import { verifyFileText } from '../../web/text/verify-file.ts'
import { openBrowser } from '../world/browser.ts'
import { openDoors } from './open-doors.ts'

const sum = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
/** What the doors of the tests draw, and what the house drew before its drawing changed. */
const [today, mailed] = ['%PDF-', '%PDF-1.7 as it was mailed']

async function certified({ noted = [] }: { noted?: string | readonly string[] } = {}) {
  const doors = await openDoors()
  const enrollment = await doors.house.enrollAndConfirm(await doors.house.offer(), 'ayse')
  const { number } = await doors.certify(enrollment)
  const [sha256, ...later] = [noted].flat().map(sum)
  if (sha256 !== undefined)
    await doors.house.table.commit([certificateFileShelf.create(number, { sha256, later })])
  return { ...doors, path: `/verify/${number}` }
}

describe('the checksums on the page', () => {
  test.each([
    ['one, where both files are the same', today, [sum(today)]],
    ['both, where the house draws another file today', mailed, [sum(mailed), sum(today)]],
    ['all, where several went out', [mailed, 'another'], [sum(mailed), sum('another'), sum(today)]],
    ['what went out, where one of them is that of today', [mailed, today], [sum(mailed), sum(today)]],
    ['that of today, where none was noted', [], [sum(today)]],
  ])('are %s', async (_, noted, sums) => {
    const { verify, path } = await certified({ noted })
    for (const language of ['de', 'tr', 'en'] as const) {
      const html = await (await verify.request(`${path}?lang=${language}`)).text()
      expect(html.match(/(?<=<code[^>]*>)[0-9a-f]{64}/g)).toEqual(sums)
      expect(html).toContain(verifyFileText[language].by)
    }
  })

  test('stay away, and the rest of the page does not, where the sheet cannot be drawn', async () => {
    const { world, path, faults } = await certified()
    const drawSheet = () => Promise.reject(new Error('no fonts'))
    const answer = await verifyDoor({ ...world, drawSheet }).request(path)
    const html = await answer.text()
    expect([answer.status, html.includes('Diese Bescheinigung ist echt')]).toEqual([200, true])
    expect(html).not.toContain('<code')
    expect(faults).toHaveLength(1)
  })
})

describe('in the browser', () => {
  let server: ServerType
  let browser: Browser
  let address = ''
  beforeAll(async () => {
    const { verify, catalog, path } = await certified({ noted: mailed })
    const fetch = (request: Request) =>
      (new URL(request.url).pathname.startsWith('/verify') ? verify : catalog).fetch(request)
    server = await new Promise<ServerType>((resolve) => {
      const made = serve({ port: 0, fetch }, () => resolve(made))
    })
    address = `http://localhost:${(server.address() as AddressInfo).port}${path}?lang=en`
    browser = await openBrowser()
  }, 30_000)
  afterAll(async () => {
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
  })

  const pdf = (bytes: string | Buffer, name = 'certificate.pdf') => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  })
  const said = (page: Page, tone: string) =>
    page.locator(`[data-said][role="status"].notice-${tone}`).innerText()

  test('each file gets its verdict, and none leaves the browser', { timeout: 30_000 }, async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto(address)
    await page.locator('[data-compare]').waitFor({ state: 'visible' })
    const before = [...asked]
    const field = page.locator('input[type="file"]')
    for (const ours of [mailed, today]) {
      await field.setInputFiles(pdf(ours, '<i>Şükrü.pdf'))
      expect(await said(page, 'good')).toBe('This is our file, unchanged: <i>Şükrü.pdf')
    }
    await field.setInputFiles(pdf(`${mailed}.`))
    expect(await said(page, 'warning')).toContain('What stands on this page counts')
    await field.setInputFiles(pdf('not even one'))
    expect(await said(page, 'warning')).toContain('It is not a PDF, or larger than 20 MB')
    await field.setInputFiles(pdf(Buffer.concat([Buffer.from(mailed), Buffer.alloc(20 * 1024 * 1024)])))
    expect(await said(page, 'warning')).toContain('larger than 20 MB')
    await field.setInputFiles(pdf(mailed))
    await said(page, 'good')
    expect(asked).toEqual(before)
    await page.close()
  })

  test('a file can be dropped, and the keyboard reaches the field', { timeout: 30_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    await page.goto(address)
    await page.locator('[data-compare]').waitFor({ state: 'visible' })
    const files = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], 'mine.pdf', { type: 'application/pdf' }))
      return transfer
    }, mailed)
    await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: files })
    expect(await said(page, 'good')).toContain('mine.pdf')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      if (await page.locator('input[type="file"]:focus').count()) break
    }
    expect(await page.locator('input[type="file"]:focus').count()).toBe(1)
    await page.close()
  })

  test('without scripts the checksums are there, and no field that does nothing', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(address)
    expect(await page.locator('[data-compare]').isVisible()).toBe(false)
    expect(await page.locator('main').innerText()).toContain(sum(mailed))
    await page.close()
  })
})
