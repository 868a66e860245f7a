import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { hour } from '../../functions/kernel/time.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { groupDoor } from '../../web/public/group.door.tsx'
import { fillingInTakes, post } from './open-doors.ts'
import { type Fields, good, openGroup, people, person, row, tokenIn, two } from './open-group.ts'

const errorAt = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-error"[^>]*>([^<]+)<`).exec(html)?.[1]

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
