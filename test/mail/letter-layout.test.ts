import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { Letter } from '../../functions/mail/letter.ts'
import { layOutLetter } from '../../functions/mail/letter-layout.tsx'
import type { LetterSender } from '../../functions/mail/letter-words.ts'

const sender: LetterSender = {
  name: 'Bund der Häuser & Höfe e. V.',
  street: 'Alte Gasse 3',
  city: '50667 Köln',
  email: 'büro@example.org',
  imprintHref: 'https://lernhaus.example.org/imprint',
  privacyHref: 'https://lernhaus.example.org/privacy',
}

const link = `https://lernhaus.example.org/my/${'aB3_-x'.repeat(30)}?lang=tr&from=mail`

const letter: Letter = {
  language: 'tr',
  subject: 'Kaydınızı onaylayın',
  blocks: [
    { is: 'heading', text: 'Sayın Şükrü İğdeoğlu' },
    { is: 'text', text: 'İlk satır\nikinci satır\n\nYeni paragraf: „Ağaç“ & <b>köy</b>.' },
    {
      is: 'facts',
      rows: [
        ['Seminer', 'Dernek yönetimi <script>alert(1)</script>'],
        ['Tarih', '31 Mart 2026 Salı\n18:00–20:00'],
      ],
    },
    { is: 'button', label: 'Kaydı onayla', href: link },
    { is: 'heading', text: 'Sonra ne olur?' },
    { is: 'text', text: 'Uzun bir cümle, satırlara bölünür. '.repeat(12) },
    { is: 'small', text: 'Bu bağlantı yalnızca size aittir.' },
  ],
  attachments: [],
}

/**
 * Rules for a page that is a mail: inline styles are the only ones that arrive, old mail readers know the role
 * `presentation` and not `none`, and JSX closes what is empty.
 */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'off',
    'presentation-role-style': 'off',
    'void-style': ['error', { style: 'selfclosing' }],
  },
})

const complaints = async (html: string): Promise<string[]> => {
  const report = await validator.validateString(html)
  return report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`))
}

describe('a letter as HTML', () => {
  it('is a valid document in every language, with real headings in order', async () => {
    for (const language of ['de', 'tr', 'en'] as const) {
      const { html } = layOutLetter({ ...letter, language }, sender)
      expect(await complaints(html)).toEqual([])
      expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${language}">`))
      expect(html.match(/<h[12]/g)).toEqual(['<h1', '<h2'])
    }
  })

  it('is headed by its subject where no block is a heading', () => {
    const { html } = layOutLetter({ ...letter, blocks: [{ is: 'text', text: 'Merhaba,' }] }, sender)
    expect(html).toMatch(/<h1 [^>]*>Kaydınızı onaylayın<\/h1>/)
  })

  it('says that it can be shown light and dark, and colors text and ground together', () => {
    const { html } = layOutLetter(letter, sender)
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(html).toMatch(/background-color:#9b1c3c;color:#ffffff/)
  })

  it('fetches nothing from anywhere', () => {
    const { html } = layOutLetter(letter, sender)
    expect(html).not.toMatch(/<(img|link|script|style|iframe|object|svg|video|audio)\b/i)
    expect(html).not.toMatch(/\b(src|srcset|background)=/i)
    expect(html).not.toMatch(/url\(|@import/i)
  })

  it('shows words as they were written and never as markup', () => {
    const { html } = layOutLetter(letter, sender)
    expect(html).toContain('Dernek yönetimi &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('&amp; &lt;b&gt;köy&lt;/b&gt;.')
    expect(html).toContain('İlk satır<br/>ikinci satır</p>')
    expect(html).toContain('Bund der Häuser &amp; Höfe e. V.')
  })

  it('shows the address of a button as words too', () => {
    const { html } = layOutLetter(letter, sender)
    const written = link.replace('&', '&amp;')
    expect(html).toContain(`href="${written}"`)
    expect(html).toContain(`>${written}</p>`)
  })

  it('links to web addresses only', async () => {
    for (const href of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,<b>x',
      'file:///etc/passwd',
      '/my',
      '',
    ]) {
      const bad: Letter = { ...letter, blocks: [{ is: 'button', label: 'Weiter', href }] }
      const bodies = layOutLetter(bad, { ...sender, imprintHref: href, privacyHref: href })
      expect(bodies.html).not.toContain('href')
      expect(bodies.html).toContain('Weiter')
      expect(bodies.text).toMatch(/^Weiter\n/)
      expect(await complaints(bodies.html)).toEqual([])
    }
  })

  it('cannot be left through an attribute', () => {
    const href = 'https://example.org/"onmouseover="alert(1)'
    const { html } = layOutLetter({ ...letter, blocks: [{ is: 'button', label: 'x', href }] }, sender)
    expect(html).not.toContain('"onmouseover')
  })

  it('stands on its own without blocks, facts or sender', async () => {
    const nobody = { name: 'L', street: '', city: '', email: '', imprintHref: '', privacyHref: '' }
    const { html } = layOutLetter({ ...letter, blocks: [{ is: 'facts', rows: [] }] }, nobody)
    expect(await complaints(html)).toEqual([])
  })
})

describe('a letter as text', () => {
  it('says all that the HTML says', () => {
    const { text } = layOutLetter(letter, sender)
    for (const words of [
      'Sayın Şükrü İğdeoğlu\n--------------------\n',
      'İlk satır\nikinci satır\n\nYeni paragraf',
      'Seminer: Dernek yönetimi <script>alert(1)</script>',
      'Tarih: 31 Mart 2026 Salı\n  18:00–20:00',
      'Bu bağlantı yalnızca size aittir.',
      'Bund der Häuser & Höfe e. V.\nAlte Gasse 3\n50667 Köln',
      'Künye: https://lernhaus.example.org/imprint',
      'Aydınlatma metni: https://lernhaus.example.org/privacy',
    ])
      expect(text).toContain(words)
  })

  it('keeps a long link whole on its own line and wraps everything else', () => {
    const lines = layOutLetter(letter, sender).text.split('\n')
    expect(lines).toContain(link)
    expect(lines.filter((line) => line.length > 72)).toEqual([link])
  })
})
