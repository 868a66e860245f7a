import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddressList } from '../../functions/enrollment/invitation/address-list.ts'
import { textOfFile } from '../../functions/enrollment/invitation/text-of-file.ts'

const rows = [
  ['Nachname', 'Vorname', 'E-Mail-Adresse', 'Verein'],
  ['Müller; geb. Öz', 'Hans', 'hans@müller.example', 'Bürgerhaus "Nord"'],
  ['İğdeoğlu', 'Şükrü', 'Sukru@Verein.example', 'Kulturverein,\nHagen'],
]
/** As a spreadsheet saves it. */
const saved = (delimiter: string, breaks = '\r\n', of = rows) =>
  of
    .map((cells) =>
      cells
        .map((cell) => (/[;,\t"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join(breaks)

const utf16 = (text: string, { little, mark }: { little: boolean; mark: boolean }): Uint8Array => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return little ? bytes : bytes.swap16()
}
/** Windows-1252 has no Turkish letters; spreadsheets write a question mark instead. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) =>
    (letter.codePointAt(0) ?? 0) < 256 ? (letter.codePointAt(0) ?? 0) : 63,
  )

const encodings: [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with its mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['Windows-1252', windows1252],
  ['UTF-16, little end first', (text) => utf16(text, { little: true, mark: true })],
  ['UTF-16, big end first', (text) => utf16(text, { little: false, mark: true })],
  ['UTF-16 without its mark', (text) => utf16(text, { little: true, mark: false })],
]
const delimiters: [string, string][] = [
  ['semicolons', ';'],
  ['commas', ','],
  ['tabs', '\t'],
]

describe.each(encodings)('a file in %s', (_, encode) => {
  it.each(delimiters)('with %s is read whole, quotes and all', (__, delimiter) => {
    const read = readAddressList(textOfFile(encode(saved(delimiter))) ?? '')
    expect(read).toEqual({
      ok: true,
      list: {
        addresses: ['hans@xn--mller-kva.example', 'Sukru@verein.example'],
        doubles: [],
        rejects: [],
      },
    })
  })
})

const addressesIn = (text: string) => {
  const read = readAddressList(text)
  return read.ok ? read.list.addresses : read.trouble
}

describe('a list of addresses', () => {
  it.each([
    'E-Mail',
    'email',
    'E-Mail-Adresse',
    'Mailadresse',
    'e-posta',
    'E-posta adresi',
    'Email address',
    'MAIL',
    'MAİL',
    'E-Mail (privat)',
  ])('knows the column called %s, and takes no other', (heading) => {
    const text = `Adresse;${heading}\nchef@verein.example;ayse@verein.example\n`
    expect(addressesIn(text)).toEqual(['ayse@verein.example'])
  })

  it.each([
    ['one to a line', 'a@x.example\r\nb@x.example\n\n'],
    ['with commas', 'a@x.example, b@x.example'],
    ['with semicolons', 'a@x.example; b@x.example;'],
    ['with spaces', 'a@x.example b@x.example'],
    ['with old line breaks', 'a@x.example\rb@x.example'],
    ['as a mail program copies them', '"Öz, Ayşe" <a@x.example>, Berîvan <b@x.example>'],
    ['as links', 'mailto:a@x.example\nMAILTO:b@x.example'],
  ])('may be pasted %s', (_, text) => {
    expect(addressesIn(text)).toEqual(['a@x.example', 'b@x.example'])
  })

  it('says of each row what became of it', () => {
    const text = 'Name;E-Mail\nA;a@x.example\n\nB;A@X.example\nC;\nD;kaputt@\nE;=HYPERLINK("b@x")\n'
    expect(readAddressList(text)).toEqual({
      ok: true,
      list: {
        addresses: ['a@x.example'],
        doubles: [{ row: 4, address: 'A@x.example' }],
        rejects: [
          { row: 5, text: '', why: 'no-address' },
          { row: 6, text: 'kaputt@', why: 'bad-address' },
          { row: 7, text: '=HYPERLINK("b@x")', why: 'bad-address' },
        ],
      },
    })
  })

  it('takes 500 rows and not one more', () => {
    const list = (n: number) =>
      ['E-Mail', ...Array.from({ length: n }, (_, i) => `p${i}@x.example`)].join('\n')
    expect(addressesIn(list(500))).toHaveLength(500)
    expect(addressesIn(list(501))).toBe('too-many-rows')
    expect(addressesIn(list(501).replaceAll('\n', ' ').replace('E-Mail ', ''))).toBe('too-many-rows')
  })

  it.each(['', ' \n\r\n', '\uFEFF', 'E-Mail;Name\n'])('may be empty: %j', (text) => {
    expect(addressesIn(textOfFile(Buffer.from(text)) ?? '')).toBe('empty')
  })

  it('is no spreadsheet, no picture and no document', () => {
    for (const start of ['PK\u0003\u0004\u0014\0', '\u0089PNG\r\n\u001a\n', '%PDF-1.7\n\0'])
      expect(textOfFile(Buffer.from(`${start} a@x.example`, 'latin1'))).toBeUndefined()
  })

  it('comes through whatever the names around the addresses are', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => ![...text].some((letter) => letter < ' ' || letter === '@'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (names) => {
        const all = [['A', 'E-Mail', 'B'], ...names.map(([a, b], i) => [a, `p${i}@x.example`, b])]
        const quoted = all
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
          .join('\n')
        expect(addressesIn(quoted)).toEqual(names.map((_, i) => `p${i}@x.example`))
      }),
    )
  })

  it('is read in no time however strange it is', () => {
    for (const nasty of [
      `<${'@'.repeat(200_000)}`,
      '"'.repeat(200_000),
      '<'.repeat(200_000),
      '@'.repeat(200_000),
      'a@'.repeat(100_000),
      ';'.repeat(200_000),
    ]) {
      const start = performance.now()
      readAddressList(nasty)
      expect(performance.now() - start).toBeLessThan(1_000)
    }
  })
})
