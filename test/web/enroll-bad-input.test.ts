import { describe, expect, it } from 'vitest'
import { readLine } from '../../functions/seminar/line.ts'
import { formWithQuestions } from '../../web/parts/question-form.ts'
import { fillingInTakes, openDoors } from './open-doors.ts'

const origin = 'https://lernhaus.example'
const good = {
  firstName: 'Berîvan',
  lastName: 'Xezal',
  email: 'berivan@mail.example',
  associationId: 'org_hagen',
  association: '',
  language: 'de',
  note: '',
  consent: 'yes',
}
type Field = keyof typeof good

async function openForm() {
  const doors = await openDoors()
  const { house, enroll, faults } = doors
  const seminar = await house.offer()
  const path = `/seminars/${seminar.slug}/enroll`
  const html = await (await enroll.request(path)).text()
  const token = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  house.pass(fillingInTakes)
  const send = (body: BodyInit, contentType: string) =>
    enroll.request(path, { method: 'POST', headers: { 'content-type': contentType, origin }, body })
  return {
    house,
    seminar,
    token,
    send,
    /** The form with some fields typed otherwise. */
    fill: (fields: Partial<Record<Field, string>>) =>
      send(new URLSearchParams({ form: token, ...good, ...fields }).toString(), urlencoded),
    /** All that an enrollment would leave behind. */
    async traces() {
      expect(faults).toEqual([])
      const line = await readLine(house.table, seminar.id)
      const stored = house.table.everything?.() ?? []
      return {
        drawn: line.next,
        mails: await house.mails(),
        people: stored.filter(({ table }) => table === 'people'),
      }
    },
  }
}

const urlencoded = 'application/x-www-form-urlencoded'
const nothing = { drawn: 0, mails: [], people: [] }
const errorAt = (html: string, field: string) =>
  new RegExp(`id="${field}-error"[^>]*>([^<]+)<`).exec(html)?.[1] ?? ''

const texts = ['firstName', 'lastName', 'association', 'note'] as const
/** What no name and no note may carry: each turns, hides or breaks what others read. */
const unreadable: [string, string][] = [
  ['an override of the direction', 'Ali\u202Etxt.exe'],
  ['an embedding of the direction', 'Ali\u202Bxyz'],
  ['an isolate of the direction', 'Ali\u2066xyz\u2069'],
  ['a zero byte', 'Ali\u0000'],
  ['a bell', 'A\u0007li'],
  ['an escape sequence', 'Ali\u001b[31m'],
  ['a control character of the second row', 'Ali\u0085xyz'],
  ['a deletion', 'Ali\u007f'],
  ['U+FFFE, which makes a whole XLSX unreadable', 'Ali\uFFFE'],
  ['U+FFFF', 'Ali\uFFFF'],
  ['a non-character of Arabic forms', 'Ali\uFDD0'],
  ['a non-character of a far plane', 'Ali\u{1FFFE}'],
  ['a character of private use', 'Ali\uE000'],
  ['a tag character', 'Ali\u{E0041}'],
  ['an annotation mark', 'Ali\uFFF9x'],
  ['a replacement of what was broken before', 'Ali\uFFFD'],
]

describe.each(texts)('%s', (field) => {
  const filled = (text: string) => ({
    [field]: text,
    ...(field === 'association' && { associationId: 'other' }),
  })

  it.each(unreadable)('is not taken with %s; it comes back with everything in it', async (_, text) => {
    const { fill, traces } = await openForm()
    const answer = await fill(filled(text))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(errorAt(html, field)).not.toBe('')
    expect(html).toContain('value="berivan@mail.example"')
    expect(await traces()).toEqual(nothing)
  })

  it('is not taken where it is longer than people are called or need to say', async () => {
    const { fill, traces } = await openForm()
    for (const length of [field === 'note' ? 501 : 121, 5_000]) {
      const answer = await fill(filled('ş'.repeat(length)))
      expect([answer.status, errorAt(await answer.text(), field) !== '']).toEqual([422, true])
    }
    expect(await traces()).toEqual(nothing)
  })

  it.each([
    ['letters for a nested quantifier', `${'a'.repeat(28)}!`],
    ['many words', 'Ali '.repeat(7_000)],
    ['many dashes', '-'.repeat(28_000)],
    ['many combining marks', `e${'\u0301'.repeat(3_000)}`],
    ['many spaces before a letter', `${' '.repeat(28_000)}x`],
    ['many zero widths', '\u200B'.repeat(3_000)],
  ])('answers in no time to %s', async (_, text) => {
    const { fill } = await openForm()
    const start = performance.now()
    const { status } = await fill(filled(text))
    expect(performance.now() - start).toBeLessThan(500)
    expect([200, 422]).toContain(status)
  })
})

describe('a name', () => {
  it.each([
    ['spaces', '   '],
    ['zero widths', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['fillers that look empty', '\u115F\u3164\uFFA0'],
    ['marks without a letter', '\u0301\u0302'],
  ])('is not taken when it is nothing but %s', async (_, firstName) => {
    const { fill, traces } = await openForm()
    expect((await fill({ firstName })).status).toBe(422)
    expect(await traces()).toEqual(nothing)
  })

  it.each([
    'Şükrü',
    'İğdeoğlu',
    'Xêro',
    'Ûsiv',
    'ẍezal',
    'Ḧesen',
    'Ö',
    'Li',
    'Sukarno',
    "D'Angelo",
    'D’Angelo',
    'O‘Brien',
    'Jean-Luc',
    'von der Leyen',
    'Müller-Lüdenscheidt',
    'Nguyễn Thị',
    'Þórður',
    'Łukasz',
    'Çağlayan Iğdır',
    'Владимир',
    'Ελένη',
    'علی\u200cرضا',
    'שרה',
    '张伟',
    'さくら',
    'অনিতা',
    'นภา',
    'Mary Ann St. John',
    'Ahmed, Jr.',
    'X Æ A-12',
    'e\u0301milie',
    '‘Akilisi',
    'Ga’eneni',
    'Null',
    'true',
    '<b>',
    'Robert"); DROP TABLE',
  ])('is taken when somebody is called %s', async (firstName) => {
    const { fill, house, seminar } = await openForm()
    expect((await fill({ firstName, lastName: '' })).status).toBe(200)
    expect((await house.enrollment(seminar, 'berivan@mail.example')).firstName).toBe(
      firstName.normalize('NFC'),
    )
  })
})

describe('an address', () => {
  it.each([
    '',
    'a',
    '@',
    'a@',
    '@x.example',
    'a@x',
    'a@localhost',
    'a b@x.example',
    'a@x .example',
    'a@@x.example',
    'a@b@x.example',
    'a@x.example,b@x.example',
    'a@x.example;b@x.example',
    'a@x.example b@x.example',
    '"a"@x.example',
    'Ali <a@x.example>',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@x..example',
    '.a@x.example',
    'a.@x.example',
    'a..b@x.example',
    'ş@x.example',
    'a@-x.example',
    'a@x-.example',
    'a@x.123',
    `${'a'.repeat(65)}@x.example`,
    `a@${'x'.repeat(64)}.example`,
    `a@${'x.'.repeat(130)}example`,
    'a@x.example\r\nBcc: b@x.example',
    'a@x.example%0d%0aBcc:b@x.example',
    'a\u0000@x.example',
    'a@x.exam\u202Eple',
    'a@\u200B.example',
    'mailto:a@x.example?bcc=b',
    'a@x.example/../b',
    'a@user:pass@x.example',
    'a@x.example:25',
    'a@x.example?x',
    'a@x.example#x',
    'a@x\\.example',
  ])('is not taken that is no address: %s', async (email) => {
    const { fill, traces } = await openForm()
    const start = performance.now()
    const answer = await fill({ email })
    expect(performance.now() - start).toBeLessThan(500)
    expect(answer.status).toBe(422)
    expect(errorAt(await answer.text(), 'email')).not.toBe('')
    expect(await traces()).toEqual(nothing)
  })

  it.each([
    ['letters', 'a'.repeat(28_000)],
    ['at signs', '@'.repeat(10_000)],
    ['dots', `a@${'.'.repeat(28_000)}`],
    ['labels', `a@${'a.'.repeat(14_000)}`],
    ['dashes', `a@${'-'.repeat(28_000)}.example`],
    ['umlauts', `a@${'ü'.repeat(4_000)}.example`],
  ])('is not taken, in no time, that is nothing but %s', async (_, email) => {
    const { fill, traces } = await openForm()
    const start = performance.now()
    const { status } = await fill({ email })
    expect(performance.now() - start).toBeLessThan(500)
    expect(status).toBe(422)
    expect(await traces()).toEqual(nothing)
  })

  it.each([
    ['ayse@müller.de', 'ayse@xn--mller-kva.de'],
    ['ayse@MÜLLER.de', 'ayse@xn--mller-kva.de'],
    ['cem@çağrı.example', 'cem@xn--ar-3ia9t9c.example'],
    ['info@straße.example', 'info@xn--strae-oqa.example'],
    ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah'],
    ['  ayse@mail.example  ', 'ayse@mail.example'],
    ['Ayse.Oez+lernhaus@Mail.Example', 'Ayse.Oez+lernhaus@mail.example'],
    ["o'brien@mail.example", "o'brien@mail.example"],
    ['a_b-c%d@sub.mail.co.example', 'a_b-c%d@sub.mail.co.example'],
    [`${'a'.repeat(64)}@mail.example`, `${'a'.repeat(64)}@mail.example`],
    ['1@2.example', '1@2.example'],
  ])('is taken as people have it: %s', async (email, stored) => {
    const { fill, house } = await openForm()
    expect((await fill({ email })).status).toBe(200)
    expect((await house.mails()).map(({ to }) => to.address)).toEqual([stored])
  })
})

describe('the choices of the form', () => {
  it.each([
    ['a language nobody speaks here', { language: 'fr' }, 'language'],
    ['a property that every object has', { language: '__proto__' }, 'language'],
    ['an association of another house', { associationId: 'org_elsewhere' }, 'associationId'],
    ['an association with a path in it', { associationId: '../../org_hagen' }, 'associationId'],
    ['no consent', { consent: '' }, 'consent'],
    ['some other consent', { consent: 'true' }, 'consent'],
  ])('are not others: %s', async (_, fields, field) => {
    const { fill, traces } = await openForm()
    const answer = await fill(fields)
    expect(answer.status).toBe(422)
    expect(errorAt(await answer.text(), field)).not.toBe('')
    expect(await traces()).toEqual(nothing)
  })
})

/** Bodies that no browser sends with our form; `form` stands for the token. */
const body = (fields: Record<string, string>) => new URLSearchParams({ ...good, ...fields }).toString()
const multipart = (parts: string) => parts.replaceAll('\n', '\r\n')
const boundary = 'multipart/form-data; boundary=x'

const strange: [string, number, (token: string) => [body: BodyInit, contentType: string]][] = [
  ['a key twice', 400, (form) => [`${body({ form })}&email=other@x.example`, urlencoded]],
  [
    'a key twice, once in other letters of percent',
    400,
    (form) => [`${body({ form })}&%65mail=x@x.example`, urlencoded],
  ],
  [
    'more keys than any form has',
    400,
    (form) => [
      body({
        form,
        ...Object.fromEntries(Array.from({ length: formWithQuestions.keys - 8 }, (_, i) => [`k${i}`, ''])),
      }),
      urlencoded,
    ],
  ],
  ['33 kB', 413, (form) => [body({ form, note: 'a'.repeat(33 * 1024) }), urlencoded]],
  ['a wrong percent sign', 400, (form) => [`${body({ form })}&x=%zz`, urlencoded]],
  ['a cut percent sign', 400, (form) => [`${body({ form })}&x=%e`, urlencoded]],
  ['percent signs that are no UTF-8', 400, (form) => [`${body({ form })}&x=%ff%fe`, urlencoded]],
  ['half a surrogate in percent signs', 400, (form) => [`${body({ form })}&x=%ed%a0%80`, urlencoded]],
  ['bytes that are no UTF-8', 400, (form) => [Buffer.from(`${body({ form })}&x=\xff`, 'latin1'), urlencoded]],
  ['JSON', 400, (form) => [JSON.stringify({ ...good, form }), 'application/json']],
  ['plain text', 400, (form) => [body({ form }), 'text/plain']],
  ['no type', 400, (form) => [Buffer.from(body({ form })), '']],
  ['multipart without a boundary', 400, () => ['--x\r\n', 'multipart/form-data']],
  [
    'multipart cut in the middle',
    400,
    () => [multipart('--x\nContent-Disposition: form-data; name="email"\n\na@x'), boundary],
  ],
  ['multipart that is none', 400, (form) => [body({ form }), boundary]],
  [
    'a file in a text field',
    400,
    () => [
      multipart(
        '--x\nContent-Disposition: form-data; name="email"; filename="a.txt"\nContent-Type: text/plain\n\na@x.example\n--x--\n',
      ),
      boundary,
    ],
  ],
  [
    'a file whose name is not Latin',
    400,
    () => [
      multipart('--x\nContent-Disposition: form-data; name="note"; filename="şükrü.txt"\n\nhello\n--x--\n'),
      boundary,
    ],
  ],
  [
    'a key twice in multipart',
    400,
    () => [
      multipart(
        '--x\nContent-Disposition: form-data; name="email"\n\na@x.example\n--x\nContent-Disposition: form-data; name="email"\n\nb@x.example\n--x--\n',
      ),
      boundary,
    ],
  ],
  ['nothing at all', 422, () => ['', urlencoded]],
  ['nothing but separators', 422, () => ['&&&&', urlencoded]],
  ['a broken token', 422, () => [body({ form: 'a.b.c' }), urlencoded]],
  ['a token with line breaks', 422, (form) => [body({ form: `${form}\r\nSet-Cookie: x=1` }), urlencoded]],
]

describe('a body that no form of ours sends', () => {
  it.each(strange)('is refused: %s, %i', async (_, status, write) => {
    const { send, token, traces } = await openForm()
    const answer = await send(...write(token))
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await traces()).toEqual(nothing)
  })

  it('is taken where it is an honest form as multipart', async () => {
    const { send, token, house } = await openForm()
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...good, form: token })) form.set(name, value)
    const request = new Request(origin, { method: 'POST', body: form })
    expect((await send(await request.text(), request.headers.get('content-type') ?? '')).status).toBe(200)
    expect(await house.mails()).toHaveLength(1)
  })

  it('is not looked at for fields that the form does not have', async () => {
    const { send, token, house, seminar } = await openForm()
    const more = {
      state: 'confirmed',
      number: '0',
      invitationId: 'x',
      confirmedAt: '2026-01-01T00:00:00.000Z',
      __proto__: 'x',
    }
    expect((await send(body({ ...more, form: token }), urlencoded)).status).toBe(200)
    expect(await house.enrollment(seminar, good.email)).toMatchObject({
      state: 'held',
      number: 1,
      invitationId: '',
      confirmedAt: null,
    })
  })

  it.each(['https://elsewhere.example', 'null', 'http://lernhaus.example'])(
    'is refused where it comes from %s',
    async (from) => {
      const { house, seminar } = await openForm()
      const { enroll } = await openDoors()
      const answer = await enroll.request(`/seminars/${seminar.slug}/enroll`, {
        method: 'POST',
        headers: { 'content-type': urlencoded, origin: from },
        body: body({}),
      })
      expect(answer.status).toBe(403)
      expect(await house.mails()).toEqual([])
    },
  )
})

describe('line breaks', () => {
  it('of a note stay in the note, and never reach the head of a mail', async () => {
    const { fill, house, seminar } = await openForm()
    const note = 'Guten Tag,\r\nBcc: everybody@x.example\r\n\r\nich komme später.'
    expect((await fill({ note })).status).toBe(200)
    const { note: stored } = await house.enrollment(seminar, good.email)
    expect(stored).toBe('Guten Tag,\nBcc: everybody@x.example\n\nich komme später.')
    expect(JSON.stringify(await house.mails())).not.toContain('everybody@')
  })

  it('of a name become spaces, and the name reaches no mail before it is confirmed', async () => {
    const { fill, house, seminar } = await openForm()
    expect((await fill({ firstName: 'Ali\r\nBcc: everybody@x.example' })).status).toBe(200)
    expect((await house.enrollment(seminar, good.email)).firstName).toBe('Ali Bcc: everybody@x.example')
    expect(JSON.stringify(await house.mails())).not.toContain('everybody@')
  })
})
