import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../functions/kernel/language.ts'
import type { Block } from '../../functions/mail/letter.ts'
import { layOutLetter } from '../../functions/mail/letter-layout.tsx'
import { openBrowser } from '../world/browser.ts'

const sender = {
  name: 'Landesarbeitsgemeinschaft Vereinsfortbildung',
  street: 'Körnerstraße 12',
  city: '58095 Hagen',
  email: 'geschaeftsstelle@landesarbeitsgemeinschaft-vereinsfortbildung.example',
  imprintHref: 'https://lernhaus.example/imprint',
  privacyHref: 'https://lernhaus.example/privacy',
}
const blocks: Block[] = [
  { is: 'heading', text: 'Ihre Teilnahmebescheinigung' },
  { is: 'text', text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.' },
  {
    is: 'button',
    label: 'Teilnahmebescheinigungsechtheitsprüfung',
    href: 'https://lernhaus.example/verify/1',
  },
  { is: 'facts', rows: [['Teilnahmebescheinigung', 'Wirtschaftlichkeitsbetrachtungsgrundlagen']] },
  { is: 'heading', text: 'Teilnehmendenfragebogenauswertungen' },
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test.each(languages)(
  'the longest words stay inside a letter on the narrowest phone (%s)',
  async (language) => {
    const letter = { language, subject: 's', blocks, attachments: [] }
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
    await page.setContent(layOutLetter(letter, sender).html)
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
        .map(({ tagName, textContent }) => `${tagName} ${textContent}`),
    )
    expect(over).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.close()
  },
)
