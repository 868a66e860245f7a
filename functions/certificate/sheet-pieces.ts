import type { Paper, Style } from './paper.sheet.ts'
import type { SheetFact, SheetText } from './sheet-facts.ts'
import { type Look, labelWidth, left, nameSizes, right, titleSizes, wholeWidth } from './sheet-look.ts'

/** One line where it will stand; `y` is its baseline below the top of its piece. */
export type Run = { words: string; style: Style; x: number; y: number }

/**
 * What is measured before anything is drawn, and never cut: a paragraph, or an entry of a fact. `above` is the space
 * over it, left out at the top of a page; `stretch` tells how much of the page's spare space it may take.
 */
export type Piece = {
  height: number
  above: number
  stretch: number
  runs: Run[]
  /** What it is for a screen reader; entries belong to a row. */
  is: { tag: 'P' | 'H1' | 'H2' } | { tag: 'entry'; row: number; point: boolean }
  /** A page may begin here without tearing anything apart. */
  mayBeginPage?: boolean
  /** The label of an entry's row, and how far above the hairline is before the page is stretched. */
  label?: { runs: Run[]; hairline: number; isFirst: boolean }
}

const columnLeft = left + labelWidth
const bullet = '•'
const bulletWidth = 11

/** Lines under each other, the first baseline as deep as its letters are tall. */
function stack(lines: string[], style: Style, x: number): { runs: Run[]; height: number } {
  const ascent = style.leading / 2 + style.size * 0.35
  return {
    runs: lines.map((words, i) => ({ words, style, x, y: ascent + i * style.leading })),
    height: lines.length * style.leading,
  }
}

/** Breaks words so that the lines are about equally long, as one would set a title. */
function balanced(paper: Paper, words: string, style: Style): string[] {
  const lines = paper.wrap(words, style, wholeWidth)
  if (lines.length < 2) return lines
  let [narrow, wide] = [wholeWidth / 2, wholeWidth]
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2
    if (paper.wrap(words, style, middle).length > lines.length) narrow = middle
    else wide = middle
  }
  return paper.wrap(words, style, wide)
}

/** The largest size at which the words need no more lines than that, or the smallest there is. */
function largest(
  paper: Paper,
  words: string,
  choice: { sizes: readonly number[]; style: (size: number) => Style; lines: number },
): { style: Style; lines: string[] } {
  const set = (size: number) => ({
    style: choice.style(size),
    lines: paper.wrap(words, choice.style(size), wholeWidth),
  })
  const fitting = choice.sizes.map(set).find(({ lines }) => lines.length <= choice.lines)
  const { style } = fitting ?? set(choice.sizes.at(-1) ?? 12)
  return { style, lines: balanced(paper, words, style) }
}

/** Measures everything that stands between the top of the sheet and its foot. */
export function measurePieces(paper: Paper, text: SheetText, look: Look): Piece[] {
  const paragraph = (
    tag: 'P' | 'H1' | 'H2',
    { lines, style }: { lines: string[]; style: Style },
    space: { above: number; stretch: number },
  ): Piece => ({
    ...stack(lines, style, left),
    ...space,
    above: space.above * look.scale,
    is: { tag },
  })
  const lead = (words: string) => ({ lines: paper.wrap(words, look.lead, wholeWidth), style: look.lead })
  const heading = { lines: paper.wrap(text.heading, look.heading, wholeWidth), style: look.heading }
  const title = largest(paper, text.title, { sizes: titleSizes, style: look.title, lines: 3 })
  return [
    measureLetterhead(paper, text, look),
    paragraph('H1', heading, { above: 38, stretch: 3 }),
    paragraph('P', lead(text.beforeName), { above: 22, stretch: 2 }),
    ...text.nameParts.map(({ script, words }) => {
      const style = script === 'arabic' ? look.arabicName : look.name
      return paragraph('P', largest(paper, words, { sizes: nameSizes, style, lines: 2 }), {
        above: 5,
        stretch: 0,
      })
    }),
    paragraph('P', lead(text.beforeTitle), { above: 9, stretch: 0 }),
    paragraph('H2', title, { above: 6, stretch: 0 }),
    ...text.facts.flatMap((fact, row) => measureFact(paper, fact, row, look)),
  ]
}

/** Name and address of the association, side by side where there is room. */
function measureLetterhead(paper: Paper, { organisation, address }: SheetText, look: Look): Piece {
  const { letterhead, letterheadAddress } = look
  const names = paper.wrap(organisation, letterhead, wholeWidth)
  const name = stack(names, letterhead, left)
  const addressWidth = paper.widthOf(address, letterheadAddress)
  const isBeside =
    names.length === 1 && paper.widthOf(organisation, letterhead) + 24 + addressWidth <= wholeWidth
  const is = { tag: 'P' } as const
  if (isBeside) {
    const y = name.runs[0]?.y ?? 0
    const beside: Run = { words: address, style: letterheadAddress, x: right - addressWidth, y }
    return { ...name, runs: address ? [...name.runs, beside] : name.runs, above: 0, stretch: 0, is }
  }
  const below = stack(paper.wrap(address, letterheadAddress, wholeWidth), letterheadAddress, left)
  const lowered = below.runs.map((run) => ({ ...run, y: run.y + name.height + 2 }))
  return {
    runs: [...name.runs, ...lowered],
    height: name.height + below.height + 2,
    above: 0,
    stretch: 0,
    is,
  }
}

/** How much of the spare space each row takes, half of it above its hairline. */
export const rowStretch = 0.5

/** A fact as one piece per entry, so that a long list may go on over the page. */
function measureFact(paper: Paper, fact: SheetFact, row: number, look: Look): Piece[] {
  const indent = fact.points ? bulletWidth : 0
  const label = stack(paper.wrap(fact.label, look.label, labelWidth - 14), look.label, left)
  const entries = fact.entries.map((entry, i): Piece => {
    const lines = paper.wrap(entry, look.entry, right - columnLeft - indent)
    const { runs, height } = stack(lines, look.entry, columnLeft + indent)
    const dot: Run = { words: bullet, style: look.entry, x: columnLeft, y: runs[0]?.y ?? 0 }
    return {
      runs: fact.points ? [dot, ...runs] : runs,
      height,
      above: i > 0 ? 0 : 2 * look.rowPadding + (row === 0 ? 10 * look.scale : 0),
      stretch: i > 0 ? 0 : row === 0 ? 3 : rowStretch,
      is: { tag: 'entry', row, point: fact.points ?? false },
    }
  })
  // Label and entry stand on one baseline.
  const shift = (entries[0]?.runs[0]?.y ?? 0) - (label.runs[0]?.y ?? 0)
  const runs = label.runs.map((run) => ({ ...run, y: run.y + shift }))
  return [...entries, ...measureNote(paper, fact, row, look)].map((piece, i, all) => ({
    ...piece,
    height: all.length === 1 ? Math.max(piece.height, label.height + shift) : piece.height,
    mayBeginPage: i === 0 && row > 0 && !fact.belongsToLast,
    label: { runs, hairline: look.rowPadding, isFirst: i === 0 },
  }))
}

function measureNote(paper: Paper, { note }: SheetFact, row: number, look: Look): Piece[] {
  if (note === undefined) return []
  const lines = paper.wrap(note, look.note, right - columnLeft)
  const is = { tag: 'entry', row, point: false } as const
  return [{ ...stack(lines, look.note, columnLeft), above: 0, stretch: 0, is }]
}
