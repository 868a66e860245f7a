import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Instant, instantAtWallClock, wallClockOf } from '../../functions/kernel/time.ts'
import { openBrowser } from '../world/browser.ts'
import { openCalendar } from '../world/calendar-reader.ts'
import { type RunningSystem, startSystem } from '../world/system-process.ts'
import {
  enroll,
  linkIn,
  lookAround,
  offerSeminar,
  openWindow,
  setUpHouse,
  signIn,
  type Walker,
} from './walk.ts'

/** A phone without scripts; the coordinator reads German, the others what they chose. */
const phone = { javaScript: false, width: 360, height: 740 }
const coordinator: Walker = { name: 'mails', language: 'de', ...phone }
const people = {
  ayse: { language: 'tr', first: 'Ayşe', last: 'Çağlayan', email: 'ayse@mail.example' },
  cem: { language: 'en', first: 'Cem', last: 'Öztürk', email: 'cem@mail.example' },
  berivan: { language: 'de', first: 'Berîvan', last: 'Xezal', email: 'berivan@mail.example' },
  // Mistyped: whatever is sent there comes back.
  ulas: { language: 'de', first: 'Ulaş', last: 'Yıldırım', email: 'bounce.ulas@mail.example' },
} as const

let folder: string
let system: RunningSystem
let browser: Browser
let window: BrowserContext
let office: Page
let visitor: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lernhaus-mails-'))
  ;[system, browser] = await Promise.all([startSystem(folder, ['--empty']), openBrowser()])
  const first = await openWindow(browser, coordinator)
  const page = await first.newPage()
  await signIn(page, system, coordinator, 'zeynep')
  await setUpHouse(page, system, coordinator)
  await first.close()
  window = await openWindow(browser, coordinator)
  office = await window.newPage()
  visitor = await (await openWindow(browser, coordinator)).newPage()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  const faults = (await readFile(join(folder, 'log.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => /"message":"fault"/.test(line))
  expect(faults).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

const go = async (address: string): Promise<void> => {
  await office.goto(`${address}${address.includes('?') ? '&' : '?'}lang=de`)
  await lookAround(office, coordinator)
}
/** The links to change each date; other things of a date lie below its address. */
const changeLinks = (seminar: string) =>
  office.locator(`a[href^="${seminar}/sessions/ses_"]:not([href*="/room"])`)
/** Presses the button of the form that leads there. */
const press = async (action: string): Promise<void> => {
  await office.locator(`form[action*="${action}"] button[type=submit]`).first().click()
  await office.waitForLoadState()
  await lookAround(office, coordinator)
}

test('three dates, invites, one moved, one called off, a message, a corrected address: every mailbox as it should be', {
  timeout: 120_000,
}, async () => {
  await signIn(office, system, coordinator)
  const offer = await offerSeminar(office, system, coordinator, { days: [3, 5, 7], capacity: 10 })
  const seminar = new URL(offer.office).pathname
  for (const { language, first, last, email } of Object.values(people))
    await enroll(visitor, system, { ...coordinator, language }, { slug: offer.slug, first, last, email })
  for (const { email } of [people.ayse, people.cem]) {
    await visitor.goto(linkIn((await system.mailsTo(email))[0], 'my'))
    await visitor.locator('form[action*="/confirm"] button').click()
    await visitor.waitForURL(/done=/)
  }

  // The invites of the first date.
  await go(offer.office)
  await press('/invite/')

  // The first date begins an hour later; the second does not take place.
  await go(offer.office)
  await changeLinks(seminar).first().click()
  await office.fill('[name=session-1-start]', '19:00')
  await office.fill('[name=session-1-end]', '20:30')
  await press('/sessions/ses_')
  expect(await office.locator('main').innerText()).toContain('4 Personen per E-Mail')
  await press('/sessions/ses_')
  await go(offer.office)
  await changeLinks(seminar).nth(1).click()
  await press('/cancel')
  await press('/cancel')
  expect(await office.locator('main').innerText()).toContain('Der Termin ist abgesagt.')

  // A message to those who have not confirmed.
  await go(`${offer.office}/messages`)
  await office.locator('input[name=audience][value=unconfirmed]').check()
  await office.fill('[name=subject-de]', 'Bitte noch bestätigen')
  await office.fill('[name=text-de]', 'Ohne Bestätigung verfällt Ihr Platz.')
  await press('/messages')
  await press('/send')

  // Whose address was mistyped is shown on the seminar's page; the coordinator corrects it.
  await system.ask('/clock', { advance: 'PT1M' })
  await go(offer.office)
  expect(await office.locator('main').innerText()).toContain('Ulaş Yıldırım')
  await office.locator('a[href*="/people/"][href*="/mails"]', { hasText: 'Ulaş' }).first().click()
  await lookAround(office, coordinator)
  await office.locator('a[href*="/address"]').first().click()
  await office.fill('[name=email]', 'ulas@mail.example')
  await press('/address')
  const corrected = (await system.mailsTo('ulas@mail.example')).at(-1)
  await visitor.goto(linkIn(corrected, 'my'))
  await visitor.locator('form[action*="/confirm"] button').click()
  await visitor.waitForURL(/done=/)

  // Until after the first date; who has confirmed by then is invited and reminded.
  const zone = 'Europe/Berlin'
  const start = instantAtWallClock({ date: offer.start, time: '19:00' }, zone)
  await system.moveTo(new Date(Date.parse(start ?? '') - 30 * 60_000).toISOString())

  const mailboxes = {
    'ayse@mail.example': [
      'Lütfen onaylayın',
      'Kaydınız tamam',
      'Katılım bağlantınız',
      'Tarih değişti',
      'Bir oturum yapılmıyor',
      'Bugün',
    ],
    'cem@mail.example': [
      'Please confirm',
      'Enrolled',
      'Your join link',
      'Date changed',
      'One date canceled',
      'Starts',
    ],
    'berivan@mail.example': [
      'Bitte bestätigen',
      'Termin geändert',
      'Ein Termin fällt aus',
      'Bitte noch bestätigen',
    ],
    // What came back; whoever has not confirmed hears of changes once a day.
    'bounce.ulas@mail.example': ['Bitte bestätigen', 'Termin geändert', 'Bitte noch bestätigen'],
    'ulas@mail.example': [
      'Bitte bestätigen Sie Ihre neue Adresse',
      'Ein Termin fällt aus',
      'Angemeldet',
      'Ihr Zugang',
      'Beginnt',
    ],
  }
  for (const [address, subjects] of Object.entries(mailboxes)) {
    const came = (await system.mailsTo(address)).map(({ subject }) => subject.split(/:| saat| at | um /)[0])
    // Who has not confirmed gets three mails a day at most, so what is left comes after the next midnight.
    expect([address, came.sort()]).toEqual([address, subjects.toSorted()])
  }

  // The files of the mails, in their order, in a calendar that we did not write.
  for (const address of ['ayse@mail.example', 'cem@mail.example', 'ulas@mail.example']) {
    const calendar = openCalendar()
    for (const mail of await system.mailsTo(address))
      for (const { href, filename } of mail.attachments)
        if (filename.endsWith('.ics'))
          calendar.take(await (await fetch(new URL(href, system.workbench))).text())
    const seen = Object.values(calendar.dates())
      .map((date) => ({ ...date, wall: wallClockOf(date.start as Instant, zone) }))
      .sort((a, b) => (a.start < b.start ? -1 : 1))
    expect(seen.map(({ wall, status }) => [wall.time, status])).toEqual([
      ['19:00', 'CONFIRMED'],
      ['18:00', 'CONFIRMED'],
    ])
    expect(seen[0]?.wall.date).toBe(offer.start)
  }
  await window.close()
})
