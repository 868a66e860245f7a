import { create, type OpenedFont } from 'fontkit'

/** Opening a font takes longer than setting a page with it, so each is opened once. */
const opened = new WeakMap<Uint8Array, OpenedFont>()

/** A font that can be asked which letters it has. */
export function openFont(bytes: Uint8Array): OpenedFont {
  const font = opened.get(bytes) ?? create(bytes)
  opened.set(bytes, font)
  return font
}

/**
 * A font as it was when it was opened: it remembers what each shape stood for when it was first set, and the next sheet
 * would then give other bytes. A sheet is drawn in one go, so no two share what is remembered.
 */
export function fontAsNew(bytes: Uint8Array): OpenedFont {
  const font = openFont(bytes)
  font._glyphs = {}
  return font
}
