import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import { missingGlyphs, missingOnSheet } from '../../functions/certificate/sheet/glyph-coverage.sheet.ts'
import { partsOfName, unsettableInName } from '../../functions/certificate/sheet/name-parts.ts'
import { aCertificate } from '../world/certificate.ts'
import { readPdf } from '../world/pdf.ts'
import { sheetMaterial as material } from '../world/sheet-material.ts'

const origin = 'https://lernhaus.example.org'
const named = (firstName: string, lastName: string) => aCertificate({ firstName, lastName })
const missing = (firstName: string, lastName: string) =>
  missingOnSheet(named(firstName, lastName), { material, origin })
const draw = (firstName: string, lastName: string) =>
  drawSheet(named(firstName, lastName), { material, origin })

describe('a name', () => {
  it.each([
    ['Ali Yılmaz', ['Ali Yılmaz']],
    ['Ali ییلماز', ['Ali', 'ییلماز']],
    ['Ali Yılmaz علی ییلماز', ['Ali Yılmaz', 'علی ییلماز']],
    ['علی ییلماز Ali Yılmaz', ['Ali Yılmaz', 'علی ییلماز']],
    ['فاطمة الزهراء', ['فاطمة الزهراء']],
  ])('%s stands on a line for each of its scripts', (name, lines) => {
    expect(partsOfName(name).map(({ words }) => words)).toEqual(lines)
    expect(unsettableInName(name)).toEqual([])
  })

  it.each([
    ['two directions in one word', 'Aliعلي', ''],
    ['scripts that take turns', 'Ali علي', 'Yılmaz ییلماز'],
    ['figures that run to the left', 'علي ١٢', 'الثاني'],
    ['brackets that would turn', 'علي', '(الثاني)'],
    ['Hebrew', 'דוד', 'כהן'],
    ['Devanagari', 'आशा', 'शर्मा'],
    ['Chinese', '王', '小明'],
    ['Georgian', 'ნინო', 'ბერიძე'],
    ['a picture', 'Ayşe', '🌷'],
  ])('with %s waits for somebody to look', (_, firstName, lastName) => {
    expect(missing(firstName, lastName)).not.toEqual([])
  })

  it.each([
    ['Turkish', 'Şükrü Ğ ğ ı', 'İğdeoğlu'],
    ['Kurdish in Latin letters', 'Şêrîn Bêrîvan', 'Ẍezal Ḧesen'],
    ['Zazaki and apostrophes', 'Zérda', "O’Neill d'Été"],
    ['Vietnamese', 'Nguyễn', 'Thị Hường'],
    ['Polish and Czech', 'Łucja', 'Dvořáková'],
    ['Cyrillic', 'Юлия', 'Щёголева'],
    ['Ukrainian', 'Їжак', 'Ґалаґан Єва'],
    ['Greek', 'Βασιλική', 'Παπαδοπούλου'],
    ['Greek of old', 'Ἀριστοτέλης', 'Ὦτος'],
    ['Arabic', 'مُحَمَّد', 'الزهراء'],
    ['Persian', 'ژاله', 'گلچهره'],
    ['Kurdish in Arabic letters', 'بێژان', 'كۆمەڵە ڕۆژ'],
    ['Urdu', 'ٹیپو', 'ڈھولن'],
  ])('in %s is printed, and never as a box', async (_, firstName, lastName) => {
    for (const form of ['NFC', 'NFD'] as const)
      expect(missing(firstName.normalize(form), lastName.normalize(form))).toEqual([])
    const { fonts } = await readPdf(await draw(firstName, lastName))
    expect(fonts.every(({ embedded }) => embedded)).toBe(true)
  })

  it('in Cyrillic and Greek has all its letters in each font of the sheet', () => {
    const letters =
      'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяҐґЄєІіЇї ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ'
    for (const font of [material.text, material.bold, material.small])
      expect(missingGlyphs(letters, font)).toEqual([])
  })

  it('in two scripts is read by pdf.js as two lines, one below the other', async () => {
    const { lines } = await readPdf(await draw('Ali', 'Yılmaz علی ییلماز'))
    const [western, arabic] = ['Ali Yılmaz', 'علی ییلماز'].map((words) =>
      lines.find((line) => line.words === words),
    )
    expect(western?.y).toBeGreaterThan((arabic?.y ?? 0) + 20)
    expect(Math.abs((western?.x ?? 0) - (arabic?.x ?? 0))).toBeLessThan(3)
  })

  const noReader = spawnSync('pdftotext', ['-v']).error
  if (noReader) console.warn('SKIPPED: reading Arabic names with a second reader needs pdftotext')
  it.skipIf(noReader).each([
    ['Ali', 'Yılmaz علی ییلماز', 'علی ییلماز'],
    ['فاطمة', 'الزهراء', 'فاطمة الزهراء'],
    ['بێژان', 'كۆمەڵە ژاله', 'بێژان كۆمەڵە ژاله'],
  ])('%s %s is read by poppler in the order in which it is spoken', async (firstName, lastName, words) => {
    const folder = mkdtempSync(join(tmpdir(), 'name-'))
    try {
      writeFileSync(join(folder, 'sheet.pdf'), await draw(firstName, lastName))
      const run = spawnSync('pdftotext', ['sheet.pdf', '-'], { cwd: folder, encoding: 'utf8' })
      expect(run.stdout.replace(/[\u202a-\u202e]/g, '')).toContain(words)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
