import type { Style } from './paper.sheet.ts'
import { pageHeight, pageWidth } from './paper.sheet.ts'

/** The house's colors on paper. */
export const ink = '#1f1d1a'
export const muted = '#5c5650'
export const pomegranate = '#9b1c3c'
export const hairline = '#d9d3cb'

/** Generous margins; what is written stays between them. */
export const left = 70
export const right = pageWidth - 70
export const top = 64
export const bottom = pageHeight - 52
export const wholeWidth = right - left
/** Labels stand in a column of their own, so that the eye finds what it looks for. */
export const labelWidth = 104

/** Sizes of name and title, largest first; the first that needs few enough lines is taken. */
export const nameSizes = [27, 24, 21, 18, 15.5, 13.5]
export const titleSizes = [18, 16, 14.5, 13, 11.5]

const set = (face: Style['face'], size: number, color: string, leading = 1.4): Style => ({
  face,
  size,
  leading: size * leading,
  color,
})

export type Look = {
  letterhead: Style
  letterheadAddress: Style
  heading: Style
  lead: Style
  name: (size: number) => Style
  /** A little larger, because its letters are drawn smaller than ours. */
  arabicName: (size: number) => Style
  title: (size: number) => Style
  label: Style
  entry: Style
  note: Style
  strong: Style
  small: Style
  /** Space above the paragraph of a fact, and between its entries. */
  rowPadding: number
  scale: number
}

/** Everything at that scale; 1 is the sheet as it is meant, less where there is much to say. */
export const lookAt = (scale: number): Look => ({
  letterhead: set('bold', 11, ink),
  letterheadAddress: set('small', 8, muted),
  heading: set('text', 32 * scale, pomegranate, 1.25),
  lead: set('text', 11 * scale, muted),
  name: (size) => set('bold', size * scale, ink, 1.25),
  arabicName: (size) => set('arabic', 1.15 * size * scale, ink, 1.6),
  title: (size) => set('bold', size * scale, ink, 1.32),
  label: set('small', 8 * Math.max(scale, 0.9), muted),
  entry: set('text', 10.5 * scale, ink, 1.45),
  note: set('text', 10 * scale, pomegranate, 1.45),
  strong: set('bold', 10, ink),
  small: set('small', 8, muted, 1.45),
  rowPadding: 6.5 * scale,
  scale,
})
