import { rowStretch } from './fact-pieces.ts'
import { drawFigure } from './figure.sheet.ts'
import type { Paper } from './paper.sheet.ts'
import type { Look } from './sheet-look.ts'
import type { Piece, Run } from './sheet-pieces.ts'

type Element = PDFKit.PDFStructureElement
type Row = { index: number; line: Element; cell: Element; list: Element | undefined }

/** Where a piece is drawn: its top, how far the page is stretched, and whether it begins the page. */
type Spot = { top: number; stretch: number; beginsPage: boolean }

/** The part of the sheet above its foot. Pieces are drawn in their order, which is the order they are read aloud. */
type Body = { draw(piece: Piece, spot: Spot): void; close(): void }

/**
 * Begins the body. Paragraphs are paragraphs for a screen reader; the facts are a table of which each row has its
 * label as header, and in its cell paragraphs or a list.
 */
export function openBody(paper: Paper, document: Element, look: Look): Body {
  const { pdf } = paper
  let table: Element | undefined
  let row: Row | undefined

  const closeRow = () => {
    row?.list?.end()
    row?.cell.end()
    row?.line.end()
    row = undefined
  }
  const openTable = () => {
    const opened = pdf.struct('Table')
    document.add(opened)
    return opened
  }
  const openRow = (piece: Piece, index: number, isList: boolean, top: number): Row => {
    closeRow()
    table ??= openTable()
    const line = pdf.struct('TR')
    table.add(line)
    line.add(written(paper, 'TH', piece.label?.runs ?? [], top))
    const cell = pdf.struct('TD')
    line.add(cell)
    const list = isList ? openList(paper) : undefined
    if (list) cell.add(list)
    return { index, line, cell, list }
  }

  return {
    draw(piece, { top, stretch, beginsPage }) {
      const { is, runs, label } = piece
      if (is.tag !== 'entry') {
        document.add(written(paper, is.tag, runs, top))
        if (piece.figure) document.add(drawFigure(paper, piece.figure, top))
        return
      }
      if (label?.isFirst && !beginsPage)
        paper.rule(
          look.left,
          top - label.hairline - (stretch * rowStretch) / 2,
          look.width,
          0.4,
          look.colors.hairline,
        )
      // Who turns the page sees again what the list is of; a screen reader is still in the same row.
      if (label && !label.isFirst && beginsPage) paper.decorate(() => writeRuns(paper, label.runs, top))
      if (row?.index !== is.row) row = openRow(piece, is.row, is.point, top)
      if (piece.figure) row.cell.add(drawFigure(paper, piece.figure, top))
      else if (row.list && is.point) addPoint(paper, row.list, runs, top)
      else row.cell.add(written(paper, 'P', runs, top))
    },
    close() {
      closeRow()
      table?.end()
    },
  }
}

/** PDF/UA asks what stands before the points; the library has no word for it. */
function openList({ pdf }: Paper): Element {
  const list = pdf.struct('L')
  const { dictionary } = list as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data.A = { O: 'List', ListNumbering: 'Disc' }
  return list
}

/** A point of a list: its dot, then its words. */
function addPoint(paper: Paper, list: Element, [dot, ...words]: Run[], top: number): void {
  const item = paper.pdf.struct('LI')
  list.add(item)
  item.add(written(paper, 'Lbl', dot ? [dot] : [], top))
  item.add(written(paper, 'LBody', words, top))
  item.end()
}

/** Words that are drawn as soon as they get their place in the document's structure. */
function written(paper: Paper, tag: string, runs: Run[], top: number): Element {
  // Arabic letters lie on the page from left to right, as they are seen; this is the order in which they are spoken.
  const isArabic = runs.some(({ style }) => style.face === 'arabic')
  const actual = isArabic ? { actual: runs.map((run) => run.words).join('') } : {}
  // The types leave out what PDF/UA asks of a header cell.
  const options = {
    ...(tag === 'TH' && { scope: 'Row' }),
    ...actual,
  } as PDFKit.Mixins.StructureElementOptions
  return paper.pdf.struct(tag, options, () => writeRuns(paper, runs, top))
}

/** Writes lines where they were measured. What is set in another way is another thing, and is read apart from it. */
export function writeRuns(paper: Paper, runs: Run[], top: number): void {
  runs.forEach(({ words, style, x, y, lang }, i) => {
    const next = runs[i + 1]
    const isApart = next && (next.style !== style || next.lang !== lang)
    if (lang) paper.pdf.markContent('Span', { lang })
    paper.write(isApart ? `${words} ` : words, style, x, top + y)
    if (lang) paper.pdf.endMarkedContent()
  })
}
