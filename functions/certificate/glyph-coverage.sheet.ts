import { create } from 'fontkit'
import type { Certificate } from './certificate.ts'
import type { SheetMaterial } from './paper.sheet.ts'
import { sheetText } from './sheet-facts.ts'

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

/** The letters that would become boxes anywhere on this sheet; it must not be issued while there are any. */
export function missingOnSheet(
  certificate: Certificate,
  surroundings: { material: SheetMaterial; origin: string },
): string[] {
  const words = JSON.stringify(sheetText(certificate, surroundings.origin))
  const { text, bold, small } = surroundings.material
  return [...new Set([text, bold, small].flatMap((font) => missingGlyphs(words, font)))]
}
