import { describe, expect, test } from 'vitest'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { proposeSlug } from '../../web/office/seminar/propose-slug.ts'
import { officeSeminarText } from '../../web/text/office.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'
import { newForm, wholeForm } from './whole-form.ts'

type Browser = ReturnType<ReturnType<typeof openOffice>['openBrowser']>

/** The empty form, as the button leads to it. */
const openNewForm = async (browser: Browser) => browser.get((await browser.get(newForm)).location)
const idFrom = (location: string): string => /\/office\/seminars\/([^/?]+)/.exec(location)?.[1] ?? ''

test('what was typed becomes a draft, with dates in order and in the time of Berlin', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const saved = await browser.post(newForm, wholeForm)
  expect(saved.status).toBe(303)
  const seminar = await office.house.seminar(idFrom(saved.location))
  expect(seminar).toMatchObject({
    state: 'draft',
    slug: 'oeffentlichkeitsarbeit-fuer-vereine',
    contents: { de: 'Presse\nSoziale Medien' },
    capacity: 15,
    zone: 'Europe/Berlin',
    opens: '2026-03-10T08:00:00.000Z',
    closes: '2026-04-07T16:00:00.000Z',
    sessions: [
      {
        start: '2026-04-07T16:00:00.000Z',
        end: '2026-04-07T17:30:00.000Z',
        place: { kind: 'onsite', address: 'Körnerstraße 12, Hagen' },
      },
      {
        start: '2026-04-14T16:00:00.000Z',
        place: { kind: 'link', url: 'https://meet.verein.example/raum' },
      },
    ],
  })
  expect(seminar.places).toEqual(plainPlaces)
  expect(await listAudit(office.house.table, office.house.now(), 10)).toMatchObject([
    { deed: 'create-seminar', seminarId: seminar.id, who: 'coordinator@verein.example' },
  ])
})

test('the form of a saved seminar, sent back as it is, changes nothing', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const id = idFrom((await browser.post(newForm, wholeForm)).location)
  const before = await office.house.seminar(id)
  const form = fieldValues((await browser.get(`/office/seminars/${id}/edit`)).html)
  expect(form['session-1-id']).toBe(before.sessions[0]?.id)
  expect((await browser.post(`/office/seminars/${id}/edit`, form)).status).toBe(303)
  expect(await office.house.seminar(id)).toEqual(before)
})

test('enrollment that ends with the first date goes on doing so when that date moves', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const id = idFrom((await browser.post(newForm, wholeForm)).location)
  const form = fieldValues((await browser.get(`/office/seminars/${id}/edit`)).html)
  await browser.post(`/office/seminars/${id}/edit`, { ...form, 'session-1-date': '2026-04-09' })
  expect((await office.house.seminar(id)).closes).toBe('2026-04-09T16:00:00.000Z')
})

test('a date is removed by emptying it; the other keeps its id', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const id = idFrom((await browser.post(newForm, wholeForm)).location)
  const before = await office.house.seminar(id)
  const form = fieldValues((await browser.get(`/office/seminars/${id}/edit`)).html)
  await browser.post(`/office/seminars/${id}/edit`, { ...form, 'session-1-date': '' })
  expect((await office.house.seminar(id)).sessions).toEqual(before.sessions.slice(1))
})

test('more dates: the form comes back longer, with everything that was typed', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const typed = { ...wholeForm, 'title-de': '<b>"Ünvollständig" & roh', capacity: 'viele' }
  const page = await browser.post(newForm, { ...typed, more: 'yes' })
  expect(page.status).toBe(200)
  const shown = fieldValues(page.html)
  expect(shown).toMatchObject({ ...normalBreaks(typed), rows: '5' })
  expect(shown).toHaveProperty('session-5-date', '')
  const twelve = await browser.post(newForm, { ...typed, rows: '11', more: 'yes' })
  expect(fieldValues(twelve.html).rows).toBe('12')
  expect(twelve.html).not.toContain('name="more"')
  expect(await listSeminars(office.house.table)).toEqual([])
})

const normalBreaks = (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value]))

test('twelve dates fit into the form', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const rows = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => i + 1).flatMap((row) => [
      [`session-${row}-id`, ''],
      [`session-${row}-date`, `2026-05-${String(row).padStart(2, '0')}`],
      [`session-${row}-start`, '18:00'],
      [`session-${row}-end`, '19:30'],
      [`session-${row}-place`, 'room'],
      [`session-${row}-where`, ''],
    ]),
  )
  const saved = await browser.post(newForm, { ...wholeForm, ...rows, rows: '12' })
  expect((await office.house.seminar(idFrom(saved.location))).sessions).toHaveLength(12)
})

describe('what is wrong is said at the field, and everything typed is kept', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['no title', { 'title-de': ' ' }, 'title-de', 'Bitte ausfüllen.'],
    ['a title that is too long', { 'title-de': 'x'.repeat(141) }, 'title-de', 'Das ist zu lang.'],
    ['hidden characters', { 'title-tr': 'a\u202Eb' }, 'title-tr', 'nicht drucken'],
    ['a broken slug', { slug: 'Öffentlich!' }, 'slug', 'kleine Buchstaben'],
    ['a day that does not exist', { 'session-1-date': '2026-02-30' }, 'session-1-date', 'die es gibt'],
    ['a time that does not exist', { 'session-1-start': '25:00' }, 'session-1-start', 'die es gibt'],
    [
      'the hour that spring leaves out',
      { 'session-1-date': '2026-03-29', 'session-1-start': '02:30', 'session-1-end': '04:00' },
      'session-1-start',
      'um eine Stunde vorgestellt',
    ],
    ['an end before the start', { 'session-1-end': '17:00' }, 'session-1-end', 'nach dem Anfang'],
    ['a new row without its date', { 'session-1-date': '' }, 'session-1-date', 'die es gibt'],
    ['a link without https', { 'session-1-where': 'http://meet.example/x' }, 'session-1-where', 'https://'],
    ['a link that is a script', { 'session-1-where': 'javascript:alert(1)' }, 'session-1-where', 'https://'],
    [
      'a link with a password',
      { 'session-1-where': 'https://a:b@meet.example' },
      'session-1-where',
      'https://',
    ],
    ['no address on site', { 'session-2-where': '' }, 'session-2-where', 'Bitte ausfüllen.'],
    ['no seats', { capacity: '0' }, 'capacity', 'Diese Zahl passt hier nicht.'],
    ['seats in words', { capacity: 'zehn' }, 'capacity', 'Diese Zahl passt hier nicht.'],
    [
      'a reduced certificate for as much as a full one',
      { reducedThreshold: '80' },
      'reducedThreshold',
      'Diese Zahl muss kleiner sein',
    ],
    ['more than all of the time', { threshold: '101' }, 'threshold', 'Diese Zahl passt hier nicht.'],
    ['an unknown phase', { phaseId: 'phase_x' }, 'phaseId', 'Bitte ausfüllen.'],
    [
      'an enrollment that ends before it begins',
      { 'closes-date': '2026-03-01', 'closes-time': '10:00' },
      'closes-date',
      'nach ihrem Beginn',
    ],
  ])('%s', async (_, wrong, field, sentence) => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const typed = { ...wholeForm, ...wrong }
    const page = await browser.post(newForm, typed)
    expect(page.status).toBe(422)
    const error = new RegExp(`<p class="field-error" id="${field}-error">([^<]*)`).exec(page.html)
    expect(error?.[1]).toContain(sentence)
    expect(page.html).toContain(`href="#${field}"`)
    const { phaseId: _phase, ...kept } = typed
    expect(fieldValues(page.html)).toMatchObject(kept)
    expect(await listSeminars(office.house.table)).toEqual([])
    expect(await htmlFindings(page.html)).toEqual([])
  })
})

test('the missing hour is said in each language', async () => {
  const office = openOffice()
  await office.hire('coordinator', 'Elif Kaya')
  const gap = { 'session-1-date': '2026-03-29', 'session-1-start': '02:30', 'session-1-end': '04:00' }
  for (const [language, words] of [
    ['tr', 'bir saat ileri alınıyor'],
    ['en', 'set forward by an hour'],
  ] as const) {
    const browser = office.openBrowser(language)
    await browser.signIn('coordinator@verein.example')
    expect((await browser.post(newForm, { ...wholeForm, ...gap })).html).toContain(words)
  }
})

test('whoever saves over somebody else is told, keeps what was typed, and may then save on purpose', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const id = idFrom((await browser.post(newForm, wholeForm)).location)
  const path = `/office/seminars/${id}/edit`
  const mine = { ...fieldValues((await browser.get(path)).html), 'title-de': 'Mein Titel' }
  const theirs = { ...mine, 'title-de': 'Ihr Titel' }
  expect((await browser.post(path, theirs)).status).toBe(303)
  const told = await browser.post(path, mine)
  expect(told.status).toBe(409)
  expect(told.html).toContain('inzwischen geändert')
  expect(fieldValues(told.html)['title-de']).toBe('Mein Titel')
  expect((await office.house.seminar(id)).title.de).toBe('Ihr Titel')
  expect(await htmlFindings(told.html)).toEqual([])
  expect((await browser.post(path, fieldValues(told.html))).status).toBe(303)
  expect((await office.house.seminar(id)).title.de).toBe('Mein Titel')
})

test('an address that we propose gets a number where it is taken; a typed one is refused at its field', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  await browser.post(newForm, wholeForm)
  const second = await browser.post(newForm, wholeForm)
  expect((await office.house.seminar(idFrom(second.location))).slug).toBe(
    'oeffentlichkeitsarbeit-fuer-vereine-2',
  )
  const typed = await browser.post(newForm, { ...wholeForm, slug: 'oeffentlichkeitsarbeit-fuer-vereine' })
  expect(typed.status).toBe(422)
  expect(typed.html).toContain('id="slug-error"')
})

test('a published seminar can get fewer seats; the seminar’s page says what that means', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { id } = await office.house.offer({ capacity: 3 })
  for (const name of ['a', 'b']) await office.house.enroll({ id }, name)
  const path = `/office/seminars/${id}/edit`
  const form = fieldValues((await browser.get(path)).html)
  expect((await browser.post(path, { ...form, capacity: '1' })).status).toBe(303)
  const page = await browser.get(`/office/seminars/${id}`)
  expect(page.html).toContain(officeSeminarText.de.overview.owed(1))
  expect((await office.house.standing({ id })).seats).toEqual(['a', 'b'])
})

test('a double click makes one seminar, and both answers lead to it', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const form = { ...wholeForm, form: fieldValues((await openNewForm(browser)).html).form ?? '' }
  expect(form.form).toMatch(/^form_/)
  const both = await Promise.all([browser.post(newForm, form), browser.post(newForm, form)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(both[0]?.location).toBe(both[1]?.location)
  expect(await listSeminars(office.house.table)).toHaveLength(1)
  expect(await listAudit(office.house.table, office.house.now(), 10)).toHaveLength(1)
})

test('going back, changing words and saving again: said, kept, and then saved into the same seminar', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const form = { ...wholeForm, form: fieldValues((await openNewForm(browser)).html).form ?? '' }
  const id = idFrom((await browser.post(newForm, form)).location)
  const told = await browser.post(newForm, { ...form, 'title-de': 'Besserer Titel' })
  expect(told.status).toBe(409)
  expect(told.html).toContain('Bitte speichern Sie noch einmal.')
  expect(told.html).toContain(`action="/office/seminars/${id}/edit"`)
  expect(fieldValues(told.html)['title-de']).toBe('Besserer Titel')
  expect((await browser.post(`/office/seminars/${id}/edit`, fieldValues(told.html))).status).toBe(303)
  expect((await office.house.seminar(id)).title.de).toBe('Besserer Titel')
  expect(await listSeminars(office.house.table)).toHaveLength(1)
})

test('going back in the browser after saving leads to the draft that was made, not to a second one', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { location } = await browser.get(`${newForm}?lang=tr`)
  expect(location).toMatch(/^\/office\/seminars\/new\?form=form_[\w-]+&lang=tr$/)
  const form = fieldValues((await browser.get(location)).html)
  const id = idFrom((await browser.post(newForm, { ...form, ...wholeForm, 'title-de': 'Titel' })).location)
  const back = await browser.get(location)
  expect([back.status, back.location]).toEqual([303, `/office/seminars/${id}/edit?lang=tr`])
  const again = fieldValues((await browser.get(back.location)).html)
  await browser.post(`/office/seminars/${id}/edit`, { ...again, 'title-de': 'Besserer Titel' })
  expect((await listSeminars(office.house.table)).map(({ title }) => title.de)).toEqual(['Besserer Titel'])
  expect((await browser.get(`${newForm}?form=a/b`)).location).toMatch(/form=form_/)
})

test('a language is changed without losing a word, saving nothing', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const empty = await openNewForm(browser)
  expect(empty.html).toContain('formaction="/office/seminars/new?lang=tr"')
  const typed = { ...fieldValues(empty.html), ...wholeForm, rows: '5', 'title-de': '', capacity: 'viele' }
  const turned = await browser.post(`${newForm}?lang=tr`, { ...typed, 'left-language': 'de' })
  expect(turned.status).toBe(200)
  expect(turned.html).toContain('<html lang="tr"')
  expect(turned.html).not.toContain('class="error-summary"')
  expect(fieldValues(turned.html)).toMatchObject(normalBreaks(typed))
  expect(await htmlFindings(turned.html)).toEqual([])
  expect(await listSeminars(office.house.table)).toEqual([])

  const id = idFrom((await browser.post(newForm, wholeForm)).location)
  const edit = `/office/seminars/${id}/edit`
  const form = { ...fieldValues((await browser.get(edit)).html), 'title-de': 'Anders' }
  const other = await browser.post(`${edit}?lang=en`, { ...form, 'left-language': 'de' })
  expect(fieldValues(other.html)).toMatchObject(form)
  expect((await office.house.seminar(id)).title.de).toBe(wholeForm['title-de'])
})

describe('a published seminar', () => {
  async function editing(
    prepare: (office: ReturnType<typeof openOffice>, seminar: Seminar) => Promise<void>,
  ) {
    const office = openOffice()
    const seminar = await office.house.offer()
    await prepare(office, seminar)
    const browser = await office.browserOf('coordinator')
    const path = `/office/seminars/${seminar.id}/edit`
    return { office, seminar, browser, path, form: fieldValues((await browser.get(path)).html) }
  }

  test('cannot lose its last date; what was typed is kept', async () => {
    const { office, seminar, browser, path, form } = await editing(async () => {})
    const typed = {
      ...form,
      'title-de': 'Neu',
      'session-1-date': '',
      'session-2-date': '',
      'closes-date': '2026-03-20',
      'closes-time': '12:00',
    }
    const page = await browser.post(path, typed)
    expect(page.status).toBe(422)
    expect(page.html).toContain('id="session-1-date-error">Ein veröffentlichtes Seminar braucht')
    expect(fieldValues(page.html)).toMatchObject(typed)
    expect(await office.house.seminar(seminar.id)).toEqual(seminar)
    expect(await htmlFindings(page.html)).toEqual([])
  })

  test('cannot lose a date that people were invited to; it is said at its row', async () => {
    const { office, seminar, browser, path, form } = await editing(async ({ house }, { id, sessions }) => {
      await requestInvites(house.world(), { seminarId: id, sessionId: sessions[1]?.id ?? '' })
    })
    const page = await browser.post(path, { ...form, 'session-2-date': '' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('id="session-2-date-error">Dieser Termin muss bleiben')
    expect((await office.house.seminar(seminar.id)).sessions).toHaveLength(2)
    // A row that is not in the form at all is said above it.
    const without = Object.fromEntries(
      Object.entries(form).filter(([name]) => !name.startsWith('session-2-')),
    )
    const told = await browser.post(path, without)
    expect([told.status, told.html.includes('Dieser Termin muss bleiben')]).toEqual([422, true])
    expect(await htmlFindings(told.html)).toEqual([])
  })
})

describe('over midnight', () => {
  const night = { 'session-1-start': '21:00', 'session-1-end': '01:30' }

  test('an end before the start is the next day, and the form shows it so again', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const id = idFrom((await browser.post(newForm, { ...wholeForm, ...night })).location)
    const before = await office.house.seminar(id)
    expect(before.sessions[1]).toMatchObject({
      start: '2026-04-14T19:00:00.000Z',
      end: '2026-04-14T23:30:00.000Z',
    })
    const form = fieldValues((await browser.get(`/office/seminars/${id}/edit`)).html)
    await browser.post(`/office/seminars/${id}/edit`, form)
    expect((await office.house.seminar(id)).sessions).toEqual(before.sessions)
  })

  test.each<[string, string, number]>([
    ['20:00', '08:00', 303],
    ['20:00', '08:01', 422],
    ['20:00', '20:00', 422],
  ])('from %s until %s: %i', async (start, end, status) => {
    const browser = await openOffice().browserOf('coordinator')
    const form = { ...wholeForm, 'session-1-start': start, 'session-1-end': end }
    expect((await browser.post(newForm, form)).status).toBe(status)
  })

  test('the night in which the clocks change is as long as it is', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const form = { ...wholeForm, ...night, 'session-1-date': '2026-10-24', 'session-1-end': '04:00' }
    const { sessions } = await office.house.seminar(idFrom((await browser.post(newForm, form)).location))
    expect(sessions[1]).toMatchObject({ start: '2026-10-24T19:00:00.000Z', end: '2026-10-25T03:00:00.000Z' })
  })
})

test('a seminar can be planned in another zone; everything is then said in it', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const id = idFrom((await browser.post(newForm, { ...wholeForm, zone: 'Europe/Istanbul' })).location)
  const seminar = await office.house.seminar(id)
  expect(seminar).toMatchObject({ zone: 'Europe/Istanbul', opens: '2026-03-10T06:00:00.000Z' })
  expect(seminar.sessions[1]?.start).toBe('2026-04-14T15:00:00.000Z')
  const path = `/office/seminars/${id}/edit`
  const form = fieldValues((await browser.get(path)).html)
  expect([form.zone, form['session-2-start'], form['opens-time']]).toEqual([
    'Europe/Istanbul',
    '18:00',
    '09:00',
  ])
  await browser.post(path, form)
  expect(await office.house.seminar(id)).toEqual(seminar)
  await browser.post(`/office/seminars/${id}/publish`)
  expect((await browser.get(`/office/seminars/${id}`)).html).toContain('10.03.2026, 09:00')
  expect((await browser.get('/office')).html).toContain('07.04.2026, 18:00 (Europe/Istanbul)')
  const wrong = await browser.post(newForm, { ...wholeForm, zone: 'Mars/Olympus' })
  expect([wrong.status, wrong.html.includes('id="zone-error"')]).toEqual([422, true])
})

test('a form with a repeated field or too many fields is not read', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const many = Object.fromEntries(Array.from({ length: 380 }, (_, i) => [`x${i}`, '']))
  expect((await browser.post(newForm, { ...wholeForm, ...many })).status).toBe(400)
})

test.each([
  ['Şeffaf führen: Ğüven & İtibar', 'seffaf-fuehren-gueven-itibar'],
  ['Iğdır’da ışık', 'igdir-da-isik'],
  ['Größe zählt', 'groesse-zaehlt'],
  ['Café Êzîdî', 'cafe-ezidi'],
  ['日本語', 'seminar'],
  ['---', 'seminar'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('%j has the address %j', (title, slug) => {
  expect(proposeSlug(title)).toBe(slug)
})

test.each(['de', 'tr', 'en'])('the empty form is whole HTML in %s', async (language) => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator', 'Elif Kaya', language)
  const page = await openNewForm(browser)
  expect(page.html).toContain(`<html lang="${language}"`)
  expect(await htmlFindings(page.html)).toEqual([])
})
