import { describe, expect, test } from 'vitest'
import { hour, later } from '../../functions/kernel/time.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

async function open(language = 'de') {
  const office = openOffice()
  const seminar = await office.house.offer()
  await office.house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayşe', language: 'tr' })
  await office.house.enrollAndConfirm(seminar, 'bora', { firstName: 'Bora' })
  await office.house.enroll(seminar, 'cem', { firstName: 'Cem' })
  const browser = await office.browserOf('coordinator', 'Deniz Kaya', language)
  const path = `/office/seminars/${seminar.id}/letters`
  return { office, seminar, browser, path }
}

const causes = async (office: ReturnType<typeof openOffice>, cause: string) =>
  (await office.house.mails()).filter((mail) => mail.cause === cause)

describe('the plan of a seminar’s letters', () => {
  test('shows what goes out when and to how many, and takes other numbers', async () => {
    const { office, seminar, browser, path } = await open()
    const page = await browser.get(path)
    expect(await htmlFindings(page.html)).toEqual([])
    expect(page.html).toContain('Mo., 23.03.2026, 18:00 · Mo., 30.03.2026, 18:00')
    expect(page.html).toContain('zurzeit 2 Personen')
    const form = { ...fieldValues(page.html), 'invite-when': '3', 'reminder-on': '', 'thanks-on': 'yes' }
    const saved = await browser.post(path, { ...form, feedback: 'https://umfrage.example/x' })
    expect(saved.status).toBe(303)
    expect((await office.house.seminar(seminar.id)).letters).toEqual({
      invite: { on: true, days: 3 },
      reminder: { on: false, hours: 1 },
      missed: { on: true, hours: 20 },
      thanks: { on: true, hours: 2, feedback: 'https://umfrage.example/x' },
    })
  })

  test.each([
    ['too many days', { 'invite-when': '31' }, 'Diese Zahl passt hier nicht.'],
    ['no number', { 'reminder-when': 'bald' }, 'Diese Zahl passt hier nicht.'],
    ['an address without https', { feedback: 'http://umfrage.example' }, 'https://'],
  ])('says what is wrong and keeps the rest: %s', async (_, typed, sentence) => {
    const { office, seminar, browser, path } = await open()
    const form = fieldValues((await browser.get(path)).html)
    const page = await browser.post(path, { ...form, ...typed })
    expect(page.status).toBe(422)
    expect(page.html).toContain(sentence)
    expect(fieldValues(page.html)).toMatchObject(typed)
    expect((await office.house.seminar(seminar.id)).letters).toEqual(seminar.letters)
  })
})

test.each(['invite', 'reminder', 'missed', 'thanks'])(
  '%s can be looked at in every language',
  async (letter) => {
    const { browser, path, office } = await open('en')
    const page = await browser.get(`${path}/${letter}`)
    expect(await htmlFindings(page.html)).toEqual([])
    for (const title of [
      'Fördermittel finden und beantragen',
      'Fon bulma ve başvuru',
      'Finding and applying',
    ])
      expect(page.html).toContain(title)
    expect(page.html).toContain('Deniz Kaya')
    const form = { ...fieldValues(page.html), language: 'tr' }
    // Pressed twice, sent once.
    for (const _ of [1, 2]) expect((await browser.post(`${path}/${letter}/test`, form)).status).toBe(303)
    const tests = await causes(office, 'test')
    expect(tests.map(({ to, letter: { language } }) => [to.address, language])).toEqual([
      ['coordinator@verein.example', 'tr'],
    ])
    expect(tests[0]?.letter.subject).toMatch(/^\[Test\] /)
  },
)

describe('sending now', () => {
  test('goes to those who are ticked, again to who has it, and once for each press', async () => {
    const { office, seminar, browser, path } = await open()
    const [first] = seminar.sessions
    const at = `${path}/invite/send?session=${first?.id}`
    const page = await browser.get(at)
    expect(await htmlFindings(page.html)).toEqual([])
    expect(page.html).not.toContain('Cem')
    const form = fieldValues(page.html)
    const [ayse] = Object.keys(form).filter((name) => name.startsWith('to-'))
    const onlyAyse = { seenAt: form.seenAt ?? '', [ayse ?? '']: 'yes' }
    for (const _ of [1, 2]) expect((await browser.post(at, onlyAyse)).status).toBe(303)
    expect((await causes(office, 'invite')).map(({ to }) => to.address)).toEqual(['ayse@verein.example'])
    office.house.pass(hour)
    const again = fieldValues((await browser.get(at)).html)
    // She has it now, so her box is empty; a coordinator ticks it all the same.
    expect(again).not.toHaveProperty([ayse ?? ''])
    await browser.post(at, { ...again, [ayse ?? '']: 'yes' })
    expect((await causes(office, 'invite')).map(({ to }) => to.address).sort()).toEqual([
      'ayse@verein.example',
      'ayse@verein.example',
      'bora@verein.example',
    ])
  })

  test('asks for at least one person', async () => {
    const { browser, path } = await open()
    const page = await browser.post(`${path}/reminder/send`, {})
    expect(page.status).toBe(422)
    expect(page.html).toContain('mindestens eine Person')
  })

  test('has nobody for a session that is over', async () => {
    const { office, seminar, browser, path } = await open()
    office.house.moveTo(later(seminar.sessions.at(-1)?.end ?? seminar.opens, hour))
    await browser.signIn('coordinator@verein.example')
    expect((await browser.get(`${path}/invite/send`)).html).toContain('niemanden für diese Mail')
  })
})

describe('texts of the house', () => {
  test('can be written, are checked, and lead back to the house’s own', async () => {
    const { office } = await open()
    const browser = await office.browserOf('administrator')
    const path = '/office/programme/letters/invite'
    const form = fieldValues((await browser.get(path)).html)
    const wrong = await browser.post(path, { ...form, 'text-de': 'Hallo {vorname}', 'subject-tr': 'Merhaba' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Das lässt sich nicht ausfüllen: {vorname}')
    expect(fieldValues(wrong.html)).toMatchObject({ 'text-de': 'Hallo {vorname}', 'subject-tr': 'Merhaba' })
    const saved = await browser.post(path, { ...form, 'text-de': 'Hallo {name}' })
    expect(saved.status).toBe(303)
    expect((await browser.get('/office/programme/letters')).html).toContain('eigener Text')
    const shown = await browser.get(path)
    expect(await htmlFindings(shown.html)).toEqual([])
    await browser.post(path, { ...fieldValues(shown.html), reset: 'de' })
    expect((await browser.get('/office/programme/letters')).html).not.toContain('eigener Text')
  })

  test('are the administrators’ business', async () => {
    const { browser } = await open()
    for (const path of ['/office/programme/letters', '/office/programme/letters/invite'])
      expect((await browser.get(path)).status).toBe(404)
  })
})
