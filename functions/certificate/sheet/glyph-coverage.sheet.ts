import type { CertificateContent } from '../certificate.ts'
import { type NamePart, unsettableInName } from './name-parts.ts'
import { openFont } from './opened-font.ts'
import type { SheetMaterial } from './paper.sheet.ts'
import { germanText, sheetText } from './sheet-facts.ts'

/** The letters of a text that a font cannot draw, each once; it would print a box in their place. */
export function missingGlyphs(text: string, font: Uint8Array): string[] {
  const opened = openFont(font)
  const letters = new Set(text.normalize('NFC').replace(/\p{Cc}/gu, ''))
  return [...letters].filter((letter) => !opened.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

/** The letters that nobody should print unseen on this sheet: boxes, or a name set in a wrong order. */
export function missingOnSheet(
  certificate: CertificateContent,
  surroundings: { material: SheetMaterial; origin: string },
): string[] {
  const { name, nameParts, ...others } = sheetText(certificate, surroundings.origin)
  const german = germanText(certificate, surroundings.origin)
  const germanWords = [german?.title, german?.facts, german?.signerFunction]
  const { text, bold, small, arabic } = surroundings.material
  const wordsOf = (script: NamePart['script']) =>
    nameParts.filter((part) => part.script === script).map((part) => part.words)
  const western = JSON.stringify([others, wordsOf('western'), germanWords])
  return [
    ...new Set([
      ...[text, bold, small].flatMap((font) => missingGlyphs(western, font)),
      ...missingGlyphs(wordsOf('arabic').join(''), arabic),
      ...unsettableInName(name),
    ]),
  ]
}
