import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '../../functions/kernel/language.ts'
import { instantFrom, wallClockOf } from '../../functions/kernel/time.ts'
import type { Mailed, RunningSystem } from '../world/system-process.ts'

/** Who walks: the window, whether scripts run, the language they choose, whether the plug is pulled between steps. */
export type Walker = {
  name: string
  language: Language
  javaScript: boolean
  width: number
  height: number
  plugPulled?: true
}

/** How the subjects of the journey's mails begin. */
export const subjects = {
  de: {
    ask: 'Bitte bestätigen',
    enrolled: 'Angemeldet',
    waiting: 'Auf der Warteliste',
    cancelled: 'Abgemeldet',
    seat: 'Sie haben einen Platz',
    invite: 'Ihr Zugang',
    reminder: 'Beginnt',
    proof: 'Ihre Teilnahmebescheinigung',
  },
  tr: {
    ask: 'Lütfen onaylayın',
    enrolled: 'Kaydınız tamam',
    waiting: 'Bekleme listesindesiniz',
    cancelled: 'Kayıt iptal edildi',
    seat: 'Yeriniz var',
    invite: 'Katılım bağlantınız',
    reminder: 'Bugün',
    proof: 'Katılım belgeniz',
  },
  en: {
    ask: 'Please confirm',
    enrolled: 'Enrolled',
    waiting: 'On the waiting list',
    cancelled: 'Canceled',
    seat: 'You have a seat',
    invite: 'Your join link',
    reminder: 'Starts',
    proof: 'Your certificate of attendance',
  },
} as const

/** A window of the walker's kind. */
export async function openWindow(browser: Browser, walker: Walker): Promise<BrowserContext> {
  const { javaScript, width, height, language } = walker
  const window = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    locale: { de: 'de-DE', tr: 'tr-TR', en: 'en-GB' }[language],
  })
  window.setDefaultTimeout(10_000)
  return window
}

/** Every page on the way: whole, in the walker's language, no wider than the window. Audits have tests of their own. */
export async function lookAround(page: Page, walker: Walker): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(walker.language)
  expect(await page.locator('h1').count()).toBe(1)
  if (!walker.javaScript) return
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0)
}

/**
 * Between two steps the plug is pulled, where the walker wants it. A mail may have been on its way at that moment; the
 * lease of whoever was sending it ends after two minutes.
 */
export async function betweenSteps(system: RunningSystem, { plugPulled }: Walker): Promise<void> {
  if (!plugPulled) return
  const before = await system.now()
  await system.pullThePlug()
  expect(Date.parse(await system.now())).toBeGreaterThanOrEqual(Date.parse(before))
  await system.ask('/clock', { advance: 'PT3M' })
}

/** Somebody of the team signs in: the provider's page, a button, back in the office. */
export async function signIn(
  page: Page,
  system: RunningSystem,
  { language }: Walker,
  person: 'zeynep' | 'cem' = 'cem',
): Promise<void> {
  await page.goto(`${system.catalog}/office?lang=${language}`)
  await page.locator(`button[name=person][value=${person}]`).click()
  await page.waitForURL(`${system.catalog}/office**`)
  await page.goto(`${system.catalog}/office?lang=${language}`)
}

/** An administrator writes down in an empty house who it is, who pays, and who belongs to it. */
export async function setUpHouse(page: Page, system: RunningSystem, walker: Walker): Promise<void> {
  const year = (await system.now()).slice(0, 4)
  const forms: [string, Record<string, string>][] = [
    [
      'organisation',
      {
        name: 'Dachverband der Gemeinden',
        street: 'Am Markt 1',
        city: '59494 Soest',
        email: 'buero@dachverband.example',
        representedBy: 'Zeynep Arslan',
        signer: 'Zeynep Arslan',
        'signerFunction-de': 'Bildungsreferentin',
        privacyContact: 'datenschutz@dachverband.example',
      },
    ],
    [
      'phases/new',
      {
        funder: 'Bundesamt für Beispiele',
        title: 'Gemeinsam lernen',
        from: `${Number(year) - 1}-01-01`,
        until: `${Number(year) + 1}-12-31`,
        'acknowledgement-de': 'Gefördert durch das Bundesamt für Beispiele.',
      },
    ],
    ['associations/new', { name: 'Alevitische Gemeinde Soest', place: 'Soest' }],
  ]
  for (const [form, fields] of forms) {
    await page.goto(`${system.catalog}/office/programme/${form}?lang=${walker.language}`)
    await lookAround(page, walker)
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value)
    await page.locator('#plain-form button[type=submit]').click()
    await page.waitForURL(/\/office\/programme\?.*done=saved/)
  }
  await lookAround(page, walker)
}

/**
 * Plans a seminar of an evening in two days (or one on each of the days that are named), with one seat unless told
 * otherwise, and publishes it. Answers its address and the date of the first evening.
 */
export async function offerSeminar(
  page: Page,
  system: RunningSystem,
  walker: Walker,
  {
    days = [2],
    capacity = 1,
    place = 'room',
  }: { days?: readonly number[]; capacity?: number; place?: string } = {},
) {
  const now = Date.parse(await system.now())
  const wall = (days: number) => wallClockOf(instantFrom(now + days * 86_400_000), 'Europe/Berlin')
  await page.goto(`${system.catalog}/office/seminars/new?lang=${walker.language}`)
  await lookAround(page, walker)
  await page.fill('[name=title-de]', `Gesprächsabend ${walker.name}`)
  await page.fill('[name=description-de]', 'Ein Abend über Fördermittel.')
  await page.fill('[name=contents-de]', 'Anträge schreiben\nBelege sammeln')
  for (const language of ['tr', 'en'] as const) {
    // Without scripts a closed <details> opens by its summary just as well.
    if (!(await page.locator(`[name=title-${language}]`).isVisible()))
      await page
        .locator('details', { has: page.locator(`[name=title-${language}]`) })
        .locator('summary')
        .click()
    await page.fill(
      `[name=title-${language}]`,
      `${{ tr: 'Söyleşi akşamı', en: 'Evening talk' }[language]} ${walker.name}`,
    )
  }
  await page.fill('[name=trainer]', 'Dr. Ruth Lenz')
  await page.selectOption('[name=phaseId]', { index: 1 })
  for (const [i, day] of days.entries()) {
    if ((await page.locator(`[name=session-${i + 1}-date]`).count()) === 0)
      await page.locator('button[name=more]').click()
    await page.fill(`[name=session-${i + 1}-date]`, wall(day).date)
    await page.fill(`[name=session-${i + 1}-start]`, '18:00')
    await page.fill(`[name=session-${i + 1}-end]`, '19:30')
    await page.selectOption(`[name=session-${i + 1}-place]`, place)
  }
  await page.fill('[name=capacity]', String(capacity))
  await page.fill('[name=opens-date]', wall(-1).date)
  await page.fill('[name=opens-time]', '08:00')
  await page.locator('form:has([name=title-de]) button[type=submit]').last().click()
  await page.waitForURL(/\/office\/seminars\/sem_/)
  const office = page.url().split('?')[0] ?? ''
  await lookAround(page, walker)
  await pressConfirmed(page, `${new URL(office).pathname}/publish`)
  const publicLink = await page
    .locator('a[href*="/seminars/"]:not([href*="/office"])')
    .first()
    .getAttribute('href')
  return {
    office,
    slug: publicLink?.split('/seminars/')[1]?.split('?')[0] ?? '',
    start: wall(days[0] ?? 2).date,
  }
}

/** Opens the sentence that says what will happen, then presses the button behind it. */
export async function pressConfirmed(page: Page, action: string): Promise<void> {
  const form = page.locator(`form[action^="${action}"]`)
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').click()
  await form.locator('button[type=submit]').click()
  await page.waitForLoadState()
}

/** Fills in the public form and sends it. */
export async function enroll(
  page: Page,
  system: RunningSystem,
  walker: Walker,
  { slug, first, last, email }: { slug: string; first: string; last: string; email: string },
): Promise<void> {
  await page.goto(`${system.catalog}/seminars/${slug}/enroll?lang=${walker.language}`)
  await page.fill('[name=firstName]', first)
  await page.fill('[name=lastName]', last)
  await page.fill('[name=email]', email)
  await page.selectOption('[name=associationId]', { index: 1 })
  await page.selectOption('[name=language]', walker.language)
  await page.check('[name=consent]')
  // Nobody types that fast, and a form that comes back at once is taken for a program's.
  await system.ask('/clock', { advance: 'PT3S' })
  await page.locator('form[action*="/enroll"] button[type=submit]').click()
  await page.waitForLoadState()
  await lookAround(page, walker)
}

/** The first link of that kind in a mail's text. */
export function linkIn(mail: Mailed | undefined, kind: 'my' | 'join' | 'verify'): string {
  const [found] = new RegExp(`https?://\\S+/${kind}/[\\w-]+`).exec(mail?.text ?? '') ?? []
  if (!found) throw new Error(`no ${kind} link in “${mail?.subject}”`)
  return found
}
