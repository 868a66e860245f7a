import type { CertificateLook } from '../../programme/certificate-look.ts'
import { type Foot, measureFoot } from './foot.sheet.ts'
import type { Paper } from './paper.sheet.ts'
import type { SheetContent } from './sheet-facts.ts'
import { type Look, lookAt } from './sheet-look.ts'
import { measurePieces, type Piece } from './sheet-pieces.ts'

type Page = { pieces: Piece[]; hasFoot: boolean }

/** What stands on which page, all of it measured. */
export type Plan = { look: Look; pages: Page[]; foot: Foot }

/** From the sheet as it is meant down to the smallest that is still easy to read. */
const scales = [1, 0.95, 0.9, 0.85, 0.8]
/** Where one page is not enough, nothing needs to be small. */
const scaleOfMany = 0.92
const aboveFoot = 22
const mostStretch = 13

/** A page that goes on begins below its running head. */
export const topOfNext = ({ top }: Look): number => top + 26

/** Measures first: the largest scale at which all fits on one page, otherwise page by page. */
export function planPages(paper: Paper, content: SheetContent, chosen: CertificateLook): Plan {
  for (const scale of scales) {
    const look = lookAt(scale, chosen)
    const pieces = measurePieces(paper, content, look)
    const foot = measureFoot(paper, content, look)
    const spare = look.bottom - look.top - heightOf(pieces) - aboveFoot - foot.height
    if (spare >= 0) return { look, foot, pages: [{ pieces, hasFoot: true }] }
  }
  const look = lookAt(scaleOfMany, chosen)
  const foot = measureFoot(paper, content, look)
  return { look, foot, pages: fillPages(measurePieces(paper, content, look), foot, look) }
}

const heightOf = (pieces: Piece[]): number =>
  pieces.reduce((sum, piece, i) => sum + piece.height + (i > 0 ? piece.above : 0), 0)

/** How much stands on a page, at most. */
const roomOn = (page: number, look: Look): number =>
  look.bottom - 6 - (page === 0 ? look.top : topOfNext(look))

/** A second page with less than this above its foot looks like a mistake. */
const leastOnSecond = 60

/** Two pages, parted between two rows as late as is good; otherwise page by page. */
function fillPages(pieces: Piece[], foot: Foot, look: Look): Page[] {
  const footHeight = aboveFoot + foot.height
  const parted = pieces.findLastIndex((piece, i) => {
    const below = heightOf(pieces.slice(i))
    return (
      piece.mayBeginPage &&
      below >= leastOnSecond &&
      below + footHeight <= roomOn(1, look) &&
      heightOf(pieces.slice(0, i)) <= roomOn(0, look)
    )
  })
  if (parted === -1) return fillOneByOne(pieces, footHeight, look)
  return [
    { pieces: pieces.slice(0, parted), hasFoot: false },
    { pieces: pieces.slice(parted), hasFoot: true },
  ]
}

/** Puts as much on each page as it holds; the foot comes after the last piece. */
function fillOneByOne(pieces: Piece[], footHeight: number, look: Look): Page[] {
  const pages: Page[] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    if (open.length > 0 && heightOf([...open, piece]) > roomOn(pages.length, look)) {
      pages.push({ pieces: open, hasFoot: false })
      open = []
    }
    open.push(piece)
  }
  if (heightOf(open) + footHeight <= roomOn(pages.length, look))
    return [...pages, { pieces: open, hasFoot: true }]
  // Something goes along with the foot, so that it does not stand there without a word.
  const along = open.splice(Math.max(1, open.length - 3))
  return [...pages, { pieces: open, hasFoot: false }, { pieces: along, hasFoot: true }]
}

/** Spare space opens the first page up, but never so far that it falls apart. */
export function stretchOf({ pages, foot, look }: Plan): number {
  const [first] = pages
  if (!first) return 0
  const shares = first.pieces.reduce((sum, piece) => sum + piece.stretch, 0)
  const room = first.hasFoot ? look.bottom - look.top - aboveFoot - foot.height : roomOn(0, look)
  return shares === 0 ? 0 : Math.max(0, Math.min((room - heightOf(first.pieces)) / shares, mostStretch))
}
