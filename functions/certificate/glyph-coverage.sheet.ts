import { create } from 'fontkit'
import type { Certificate } from './certificate.ts'
import { type NamePart, unsettableInName } from './name-parts.ts'
import type { SheetMaterial } from './paper.sheet.ts'
import { germanText, sheetText } from './sheet-facts.ts'

/** The letters of a text that a font cannot draw, each once; it would print a box in their place. */
export function missingGlyphs(text: string, font: Uint8Array): string[] {
  const { hasGlyphForCodePoint } = coverageOf(font)
  const letters = new Set(text.normalize('NFC').replace(/\p{Cc}/gu, ''))
  return [...letters].filter((letter) => !hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

type Coverage = { hasGlyphForCodePoint: (codePoint: number) => boolean }

/** Reading a font takes longer than asking it, so each is read once. */
const read = new WeakMap<Uint8Array, Coverage>()

function coverageOf(font: Uint8Array): Coverage {
  const known = read.get(font)
  if (known) return known
  const opened = create(font)
  const made = { hasGlyphForCodePoint: (codePoint: number) => opened.hasGlyphForCodePoint(codePoint) }
  read.set(font, made)
  return made
}

/** The letters that nobody should print unseen on this sheet: boxes, or a name set in a wrong order. */
export function missingOnSheet(
  certificate: Certificate,
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
