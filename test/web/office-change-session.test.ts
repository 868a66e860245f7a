import { describe, expect, test } from 'vitest'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

/** A coordinator before a seminar of two dates in which three people are enrolled, two of whom read Turkish. */
async function open() {
  const office = openOffice()
  const seminar = await office.house.offer()
  await office.house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayşe', language: 'tr' })
  await office.house.enrollAndConfirm(seminar, 'bora', { firstName: 'Bora', language: 'tr' })
  await office.house.enroll(seminar, 'cem', { firstName: 'Cem' })
  const browser = await office.browserOf('coordinator')
  const [first] = seminar.sessions
  const base = `/office/seminars/${seminar.id}`
  const path = `${base}/sessions/${first?.id}`
  const form = fieldValues((await browser.get(path)).html)
  return { office, seminar, browser, base, path, form, first }
}

describe('moving a date', () => {
  test('first shows who will hear of it and changes nothing; then does it', async () => {
    const { office, seminar, browser, base, path, form } = await open()
    const check = await browser.post(path, { ...form, 'session-1-date': '2026-03-25' })
    expect(check.status).toBe(200)
    expect(await htmlFindings(check.html)).toEqual([])
    expect(check.html).toContain('3 Personen per E-Mail · 1 auf Deutsch · 2 auf Türkisch')
    expect(check.html).toContain('Ayşe Yıldız')
    expect(check.html).toMatch(/Mi\., 25\.03\.2026, 17:00/)
    expect(await office.house.seminar(seminar.id)).toEqual(seminar)
    const done = await browser.post(path, {
      ...fieldValues(check.html.split('name="back"')[0] ?? ''),
      sure: 'yes',
    })
    expect([done.status, done.location]).toEqual([303, `${base}?done=sessionMoved`])
    const after = await office.house.seminar(seminar.id)
    expect(after.sessions.map(({ start }) => start)).toEqual([
      '2026-03-25T17:00:00.000Z',
      '2026-03-31T16:00:00.000Z',
    ])
    expect(after.sessions[0]?.earlier?.[0]?.start).toBe('2026-03-24T17:00:00.000Z')
    expect((await browser.get(done.location)).html).toContain('Der Termin ist geändert.')
  })

  test.each([
    ['nothing is different', {}, 'An diesem Termin ist nichts anders.'],
    ['the past', { 'session-1-date': '2026-03-01' }, 'Der neue Termin muss in der Zukunft liegen.'],
    ['no date', { 'session-1-date': '' }, 'Bitte ausfüllen.'],
    [
      'an end before its start',
      { 'session-1-end': '18:00', 'session-1-start': '18:00' },
      'Das Ende muss nach',
    ],
    [
      'an hour that does not exist',
      { 'session-1-date': '2026-03-29', 'session-1-start': '02:30' },
      'Diese Uhrzeit gibt es',
    ],
  ])('says what is wrong and keeps what was typed: %s', async (_, typed, sentence) => {
    const { office, seminar, browser, path, form } = await open()
    const page = await browser.post(path, { ...form, ...typed })
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(fieldValues(page.html)).toMatchObject({ ...form, ...typed })
    expect(await office.house.seminar(seminar.id)).toEqual(seminar)
  })

  test('shows what is there now when somebody else was faster', async () => {
    const { office, seminar, browser, path, form } = await open()
    await office.house.change(seminar.id, { trainer: 'Ali Kaya' })
    const page = await browser.post(path, { ...form, 'session-1-date': '2026-03-25', sure: 'yes' })
    expect(page.status).toBe(409)
    expect(page.html).toContain('inzwischen geändert')
    expect((await office.house.seminar(seminar.id)).sessions).toEqual(seminar.sessions)
  })
})

test('a date is added in the same two steps', async () => {
  const { office, seminar, browser, base } = await open()
  const path = `${base}/sessions/new`
  const typed = {
    ...fieldValues((await browser.get(path)).html),
    'session-1-date': '2026-04-07',
    'session-1-start': '18:00',
    'session-1-end': '20:00',
    'session-1-place': 'onsite',
    'session-1-where': 'Am Markt 1, Hagen',
  }
  const check = await browser.post(path, typed)
  expect(check.html).toContain('Am Markt 1, Hagen')
  expect((await browser.post(path, { ...typed, sure: 'yes' })).status).toBe(303)
  const { sessions } = await office.house.seminar(seminar.id)
  expect(sessions.at(-1)).toMatchObject({
    start: '2026-04-07T16:00:00.000Z',
    place: { kind: 'onsite', address: 'Am Markt 1, Hagen' },
  })
})

test('a date is called off after a look; the last one is not', async () => {
  const { office, seminar, browser, base, path, form } = await open()
  const check = await browser.post(`${path}/cancel`, { version: form.version ?? '' })
  expect(check.html).toContain('3 Personen per E-Mail')
  expect(await office.house.seminar(seminar.id)).toEqual(seminar)
  const done = await browser.post(`${path}/cancel`, { version: form.version ?? '', sure: 'yes' })
  expect(done.location).toBe(`${base}?done=sessionCancelled`)
  const after = await office.house.seminar(seminar.id)
  expect(after.cancelledSessions.map(({ start }) => start)).toEqual(['2026-03-24T17:00:00.000Z'])
  const last = `${base}/sessions/${after.sessions[0]?.id}/cancel`
  const refused = await browser.post(last, { sure: 'yes' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Das ist der letzte Termin.')
  expect((await listAudit(office.house.table, office.house.now(), 10)).map(({ deed }) => deed)).toContain(
    'cancel-session',
  )
})

test('trainers and dates that have begun have no such page', async () => {
  const { office, browser, path, form, first } = await open()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect((await trainer.get(path)).status).toBe(404)
  expect((await trainer.post(`${path}/cancel`, { version: form.version ?? '', sure: 'yes' })).status).toBe(
    404,
  )
  office.house.moveTo(first?.start ?? '')
  await browser.signIn('coordinator@verein.example')
  expect((await browser.get(path)).status).toBe(404)
})
