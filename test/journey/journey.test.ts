import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../functions/kernel/time.ts'
import { openBrowser } from '../world/browser.ts'
import { verifyAsStranger } from '../world/credential.ts'
import { type RunningSystem, startSystem } from '../world/system-process.ts'
import { comeIn, type Meeting, placeOf, stayToTheEnd } from './meet.ts'
import {
  betweenSteps,
  enroll,
  linkIn,
  lookAround,
  offerSeminar,
  openWindow,
  pressConfirmed,
  setUpHouse,
  signIn,
  subjects,
  type Walker,
} from './walk.ts'

const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 900 }

const walkers: readonly (Walker & { meeting: Meeting })[] = [
  { name: 'phone-script', language: 'de', javaScript: true, plugPulled: true, meeting: 'room', ...phone },
  { name: 'phone-plain', language: 'tr', javaScript: false, meeting: 'bigbluebutton', ...phone },
  { name: 'desktop-script', language: 'en', javaScript: true, meeting: 'zoom', ...desktop },
  { name: 'desktop-plain', language: 'de', javaScript: false, meeting: 'jitsi', ...desktop },
]

const administrator: Walker = { name: 'administrator', language: 'de', javaScript: false, ...desktop }

let folder: string
let system: RunningSystem
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lernhaus-journey-'))
  ;[system, browser] = await Promise.all([startSystem(folder, ['--empty']), openBrowser()])
  const window = await openWindow(browser, administrator)
  const office = await window.newPage()
  await signIn(office, system, administrator, 'zeynep')
  await setUpHouse(office, system, administrator)
  await window.close()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  const faults = (await readFile(join(folder, 'log.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => /"message":"fault"/.test(line))
  expect(faults).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

describe.each(walkers)('the whole journey: $name, $language, $meeting', (walker) => {
  test('from the offer to the verified certificate', { timeout: 90_000 }, async () => {
    const office = await (await openWindow(browser, walker)).newPage()
    const visitor = await (await openWindow(browser, walker)).newPage()
    const ayse = { first: 'Ayşe', last: `Çağlayan-Iğdır`, email: `ayse.${walker.name}@mail.example` }
    const cemal = { first: 'Cemal', last: 'Öztürk', email: `cemal.${walker.name}@mail.example` }
    const berivan = { first: 'Berîvan', last: 'Xezal', email: `berivan.${walker.name}@mail.example` }

    // 1. Offer
    await signIn(office, system, walker)
    await lookAround(office, walker)
    const offer = await offerSeminar(office, system, walker, { place: placeOf(walker.meeting) })
    await visitor.goto(`${system.catalog}/?lang=${walker.language}`)
    await lookAround(visitor, walker)
    await visitor.locator(`a[href*="/seminars/${offer.slug}"]`).first().click()
    await lookAround(visitor, walker)
    await betweenSteps(system, walker)

    // 2. Enroll: one seat, two on the waiting list
    const sent = visitor.waitForRequest((request) => request.method() === 'POST')
    for (const person of [ayse, cemal, berivan])
      await enroll(visitor, system, walker, { slug: offer.slug, ...person })
    expect(await visitor.locator('main').innerText()).toMatch(/\b2\b/)
    await enroll(visitor, system, walker, { slug: offer.slug, ...cemal })
    const [asked, already] = await system.mailsTo(cemal.email)
    expect(asked?.text.replace(/\s+/g, ' ')).toMatch(/Nächste|sıradaki kişi sizsiniz|next in line/)
    // The same subject, because the address is still not confirmed; but it says that there is an entry already.
    expect(already?.subject).toBe(asked?.subject)
    expect(already?.text.replace(/\s+/g, ' ')).toMatch(/noch einmal|bir kayıt daha|Another enrollment/)
    await betweenSteps(system, walker)

    // The very same form again, as an impatient person sends it: nothing doubles.
    await sendOnceMore(await sent)

    // 3. Confirm, calendar
    for (const person of [ayse, cemal, berivan]) {
      const [mail] = await system.mailsTo(person.email)
      await visitor.goto(linkIn(mail, 'my'))
      await lookAround(visitor, walker)
      await visitor.locator('form[action*="/confirm"] button').click()
      await visitor.waitForURL(/done=/)
      await lookAround(visitor, walker)
    }
    const confirmation = (await system.mailsTo(ayse.email)).at(-1)
    const calendar = await attached(confirmation?.attachments[0]?.href)
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(new TextDecoder().decode(calendar))).getFirstSubcomponent('vevent') ??
        undefined,
    )
    expect(event.startDate.toString()).toBe(`${offer.start}T18:00:00`)
    await betweenSteps(system, walker)

    // 4. Cancel: the seat goes on by itself, both get mail
    await visitor.goto(linkIn(confirmation, 'my'))
    await pressConfirmed(visitor, `${new URL(visitor.url()).pathname}/cancel`)
    await lookAround(visitor, walker)
    expect((await system.mailsTo(ayse.email)).at(-1)?.attachments[0]?.contentType).toContain('text/calendar')
    const promoted = (await system.mailsTo(cemal.email)).at(-1)
    await visitor.goto(linkIn(promoted, 'my'))
    await lookAround(visitor, walker)
    await betweenSteps(system, walker)

    // 5. Invite with one button; nobody on the waiting list gets one
    await office.goto(`${offer.office}?lang=${walker.language}`)
    await office.locator('form[action*="/invite/"] button').click()
    await office.waitForLoadState()
    const invite = (await system.mailsTo(cemal.email)).at(-1)
    const door = linkIn(invite, 'join')
    expect((await system.mailsTo(berivan.email)).some(({ text }) => text.includes('/join/'))).toBe(false)
    await betweenSteps(system, walker)

    // 6. Join: closed at first, then half an hour before the start a button leads into the room
    await visitor.goto(door)
    await lookAround(visitor, walker)
    expect(await visitor.locator('form[method=post] button:visible').count()).toBe(0)
    const start = event.startDate.toJSDate().getTime()
    await system.moveTo(new Date(start - 10 * 60_000).toISOString())
    expect((await system.mailsTo(cemal.email)).at(-1)?.text).toContain('/join/')
    await visitor.goto(door)
    await lookAround(visitor, walker)
    await visitor.locator('form[method=post] button').first().click()
    const evening = { system, walker, meeting: walker.meeting, start, office: offer.office }
    await comeIn(visitor, evening)
    await betweenSteps(system, walker)

    // 7. Attendance, in minutes: the room and the meeting servers tell it, or a code
    await stayToTheEnd({ visitor, coordinator: office, door: linkIn(promoted, 'my') }, evening)
    await office.goto(`${offer.office}?lang=${walker.language}`)
    await lookAround(office, walker)
    await office.locator('a[href*="/attendance/"]').first().click()
    await lookAround(office, walker)
    expect(await office.locator('input[inputmode=numeric]').first().inputValue()).toBe('90')
    await betweenSteps(system, walker)

    // 8. Complete: the certificate comes by mail, by itself
    await office.goto(`${offer.office}?lang=${walker.language}`)
    await pressConfirmed(office, `${new URL(offer.office).pathname}/complete`)
    const certificate = (await system.mailsTo(cemal.email)).at(-1)
    const pdf = await attached(certificate?.attachments[0]?.href)
    const { words, language } = await readPdf(pdf)
    expect(words).toContain('Cemal Öztürk')
    expect(language?.slice(0, 2)).toBe(walker.language)
    expect(
      (await system.mailsTo(berivan.email)).some(({ attachments }) =>
        attachments.some(({ filename }) => filename.endsWith('.pdf')),
      ),
    ).toBe(false)
    await visitor.goto(linkIn(certificate, 'my'))
    await lookAround(visitor, walker)
    const href = await visitor.locator('a[href*="certificate.pdf"]').getAttribute('href')
    expect(
      Buffer.from(await attached(new URL(href ?? '', visitor.url()).href)).equals(Buffer.from(pdf)),
    ).toBe(true)
    await betweenSteps(system, walker)

    // 9. Verify
    const verification = linkIn(certificate, 'verify')
    await visitor.goto(`${verification}?lang=${walker.language}`)
    await lookAround(visitor, walker)
    const shown = await visitor.locator('main').innerText()
    expect(shown).toContain('Cemal Öztürk')
    expect(words.replace(/\s/g, '')).toContain(verification.split('/').at(-1))
    // Nor does a program need the page: the file and what the house publishes are enough.
    const published = async (path: string) => (await fetch(new URL(path, system.catalog))).json()
    const credential = await published(`${verification}/credential.json`)
    const { statusListCredential: list } = credential.credentialStatus
    const did = await published('/.well-known/did.json')
    expect(did.id).toMatch(/^did:web:localhost%3A\d+$/)
    // The clock of this machine was put forward on the way.
    const at = new Date(Date.parse(credential.validFrom) + day)
    expect(await verifyAsStranger(credential, { did, at, lists: { [list]: await published(list) } })).toEqual(
      {
        verified: true,
        why: '',
      },
    )
    const unknown = await pageAnswer(`${system.catalog}/verify/2026-0000-0000-0000?lang=${walker.language}`)
    const malformed = await pageAnswer(`${system.catalog}/verify/nonsense?lang=${walker.language}`)
    expect(unknown.status).toBe(malformed.status)
    expect(unknown.body.replaceAll('2026-0000-0000-0000', 'X')).toBe(
      malformed.body.replaceAll('nonsense', 'X').replaceAll('NONSENSE', 'X'),
    )

    // Every mail came, and once; the second form of somebody who is enrolled already brings one of its own.
    const came = async ({ email }: { email: string }) =>
      (await system.mailsTo(email)).map(({ subject }) => subject.split(/:| saat| at | um /)[0])
    const {
      ask,
      enrolled,
      waiting,
      cancelled,
      seat,
      invite: link,
      reminder,
      proof,
    } = subjects[walker.language]
    expect(await came(ayse)).toEqual([ask, enrolled, cancelled])
    expect(await came(cemal)).toEqual([ask, ask, waiting, seat, link, reminder, proof])
    expect(await came(berivan)).toEqual([ask, waiting])

    await office.context().close()
    await visitor.context().close()
  })
})

async function sendOnceMore(form: Request): Promise<void> {
  const response = await fetch(form.url(), {
    method: 'POST',
    body: form.postData() ?? '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(form.url()).origin,
    },
  })
  expect(response.status).toBe(200)
}

async function attached(href: string | undefined): Promise<Uint8Array> {
  const response = await fetch(new URL(href ?? '', system.workbench))
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

async function pageAnswer(address: string): Promise<{ status: number; body: string }> {
  const response = await fetch(address)
  return { status: response.status, body: await response.text() }
}

async function readPdf(bytes: Uint8Array): Promise<{ words: string; language: string | undefined }> {
  const document = await getDocument({ data: bytes.slice() }).promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const { info } = await document.getMetadata()
  return {
    words: items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' '),
    language: (info as { Language?: string }).Language,
  }
}
