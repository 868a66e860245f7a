import { HtmlValidate } from 'html-validate'
import { expect, it } from 'vitest'
import { languages } from '../../functions/kernel/language.ts'
import { privacySections, privacyText } from '../../web/text/privacy.ts'
import { mailedCode } from '../world/data-code.ts'
import { everyPage } from './every-page.ts'
import { post } from './open-doors.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The renderer writes `<br/>` and no trailing blanks; neither matters to a reader.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
  },
})

/** The one link that leads elsewhere; nothing is fetched from there before it is pressed, and it is told of no page. */
const toLinkedIn = /<a href="https:\/\/www\.linkedin\.com\/profile\/add\?[^"]*" rel="noreferrer">/g

it('every page is valid HTML in every language, with nothing inline and nothing from elsewhere', async () => {
  const { house, paths, doors } = await everyPage()
  for (const language of languages)
    for (const path of paths) {
      const html = await (
        await house.request(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      ).text()
      const report = await validator.validateString(html)
      const wrong = report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))
      expect(wrong, `${path} ${language}`).toEqual([])
      expect(html).toContain(`<html lang="${language}"`)
      expect(html).not.toMatch(/ on[a-z]+="|<style|<script(?! type="module" src="\/assets\/)/)
      expect(html.replaceAll(toLinkedIn, '')).not.toMatch(/(?:src|href)="https?:/)
      expect(html).not.toMatch(/undefined|\[object|NaN/)
    }
  expect(doors.faults).toEqual([])
})

it('a form with errors is valid HTML too', async () => {
  const { house } = await everyPage()
  const path = '/seminars/foerdermittel/enroll'
  const form = await (await house.request(path)).text()
  const token = /name="form" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const html = await (await house.request(path, post({ form: token, email: '"' }))).text()
  const report = await validator.validateString(html)
  expect(report.results.flatMap(({ messages }) => messages.map((m) => m.message))).toEqual([])
})

it('what the buttons of the personal page answer is valid HTML in every language', async () => {
  const { house, token, doors } = await everyPage()
  const data = `/my/${token}/data`
  await house.request(`${data}/code`, post({}))
  const code = await mailedCode(doors.house, 'ayse')
  const form = await (await house.request('/my')).text()
  const find = { form: /name="form" value="([^"]+)"/.exec(form)?.[1] ?? '', email: 'ayse@verein.example' }
  const opened = await (await house.request(data, post({ code }))).text()
  const pass = /name="pass" value="([^"]+)"/.exec(opened)?.[1] ?? ''
  const pressed: [string, Record<string, string>][] = [
    [`${data}/erase`, { pass }],
    [data, { code: '' }],
    [`/my/${token}/change`, { firstName: '' }],
    ['/my', find],
    ['/my', { ...find, wish: 'overview' }],
    ['/seminars/foerdermittel/enroll/filled', { token }],
    [`${data}/erase`, { pass, sure: 'yes' }],
  ]
  const pages = [opened, await (await house.request('/my?done=renewed')).text()]
  for (const [path, fields] of pressed)
    for (const language of languages) {
      const last = fields.sure && language !== 'en'
      if (!last) pages.push(await (await house.request(`${path}?lang=${language}`, post(fields))).text())
    }
  for (const html of pages) {
    const report = await validator.validateString(html)
    expect(report.results.flatMap(({ messages }) => messages.map((m) => m.message))).toEqual([])
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  }
  expect(pages.at(-1)).toContain('Your data are erased')
})

it('the privacy notice says in each language what Art. 13 GDPR asks for', async () => {
  const { house } = await everyPage()
  for (const language of languages) {
    const html = await (await house.request(`/privacy?lang=${language}`)).text()
    for (const name of privacySections) expect(html).toContain(privacyText[language].sections[name].heading)
    for (const fact of [
      'Bund der Gemeinden e. V.',
      'datenschutz@bund.example',
      '2026-11',
      'Amazon Web Services',
    ])
      expect(html).toContain(fact)
  }
})
