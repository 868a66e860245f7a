import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import {
  type CertificateDesign,
  certificateDesigns,
  isReadableOnPaper,
  usualLook,
} from '../../functions/programme/certificate-look.ts'
import { aCertificate } from '../world/certificate.ts'
import { figureBoxes, underFigures } from '../world/figure-boxes.ts'
import { evenings, hardCases, overlaps, saysAll } from '../world/hard-sheets.ts'
import { whatDoesNotLast } from '../world/lasting-pdf.ts'
import { readPdf, tagsNamed } from '../world/pdf.ts'
import { aPng, nameOfPicture } from '../world/pictures.ts'
import { sheetMaterial as material } from '../world/sheet-material.ts'

const origin = 'https://lernhaus.example.org'
const logo = aPng({ width: 200, height: 180 })
const funderLogo = aPng({ width: 400, height: 60, colorType: 2 })
const signature = aPng({ width: 300, height: 90, colorType: 4 })
const pictures = new Map([logo, funderLogo, signature].map((bytes) => [nameOfPicture(bytes), bytes]))
const shown = {
  logo: nameOfPicture(logo),
  funderLogo: nameOfPicture(funderLogo),
  signature: nameOfPicture(signature),
}
const lookOf = (design: CertificateDesign) => ({ ...usualLook, design, color: '#1f5c4d' })
const german = ({ title, contents, acknowledgement, signerFunction }: Certificate) => ({
  title: `${title} (auf Deutsch)`,
  contents: contents.map((row) => `${row} auf Deutsch`),
  acknowledgement: `${acknowledgement} Auf Deutsch.`,
  signerFunction: `${signerFunction} auf Deutsch`,
})

const draw = (certificate: Certificate) => drawSheet(certificate, { material, origin, pictures })

const noObjects = spawnSync('qpdf', ['--version']).error !== undefined
if (noObjects) console.warn('SKIPPED: where pictures stand needs qpdf to take the file apart')

/** Nothing is written above, in points from the upper edge. */
const topOf: Record<CertificateDesign, number> = { letter: 60, frame: 54, plain: 127 }

/** Nothing lies over anything, nothing leaves the page's margins, nothing is lost. */
async function expectWhole(certificate: Certificate) {
  const bytes = await draw(certificate)
  const { lines, words } = await readPdf(bytes)
  for (const part of saysAll(certificate)) expect(words).toContain(part)
  expect(overlaps(lines)).toEqual([])
  if (!noObjects) {
    const figures = figureBoxes(bytes)
    expect(figures.length).toBeGreaterThan(0)
    expect(underFigures(figures, lines)).toEqual([])
    // The code has white around it, which may stand in the margin.
    for (const { left, bottom, right, top } of figures)
      expect(left > 60 && bottom > 36 && right < 536 && top < 842 - 54).toBe(true)
  }
  const side = certificate.look?.design === 'frame' ? 83 : 69
  for (const line of lines) {
    expect(line.x).toBeGreaterThan(side)
    expect(line.x + line.width).toBeLessThan(595.28 - side + 0.5)
    expect(line.y).toBeGreaterThan(certificate.look?.design === 'frame' ? 38 : 30)
    expect(line.y).toBeLessThan(842 - topOf[certificate.look?.design ?? 'letter'])
    expect(line.size).toBeGreaterThan(7)
  }
}

describe.each(certificateDesigns)('the design %s', (design) => {
  it.each(Object.keys(hardCases))('holds %s', async (name) => {
    await expectWhole(aCertificate({ ...hardCases[name], look: lookOf(design) }))
  })

  it.each(Object.keys(hardCases))('holds %s in Turkish with German beside, and pictures', async (name) => {
    const certificate = aCertificate({ ...hardCases[name], language: 'tr', serial: 14 })
    const look = { ...lookOf(design), ...shown, bilingual: true }
    await expectWhole({ ...certificate, look, german: german(certificate) })
  })

  it('holds whatever people write', { timeout: 60_000 }, async () => {
    const words = (most: number) =>
      fc
        .array(
          fc.constantFrom('Verein', 'Übungsleiterinnenfortbildung', 'için', 'ğ', 'W'.repeat(70), '2026'),
          {
            maxLength: most,
          },
        )
        .map((parts) => parts.join(' '))
    const anything = fc.record({
      title: words(12),
      firstName: words(4),
      contents: fc.array(words(6), { maxLength: 40 }),
      trainer: words(4),
      signer: words(4),
      signerFunction: words(6),
      acknowledgement: words(20),
      language: fc.constantFrom('de' as const, 'tr' as const, 'en' as const),
      attendedMinutes: fc.integer({ min: 0, max: 240 }),
      sessions: fc.integer({ min: 0, max: 12 }).map((count) => evenings(count)),
      withPictures: fc.boolean(),
      bilingual: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(anything, async ({ withPictures, bilingual, ...overrides }) => {
        const certificate = aCertificate({
          ...overrides,
          contents: overrides.contents.filter(Boolean),
          // Who signs nothing has no function that is printed.
          signerFunction: overrides.signer ? overrides.signerFunction : '',
        })
        const look = { ...lookOf(design), ...(withPictures && shown) }
        await expectWhole({ ...certificate, look, ...(bilingual && { german: german(certificate) }) })
      }),
      { numRuns: 15, seed: 20_260_402 },
    )
  })

  it.skipIf(noObjects)('lasts, and everybody can read it', async () => {
    const certificate = aCertificate({ language: 'tr', attendedMinutes: 150 })
    const look = { ...lookOf(design), ...shown, bilingual: true }
    expect(whatDoesNotLast(await draw({ ...certificate, look, german: german(certificate) }))).toEqual({})
  })

  const noScanner = spawnSync('zbarimg', ['--version']).error || spawnSync('pdftoppm', ['-v']).error
  if (noScanner) console.warn('SKIPPED: reading the code of each design needs zbarimg and pdftoppm')
  it.skipIf(noScanner)('has a code that can be read from paper', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'design-'))
    try {
      writeFileSync(
        join(folder, 'sheet.pdf'),
        await draw(aCertificate({ look: { ...lookOf(design), ...shown } })),
      )
      spawnSync('pdftoppm', ['-r', '110', '-png', '-singlefile', 'sheet.pdf', 'sheet'], { cwd: folder })
      const run = spawnSync('zbarimg', ['-q', '--raw', 'sheet.png'], { cwd: folder, encoding: 'utf8' })
      expect(run.stdout.trim()).toBe(`${origin}/verify/2026-7K3M-9QXW-P4TR`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('needs one page for what is usual, with pictures, in two scripts', async () => {
    const certificate = aCertificate({ lastName: 'Yılmaz علی ییلماز', look: { ...lookOf(design), ...shown } })
    expect((await readPdf(await draw(certificate))).pages).toBe(1)
  })

  it('says what its pictures show', async () => {
    const certificate = aCertificate({ look: { ...lookOf(design), ...shown } })
    const { tags, pages } = await readPdf(await draw(certificate))
    const alts = tagsNamed(tags, 'Figure').map(({ alt }) => alt)
    const logos = ['Logo: Bund der Gemeinden e. V.', 'Logo: Musterstiftung']
    expect(alts).toEqual([
      ...(design === 'plain' ? [] : logos),
      'Unterschrift: Hêlîn Demir',
      expect.stringContaining('QR-Code'),
    ])
    expect(pages).toBe(1)
  })
})

describe('a look', () => {
  it('that was never chosen is that of a letter, to the byte', async () => {
    const plain = await draw(aCertificate())
    expect(Buffer.from(await draw(aCertificate({ look: usualLook }))).equals(plain)).toBe(true)
  })

  it('without one of its pictures is rather not printed at all', async () => {
    const look = { ...usualLook, logo: 'f'.repeat(64) }
    await expect(draw(aCertificate({ look }))).rejects.toThrow('is missing')
  })

  it('puts German beside only where the person reads another language', async () => {
    const certificate = aCertificate({ look: { ...usualLook, bilingual: true } })
    const { words } = await readPdf(await draw({ ...certificate, german: german(certificate) }))
    expect(words).not.toContain('aufDeutsch')
    const { words: both } = await readPdf(
      await draw({ ...certificate, language: 'en', german: german(certificate) }),
    )
    for (const part of ['CertificateofAttendance', 'Teilnahmebescheinigung', 'ReferentIn', 'aufDeutsch'])
      expect(both.toLowerCase()).toContain(part.toLowerCase().replace('referentin', 'referent/in'))
  })

  it.each([
    ['#9b1c3c', true],
    ['#1f5c4d', true],
    ['#000000', true],
    ['#767676', true],
    ['#777777', false],
    ['#e67e22', false],
    ['#ffffff', false],
  ])('in %s can be read on paper: %s', (color, isReadable) => {
    expect(isReadableOnPaper(color)).toBe(isReadable)
  })
})
