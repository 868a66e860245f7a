import { describe, expect, test } from 'vitest'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { readQuestions } from '../../functions/seminar/questions.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { ask, everyKind } from '../world/questions.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const question: Record<string, string> = {
  kind: 'one-of',
  'wording-de': 'Womit kommen Sie?',
  'wording-tr': 'Neyle geliyorsunuz?',
  'wording-en': '',
  'purpose-de': 'Für die Parkplätze.',
  'purpose-tr': '',
  'purpose-en': '',
  keptDays: '7',
  required: 'yes',
  'choice-1-id': '',
  'choice-1-de': 'Auto',
  'choice-1-tr': 'Araba',
  'choice-1-en': '',
  'choice-3-de': 'Bahn',
}

/** What a browser sends of a form as it stands: boxes that are not ticked are left out. */
function sentValues(html: string): Record<string, string> {
  const unticked = [...html.matchAll(/<input type="checkbox"[^>]*>/g)]
    .filter(([tag]) => !tag.includes(' checked'))
    .map(([tag]) => / name="([^"]+)"/.exec(tag)?.[1])
  return Object.fromEntries(Object.entries(fieldValues(html)).filter(([name]) => !unticked.includes(name)))
}

async function opened(role: 'coordinator' | 'trainer' = 'coordinator', language = 'de') {
  const office = openOffice()
  const seminar = await office.house.offer()
  const path = `/office/seminars/${seminar.id}/questions`
  const browser = await office.browserOf(role, 'Zeynep Aydın', language)
  const list = () => readQuestions(office.house.table, seminar.id)
  return { office, seminar, path, browser, list }
}

describe('the questions of a seminar in the office', () => {
  test('are added, changed, moved and removed with forms alone, and each deed is noted', async () => {
    const { office, path, browser, list } = await opened()
    const form = sentValues((await browser.get(`${path}/new`)).html)
    expect((await browser.post(`${path}/new`, { ...form, ...question })).location).toBe(`${path}?done=saved`)
    const [first] = (await list()).questions
    expect(first).toMatchObject({
      kind: 'one-of',
      required: true,
      sensitive: false,
      keptDays: 7,
      wording: { de: 'Womit kommen Sie?', tr: 'Neyle geliyorsunuz?', en: '' },
      choices: [{ label: { de: 'Auto', tr: 'Araba', en: '' } }, { label: { de: 'Bahn', tr: '', en: '' } }],
    })
    const next = sentValues((await browser.get(`${path}/new`)).html)
    await browser.post(`${path}/new`, { ...next, ...question, 'wording-de': 'Zweite?', kind: 'yes-no' })
    const known = sentValues((await browser.get(`${path}/${first?.id}`)).html)
    expect(known['choice-1-id']).toBe(first?.choices[0]?.id)
    await browser.post(`${path}/${first?.id}`, { ...known, required: 'yes', 'choice-2-de': 'Zug' })
    const changed = (await list()).questions[0]
    expect(changed?.choices.map(({ id, label }) => [id, label.de])).toEqual([
      [first?.choices[0]?.id, 'Auto'],
      [first?.choices[1]?.id, 'Zug'],
    ])
    await browser.post(`${path}/${first?.id}/move`, { version: (await list()).version, by: 'down' })
    expect((await list()).questions.map(({ wording }) => wording.de)).toEqual([
      'Zweite?',
      'Womit kommen Sie?',
    ])
    const gone = await browser.post(`${path}/${first?.id}/remove`, { version: (await list()).version })
    expect(gone.location).toBe(`${path}?done=removed`)
    expect((await list()).questions.map(({ wording }) => wording.de)).toEqual(['Zweite?'])
    const trail = await listAudit(office.house.table, office.house.now(), 10)
    expect(trail.filter(({ deed }) => deed === 'edit-questions')).toHaveLength(5)
  })

  test.each(['de', 'tr', 'en'])(
    'are valid pages with a preview as the form shows it (%s)',
    async (language) => {
      const { office, seminar, path, browser } = await opened('coordinator', language)
      await ask(office.house.table, seminar.id)
      const page = await browser.get(path)
      expect(await htmlFindings(page.html)).toEqual([])
      expect(page.html).toMatch(/<fieldset disabled(="")? class="form">/)
      for (const { id, kind } of everyKind)
        if (kind !== 'several-of') expect(page.html).toContain(`name="q-${id}"`)
      for (const one of ['new', 'qst_food', 'qst_need'])
        expect(await htmlFindings((await browser.get(`${path}/${one}`)).html)).toEqual([])
    },
  )

  test.each([
    ['wording-de', '', 'wording-de', 'Bitte ausfüllen.'],
    ['wording-tr', 'x'.repeat(201), 'wording-tr', 'Das ist zu lang.'],
    ['purpose-de', '', 'purpose-de', 'Bitte ausfüllen.'],
    ['keptDays', '2000', 'keptDays', 'Diese Zahl passt hier nicht.'],
    ['choice-3-de', '', 'choice-1-de', 'Bitte schreiben Sie mindestens zwei Antworten zur Auswahl.'],
    ['choice-2-tr', 'Yaya', 'choice-2-de', 'Bitte ausfüllen.'],
    ['choice-3-de', 'Auto', 'choice-3-de', 'Diese Antwort steht schon in der Liste.'],
    ['sensitive', 'yes', 'required', 'Eine besonders geschützte Frage muss freiwillig sein.'],
  ])('say what is wrong: %s = %j', async (field, value, at, sentence) => {
    const { path, browser, list } = await opened()
    const page = await browser.post(`${path}/new`, { version: '', ...question, [field]: value })
    expect(page.status).toBe(422)
    expect(new RegExp(`id="${at}-error"[^>]*>([^<]+)<`).exec(page.html)?.[1]).toBe(sentence)
    expect(sentValues(page.html)['choice-1-tr']).toBe('Araba')
    expect(await htmlFindings(page.html)).toEqual([])
    expect((await list()).questions).toEqual([])
  })

  test('more rows for answers keep what was typed', async () => {
    const { path, browser, list } = await opened()
    const page = await browser.post(`${path}/new`, { version: '', ...question, more: 'yes' })
    expect(page.status).toBe(200)
    expect(sentValues(page.html)).toMatchObject({ 'choice-12-de': '', 'choice-1-de': 'Auto' })
    expect((await list()).questions).toEqual([])
  })

  test('with answers keep their kind; whoever was overtaken is told and can save again', async () => {
    const { office, seminar, path, browser, list } = await opened()
    await ask(office.house.table, seminar.id)
    const stale = (await list()).version
    const form = sentValues((await browser.get(`${path}/qst_food`)).html)
    await office.house.enroll(seminar, 'ayse', { answers: sheetOf(everyKind, { qst_food: 'opt_meat' }) })
    const refused = await browser.post(`${path}/qst_food`, { ...form, kind: 'several-of' })
    expect([refused.status, refused.html.includes('Diese Frage hat schon Antworten.')]).toEqual([422, true])
    await browser.post(`${path}/qst_food/move`, { version: stale, by: 'down' })
    const overtaken = await browser.post(`${path}/qst_food`, { ...form, 'wording-de': 'Essen?' })
    expect(overtaken.status).toBe(409)
    const again = await browser.post(`${path}/qst_food`, sentValues(overtaken.html))
    expect(again.status).toBe(303)
    expect((await list()).questions.find(({ id }) => id === 'qst_food')?.wording.de).toBe('Essen?')
    const late = await browser.post(`${path}/qst_food/remove`, { version: stale })
    expect([late.status, late.html.includes('Jemand anderes hat die Fragen')]).toEqual([409, true])
  })

  test('are nothing for trainers, not even their own seminar’s', async () => {
    const { office, seminar, path, browser, list } = await opened('trainer')
    await ask(office.house.table, seminar.id)
    const before = await list()
    expect((await browser.get(`/office/seminars/${seminar.id}`)).status).toBe(200)
    for (const one of [path, `${path}/new`, `${path}/qst_food`])
      expect((await browser.get(one)).status).toBe(404)
    for (const one of [`${path}/new`, `${path}/qst_food`, `${path}/qst_food/remove`, `${path}/qst_food/move`])
      expect((await browser.post(one, { ...question, version: before.version })).status).toBe(404)
    expect(await list()).toEqual(before)
  })
})
