import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { combineDoors } from '../../web/parts/door.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { aSession } from '../world/seminar.ts'
import { openDoors, instant, aPhase } from './open-doors.ts'

const port = 39471
const o = `http://localhost:${port}`
const doors = await openDoors({ origin: o, roomOrigin: 'http://localhost:39472' })
const { house } = doors
const s1 = await house.offer({ phaseId: aPhase.id })
for (const n of ['Ayse','Sukru','Helin','Can','Deniz']) await house.enrollAndConfirm(s1, n)
const s2 = await house.offer({ slug: 'vereinsrecht', capacity: 2, title: { de: 'Vereinsmanagement: Satzung, Haftung und Mitgliederversammlung', tr: 'Dernek yönetimi: tüzük, sorumluluk ve genel kurul', en: 'Running an association: statutes, liability, general meeting' }, sessions: [aSession({ start: instant('2026-03-05T17:00:00.000Z'), end: instant('2026-03-05T19:00:00.000Z'), place: { kind: 'onsite', address: 'Gemeindehaus, Lange Straße 12, 58095 Hagen' } })], closes: instant('2026-03-05T11:00:00.000Z') })
for (const n of ['Mine','Jiyan','Ali']) await house.enrollAndConfirm(s2, n)
await house.enroll(s2, 'Held')
const s3 = await house.offer({ slug: 'datenschutz', title: { de: 'Datenschutz im Verein', tr: 'Dernekte kişisel verilerin korunması', en: 'Privacy in associations' }, opens: instant('2026-03-15T08:00:00.000Z') })
void s3
const s4 = await house.offer({ slug: 'dialog', title: { de: 'Interkultureller Dialog', tr: 'Kültürlerarası diyalog', en: 'Intercultural dialogue' } , sessions: [aSession({ start: instant('2026-04-05T17:00:00.000Z'), end: instant('2026-04-05T19:00:00.000Z')})]})
const { cancelSeminar } = await import('../../functions/seminar/cancel-seminar.ts')
await cancelSeminar(house.world(), s4.id)
const e1 = await house.enrollment(s1, 'Ayse')
await doors.certify(e1, { number: '2026-7K3M-9QXW-P4TR' })
const waiting = await house.enrollment(s2, 'Ali')
const held = await house.enrollment(s2, 'Held')
void listEnrollments
const s1f = await house.seminar(s1.id)
const ses = s1f.sessions[0]
if (!ses) throw new Error('x')
const my1 = await doors.linkFor(e1, 'my'), my2 = await doors.linkFor(waiting, 'my'), my3 = await doors.linkFor(held, 'my')
const j1 = await doors.linkFor(e1, 'join', ses.id)
const app = combineDoors(doors.world, [doors.enroll, doors.my, doors.join, doors.verify, doors.certificateFile, doors.catalog])
const server = serve({ fetch: app.fetch, port })
const pages: [string, string, string?][] = [
  ['catalog', '/'], ['seminar', '/seminars/foerdermittel'], ['full', '/seminars/vereinsrecht'], ['cancelled', '/seminars/dialog?lang=en'], ['enroll', '/seminars/foerdermittel/enroll?lang=tr'],
  ['my', `/my/${my1}`], ['waiting', `/my/${my2}?lang=en`], ['held', `/my/${my3}`], ['join', `/join/${j1}`], ['verify', '/verify'], ['valid', '/verify/2026-7k3m-9qxw-p4tr'],
  ['unknown', '/verify/2026'], ['imprint', '/imprint'], ['privacy', '/privacy?lang=tr'], ['404', '/nothing'],
  ['open', `/join/${j1}?lang=en`, '2026-03-24T16:45:00.000Z'],
]
const only = process.argv[2]?.split(',')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
for (const [width, scheme] of [[360, 'light'], [1280, 'light'], [360, 'dark'], [1280, 'dark'], [320, 'light']] as const) {
  const ctx = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, locale: 'de-DE' })
  const page = await ctx.newPage()
  page.on('console', (m) => m.type() === 'error' && !m.text().includes('404') && console.log('CONSOLE', m.text()))
  for (const [name, path, at] of pages) {
    if (only && !only.includes(name)) continue
    const before = house.now()
    if (at) house.moveTo(at)
    await page.goto(o + path)
    await page.screenshot({ path: `/tmp/look/${name}-${width}-${scheme}.png`, fullPage: true })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) console.log('SIDEWAYS', name, width, over)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']).analyze()
    for (const v of violations) console.log('AXE', name, width, scheme, v.id, v.nodes.map((n) => n.html.slice(0, 120)).slice(0,2).join(' | '), v.nodes[0]?.any[0]?.message)
    house.moveTo(before)
  }
  if (!only || only.includes('wrong')) {
    await page.goto(`${o}/seminars/foerdermittel/enroll`)
    await page.fill('#email', 'falsch')
    await page.click('button.button-primary')
    await page.screenshot({ path: `/tmp/look/wrong-${width}-${scheme}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const v of violations) console.log('AXE wrong', width, scheme, v.id, v.nodes[0]?.html)
    await page.fill('#firstName', 'Pınar'); await page.fill('#email', `p${width}${scheme}@x.de`); await page.fill('#association','keiner'); await page.check('#consent')
    await page.click('button.button-primary')
    await page.screenshot({ path: `/tmp/look/done-${width}-${scheme}.png`, fullPage: true })
    console.log(await page.title())
  }
  await ctx.close()
}
console.log('faults', doors.faults)
await browser.close()
server.close()
process.exit(0)
