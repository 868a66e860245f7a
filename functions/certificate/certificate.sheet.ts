import { millisecondsOf } from '../kernel/time.ts'
import { attachFile, type SheetAttachment } from './archive.sheet.ts'
import { openBody } from './body.sheet.ts'
import type { Certificate } from './certificate.ts'
import { drawFoot, type Foot, measureFoot } from './foot.sheet.ts'
import { type Paper, pageHeight, pageWidth, type SheetMaterial, takePaper } from './paper.sheet.ts'
import { type SheetText, sheetText } from './sheet-facts.ts'
import {
  bottom,
  hairline,
  type Look,
  left,
  lookAt,
  pomegranate,
  right,
  top,
  wholeWidth,
} from './sheet-look.ts'
import { measurePieces, type Piece } from './sheet-pieces.ts'
import type { SheetWords } from './text/de.ts'
import { sheetWords } from './text/words.ts'

type Page = { pieces: Piece[]; hasFoot: boolean }
type Plan = { look: Look; pages: Page[]; foot: Foot }

/** From the sheet as it is meant down to the smallest that is still easy to read. */
const scales = [1, 0.95, 0.9, 0.85, 0.8]
/** Where one page is not enough, nothing needs to be small. */
const scaleOfMany = 0.92
const aboveFoot = 22
const mostStretch = 13
/** A page that goes on begins below its running head. */
const topOfNext = top + 26

/**
 * Draws a certificate as PDF: one page where it can, more where there is more to say. The same certificate always
 * gives the same bytes.
 */
export async function drawSheet(
  certificate: Certificate,
  surroundings: { material: SheetMaterial; origin: string; attachments?: readonly SheetAttachment[] },
): Promise<Uint8Array> {
  const text = sheetText(certificate, surroundings.origin)
  const words = sheetWords[certificate.language]
  const paper = takePaper(surroundings.material, {
    language: certificate.language,
    title: `${text.heading}: ${text.title}`,
    subject: text.name,
    author: text.organisation,
    number: certificate.number,
    at: new Date(millisecondsOf(certificate.issuedAt)),
  })
  const plan = planPages(paper, text)
  drawPlan(paper, plan, text, words)
  for (const attachment of surroundings.attachments ?? []) attachFile(paper.pdf, attachment)
  return paper.finish()
}

/** Measures first: the largest scale at which all fits on one page, otherwise page by page. */
function planPages(paper: Paper, text: SheetText): Plan {
  for (const scale of scales) {
    const look = lookAt(scale)
    const pieces = measurePieces(paper, text, look)
    const foot = measureFoot(paper, text, look)
    const spare = bottom - top - heightOf(pieces) - aboveFoot - foot.height
    if (spare >= 0) return { look, foot, pages: [{ pieces, hasFoot: true }] }
  }
  const look = lookAt(scaleOfMany)
  const foot = measureFoot(paper, text, look)
  return { look, foot, pages: fillPages(measurePieces(paper, text, look), foot) }
}

const heightOf = (pieces: Piece[]): number =>
  pieces.reduce((sum, piece, i) => sum + piece.height + (i > 0 ? piece.above : 0), 0)

/** How much stands on a page, at most. */
const roomOn = (page: number): number => bottom - 6 - (page === 0 ? top : topOfNext)

/** A second page with less than this above its foot looks like a mistake. */
const leastOnSecond = 60

/** Two pages, parted between two rows as late as is good; otherwise page by page. */
function fillPages(pieces: Piece[], foot: Foot): Page[] {
  const footHeight = aboveFoot + foot.height
  const parted = pieces.findLastIndex((piece, i) => {
    const below = heightOf(pieces.slice(i))
    return (
      piece.mayBeginPage &&
      below >= leastOnSecond &&
      below + footHeight <= roomOn(1) &&
      heightOf(pieces.slice(0, i)) <= roomOn(0)
    )
  })
  if (parted === -1) return fillOneByOne(pieces, footHeight)
  return [
    { pieces: pieces.slice(0, parted), hasFoot: false },
    { pieces: pieces.slice(parted), hasFoot: true },
  ]
}

/** Puts as much on each page as it holds; the foot comes after the last piece. */
function fillOneByOne(pieces: Piece[], footHeight: number): Page[] {
  const pages: Page[] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    if (open.length > 0 && heightOf([...open, piece]) > roomOn(pages.length)) {
      pages.push({ pieces: open, hasFoot: false })
      open = []
    }
    open.push(piece)
  }
  if (heightOf(open) + footHeight <= roomOn(pages.length)) return [...pages, { pieces: open, hasFoot: true }]
  // Something goes along with the foot, so that it does not stand there without a word.
  const along = open.splice(Math.max(1, open.length - 3))
  return [...pages, { pieces: open, hasFoot: false }, { pieces: along, hasFoot: true }]
}

/** Draws second, exactly what was measured. */
function drawPlan(paper: Paper, plan: Plan, text: SheetText, words: SheetWords): void {
  const { pdf } = paper
  const document = pdf.struct('Document')
  pdf.addStructure(document)
  const body = openBody(paper, document)
  plan.pages.forEach((page, i) => {
    pdf.addPage({ size: [pageWidth, pageHeight], margin: 0 })
    if (plan.pages.length > 1) drawPageMarks(paper, plan.look, text, words.page(i + 1, plan.pages.length), i)
    const stretch = i === 0 ? stretchOf(plan) : 0
    let y = i === 0 ? top : topOfNext
    page.pieces.forEach((piece, n) => {
      y += n === 0 ? 0 : piece.above + piece.stretch * stretch
      body.draw(piece, { top: y, stretch, beginsPage: n === 0 })
      y += piece.height
    })
    if (i === 0) drawLetterheadRule(paper, page.pieces[0])
    if (!page.hasFoot) return
    body.close()
    drawFoot(paper, plan.foot, (element) => document.add(element), {
      code: words.code(text.verify.address),
      link: words.link(text.verify.address),
    })
  })
  document.end()
}

/** Spare space opens the first page up, but never so far that it falls apart. */
function stretchOf({ pages, foot }: Plan): number {
  const [first] = pages
  if (!first) return 0
  const shares = first.pieces.reduce((sum, piece) => sum + piece.stretch, 0)
  const room = first.hasFoot ? bottom - top - aboveFoot - foot.height : roomOn(0)
  return shares === 0 ? 0 : Math.max(0, Math.min((room - heightOf(first.pieces)) / shares, mostStretch))
}

function drawLetterheadRule(paper: Paper, letterhead: Piece | undefined): void {
  const y = top + (letterhead?.height ?? 0) + 9
  paper.rule(left, y, wholeWidth, 0.5, hairline)
  paper.rule(left, y, 46, 2, pomegranate)
}

/** On several pages each says whose it is and which it is. */
function drawPageMarks(paper: Paper, look: Look, text: SheetText, page: string, index: number): void {
  const { small } = look
  paper.decorate(() => {
    paper.write(page, small, right - paper.widthOf(page, small), bottom + 16)
    if (index === 0) return
    const western = text.nameParts.filter(({ script }) => script === 'western').map(({ words }) => words)
    const whose = [text.heading, text.number.value, ...western].join(' · ')
    const [line = ''] = paper.wrap(whose, small, wholeWidth)
    paper.write(line, small, left, top)
  })
  if (index > 0) paper.rule(left, top + 9, wholeWidth, 0.5, hairline)
}
