import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import { aCertificate } from '../world/certificate.ts'
import { lastingRules, whatDoesNotLast } from '../world/lasting-pdf.ts'
import { readPdf } from '../world/pdf.ts'
import { sheetMaterial } from '../world/sheet-material.ts'

const origin = 'https://lernhaus.example.org'
const credential = {
  name: 'credential.json',
  description: 'Was auf dieser Bescheinigung steht, für Maschinen',
  contentType: 'application/vc+ld+json',
  bytes: new TextEncoder().encode('{"type":"VerifiableCredential","name":"Şükrü"}'),
  at: new Date(Date.UTC(2026, 3, 2, 8)),
}

const draw = (overrides: Partial<Certificate> = {}, attachments = [credential]) =>
  drawSheet(aCertificate(overrides), { material: sheetMaterial, origin, attachments })

const missing = (program: string) => spawnSync(program, ['--version']).error !== undefined
const noObjects = missing('qpdf')
const noPoppler = missing('pdfinfo')
if (noObjects) console.warn('SKIPPED: what PDF/A and PDF/UA ask of the file needs qpdf to take it apart')
if (noPoppler) console.warn('SKIPPED: reading the sheet with poppler needs pdfinfo, pdffonts and pdftotext')

const many = Array.from(
  { length: 40 },
  (_, i) => `${i + 1}. Vereinsrecht und Haftung im Ehrenamt, mit Übungen`,
)

describe.skipIf(noObjects)('a sheet lasts, and everybody can read it', () => {
  it.each([
    ['on one page', {}],
    ['with a name in two scripts', { firstName: 'Ali', lastName: 'Yılmaz علی ییلماز' }],
    ['on several pages', { contents: many }],
    ['with letters that XML would mistake', { title: 'Recht & <Pflicht> > "alles"', language: 'tr' }],
    [
      'with hardly anything on it',
      { contents: [], signer: '', trainer: '', funder: '', acknowledgement: '' },
    ],
  ] as [string, Partial<Certificate>][])('%s', async (_, overrides) => {
    expect(whatDoesNotLast(await draw(overrides))).toEqual({})
    expect(whatDoesNotLast(await draw(overrides, []))).toEqual({})
  })

  /** One word of the file replaced by another of the same length, so that all else stays where it is. */
  const replaced = async (from: string, to: string, overrides: Partial<Certificate> = {}) => {
    const words = Buffer.from(await draw(overrides)).toString('latin1')
    expect(words, from).toContain(from)
    return Buffer.from(words.replaceAll(from, to.padEnd(from.length)), 'latin1')
  }

  const damages: [rule: string, from: string, to: string][] = [
    ['A 6.1.2 the header says a version, and that what follows is bytes', '%PDF-1.7', '%PDF-2.0'],
    ['A 6.1.3 the file has an identifier', '/ID [', '/IX ['],
    ['A 6.2.3 a profile explains the colors', '/GTS_PDFA1', '/GTS_PDFX'],
    ['A 6.2.11.3 letters are found by their own number', '/CIDToGIDMap /Identity', '/CIDToGIDMap /Entity'],
    ['A 6.2.11.4 / UA 7.21.4 every font lies in the file', '/FontFile2', '/FontFile9'],
    ['A 6.2.11.7 / UA 7.21.7 every letter says what it means', '/ToUnicode', '/ToNothing'],
    ['A 6.3.2 what can be pressed is seen and printed', '/F 4', '/F 2'],
    ['A 6.5.1 nothing runs', '/S /URI', '/S /Launch'],
    [
      'A 6.6.2 the metadata explains words that PDF/A does not know',
      'pdfaProperty:name>',
      'pdfaProperty:nome>',
    ],
    ['A 6.6.4 the metadata says PDF/A-3a', '<pdfaid:conformance>A', '<pdfaid:conformance>B'],
    ['A 6.7.2 / UA 7.1 the file is marked', '/Marked true', '/Marked null'],
    ['A 6.7.3 / UA 7.1 the file has a structure', '/StructTreeRoot', '/StructTreeRoof'],
    ['A 6.7.4 / UA 7.2 the file says its language', '/Lang', '/Long'],
    [
      'A 6.8 attached files say what they are and of when',
      '/ModDate (D:20260402080000Z)\n',
      '/NoDate (D:20260402080000Z)\n',
    ],
    ['A 6.8 attached files belong to the document', '/AF [', '/AX ['],
    ['UA 5 the metadata says PDF/UA-1', '<pdfuaid:part>1', '<pdfuaid:part>7'],
    ['UA 7.1 the file has a title, and readers show it', '/DisplayDocTitle true', '/DisplayDocTitle null'],
    ['UA 7.3 a figure says what it shows and where', '/Alt', '/Old'],
    ['UA 7.4 there is one first heading', '/S /H1', '/S /H2'],
    ['UA 7.5 a header of a table says what it heads', '/Scope', '/Slope'],
    ['UA 7.6 a list has points, and a point has words', '/S /Lbl', '/S /Lpl'],
    ['UA 7.18.1 what can be pressed has its place in the structure', '/StructParent 1', '/StructPerson 1'],
    ['UA 7.18.3 who goes by key follows the structure', '/Tabs /S', '/Tabs /R'],
    ['UA 7.18.5 a link says where it leads', '/Contents (', '/Contexts ('],
  ]

  it.each(damages)('the rule %s sees a file that breaks it', async (rule, from, to) => {
    expect(Object.keys(whatDoesNotLast(await replaced(from, to)))).toContain(rule)
  })

  /** What the library does when nobody minds it. */
  const carelessly = async (
    strokes: (pdf: PDFKit.PDFDocument) => void,
    options: PDFKit.PDFDocumentOptions = {},
  ) => {
    const pdf = new PDFDocument({ ...options, font: null as unknown as string })
    strokes(pdf)
    pdf.end()
    const chunks: Uint8Array[] = []
    for await (const chunk of pdf) chunks.push(chunk as unknown as Uint8Array)
    return Buffer.concat(chunks)
  }

  const careless: [rule: string, strokes: (pdf: PDFKit.PDFDocument) => void, PDFKit.PDFDocumentOptions?][] = [
    ['A 6.1.3 nothing is encrypted', () => {}, { ownerPassword: 'secret', pdfVersion: '1.7' }],
    [
      'A 6.1.7 streams lie in the file and are packed openly',
      (pdf) => pdf.ref({ F: 'elsewhere' }).end(new Uint8Array(4)),
    ],
    ['A 6.2.4 no color that the profile cannot explain', (pdf) => pdf.rect(9, 9, 9, 9).fill([100, 0, 0, 0])],
    [
      'A 6.2.8 pictures are not smoothed and have no stand-ins',
      (pdf) => pdf.ref({ Subtype: 'Image', Interpolate: true }).end(undefined),
    ],
    [
      'A 6.2.11.8 no letter is drawn that a font does not have',
      (pdf) => pdf.font(sheetMaterial.text as unknown as string).text('漢字', 9, 9),
    ],
    [
      'UA 7.1 no ornament inside of what is meant',
      (pdf) => pdf.addContent('/P BMC /Artifact BMC').rect(9, 9, 9, 9).fill('#000').addContent('EMC EMC'),
    ],
    [
      'UA 7.1 all that is meant has its place in the structure',
      (pdf) => {
        pdf.markStructureContent('P')
        pdf.rect(9, 9, 9, 9).fill('#000').endMarkedContent()
      },
      { tagged: true },
    ],
    [
      'UA 7.1 all that is drawn is meant or said to be ornament',
      (pdf) => pdf.markContent('P').endMarkedContent().rect(9, 9, 9, 9).fill('#000'),
    ],
  ]

  it.each(careless)('the rule %s sees a file that breaks it', async (rule, strokes, options) => {
    expect(Object.keys(whatDoesNotLast(await carelessly(strokes, options)))).toContain(rule)
  })

  it('every rule is shown to fail', () => {
    const shown = new Set([...damages, ...careless].map(([rule]) => rule))
    expect(Object.keys(lastingRules).filter((rule) => !shown.has(rule))).toEqual([])
  })
})

describe('what the sheet carries with it', () => {
  it('comes out as it went in', async () => {
    const { attachments } = await readPdf(await draw())
    expect(attachments).toEqual([
      {
        name: credential.name,
        description: credential.description,
        words: '{"type":"VerifiableCredential","name":"Şükrü"}',
      },
    ])
    expect((await readPdf(await draw({}, []))).attachments).toEqual([])
  })

  it('changes nothing from one day to the next', async () => {
    const first = await draw()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(Buffer.from(await draw()).equals(first)).toBe(true)
  })
})

describe.skipIf(noPoppler)('poppler, which reads for most screens of this world,', () => {
  const ask = async (program: string, ...options: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'poppler-'))
    try {
      writeFileSync(join(folder, 'sheet.pdf'), await draw({ serial: 14 }))
      return spawnSync(program, [...options, 'sheet.pdf'], { cwd: folder, encoding: 'utf8' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('finds every font in the file and every letter explained', async () => {
    const { stdout } = await ask('pdffonts')
    const rows = stdout.split('\n').slice(2).filter(Boolean)
    expect(rows).toHaveLength(3)
    // emb, sub, uni
    for (const row of rows) expect(row).toMatch(/ yes yes yes /)
  })

  it('reads the words in their order, and the structure', async () => {
    const { stdout, stderr } = await ask('pdfinfo', '-struct-text')
    expect(stderr).toBe('')
    expect(stdout).toContain('Bund der Gemeinden e. V. Alte Gasse 3')
    expect(stdout.replace(/\s+/g, ' ')).toContain('aus Mitteln des Landes Nordrhein-Westfalen.')
    const order = [
      'H1',
      'Teilnahmebescheinigung',
      'Şükrü İğdeoğlu',
      'H2',
      'Table',
      'TH',
      'Figure',
      '2026/14',
      'Link',
    ]
    const places = order.map((words) => stdout.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('calls the file tagged, and finds its title', async () => {
    const { stdout } = await ask('pdfinfo')
    expect(stdout).toMatch(/Tagged: +yes/)
    expect(stdout).toMatch(/Title: +Teilnahmebescheinigung: /)
  })
})

describe.skipIf(noObjects)('qpdf', () => {
  it('finds nothing to complain about', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qpdf-'))
    try {
      writeFileSync(join(folder, 'sheet.pdf'), await draw())
      const run = spawnSync('qpdf', ['--check', 'sheet.pdf'], { cwd: folder, encoding: 'utf8' })
      expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
