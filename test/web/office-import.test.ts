import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { storeImports } from '../../functions/attendance/import/store-import.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const origin = 'https://lernhaus.example'
type Browser = ReturnType<ReturnType<typeof openOffice>['openBrowser']>

/** The second session is over; three people with names that keyboards spell in many ways had a seat in it. */
async function officeAfterTheSession(trainer = 'Zeynep Aydın') {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer })
  for (const [address, firstName, lastName] of [
    ['ipek', 'İpek', 'Çağlayan'],
    ['joerg', 'Jörg', 'Müller'],
    ['ayse', 'Ayşe', 'Yıldız'],
  ] as const)
    await house.enrollAndConfirm(seminar, address, { firstName, lastName })
  house.moveTo('2026-03-31T18:30:00.000Z')
  const session = seminar.sessions[1]
  if (!session) throw new Error('no session')
  const path = `/office/seminars/${seminar.id}/attendance/${session.id}/import`
  const bring = (browser: Browser, content: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData()
    body.set('file', new File([content], 'teilnehmer.csv'))
    return browser.send(path, { method: 'POST', body, headers: { origin } })
  }
  return {
    ...{ office, house, seminar, session, path, bring },
    confirmForm: (html: string) => ({ mark: fieldValues(html.slice(html.indexOf('/confirm'))).mark ?? '' }),
    async minutes(name: string) {
      const { id } = await house.enrollment(seminar, name)
      return minutesPresent((await listNotices(house.table, session.id)).get(id) ?? [], session).minutes
    },
  }
}

const zoom = new Uint8Array(
  readFileSync(`${import.meta.dirname}/../attendance/import/samples/zoom-unique-users.csv`),
)

describe('a coordinator takes a Zoom file with strange names over', () => {
  test('and chooses by hand who is left; nothing counts before, all of it after', async () => {
    const { office, house, seminar, session, bring, confirmForm, minutes, path } =
      await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const list = `/office/seminars/${seminar.id}/attendance/${session.id}`
    expect((await browser.get(list)).html).toContain('Liste aus einer Datei übernehmen')
    const brought = await bring(browser, zoom)
    expect(brought.status).toBe(303)
    const checked = await browser.get(brought.location)
    expect(checked.html).toContain('am Namen')
    expect(checked.html).toContain('iPhone von Ayşe')
    expect(checked.html).toContain('Ohne Uhrzeiten')
    expect(await htmlFindings(checked.html)).toEqual([])
    expect(await minutes('joerg')).toBe(0)

    const phone = Object.keys(fieldValues(checked.html)).filter((name) => name.startsWith('person-'))
    const label = (name: string) => new RegExp(`<label for="${name}">([^<]*)`).exec(checked.html)?.[1] ?? ''
    const chosen = phone.find((name) => label(name).startsWith('iPhone')) ?? ''
    const ayse = (await house.enrollment(seminar, 'ayse')).id
    const saved = await browser.post(`${brought.location}/people`, { [chosen]: ayse })
    expect(saved.status).toBe(303)
    const again = await browser.get(brought.location)
    expect(again.html).toContain('von Hand gewählt')
    const confirmed = await browser.post(`${brought.location}/confirm`, confirmForm(again.html))
    expect([confirmed.status, confirmed.location]).toEqual([303, `${list}?done=imported`])
    expect([await minutes('joerg'), await minutes('ayse'), await minutes('ipek')]).toEqual([92, 15, 0])

    const shown = await browser.get(path)
    expect(shown.html).toContain('Zoom')
    const takeBack = /action="([^"]*\/take-back)"/.exec(shown.html)?.[1] ?? ''
    const taken = await browser.post(takeBack)
    expect([taken.status, await minutes('joerg')]).toEqual([303, 0])
    expect((await browser.get(path)).html).toContain('zurückgenommen, zählt nicht')
    const trail = await listAudit(house.table, house.now(), 10)
    expect(trail.map(({ deed }) => deed).sort()).toEqual(['import-attendance', 'take-back-import'])
    expect(office.faults).toEqual([])
  })

  test('pressing the button twice takes it over once', async () => {
    const { office, bring, confirmForm, house } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const { location } = await bring(browser, zoom)
    const form = confirmForm((await browser.get(location)).html)
    const answers = [
      await browser.post(`${location}/confirm`, form),
      await browser.post(`${location}/confirm`, form),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await listAudit(house.table, house.now(), 10)).toHaveLength(1)
    expect((await browser.get(location)).status).toBe(303)
  })
})

test('a table of one’s own: its columns are named once', async () => {
  const { office, bring, confirmForm, minutes } = await officeAfterTheSession()
  const browser = await office.browserOf('coordinator', 'Die Koordination', 'en')
  const own = 'Wer;Ankunft;Abschied\nMüller, Jörg;18:00;18:30\n'
  const brought = await bring(browser, own)
  expect(brought.location).toMatch(/\/columns$/)
  const wrong = await browser.post(brought.location, { 'column-name': '0', 'column-from': '0' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('This column is taken already.')
  const named = await browser.post(brought.location, {
    'column-name': '0',
    'column-from': '1',
    'column-to': '2',
  })
  expect(named.status).toBe(303)
  const checked = await browser.get(named.location)
  await browser.post(`${named.location}/confirm`, confirmForm(checked.html))
  expect(await minutes('joerg')).toBe(30)
  const next = await bring(browser, own.replace('18:30', '18:40'))
  expect(next.location).not.toMatch(/\/columns$/)
  expect((await browser.get(next.location)).html).toContain('by name')
})

test('2,000 rows show how far they are, without JavaScript', async () => {
  const { office, bring, confirmForm, path, house, seminar, session, minutes } = await officeAfterTheSession()
  const browser = await office.browserOf('coordinator')
  const rows = Array.from({ length: 2_000 }, () => 'Jörg Müller;;31.03.2026 18:00:00;31.03.2026 18:40:00')
  const { location } = await bring(
    browser,
    ['Name (Originalname);E-Mail;Beitrittszeit;Zeit des Verlassens', ...rows].join('\n'),
  )
  await browser.post(`${location}/confirm`, confirmForm((await browser.get(location)).html))
  const storing = await browser.get(path)
  expect(storing.html).toContain('0 von 2000 Zeilen sind gespeichert')
  expect(await htmlFindings(storing.html)).toEqual([])
  let seen = ''
  const table = {
    ...house.table,
    async commit(writes: Parameters<typeof house.table.commit>[0]) {
      seen = (await browser.get(path)).html
      expect(await minutes('joerg')).toBe(0)
      return house.table.commit(writes)
    },
  }
  await storeImports({ table, now: house.now() }, { seminarId: seminar.id, sessionId: session.id })
  expect(seen).toContain('2000 von 2000 Zeilen sind gespeichert')
  expect((await browser.get(path)).html).toContain('>zählt<')
  expect(await minutes('joerg')).toBe(40)
})

describe('refusals', () => {
  test.each([
    ['an empty file', '', 'stehen keine Personen'],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 1), 'lässt sich nicht lesen'],
    ['no people', 'Name;Dauer\n', 'stehen keine Personen'],
    ['too many rows', `Name;Dauer\n${'x;1\n'.repeat(5_001)}`, 'höchstens 5.000 Zeilen'],
  ])('%s is said at the field', async (_, content, words) => {
    const { office, bring, house, session } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const answer = await bring(browser, content)
    expect([answer.status, answer.html.includes(words)]).toEqual([422, true])
    expect(await htmlFindings(answer.html)).toEqual([])
    expect(await house.table.list('outbox', `import-draft#${session.id}`)).toEqual([])
  })

  test('no file is said at the field', async () => {
    const { office, path } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const answer = await browser.post(path)
    expect([answer.status, answer.html.includes('Bitte wählen Sie eine Datei.')]).toEqual([422, true])
  })

  test('more than a megabyte is turned away', async () => {
    const { office, bring } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    expect((await bring(browser, 'x'.repeat(1_100_000))).status).toBe(413)
  })

  test('before the session has begun there is no form', async () => {
    const { office, bring, house, path } = await officeAfterTheSession()
    house.moveTo('2026-03-30T08:00:00.000Z')
    const browser = await office.browserOf('coordinator')
    expect((await browser.get(path)).html).not.toContain('type="file"')
    expect((await bring(browser, zoom)).status).toBe(409)
  })

  test('what has changed since it was shown is shown again', async () => {
    const { office, bring, minutes } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const { location } = await bring(browser, zoom)
    const refused = await browser.post(`${location}/confirm`, { mark: 'older' })
    expect([refused.status, refused.html.includes('noch einmal an')]).toEqual([409, true])
    expect(await minutes('joerg')).toBe(0)
  })

  test('a discarded list and one of yesterday are gone', async () => {
    const { office, bring, house } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const { location } = await bring(browser, zoom)
    expect((await browser.post(`${location}/discard`)).status).toBe(303)
    expect((await browser.get(location)).status).toBe(404)
    const other = (await bring(browser, zoom)).location
    house.pass(24 * 3_600_000)
    await browser.signIn('coordinator@verein.example')
    expect((await browser.get(other)).status).toBe(404)
  })
})

describe('who may', () => {
  test('the named trainer may; another one finds nothing, on any of the addresses', async () => {
    const { office, bring, path } = await officeAfterTheSession('Hatice Demir')
    const hatice = await office.browserOf('trainer', 'Hatice Demir')
    const brought = await bring(hatice, zoom)
    expect(brought.status).toBe(303)
    const shown = await hatice.get(brought.location)
    expect([shown.status, shown.html.includes('@verein.example')]).toEqual([200, false])
    await office.hire('trainer', 'Jemand Anderes', 'other@verein.example')
    const other = office.openBrowser()
    await other.signIn('other@verein.example')
    const statuses = [
      (await other.get(path)).status,
      (await bring(other, zoom)).status,
      (await other.get(brought.location)).status,
      (await other.get(`${brought.location}/columns`)).status,
    ]
    for (const verb of ['columns', 'people', 'confirm', 'discard', 'take-back'])
      statuses.push((await other.post(`${brought.location}/${verb}`, { mark: 'x' })).status)
    expect(statuses).toEqual(Array.from({ length: 9 }, () => 404))
    expect((await hatice.get(brought.location)).status).toBe(200)
  })

  test('a list is found under its own session only', async () => {
    const { office, bring, seminar, session } = await officeAfterTheSession()
    const browser = await office.browserOf('coordinator')
    const { location } = await bring(browser, zoom)
    const elsewhere = location.replace(session.id, seminar.sessions[0]?.id ?? '')
    expect((await browser.get(elsewhere)).status).toBe(404)
  })
})

test('names that are markup or formulas are only text', async () => {
  const { office, bring } = await officeAfterTheSession()
  const browser = await office.browserOf('coordinator')
  const { location } = await bring(
    browser,
    'Name (Originalname);Dauer (Minuten)\n<img src=x onerror=alert(1)>;5\n\u202eevil;5\n=cmd();x\n',
  )
  const { html } = await browser.get(location)
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('\u202e')
  expect(await htmlFindings(html)).toEqual([])
})
