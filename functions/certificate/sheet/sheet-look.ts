import type { CertificateLook } from '../../programme/certificate-look.ts'
import type { Style } from './paper.sheet.ts'
import { pageHeight, pageWidth } from './paper.sheet.ts'

/** Sizes of name and title, largest first; the first that needs few enough lines is taken. */
export const nameSizes = [27, 24, 21, 18, 15.5, 13.5]
export const titleSizes = [18, 16, 14.5, 13, 11.5]

/** Labels stand in a column of their own, so that the eye finds what it looks for. */
export const labelWidth = 104

/** Where things may stand on the page; what is written stays between these. */
type Margins = { left: number; right: number; top: number; bottom: number; width: number }
type Colors = { ink: string; muted: string; accent: string; hairline: string }

/** How a sheet is set: its design, its colors, and each kind of words. */
export type Look = Margins & {
  design: CertificateLook['design']
  colors: Colors
  /** Heading, name and title stand in the middle. */
  centered: boolean
  letterhead: Style
  letterheadAddress: Style
  heading: Style
  lead: Style
  name: (size: number) => Style
  /** A little larger, because its letters are drawn smaller than ours. */
  arabicName: (size: number) => Style
  title: (size: number) => Style
  /** What stands in German below the words of the sheet. */
  beside: (size: number) => Style
  besideEntry: Style
  label: Style
  entry: Style
  note: Style
  strong: Style
  small: Style
  /** Space above the paragraph of a fact, and between its entries. */
  rowPadding: number
  scale: number
}

const between = (side: number, top: number, below: number): Margins => ({
  left: side,
  right: pageWidth - side,
  top,
  bottom: pageHeight - below,
  width: pageWidth - 2 * side,
})

/** A letterhead that is printed already ends 45 mm below the edge (DIN 5008). */
const belowLetterhead = 128

const margins: Record<CertificateLook['design'], Margins> = {
  letter: between(70, 64, 52),
  frame: between(84, 58, 56),
  plain: between(70, belowLetterhead, 52),
}

const colorsOf = ({ design, color }: CertificateLook): Colors =>
  design === 'plain'
    ? { ink: '#000000', muted: '#000000', accent: '#000000', hairline: '#000000' }
    : { ink: '#1f1d1a', muted: '#5c5650', accent: color, hairline: '#d9d3cb' }

const set = (face: Style['face'], size: number, color: string, leading = 1.4): Style => ({
  face,
  size,
  leading: size * leading,
  color,
})

/** Everything at that scale; 1 is the sheet as it is meant, less where there is much to say. */
export function lookAt(scale: number, chosen: CertificateLook): Look {
  const colors = colorsOf(chosen)
  const { ink, muted, accent } = colors
  const { design } = chosen
  return {
    ...margins[design],
    design,
    colors,
    centered: design === 'frame',
    letterhead: set('bold', 11, ink),
    letterheadAddress: set('small', 8, muted),
    heading: set('text', (design === 'plain' ? 26 : 32) * scale, accent, 1.25),
    lead: set('text', 11 * scale, muted),
    name: (size) => set('bold', size * scale, ink, 1.25),
    arabicName: (size) => set('arabic', 1.15 * size * scale, ink, 1.6),
    title: (size) => set('bold', size * scale, ink, 1.32),
    beside: (size) => set('text', size * scale, muted, 1.35),
    besideEntry: set('text', 9.5 * scale, muted, 1.45),
    label: set('small', 8 * Math.max(scale, 0.9), muted),
    entry: set('text', 10.5 * scale, ink, 1.45),
    note: set('text', 10 * scale, accent, 1.45),
    strong: set('bold', 10, ink),
    small: set('small', 8, muted, 1.45),
    rowPadding: 6.5 * scale,
    scale,
  }
}
