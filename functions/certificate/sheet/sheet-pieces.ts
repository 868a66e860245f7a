import { measureFact } from './fact-pieces.ts'
import { type Figure, fitInto } from './figure.sheet.ts'
import type { Paper, Style } from './paper.sheet.ts'
import type { SheetContent } from './sheet-facts.ts'
import { type Look, nameSizes, titleSizes } from './sheet-look.ts'

/** One line where it will stand; `y` is its baseline below the top of its piece. */
export type Run = {
  words: string
  style: Style
  x: number
  y: number
  /** Where it is not in the language of the sheet. */
  lang?: 'de'
}

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
  /** A picture that belongs to it. */
  figure?: Figure
  /** A page may begin here without tearing anything apart. */
  mayBeginPage?: boolean
  /** The label of an entry's row, and how far above the hairline is before the page is stretched. */
  label?: { runs: Run[]; hairline: number; isFirst: boolean }
}

/** Lines under each other, the first baseline as deep as its letters are tall. */
export function stack(lines: string[], style: Style, x: number): { runs: Run[]; height: number } {
  const ascent = style.leading / 2 + style.size * 0.35
  return {
    runs: lines.map((words, i) => ({ words, style, x, y: ascent + i * style.leading })),
    height: lines.length * style.leading,
  }
}

/** The same lines in the middle of the page, where the design wants them there. */
function inPlace<Stack extends { runs: Run[] }>(paper: Paper, stacked: Stack, look: Look): Stack {
  if (!look.centered) return stacked
  const runs = stacked.runs.map((run) => ({
    ...run,
    x: look.left + (look.width - paper.widthOf(run.words.trimEnd(), run.style)) / 2,
  }))
  return { ...stacked, runs }
}

/** Breaks words so that the lines are about equally long, as one would set a title. */
function balanced(paper: Paper, words: string, style: Style, wholeWidth: number): string[] {
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

type Lines = { style: Style; lines: string[] }

/** The largest size at which the words need no more lines than that, or the smallest there is. */
function largest(
  paper: Paper,
  words: string,
  choice: { sizes: readonly number[]; style: (size: number) => Style; lines: number; width: number },
): Lines {
  const set = (size: number) => ({
    style: choice.style(size),
    lines: paper.wrap(words, choice.style(size), choice.width),
  })
  const fitting = choice.sizes.map(set).find(({ lines }) => lines.length <= choice.lines)
  const { style } = fitting ?? set(choice.sizes.at(-1) ?? 12)
  return { style, lines: balanced(paper, words, style, choice.width) }
}

/** Measures everything that stands between the top of the sheet and its foot. */
export function measurePieces(paper: Paper, content: SheetContent, look: Look): Piece[] {
  const { text, german } = content
  const { width } = look
  type Space = { above: number; stretch: number }
  const paragraph = (tag: 'P' | 'H1' | 'H2', { lines, style }: Lines, space: Space): Piece => ({
    ...inPlace(paper, stack(lines, style, look.left), look),
    ...space,
    above: space.above * look.scale,
    is: { tag },
  })
  const plain = (words: string, style: Style): Lines => ({ lines: paper.wrap(words, style, width), style })
  /** The German words under those of the sheet, where there are any and they are others. */
  const beside = (words: string, own: string, size: number): Piece[] => {
    if (words === '' || words === own) return []
    const style = look.beside(size)
    const lines = balanced(paper, words, style, width)
    const piece = paragraph('P', { lines, style }, { above: 1.5, stretch: 0 })
    return [{ ...piece, runs: piece.runs.map((run) => ({ ...run, lang: 'de' as const })) }]
  }
  const heading = plain(text.heading, look.heading)
  const title = largest(paper, text.title, { sizes: titleSizes, style: look.title, lines: 3, width })
  return [
    measureLetterhead(paper, content, look),
    paragraph('H1', heading, { above: 38, stretch: 3 }),
    ...beside(german?.heading ?? '', text.heading, 13),
    paragraph('P', plain(text.beforeName, look.lead), { above: 22, stretch: 2 }),
    ...beside(german?.beforeName ?? '', text.beforeName, 9),
    ...text.nameParts.map(({ script, words }) => {
      const style = script === 'arabic' ? look.arabicName : look.name
      return paragraph('P', largest(paper, words, { sizes: nameSizes, style, lines: 2, width }), {
        above: 5,
        stretch: 0,
      })
    }),
    paragraph('P', plain(text.beforeTitle, look.lead), { above: 9, stretch: 0 }),
    ...beside(german?.beforeTitle ?? '', text.beforeTitle, 9),
    paragraph('H2', title, { above: 6, stretch: 0 }),
    ...beside(german?.title ?? '', text.title, 11),
    ...text.facts.flatMap((fact, row) => measureFact(paper, { content, fact, row }, look)),
  ]
}

/** In the middle it takes a line of its own, and less of it. */
const logoRoom = { beside: { width: 150, height: 48 }, above: { width: 150, height: 40 } }

/** Name and address of the association, side by side where there is room, and its logo. */
function measureLetterhead(paper: Paper, { text, pictures, alt }: SheetContent, look: Look): Piece {
  const { organisation, address } = text
  const { letterhead, letterheadAddress, left, right, width } = look
  const size = pictures.logo && fitInto(pictures.logo, look.centered ? logoRoom.above : logoRoom.beside)
  const room = size && !look.centered ? width - size.width - 24 : width
  const names = paper.wrap(organisation, letterhead, room)
  const name = stack(names, letterhead, left)
  const is = { tag: 'P' } as const
  const space = { above: 0, stretch: 0, is }
  const addressWidth = paper.widthOf(address, letterheadAddress)
  const isBeside =
    !size &&
    !look.centered &&
    names.length === 1 &&
    paper.widthOf(organisation, letterhead) + 24 + addressWidth <= width
  if (isBeside) {
    const y = name.runs[0]?.y ?? 0
    const beside: Run = { words: address, style: letterheadAddress, x: right - addressWidth, y }
    return { ...name, runs: address ? [...name.runs, beside] : name.runs, ...space }
  }
  const below = stack(paper.wrap(address, letterheadAddress, room), letterheadAddress, left)
  const lowered = below.runs.map((run) => ({ ...run, y: run.y + name.height + 2 }))
  const height = name.height + below.height + 2
  const words = inPlace(paper, { runs: [...name.runs, ...lowered] }, look).runs
  if (!size || !pictures.logo) return { runs: words, height, ...space }
  const under = look.centered ? size.height + 10 : Math.max(0, size.height - height)
  const figure: Figure = {
    picture: pictures.logo,
    ...size,
    x: look.centered ? left + (width - size.width) / 2 : right - size.width,
    y: 0,
    alt: alt.logo,
  }
  return {
    runs: words.map((run) => ({ ...run, y: run.y + under })),
    height: height + under,
    figure,
    ...space,
  }
}
