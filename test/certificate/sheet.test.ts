import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import { missingGlyphs, missingOnSheet } from '../../functions/certificate/sheet/glyph-coverage.sheet.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { aCertificate } from '../world/certificate.ts'
import { evenings, hardCases, overlaps, saysAll } from '../world/hard-sheets.ts'
import { readPdf, tagsNamed } from '../world/pdf.ts'
import { materialPaths, project, sheetMaterial } from '../world/sheet-material.ts'

const origin = 'https://lernhaus.example.org'

const draw = (overrides: Partial<Certificate> = {}) =>
  drawSheet(aCertificate(overrides), { material: sheetMaterial, origin })
const read = async (overrides: Partial<Certificate> = {}) => readPdf(await draw(overrides))

describe('what stands on a sheet', () => {
  it('is everything a funder and an employer ask for, in German', async () => {
    const { lines, words, pages, links } = await read()
    const printed = lines.map((line) => line.words)
    for (const line of [
      'Bund der Gemeinden e. V.',
      'Alte Gasse 3 · 50667 Köln',
      'Teilnahmebescheinigung',
      'Şükrü İğdeoğlu',
      'Fördermittel finden und beantragen',
      'Termine',
      'Dienstag, 24. März 2026, 18:00–20:00',
      'Dienstag, 31. März 2026, 18:00–20:00',
      'online',
      '240 Minuten · 5,3 UE (Unterrichtseinheiten zu 45 Minuten)',
      'Förderlandschaft',
      'Antrag und Finanzplan',
      'Verwendungsnachweis',
      'Zeynep Aydın',
      'Köln, 2. April 2026',
      'Hêlîn Demir',
      'Vorsitzende',
      '2026-7K3M-9QXW-P4TR',
      `${origin}/verify/2026-7K3M-9QXW-P4TR`,
    ])
      expect(printed).toContain(line)
    expect(words).toContain('GefördertdurchdieMusterstiftungausMittelndesLandesNordrhein-Westfalen.')
    expect(words).not.toMatch(/zertifikat|teilgenommenvon|hinweis:/i)
    expect(pages).toBe(1)
    expect(links).toEqual([`${origin}/verify/2026-7K3M-9QXW-P4TR`])
  })

  it.each([
    [
      'tr',
      'Katılım Belgesi',
      '24 Mart 2026 Salı, 18:00–20:00',
      '240 dakika · 5,3 ders saati (45 dakikalık)',
      '2 Nisan 2026',
    ],
    [
      'en',
      'Certificate of Attendance',
      'Tuesday, March 24, 2026, 18:00–20:00',
      '240 minutes · 5.3 teaching units (of 45 minutes)',
      'April 2, 2026',
    ],
  ] as const)('speaks %s whole', async (language, heading, date, extent, day) => {
    const { lines, words } = await read({ language })
    const printed = lines.map((line) => line.words)
    for (const line of [heading, date, extent, `Köln, ${day}`]) expect(printed).toContain(line)
    expect(words).not.toMatch(/Termin|Umfang|Inhalte|Nummer|Referent|Bescheinigung/)
  })

  it('says plainly where less was attended than planned', async () => {
    const note = 'Hinweis: Die Teilnahme umfasst nur einen Teil des Seminars.'
    const printedFor = async (attendedMinutes: number) =>
      (await read({ attendedMinutes })).lines.map((line) => line.words)
    const partly = await printedFor(191)
    expect(partly).toContain('240 Minuten · 5,3 UE (Unterrichtseinheiten zu 45 Minuten)')
    expect(partly).toContain('191 von 240 Minuten · 4,2 von 5,3 UE')
    expect(partly).toContain(note)
    // From 80 % upward it is a full certificate: the minutes are said, without a warning.
    const full = await printedFor(192)
    expect(full).toContain('192 von 240 Minuten · 4,3 von 5,3 UE')
    expect(full).not.toContain(note)
  })

  it('names the format of each session where they differ', async () => {
    const { lines } = await read({ sessions: evenings(2) })
    const printed = lines.map((line) => line.words)
    expect(printed).toContain('online und vor Ort')
    expect(printed).toContain('Dienstag, 3. März 2026, 18:00–20:00 · online')
    expect(printed).toContain('Dienstag, 10. März 2026, 18:00–20:00 · vor Ort')
  })

  it('names the funder by itself where the acknowledgement does not', async () => {
    const { lines } = await read({ acknowledgement: 'Gefördert aus Landesmitteln.' })
    const printed = lines.map((line) => line.words)
    expect(printed).toContain('Musterstiftung')
    expect(printed).toContain('Gefördert aus Landesmitteln.')
  })

  it.each([
    ['de', 'Register 2026/14'],
    ['tr', 'Kayıt 2026/14'],
    ['en', 'Register 2026/14'],
  ] as const)('says its place in the register of its year where it has one, %s', async (language, place) => {
    expect((await read({ language, serial: 14 })).lines.map((line) => line.words)).toContain(place)
    expect((await read({ language })).words).not.toMatch(/Register|Kayıt/)
  })

  it('leaves out what there is not, with its label', async () => {
    const { words, pages } = await read({
      trainer: '',
      signer: '',
      signerFunction: '',
      acknowledgement: '',
      funder: '',
      contents: [],
      organisation: { name: 'Lernhaus', street: '', city: '' },
    })
    expect(words).not.toMatch(/Referent|Inhalte|Förderung|Ort und Datum|Vorsitzende/)
    expect(words).toContain('2.April2026Datum')
    expect(pages).toBe(1)
  })

  it('carries every letter people are called by, composed or not, searchable', async () => {
    const firstName = 'Şêrîn Ûlkü İnciẍḧ'
    const lastName = "O’Çağlayan-ıĞffi d'Été"
    for (const form of ['NFC', 'NFD'] as const) {
      const { words } = await read({
        firstName: firstName.normalize(form),
        lastName: lastName.normalize(form),
      })
      expect(words).toContain(`${firstName} ${lastName}`.normalize('NFC').replaceAll(' ', ''))
    }
  })
})

describe('the file', () => {
  it('embeds its fonts and knows its language, title and author', async () => {
    const title = 'Recht & Pflicht: <Haftung> für „Vorstände“ > 2026'
    const { fonts: used, info, xmp } = await read({ title, language: 'tr' })
    expect(used.map((font) => font.name.replace(/^\w+\+/, '')).sort()).toEqual([
      'NotoSans-Regular',
      'NotoSerif-Regular',
      'NotoSerif-SemiBold',
    ])
    expect(used.every((font) => font.embedded)).toBe(true)
    expect(info.Language).toBe('tr')
    expect(info.Title).toBe(`Katılım Belgesi: ${title}`)
    expect(info.Author).toBe('Bund der Gemeinden e. V.')
    expect(xmp('dc:title')).toBe(`Katılım Belgesi: ${title}`)
    expect(xmp('dc:creator')).toEqual(['Bund der Gemeinden e. V.'])
  })

  it('tells screen readers what is what, in reading order', async () => {
    const { tags } = await read()
    const [document] = tagsNamed(tags, 'Document')
    expect(document?.children.map((tag) => tag.role)).toEqual([
      'P',
      'H1',
      'P',
      'P',
      'P',
      'H2',
      'Table',
      'P',
      'P',
      'Figure',
      'P',
      'P',
    ])
    expect(tagsNamed(tags, 'TR').map((row) => row.children.map((cell) => cell.role))).toEqual(
      Array.from({ length: 6 }, () => ['TH', 'TD']),
    )
    expect(tagsNamed(tags, 'LI')).toHaveLength(3)
    expect(tagsNamed(tags, 'Figure')[0]?.alt).toContain(`${origin}/verify/2026-7K3M-9QXW-P4TR`)
    expect(tagsNamed(tags, 'Link')).toHaveLength(1)
  })

  it('is the same to the byte when it is drawn again, and another for another day', async () => {
    const first = await draw()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(Buffer.from(await draw()).equals(first)).toBe(true)
    const later = await draw({ issuedAt: '2026-04-03T08:00:00.000Z' as Instant })
    expect(Buffer.from(later).equals(first)).toBe(false)
  })

  it('is the same to the byte whatever was drawn before it', async () => {
    const unopened = () =>
      Object.fromEntries(
        Object.entries(sheetMaterial).map(([name, bytes]) => [name, bytes.slice()]),
      ) as typeof sheetMaterial
    const certificate = aCertificate({ lastName: '\u062f\u0627' })
    const first = await drawSheet(certificate, { material: unopened(), origin })
    // These letters have other numbers and the same shapes.
    const used = unopened()
    const twin = aCertificate({ lastName: '\ufea9\ufe8d' })
    await drawSheet(twin, { material: used, origin })
    await Promise.all([twin, certificate].map((each) => drawSheet(each, { material: used, origin })))
    const again = await drawSheet(certificate, { material: used, origin })
    expect(Buffer.from(again).equals(first)).toBe(true)
  })

  it('is the same to the byte out of a minified bundle, in another folder and zone', {
    timeout: 30_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
    try {
      const entry = `
        import { readFileSync } from 'node:fs'
        import { drawSheet } from './functions/certificate/sheet/certificate.sheet.ts'
        const [certificate, paths] = process.argv.slice(2).map((words) => JSON.parse(words))
        const material = Object.fromEntries(
          Object.entries(paths).map(([name, path]) => [name, new Uint8Array(readFileSync(path))]))
        const bytes = await drawSheet(certificate, { material, origin: '${origin}' })
        process.stdout.write(Buffer.from(bytes).toString('base64'))`
      const { outputFiles } = await build({
        stdin: { contents: entry, resolveDir: project, loader: 'ts' },
        bundle: true,
        minify: true,
        write: false,
        platform: 'node',
        format: 'esm',
        target: 'node24',
        mainFields: ['module', 'main'],
        banner: {
          js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
        },
      })
      writeFileSync(join(folder, 'sheet.mjs'), outputFiles[0]?.contents ?? '')
      const run = spawnSync(
        process.execPath,
        ['sheet.mjs', JSON.stringify(aCertificate()), JSON.stringify(materialPaths)],
        {
          cwd: folder,
          env: { TZ: 'Pacific/Kiritimati' },
          encoding: 'utf8',
          maxBuffer: 10_000_000,
        },
      )
      expect(run.stderr).toBe('')
      expect(run.stdout).toBe(Buffer.from(await draw()).toString('base64'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the code', () => {
  const scanner = spawnSync('zbarimg', ['--version']).error || spawnSync('pdftoppm', ['-v']).error
  if (scanner) console.warn('SKIPPED: reading the QR code from the printed page needs zbarimg and pdftoppm')

  it.skipIf(scanner)('leads to the page that verifies it, from the page as printed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'code-'))
    try {
      for (const longOrigin of [origin, `https://${'lernhaus-der-gemeinden.'.repeat(4)}example.org`]) {
        const bytes = await drawSheet(aCertificate(), { material: sheetMaterial, origin: longOrigin })
        writeFileSync(join(folder, 'sheet.pdf'), bytes)
        spawnSync('pdftoppm', ['-r', '110', '-png', '-singlefile', 'sheet.pdf', 'sheet'], { cwd: folder })
        const run = spawnSync('zbarimg', ['-q', '--raw', 'sheet.png'], { cwd: folder, encoding: 'utf8' })
        expect(run.stdout.trim()).toBe(`${longOrigin}/verify/2026-7K3M-9QXW-P4TR`)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe.each(Object.entries(hardCases))('a sheet with %s', (_, overrides) => {
  it('loses nothing, lays nothing over anything and keeps its margins', async () => {
    const certificate = aCertificate(overrides)
    const { lines, words, pages } = await read(overrides)
    for (const part of saysAll(certificate)) expect(words).toContain(part)
    expect(overlaps(lines)).toEqual([])
    for (const line of lines) {
      expect(line.x).toBeGreaterThan(69)
      expect(line.x + line.width).toBeLessThan(595.28 - 69)
      expect(line.y).toBeGreaterThan(30)
      expect(line.y).toBeLessThan(842 - 60)
      expect(line.size).toBeGreaterThan(7)
    }
    expect(pages).toBeLessThanOrEqual(3)
    if (pages > 1)
      for (let page = 1; page <= pages; page++)
        expect(lines.filter((l) => l.page === page).map((l) => l.words)).toContain(
          `Seite ${page} von ${pages}`,
        )
  })
})

describe('letters that a font cannot draw', () => {
  it('are named, each once', () => {
    expect(missingGlyphs('Şükrü İğdeoğlu ê î û ẍ ḧ „“’–·', sheetMaterial.text)).toEqual([])
    expect(missingGlyphs('Ali 漢字 漢 👋\n', sheetMaterial.text)).toEqual(['漢', '字', '👋'])
  })

  it('are found wherever they would be printed', () => {
    expect(missingOnSheet(aCertificate(), { material: sheetMaterial, origin })).toEqual([])
    const odd = aCertificate({ trainer: 'علي', contents: ['Yoga 🧘'], signer: '漢' })
    expect(missingOnSheet(odd, { material: sheetMaterial, origin })).toEqual(
      expect.arrayContaining(['ع', '🧘', '漢']),
    )
  })
})
