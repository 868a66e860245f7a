import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostFormsAnHour } from '../../functions/enrollment/network-allowance.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { hour } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { baitName } from '../../web/parts/bait.tsx'
import { groupDoor } from '../../web/public/group.door.tsx'
import { ask } from '../world/questions.ts'
import { fillingInTakes, instant, openDoors, post } from './open-doors.ts'

type Fields = Record<string, string>

const row = (n: number, fields: Partial<Record<'firstName' | 'lastName' | 'email' | 'language', string>>) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${field}-${n}`, value]))

const person = (n: number, name: string): Fields =>
  row(n, { firstName: name, lastName: 'Öztürk', email: `${name}@mail.example`, language: 'de' })

const people = (...names: string[]): Fields =>
  Object.assign({}, ...names.map((name, i) => person(i + 1, name)))

const good = { associationId: 'org_hagen', association: '', together: 'no', consent: 'yes' }
const two = { ...good, ...people('gul', 'can') }

async function openGroup(overrides: Partial<Seminar> = {}, places: Partial<Places> = {}) {
  const doors = await openDoors()
  const { house, group } = doors
  const seminar = await house.offer({ ...overrides, places: { ...plainPlaces, ...places } })
  const path = `/seminars/${seminar.slug}/enroll/group`
  const get = async (query = '') => (await group.request(`${path}${query}`)).text()
  const token = async () => tokenIn(await get())
  /** Sends what was typed, no faster than people type. */
  async function send(
    fields: Fields,
    { door = group, query = '', after = fillingInTakes, ip = '203.0.113.7' } = {},
  ) {
    const form = fields.form ?? (await token())
    house.pass(after)
    const where = { requestContext: { http: { sourceIp: ip } } }
    const answer = await door.request(`${path}${query}`, post({ ...fields, form }), where)
    return { status: answer.status, html: await answer.text() }
  }
  /** All that would be left of people; a number that was drawn and given back is of nobody. */
  const stored = () =>
    (house.table.everything?.() ?? []).filter(({ kind }) => ['enrollment', 'mail'].includes(kind))
  const causes = async (name: string) => (await house.mails(`${name}@mail.example`)).map(({ cause }) => cause)
  const isThere = async (name: string) => house.enrollment(seminar, `${name}@mail.example`)
  return { ...doors, seminar, path, get, token, send, stored, causes, isThere }
}

const tokenIn = (html: string) => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
const errorAt = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-error"[^>]*>([^<]+)<`).exec(html)?.[1]
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
      notice: '2026-11-25',
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

describe('a form of a group that cannot be taken', () => {
  it.each<[string, Fields, string, string]>([
    ['one person', { ...good, ...people('gul') }, 'firstName-2', 'mindestens zwei Personen'],
    ['nobody', { ...good }, 'firstName-1', 'mindestens zwei Personen'],
    ['no first name', { ...two, 'firstName-2': ' ' }, 'firstName-2', 'den Vornamen'],
    ['a name that turns the text', { ...two, 'lastName-2': 'Ali\u202Etxt' }, 'lastName-2', 'nicht zu lesen'],
    ['a name of 121 letters', { ...two, 'firstName-1': 'ş'.repeat(121) }, 'firstName-1', '120'],
    ['no address', { ...two, 'email-2': '' }, 'email-2', 'eine eigene'],
    ['two addresses', { ...two, 'email-2': 'a@x.example,b@x.example' }, 'email-2', 'keine E-Mail'],
    ['an address twice', { ...two, 'email-2': 'gul@mail.example' }, 'email-2', 'steht schon weiter oben'],
    [
      'an address twice, written otherwise',
      { ...two, 'email-2': 'GUL@Mail.example ' },
      'email-2',
      'weiter oben',
    ],
    ['a language nobody speaks here', { ...two, 'language-2': 'fr' }, 'language-2', 'Sprache'],
    ['no association', { ...two, associationId: '' }, 'associationId', 'Ihren Verein'],
    ['an association of another house', { ...two, associationId: 'org_x' }, 'associationId', 'Ihren Verein'],
    ['another association without a name', { ...two, associationId: 'other' }, 'association', 'Namen'],
    ['no choice of being together', { ...two, together: '' }, 'together', 'wählen'],
    ['a choice that nobody offered', { ...two, together: 'maybe' }, 'together', 'wählen'],
    ['no consent', { ...two, consent: '' }, 'consent', 'Einverständnis'],
  ])('for %s comes back filled, the error on top and at its field', async (_, fields, field, words) => {
    const { send, stored, house, seminar } = await openGroup()
    const { status, html } = await send(fields)
    expect(status).toBe(422)
    expect(html).toContain('<title>Fehler: ')
    expect(errorAt(html, field)).toContain(words)
    expect(html.match(/class="field-error"/g)).toHaveLength(1)
    expect(html).toMatch(new RegExp(`role="alert".*href="#${field}"`, 's'))
    for (const [name, value] of Object.entries(fields))
      if (value.trim() && /^(firstName|lastName|email)-\d+$/.test(name))
        expect(html).toContain(`value="${value}"`)
    expect(stored()).toEqual([])
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 0, serving: 12 })
  })

  it('names the row in the summary', async () => {
    const { send } = await openGroup()
    const { html } = await send({ ...two, 'email-2': 'wrong' }, { query: '?lang=en' })
    expect(html).toMatch(/href="#email-2">Person 2, E-mail address: This address cannot receive mail/)
  })

  it('comes back with a fresh token when it lay open too long, or was never handed out for a group', async () => {
    const { send, token, enroll, seminar, stored } = await openGroup()
    const plain = tokenIn(await (await enroll.request(`/seminars/${seminar.slug}/enroll`)).text())
    const old = await token()
    for (const [form, after] of [
      ['', 0],
      [plain, fillingInTakes],
      [old, 25 * hour],
    ] as const) {
      const { status, html } = await send({ ...two, form }, { after })
      expect(status).toBe(422)
      expect(html).toContain('Das Formular war zu lange offen')
      expect(html).toContain('value="gul"')
      expect(stored()).toEqual([])
      expect((await send({ ...good, form: tokenIn(html), ...people('gul') })).status).toBe(422)
    }
  })

  it('that comes faster than people type is kept, and taken a moment later', async () => {
    const { send, token, stored } = await openGroup()
    const form = await token()
    const quick = await send({ ...two, form }, { after: fillingInTakes - 1 })
    expect(quick.status).toBe(422)
    expect(quick.html).toContain('Das ging sehr schnell')
    expect(quick.html).toContain('value="can@mail.example"')
    expect(stored()).toEqual([])
    expect((await send({ ...two, form }, { after: 1 })).status).toBe(200)
  })

  it('says what is known, and keeps everybody, when the table is busy or unsure', async () => {
    const { send, world } = await openGroup()
    const failing = (fault: Error) =>
      groupDoor({ ...world, table: { ...world.table, commit: () => Promise.reject(fault) } satisfies Table })
    const unsure = await send(two, { door: failing(new UnsureCommit('?')) })
    expect(unsure.status).toBe(503)
    expect(unsure.html).toContain('Wir wissen noch nicht')
    expect(unsure.html).toContain('value="can"')
    const busy = await send(two, { door: failing(new TableBusy('!')) })
    expect(busy.status).toBe(503)
    expect(busy.html).toContain('Es wurde nichts gespeichert')
  })

  it('is not read where it is too large, has too many fields, or one twice', async () => {
    const { group, path, token, stored } = await openGroup()
    const form = await token()
    const sendRaw = async (body: string) => (await group.request(path, post(body))).status
    const whole = new URLSearchParams({ ...two, form }).toString()
    expect(await sendRaw(`${whole}&x=${'a'.repeat(33_000)}`)).toBe(413)
    expect(await sendRaw(`${whole}${Array.from({ length: 51 }, (_, i) => `&k${i}=1`).join('')}`)).toBe(400)
    expect(await sendRaw(`${whole}&email-1=other%40mail.example`)).toBe(400)
    expect(stored()).toEqual([])
  })

  it('has room for ten people with the longest names of letters that take the most', async () => {
    const { send, stored } = await openGroup()
    const rows = Array.from({ length: 10 }, (_, i) =>
      row(i + 1, {
        firstName: '张'.repeat(120),
        lastName: 'अ'.repeat(120),
        email: `${i}${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
        language: 'de',
      }),
    )
    const association = '语'.repeat(120)
    const { status } = await send(Object.assign({}, good, { associationId: 'other', association }, ...rows))
    expect(status).toBe(200)
    expect(stored()).toHaveLength(20)
  })
})

describe('a field that only programs fill in', () => {
  it.each<[string, Partial<Seminar>, Partial<Places>, string]>([
    ['seats', {}, {}, 'no'],
    ['a waiting list', { capacity: 1 }, {}, 'no'],
    ['waiting together', { capacity: 1 }, {}, 'yes'],
    ['applications', {}, { approval: true }, 'no'],
    ['no room', { capacity: 1 }, { waitingSize: 0 }, 'yes'],
    ['a limit of the association', {}, { mostPerAssociation: 1 }, 'no'],
  ])('brings the very words of %s, and nothing else happens', async (_, seminar, places, together) => {
    const honest = await openGroup(seminar, places)
    const robbed = await openGroup(seminar, places)
    const answer = await robbed.send({ ...two, together, [baitName]: 'spam' })
    const expected = await honest.send({ ...two, together })
    expect(answer.status).toBe(expected.status)
    expect(answer.html.replace('value="spam"', 'value=""')).toBe(expected.html)
    expect(robbed.stored()).toEqual([])
    expect(await readLine(robbed.house.table, robbed.seminar.id)).toMatchObject({ next: 0 })
  })
})

describe('a network', () => {
  it('has as many people an hour in groups as alone, then everything typed is kept', async () => {
    const { send, stored } = await openGroup({ capacity: 100 })
    const ten = (form: number) => people(...Array.from({ length: 10 }, (_, i) => `p${form}-${i}`))
    for (let n = 0; n < mostFormsAnHour / 10; n++)
      expect((await send({ ...good, ...ten(n) })).status).toBe(200)
    const before = stored().length
    const { status, html } = await send(two)
    expect(status).toBe(429)
    expect(html).toContain('Von Ihrem Anschluss kommen gerade sehr viele Anmeldungen')
    expect(html).toContain('value="can@mail.example"')
    expect(stored()).toHaveLength(before)
    expect((await send(two, { ip: '203.0.113.8' })).status).toBe(200)
  })
})

describe('a group that is refused', () => {
  it.each<[string, Partial<Seminar>, Partial<Places>, number, RegExp, Fields]>([
    ['for want of room', { capacity: 1 }, { waitingSize: 0 }, 409, /Für so viele ist gerade kein Platz/, {}],
    [
      'for want of seats for all and a list',
      { capacity: 1 },
      { waitingSize: 0 },
      409,
      /mit „So viele wie möglich“/,
      { together: 'yes' },
    ],
    ['beyond what one association may have', {}, { mostPerAssociation: 1 }, 409, /eine Grenze je Verein/, {}],
  ])('%s reads why, and keeps what was typed', async (_, seminar, places, status, words, fields) => {
    const { send, stored, house, seminar: offered } = await openGroup(seminar, places)
    const answer = await send({ ...two, ...fields })
    expect(answer.status).toBe(status)
    expect(answer.html).toMatch(words)
    expect(answer.html).toContain('value="can@mail.example"')
    expect(stored()).toEqual([])
    const line = await readLine(house.table, offered.id)
    expect(line.serving + line.struck - line.next).toBe(offered.capacity)
  })

  it('because somebody had too much mail does not read whose, and nobody of it is enrolled', async () => {
    const { send, house, seminar, causes } = await openGroup()
    for (const slug of ['one', 'two', 'three'])
      await house.enroll(await house.offer({ slug }), 'can@mail.example')
    const { status, html } = await send(two)
    expect(status).toBe(429)
    expect(html).toContain('An eine dieser Adressen ging heute schon zu viel Post')
    expect(html).not.toMatch(/field-error|error-summary/)
    expect(await causes('gul')).toEqual([])
    await expect(house.enrollment(seminar, 'gul@mail.example')).rejects.toThrow('not enrolled')
  })

  it.each([
    ['de', 'Hier meldet sich jede Person einzeln an'],
    ['tr', 'Burada herkes tek tek kaydolur'],
    ['en', 'Here everybody enrolls one by one'],
  ])('where groups are not allowed is led to the plain form, in %s', async (language, words) => {
    const { group, path, get, send, stored } = await openGroup({}, { groups: false })
    expect((await group.request(path)).status).toBe(409)
    expect(await get(`?lang=${language}`)).toContain(words)
    expect(await get(`?lang=${language}`)).toContain(`href="/seminars/foerdermittel/enroll?lang=${language}"`)
    expect((await send(two, { query: `?lang=${language}` })).status).toBe(409)
    expect(stored()).toEqual([])
  })

  it('before, after and instead of the time to enroll reads so, also when the form was opened in time', async () => {
    const early = await openGroup({ opens: instant('2026-03-15T08:00:00.000Z') })
    expect((await early.group.request(early.path)).status).toBe(409)
    expect(await early.get('?lang=en')).toContain('Enrollment is not open yet')
    const late = await openGroup()
    const form = await late.token()
    late.house.moveTo('2026-03-24T12:00:00.000Z')
    expect(await late.get()).toContain('Die Anmeldung ist geschlossen')
    const gone = await openGroup()
    const inTime = await gone.token()
    await cancelSeminar(gone.house.world(), gone.seminar.id)
    const answer = await gone.send({ ...two, form: inTime })
    expect(answer.status).toBe(410)
    expect(answer.html).toContain('Hier kann man sich nicht anmelden')
    expect([form !== '', gone.stored(), late.stored()]).toEqual([true, [], []])
  })

  it('does not exist for who is not invited, for drafts and for unknown seminars, all alike', async () => {
    const { group, house } = await openGroup()
    await house.offer({ slug: 'closed', access: 'invited' })
    const pages = await Promise.all(
      ['closed', 'nothing'].flatMap((slug) => [
        group.request(`/seminars/${slug}/enroll/group`),
        group.request(`/seminars/${slug}/enroll/group`, post(two)),
      ]),
    )
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const [closed, , nothing] = await Promise.all(pages.map((page) => page.text()))
    expect(closed?.replaceAll('closed', 'nothing')).toBe(nothing)
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

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'Gül',
    'a@x.example',
    'b@x.example',
    'A@X.example',
    '\u202E',
    'de',
    'tr',
    'yes',
    'no',
  ),
)
const anyRow = fc.record({ firstName: word, lastName: word, email: word, language: word })

it('any ten rows in, a valid status out; whatever is refused has stored nothing', async () => {
  const outcomes = new Set<number>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 1, arbitrary: anyRow }, { weight: 3, arbitrary: fc.nat(12) }), {
        minLength: 10,
        maxLength: 10,
      }),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(good) },
        fc.dictionary(fc.constantFrom(...Object.keys(good)), word),
      ),
      async (rows, rest) => {
        const { send, stored, faults } = await openGroup({ capacity: 1 }, { waitingSize: 1 })
        const typed = rows.map((typedRow, i) =>
          typeof typedRow === 'number' ? person(i + 1, `p${typedRow}`) : row(i + 1, typedRow),
        )
        const some = typed.slice(0, 1 + (JSON.stringify(rows).length % 10))
        const { status } = await send(Object.assign({}, rest, ...some))
        expect([200, 409, 422]).toContain(status)
        expect(stored().length > 0).toBe(status === 200)
        expect(faults).toEqual([])
        outcomes.add(status)
      },
    ),
    { numRuns: 150, seed: 7 },
  )
  expect([...outcomes].sort()).toEqual([200, 409, 422])
})
