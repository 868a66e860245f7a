import { describe, expect, it } from 'vitest'
import { answersShelf } from '../../functions/enrollment/answers/answers.table.ts'
import { sensitiveAnswersShelf } from '../../functions/enrollment/answers/sensitive-answers.table.ts'
import { languages } from '../../functions/kernel/language.ts'
import { minute } from '../../functions/kernel/time.ts'
import type { Question } from '../../functions/seminar/questions.ts'
import { aQuestion, ask, everyKind } from '../world/questions.ts'
import { openDoors, post } from './open-doors.ts'

const person = {
  firstName: 'Şükrü',
  lastName: 'İğde',
  email: 'sukru@verein.example',
  associationId: 'org_hagen',
  association: '',
  language: 'de',
  note: '',
  consent: 'yes',
}
const good = {
  'q-qst_food': 'opt_none',
  'q-qst_need-opt_sign': 'yes',
  'q-qst_role': ' Kassiererin ',
  'q-qst_wish': 'Erste Zeile\r\nzweite Zeile',
  'q-qst_first': 'no',
  'q-qst_members': '120',
  'q-qst_since': '2019-02-28',
}

async function openForm(questions: Question[] = everyKind) {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  await ask(house.table, seminar.id, questions)
  const path = `/seminars/${seminar.slug}/enroll`
  const page = async (query = '') => (await doors.enroll.request(`${path}${query}`)).text()
  const token = async () => /name="form" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  const send = async (fields: Record<string, string>, query = '') => {
    const form = await token()
    // Nobody fills in a form in no time.
    house.pass(minute)
    return doors.enroll.request(`${path}${query}`, post({ form, ...person, ...fields }))
  }
  const stored = async () => {
    const name = {
      seminarId: seminar.id,
      enrollmentId: (await house.enrollment(seminar, person.email)).id,
    }
    return {
      plain: (await answersShelf.read(house.table, name))?.facts.answers,
      sensitive: (await sensitiveAnswersShelf.read(house.table, name))?.facts.answers,
    }
  }
  return { doors, house, seminar, page, send, stored }
}
const errorAt = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-error"[^>]*>([^<]+)<`).exec(html)?.[1]

describe('questions on the form', () => {
  it('are asked in the language of the reader, with purpose and deletion; German where a text is missing', async () => {
    const { page } = await openForm()
    const de = await page('?lang=de')
    expect(de).toContain('Was möchten Sie essen?')
    expect(de).toContain('Wofür: Damit wir genug bestellen.')
    expect(de).toContain('Ihre Antwort wird 10 Tage nach dem letzten Termin gelöscht.')
    expect(de).toContain('Ihre Antwort wird gleich nach dem letzten Termin gelöscht.')
    const tr = await page('?lang=tr')
    expect(tr).toContain('Ne yemek istersiniz?')
    expect(tr).toContain('İşaret dili')
    const en = await page('?lang=en')
    expect(en).toContain('Was möchten Sie essen?')
    expect(en).toContain('Without meat')
  })

  it('are no part of a form that asks nothing of its own', async () => {
    const { page } = await openForm([])
    expect(await page()).not.toContain('Fragen zu diesem Seminar')
  })

  it('are stored by kind, sensitive ones apart', async () => {
    const { send, stored, house, seminar } = await openForm()
    expect((await send(good)).status).toBe(200)
    expect(await stored()).toEqual({
      plain: {
        qst_food: 'opt_none',
        qst_role: 'Kassiererin',
        qst_wish: 'Erste Zeile\nzweite Zeile',
        qst_first: false,
        qst_members: 120,
        qst_since: '2019-02-28',
      },
      sensitive: { qst_need: ['opt_sign'] },
    })
    expect(await house.enrollment(seminar, person.email)).not.toHaveProperty('answers')
  })

  it('need no answer where they are voluntary, and then nothing is stored', async () => {
    const { send, stored } = await openForm()
    const empty = { 'q-qst_role': '  ', 'q-qst_wish': '\u200b', 'q-qst_members': '', 'q-qst_since': '' }
    expect((await send({ 'q-qst_food': 'opt_meat', 'q-qst_first': 'yes', ...empty })).status).toBe(200)
    expect(await stored()).toEqual({ plain: { qst_food: 'opt_meat', qst_first: true }, sensitive: undefined })
  })

  it.each([
    ['q-qst_food', '', 'Bitte beantworten Sie diese Frage.'],
    ['q-qst_food', 'opt_gone', 'Bitte wählen Sie eine der Antworten.'],
    ['q-qst_first', '', 'Bitte beantworten Sie diese Frage.'],
    ['q-qst_first', 'maybe', 'Bitte wählen Sie eine der Antworten.'],
    ['q-qst_role', 'x'.repeat(121), 'Bitte kürzen Sie die Antwort.'],
    ['q-qst_wish', 'x'.repeat(501), 'Bitte kürzen Sie die Antwort.'],
    ['q-qst_role', 'a\u202eb', 'Die Antwort enthält Zeichen, die nicht zu lesen sind.'],
    ['q-qst_members', '-1', 'Bitte schreiben Sie eine ganze Zahl von 0 bis 1000000, nur Ziffern.'],
    ['q-qst_members', '1000001', 'Bitte schreiben Sie eine ganze Zahl von 0 bis 1000000, nur Ziffern.'],
    ['q-qst_members', '1e3', 'Bitte schreiben Sie eine ganze Zahl von 0 bis 1000000, nur Ziffern.'],
    ['q-qst_since', '2026-02-30', 'Bitte schreiben Sie ein Datum, das es gibt, zum Beispiel 31.12.2026.'],
    ['q-qst_since', '1826-01-01', 'Bitte schreiben Sie ein Datum, das es gibt, zum Beispiel 31.12.2026.'],
  ])('say what is wrong at %s = %j, and keep everything', async (field, value, sentence) => {
    const { send, house } = await openForm()
    const answer = await send({ ...good, [field]: value })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(errorAt(html, field)).toBe(sentence)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toMatch(/name="q-qst_need-opt_sign" value="yes" checked/)
    expect(html).toContain('value="Şükrü"')
    expect(html).toContain(field === 'q-qst_wish' ? 'xxxxx' : 'Erste Zeile')
    expect(await house.mails()).toEqual([])
  })

  it('lead to the first choice where one of several must be chosen', async () => {
    const { send } = await openForm([aQuestion({ kind: 'several-of' })])
    const answer = await send({ 'q-qst_food-opt_gone': 'yes' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#q-qst_food-opt_meat"')
    expect(html).toMatch(/<input type="checkbox" id="q-qst_food-opt_meat"/)
  })

  it('take a date as it is written where a browser has no date field', async () => {
    const { send, stored } = await openForm()
    expect((await send({ ...good, 'q-qst_since': '1.3.2020' })).status).toBe(200)
    expect((await stored()).plain?.qst_since).toBe('2020-03-01')
  })

  it.each(languages)('keep their answers when the language is changed to %s', async (language) => {
    const { send, house } = await openForm()
    const html = await (await send({ ...good, 'left-language': 'de' }, `?lang=${language}`)).text()
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toMatch(/name="q-qst_food" value="opt_none" checked/)
    expect(html).toMatch(/name="q-qst_need-opt_sign" value="yes" checked/)
    expect(html).not.toMatch(/name="q-qst_need-opt_text" value="yes" checked/)
    expect(html).toMatch(/name="q-qst_first" value="no" checked/)
    expect(html).toContain('value="120"')
    expect(await house.mails()).toEqual([])
  })

  it('refuse a name that is sent twice', async () => {
    const { doors, seminar } = await openForm()
    const body = 'q-qst_need-opt_sign=yes&q-qst_need-opt_sign=yes'
    expect((await doors.enroll.request(`/seminars/${seminar.slug}/enroll`, post(body))).status).toBe(400)
  })

  it('fit into one form, twelve of twelve choices each', async () => {
    const choices = Array.from({ length: 12 }, (_, i) => ({
      id: `opt_${i}`,
      label: { de: `Antwort ${i}`, tr: '', en: '' },
    }))
    const questions = Array.from({ length: 12 }, (_, i) =>
      aQuestion({ id: `qst_${i}`, kind: 'several-of', choices }),
    )
    const { send, stored } = await openForm(questions)
    const all = questions.flatMap(({ id }) =>
      choices.map((choice) => [`q-${id}-${choice.id}`, 'yes'] as const),
    )
    expect((await send(Object.fromEntries(all))).status).toBe(200)
    expect(Object.values((await stored()).plain ?? {}).flat()).toHaveLength(144)
  })
})
