import { type Figure, fitInto } from './figure.sheet.ts'
import type { Paper, Style } from './paper.sheet.ts'
import type { SheetContent } from './sheet-facts.ts'
import type { Look } from './sheet-look.ts'
import type { Run } from './sheet-pieces.ts'

/** Place and date on the left, the hand that signed on the right; `lineAt` is the line on which both are written. */
export type Signature = {
  height: number
  date: Run[]
  signer: Run[]
  hand: Figure | undefined
  lineAt: number
  columnWidth: number
  signerLeft: number
}

const columnGap = 36
/** Room for a signature by hand, or a stamp. */
const handRoom = 40
const handSize = { width: 150, height: 38 }

/** Measures who signs, where and when. */
export function measureSignature(paper: Paper, content: SheetContent, look: Look): Signature {
  const { text, german, pictures, alt } = content
  const { entry, strong, small, left } = look
  const columnWidth = (look.width - columnGap) / 2
  const signerLeft = left + columnWidth + columnGap
  const placeAndDate = paper.wrap(text.placeAndDate.value, entry, columnWidth)
  const lineAt = handRoom + (placeAndDate.length - 1) * entry.leading
  const below = (words: string, style: Style, x: number, from: number): Run[] =>
    paper.wrap(words, style, columnWidth).map((line, i) => ({
      words: line,
      style,
      x,
      y: from + i * style.leading,
    }))
  const inGerman = (runs: Run[]): Run[] => runs.map((run) => ({ ...run, lang: 'de' }))
  const germanDate = german ? `${german.placeAndDate.label}: ${german.placeAndDate.value}` : ''
  const date: Run[] = [
    ...placeAndDate.map((words, i) => ({
      words,
      style: entry,
      x: left,
      y: lineAt - 6 - (placeAndDate.length - 1 - i) * entry.leading,
    })),
    { words: text.placeAndDate.label, style: small, x: left, y: lineAt + 12 },
    ...inGerman(below(germanDate, small, left, lineAt + 12 + small.leading)),
  ]
  const names = below(text.signer, strong, signerLeft, lineAt + 14)
  const namesEnd = lineAt + 13 + names.length * strong.leading
  const functions = below(text.signerFunction, small, signerLeft, namesEnd)
  const isOther = german && german.signerFunction !== text.signerFunction
  const germanFunctions = isOther
    ? inGerman(below(german.signerFunction, small, signerLeft, namesEnd + functions.length * small.leading))
    : []
  const signer = text.signer ? [...names, ...functions, ...germanFunctions] : []
  const deepest = Math.max(...[...date, ...signer].map((run) => run.y))
  const size = pictures.signature && text.signer ? fitInto(pictures.signature, handSize) : undefined
  const hand =
    size && pictures.signature
      ? {
          picture: pictures.signature,
          ...size,
          x: signerLeft + 4,
          y: lineAt - size.height,
          alt: alt.signature,
        }
      : undefined
  return { height: deepest + 4, date, signer, hand, lineAt, columnWidth, signerLeft }
}
