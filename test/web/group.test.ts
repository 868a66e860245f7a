import { describe, expect, it } from 'vitest'
import { hour } from '../../functions/kernel/time.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { baitName } from '../../web/parts/bait.tsx'
import { privacyNoticeVersion } from '../../web/text/privacy.ts'
import { ask } from '../world/questions.ts'
import { instant } from './open-doors.ts'
import { type Fields, good, openGroup, people, person, row, two } from './open-group.ts'

const rowsIn = (html: string) => (html.match(/name="email-\d+"/g) ?? []).length

describe('the form of a group', () => {
  it('enrolls each person with their own language, in all sessions, and writes to each', async () => {
    const { send, isThere, house, seminar } = await openGroup()
    const fields = { ...two, ...row(2, { language: 'tr' }), ...row(3, { language: 'en' }) }
    const { status, html } = await send(fields)
    expect(status).toBe(200)
    expect(html).toContain('2 Plätze werden bis')
    expect(html).toContain('Jede Person bekommt eine eigene E-Mail')
    expect(html).not.toContain('Fragen')
    expect(await isThere('gul')).toMatchObject({
      firstName: 'gul',
      lastName: 'Öztürk',
      association: 'Kulturverein Hagen',
      associationId: 'org_hagen',
      language: 'de',
      note: '',
      sessions: [],
      notice: privacyNoticeVersion,
      state: 'held',
    })
    expect(await isThere('can')).toMatchObject({ language: 'tr', associationId: 'org_hagen' })
    const mails = await house.mails()
    expect(mails.map(({ to, letter }) => [to.name, to.address, letter.language])).toEqual([
      ['', 'gul@mail.example', 'de'],
      ['', 'can@mail.example', 'tr'],
    ])
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 2 })
  })

  it('lets each be told that somebody else wrote them down, and nothing that was typed', async () => {
    const { send, house } = await openGroup()
    await send({ ...two, associationId: 'other', association: 'Xezalverein' })
    const [mail] = await house.mails('gul@mail.example')
    const words = JSON.stringify(mail?.letter)
    expect(words).toContain('jemand hat Sie in einer Gruppe')
    expect(words).toContain('willigen Sie ausdrücklich ein')
    expect(words).toContain('Alles, was über Sie eingetragen wurde, wird von selbst gelöscht')
    expect(words).not.toMatch(/Öztürk|Xezalverein|gul|can@/)
  })

  it('says how many wait, and that all wait together where they chose so', async () => {
    const asMany = await openGroup({ capacity: 1 })
    const some = await asMany.send(two)
    expect(some.html).toContain('Ein Platz wird bis')
    expect(some.html).toContain('Eine Person kommt auf die Warteliste')
    const together = await openGroup({ capacity: 1 })
    const all = await together.send({ ...two, together: 'yes' })
    expect(all.html).toContain('Alle 2 Personen warten gemeinsam')
    expect(all.html).toContain('sobald für alle gleichzeitig welche frei sind')
    expect(all.html).not.toContain('Ein Platz wird')
  })

  it('says nothing of waiting together where everybody waits because newcomers come first', async () => {
    const newcomersUntil = instant('2026-03-10T09:00:00.000Z')
    const { send } = await openGroup({}, { newcomersUntil })
    const { html } = await send(two)
    expect(html).toContain('2 Personen kommen auf die Warteliste')
    expect(html).not.toContain('warten gemeinsam')
  })

  it('asks nobody whether to stay together where coordinators decide', async () => {
    const { get, send } = await openGroup({}, { approval: true })
    expect(await get()).not.toContain('name="together"')
    const { status, html } = await send({ ...two, together: '' })
    expect(status).toBe(200)
    expect(html).toContain('2 Bewerbungen sind da')
  })

  it('says that each person answers the questions of the seminar themself', async () => {
    const { send, house, seminar } = await openGroup()
    await ask(house.table, seminar.id)
    expect((await send(two)).html).toContain('Jede Person beantwortet sie auf ihrer eigenen Seite')
  })

  it('answers in the same words whether somebody is known or not', async () => {
    const known = await openGroup()
    await known.house.enrollAndConfirm(known.seminar, 'gul@mail.example')
    known.house.moveTo('2026-03-02T10:00:00.000Z')
    const unknown = await openGroup()
    await unknown.house.enrollAndConfirm(unknown.seminar, 'somebody@mail.example')
    unknown.house.moveTo('2026-03-02T10:00:00.000Z')
    expect((await known.send(two)).html).toBe((await unknown.send(two)).html)
    expect(await known.causes('gul')).toEqual(['confirm', 'confirmed', 'already'])
    expect(await unknown.causes('gul')).toEqual(['confirm'])
  })

  it('sent twice has the same answer and makes nothing twice', async () => {
    const { send, token, stored } = await openGroup()
    const form = await token()
    const first = await send({ ...two, form })
    const before = stored().length
    expect(await send({ ...two, form }, { after: hour })).toEqual(first)
    const both = await Promise.all([1, 2].map(() => send({ ...two, form })))
    expect(both).toEqual([first, first])
    expect(stored()).toHaveLength(before)
  })

  it('sent again with an address mended takes that person in, and writes to nobody else again', async () => {
    const { send, token, isThere, causes } = await openGroup()
    const form = await token()
    await send({ ...good, ...people('gul', 'cna'), form })
    for (const typo of ['can', 'cem']) {
      expect((await send({ ...good, ...people('gul', typo), form })).status).toBe(200)
      expect(await isThere(typo)).toMatchObject({ state: 'held' })
      expect(await causes(typo)).toEqual(['confirm'])
    }
    expect(await causes('gul')).toEqual(['confirm'])
  })
})

describe('the rows', () => {
  it('are three at first, then six, nine and ten, and lose nothing', async () => {
    const { get, send, stored } = await openGroup()
    const html = await get('?lang=tr')
    expect(rowsIn(html)).toBe(3)
    expect(html.match(/<option value="tr" selected/g)).toHaveLength(3)
    let typed: Fields = { ...two, ...row(1, { email: 'half@' }), [baitName]: 'bait', together: 'yes' }
    for (const rows of [6, 9, 10]) {
      const answer = await send({ ...typed, more: 'yes' }, { after: 0 })
      expect([answer.status, rowsIn(answer.html)]).toEqual([200, rows])
      for (const kept of ['value="gul"', 'value="half@"', 'value="can@mail.example"', 'value="bait"'])
        expect(answer.html).toContain(kept)
      expect(answer.html).toMatch(/value="yes" checked[^>]*>\s*<label for="together"/)
      expect(answer.html).toMatch(/name="consent" value="yes" checked/)
      expect(answer.html).not.toContain('error-summary')
      expect(answer.html.includes('name="more"')).toBe(rows < 10)
      typed = { ...typed, ...row(rows, { firstName: '', lastName: '', email: '', language: 'de' }) }
    }
    expect(stored()).toEqual([])
  })

  it('count only where somebody wrote in them, wherever they stand', async () => {
    const { send, house } = await openGroup()
    const empty = row(1, { firstName: ' ', lastName: '', email: '', language: 'en' })
    expect((await send({ ...good, ...empty, ...person(3, 'gul'), ...person(10, 'can') })).status).toBe(200)
    expect((await house.mails()).map(({ to }) => to.address)).toEqual([
      'gul@mail.example',
      'can@mail.example',
    ])
  })

  it('are ten at most: what came as an eleventh is nobody’s honest form', async () => {
    const { send, house } = await openGroup()
    await send({ ...two, ...person(11, 'eleventh') })
    expect(await house.mails()).toHaveLength(2)
  })

  it('take ten people at once', async () => {
    const { send, house } = await openGroup()
    const names = Array.from({ length: 10 }, (_, i) => `person${i}`)
    expect((await send({ ...good, ...people(...names) })).html).toContain('10 Plätze werden bis')
    expect(await house.mails()).toHaveLength(10)
  })
})

describe('the language switch of the form', () => {
  it('takes everything along, and the language of the mails where it was not chosen apart', async () => {
    const { send, token, stored } = await openGroup()
    const form = await token()
    const typed = { ...two, ...row(2, { language: 'en' }), 'email-1': 'half@', [baitName]: 'bait', form }
    const { status, html } = await send({ ...typed, 'left-language': 'de' }, { query: '?lang=tr' })
    expect(status).toBe(200)
    expect(html).toContain('<html lang="tr"')
    for (const kept of ['gul', 'half@', 'can@mail.example', 'bait', form])
      expect(html).toContain(`value="${kept}"`)
    expect(html).toMatch(/value="org_hagen" selected/)
    expect(html).toMatch(/name="consent" value="yes" checked/)
    expect(html).not.toContain('error-summary')
    const languages = [...html.matchAll(/<option value="(de|tr|en)" selected/g)].map(([, found]) => found)
    expect(languages).toEqual(['tr', 'en', 'tr'])
    expect(stored()).toEqual([])
  })

  it.each([
    ['tr', '2 yer tutuluyor', 'Şimdi herkes kendisi onaylar'],
    ['en', '2 seats are held', 'Now each person confirms for themself'],
  ])('leads to %s words afterwards, too', async (language, seats, title) => {
    const { send } = await openGroup()
    const { html } = await send(two, { query: `?lang=${language}` })
    expect(html).toContain(seats)
    expect(html).toContain(title)
  })
})
