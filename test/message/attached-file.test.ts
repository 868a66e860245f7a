import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { examineFile } from '../../functions/message/attached-file.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const pdf = bytes('%PDF-1.7\n')
/** An archive as far as its directory goes: where each entry is named. */
const archive = (...names: string[]): Uint8Array =>
  bytes(
    `PK\u0003\u0004${['[Content_Types].xml', ...names]
      .map(
        (name) =>
          `PK\u0001\u0002${'\0'.repeat(24)}${String.fromCharCode(name.length)}${'\0'.repeat(17)}${name}`,
      )
      .join('')}`,
  )
const calendar = (method: string) => bytes(`BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`)

describe('what may be attached', () => {
  test.each<[string, Uint8Array, string]>([
    ['Plan.pdf', pdf, 'application/pdf'],
    ['FOTO.JPG', bytes('\u00ff\u00d8\u00ff\u00e0'), 'image/jpeg'],
    ['bild.png', bytes('\u0089PNG\r\n'), 'image/png'],
    [
      'a.docx',
      archive('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'a.xlsx',
      archive('xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'a.odt',
      bytes('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text'),
      'application/vnd.oasis.opendocument.text',
    ],
    ['a.txt', bytes('Hallo'), 'text/plain; charset=utf-8'],
    ['a.ics', calendar('PUBLISH'), 'text/calendar; charset=utf-8; method=PUBLISH'],
    ['a.ics', bytes('BEGIN:VCALENDAR\nEND:VCALENDAR\n'), 'text/calendar; charset=utf-8'],
  ])('%s', (name, content, contentType) => {
    const examined = examineFile({ name, bytes: content })
    expect(examined).toMatchObject({ ok: true, value: { contentType } })
    if (examined.ok) expect(examined.value.bytes).toEqual(content)
  })

  test.each<[string, Uint8Array, string]>([
    ['virus.exe', bytes('MZ'), 'type'],
    ['rechnung.pdf.exe', pdf, 'type'],
    ['seite.html', bytes('<script>'), 'type'],
    ['bild.svg', bytes('<svg>'), 'type'],
    ['alt.doc', bytes('\u00d0\u00cf\u0011\u00e0'), 'type'],
    ['makro.docm', archive('word/document.xml'), 'type'],
    ['archiv.zip', archive(), 'type'],
    ['ohne', pdf, 'type'],
    ['leer.pdf', bytes(''), 'empty'],
    ['falsch.pdf', bytes('MZ\u0090'), 'content'],
    ['falsch.docx', archive('xl/workbook.xml'), 'content'],
    ['falsch.txt', bytes('MZ\u0000\u0001\u0002'), 'content'],
    ['falsch.ics', bytes('Hallo'), 'content'],
    ['makro.docx', archive('word/document.xml', 'word/vbaProject.bin'), 'macros'],
    ['makro.xlsx', archive('xl/workbook.xml', 'xl/media/start.exe'), 'macros'],
  ])('not %s', (name, content, code) => {
    expect(examineFile({ name, bytes: content })).toEqual({ ok: false, refusal: { code } })
  })

  it('passes texts on in UTF-8, whatever they were saved in', () => {
    const examined = examineFile({ name: 'a.txt', bytes: bytes('F\u00f6rdermittel') })
    expect(examined.ok && Buffer.from(examined.value.bytes).toString()).toBe('Fördermittel')
  })

  test.each([
    ['../../etc/Plan.pdf', 'Plan.pdf'],
    ['C:\\Users\\a\\Plan.PDF', 'Plan.pdf'],
    ['.pdf', 'Anhang.pdf'],
    ['  a\r\nBcc: x  b.pdf', 'a Bcc x b.pdf'],
    ['Ein\u202efdp.exe.pdf', 'Ein fdp.exe.pdf'],
    ['Şükrü’nün planı.pdf', 'Şükrü’nün planı.pdf'],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(80)}.pdf`],
  ])('%j goes out as %j', (name, filename) => {
    expect(examineFile({ name, bytes: pdf })).toMatchObject({ value: { filename } })
  })

  it('has a clean name whatever it was called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (stem) => {
        const examined = examineFile({ name: `${stem}.pdf`, bytes: pdf })
        expect(examined.ok && examined.value.filename).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*;]{1,84}$/u)
      }),
    )
  })
})
