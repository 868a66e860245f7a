import PDFDocument from 'pdfkit'
import { declareLasting, explainLetters } from './archive.sheet.ts'
import { fontAsNew } from './opened-font.ts'

/** Serif for reading, serif semibold for what stands out, sans for the small print, and a face for Arabic names. */
type Face = 'text' | 'bold' | 'small' | 'arabic'
/** What a sheet is made of, as bytes: its fonts, and the profile that says what its colors look like. */
export type SheetMaterial = Record<Face, Uint8Array> & { colorProfile: Uint8Array }

/** A way to set words: face, size in points, distance between baselines, color. */
export type Style = { face: Face; size: number; leading: number; color: string }

/** A picture that was read, and how large it is in dots. */
export type Picture = { source: string; width: number; height: number }

/** A PDF that is being written, with the few strokes that a sheet needs. Every measure is in points. */
export type Paper = {
  pdf: PDFKit.PDFDocument
  /** How wide words are in that style. */
  widthOf(words: string, style: Style): number
  /** Breaks words into lines that are no wider than that. */
  wrap(words: string, style: Style, width: number): string[]
  /** Writes one line, its baseline at y. */
  write(line: string, style: Style, x: number, y: number): void
  /** A thin line across; nothing that a screen reader should mention. */
  rule(x: number, y: number, width: number, thickness: number, color: string): void
  readPicture(bytes: Uint8Array): Picture
  /** Draws what is only there for the eye. */
  decorate(draw: () => void): void
  finish(): Promise<Uint8Array>
}

export const pageWidth = 595.28
export const pageHeight = 841.89

/** Ligatures make names hard to search and, in Turkish, hide the dot that tells i from ı. The types know lists only. */
const withoutLigatures = { liga: false, clig: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[]
/** Without any such wish the library sets Arabic words one by one, in the wrong order. */
const asArabic = {} as unknown as PDFKit.Mixins.OpenTypeFeatures[]
const featuresOf = (face: Face) => (face === 'arabic' ? asArabic : withoutLigatures)

/** Takes a sheet of A4 that knows what it is: language, title and tags for screen readers. */
export function takePaper(
  material: SheetMaterial,
  about: { language: string; title: string; subject: string; author: string; number: string; at: Date },
): Paper {
  const pdf = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: about.language,
    displayTitle: true,
    // No standard font, which would not be embedded; the types do not know that null says so.
    font: null as unknown as string,
    info: {
      Title: about.title,
      Subject: about.subject,
      Author: about.author,
      // The identifier of the file is made of these facts; two people may have one name.
      Keywords: about.number,
      Creator: 'Lernhaus',
      Producer: 'Lernhaus',
      CreationDate: about.at,
      ModDate: about.at,
    },
  })
  declareLasting(pdf, material.colorProfile, about.at)
  for (const face of ['text', 'bold', 'small', 'arabic'] as const)
    pdf.registerFont(face, fontAsNew(material[face]) as unknown as string)

  const use = ({ face, size }: Style) => pdf.font(face).fontSize(size)
  const widthOf = measure(pdf)
  const decorate = (draw: () => void): void => {
    pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    pdf.endMarkedContent()
  }

  return {
    pdf,
    widthOf,
    wrap: (words, style, width) => wrapWords(words, (part) => widthOf(part, style) <= width),
    write(line, style, x, y) {
      const features = featuresOf(style.face)
      use(style)
        .fillColor(style.color)
        .text(line, x, y, { lineBreak: false, baseline: 'alphabetic', features })
    },
    rule: (x, y, width, thickness, color) =>
      decorate(() => pdf.rect(x, y - thickness / 2, width, thickness).fill(color)),
    decorate,
    readPicture(bytes) {
      // The types know neither this nor that a picture that was read can be drawn.
      const { openImage } = pdf as unknown as {
        openImage: (bytes: Uint8Array) => { width: number; height: number }
      }
      const source = openImage.call(pdf, bytes)
      return { source: source as unknown as string, width: source.width, height: source.height }
    },
    finish() {
      explainLetters(pdf)
      return bytesOf(pdf)
    },
  }
}

/** Widths grow with the size, so words are laid out once per face, however many sizes are tried. */
function measure(pdf: PDFKit.PDFDocument): Paper['widthOf'] {
  const known = new Map<string, number>()
  return (words, { face, size }) => {
    const key = `${face}|${words}`
    const width =
      known.get(key) ??
      pdf
        .font(face)
        .fontSize(1000)
        .widthOfString(words, { features: featuresOf(face) })
    known.set(key, width)
    return (width * size) / 1000
  }
}

/**
 * Fills each line with as many words as fit; a word that is longer than a line is broken between its letters. The
 * space at which a line ends stays there, so that whoever hears or copies the words gets them apart.
 */
function wrapWords(words: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of words.split(' ').filter((part) => part !== '')) {
    if (open !== '' && fits(`${open} ${word}`)) {
      open = `${open} ${word}`
      continue
    }
    if (open !== '') lines.push(`${open} `)
    const parts = fits(word) ? [word] : breakWord(word, fits)
    lines.push(...parts.slice(0, -1))
    open = parts.at(-1) ?? ''
  }
  return open === '' ? lines : [...lines, open]
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The longest beginning that fits, again and again; at least one letter each, so that it comes to an end. */
function breakWord(word: string, fits: (part: string) => boolean): string[] {
  const segments = [...letters.segment(word)].map(({ segment }) => segment)
  const parts: string[] = []
  while (segments.length > 0) {
    let [fitting, tooMany] = [1, segments.length + 1]
    while (tooMany - fitting > 1) {
      const middle = (fitting + tooMany) >> 1
      if (fits(segments.slice(0, middle).join(''))) fitting = middle
      else tooMany = middle
    }
    parts.push(segments.splice(0, fitting).join(''))
  }
  return parts
}

async function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  pdf.end()
  for await (const chunk of pdf) chunks.push(chunk as unknown as Uint8Array)
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
