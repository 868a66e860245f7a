/** The types of fontkit that a sheet needs; the package brings none. */
declare module 'fontkit' {
  export type OpenedFont = {
    hasGlyphForCodePoint: (codePoint: number) => boolean
    layout: (words: string, features?: object) => unknown
    /** What was set already, by the number of its shape. */
    _glyphs: object
  }
  export function create(font: Uint8Array): OpenedFont
}
