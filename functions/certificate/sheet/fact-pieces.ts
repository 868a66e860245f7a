import { type Figure, fitInto } from './figure.sheet.ts'
import type { Paper } from './paper.sheet.ts'
import type { SheetContent, SheetFact } from './sheet-facts.ts'
import { type Look, labelWidth } from './sheet-look.ts'
import { type Piece, type Run, stack } from './sheet-pieces.ts'

const bullet = '•'
const bulletWidth = 11
const logoRoom = { width: 130, height: 40 }

/** How much of the spare space each row takes, half of it above its hairline. */
export const rowStretch = 0.5

type Place = { content: SheetContent; fact: SheetFact; row: number }
type Entry = { own: string; german: string }

/** A fact as one piece per entry, so that a long list may go on over the page. */
export function measureFact(paper: Paper, { content, fact, row }: Place, look: Look): Piece[] {
  const german = content.german?.facts.find(({ key }) => key === fact.key)
  const columnLeft = look.left + labelWidth
  const indent = fact.points ? bulletWidth : 0
  const label = measureLabel(paper, { label: fact.label, german: german?.label ?? '' }, look)
  const entries = entriesOf(fact, german).map((entry, i): Piece => {
    const { runs, height } = measureEntry(paper, entry, columnLeft + indent, look)
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
  const pieces = [
    ...entries,
    ...measureNotes(paper, [fact.note, german?.note], row, look),
    ...measureLogo(fact, content, row, look),
  ]
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0)
  const under = Math.max(0, label.height + shift - height)
  return pieces.map((piece, i, all) => ({
    ...piece,
    height: piece.height + (i === all.length - 1 ? under : 0),
    mayBeginPage: i === 0 && row > 0 && !fact.belongsToLast,
    label: { runs, hairline: look.rowPadding, isFirst: i === 0 },
  }))
}

/** Each entry with the same in German, or German by itself where the two lists are not alike. */
function entriesOf({ entries }: SheetFact, german: SheetFact | undefined): Entry[] {
  const others = german?.entries ?? []
  if (others.length === entries.length) return entries.map((own, i) => ({ own, german: others[i] ?? '' }))
  return [
    ...entries.map((own) => ({ own, german: '' })),
    ...others.map((words) => ({ own: '', german: words })),
  ]
}

/** Both on one line where there is room, otherwise the German words below. */
function measureEntry(paper: Paper, { own, german }: Entry, x: number, look: Look) {
  const { entry, besideEntry } = look
  const room = look.right - x
  const first = stack(paper.wrap(own, entry, room), entry, x)
  if (german === '' || german === own) return first
  const after = `· ${german}`
  const from = paper.widthOf(`${own} `, entry)
  if (own !== '' && from + paper.widthOf(after, besideEntry) <= room) {
    const y = first.runs[0]?.y ?? 0
    const beside: Run = { words: after, style: besideEntry, x: x + from, y, lang: 'de' }
    return { ...first, runs: [...first.runs, beside] }
  }
  const below = stack(paper.wrap(german, besideEntry, room), besideEntry, x)
  const runs = below.runs.map((run): Run => ({ ...run, y: run.y + first.height, lang: 'de' }))
  return { runs: [...first.runs, ...runs], height: first.height + below.height }
}

function measureLabel(paper: Paper, { label, german }: { label: string; german: string }, look: Look) {
  const lines = (words: string) => paper.wrap(words, look.label, labelWidth - 14)
  const own = stack(lines(label), look.label, look.left)
  if (german === '' || german === label) return own
  const from = paper.widthOf(`${label} `, look.label)
  const after = `· ${german}`
  if (own.runs.length === 1 && from + paper.widthOf(after, look.label) <= labelWidth - 8) {
    const y = own.runs[0]?.y ?? 0
    const beside: Run = { words: after, style: look.label, x: look.left + from, y, lang: 'de' }
    return { ...own, runs: [...own.runs, beside] }
  }
  const below = stack(lines(german), look.label, look.left)
  const runs = below.runs.map((run): Run => ({ ...run, y: run.y + own.height, lang: 'de' }))
  return { runs: [...own.runs, ...runs], height: own.height + below.height }
}

function measureNotes(paper: Paper, notes: (string | undefined)[], row: number, look: Look): Piece[] {
  const columnLeft = look.left + labelWidth
  const is = { tag: 'entry', row, point: false } as const
  return notes
    .filter((note) => note !== undefined)
    .map((note, i) => {
      const stacked = stack(paper.wrap(note, look.note, look.right - columnLeft), look.note, columnLeft)
      const runs = stacked.runs.map((run): Run => ({ ...run, ...(i > 0 && { lang: 'de' }) }))
      return { ...stacked, runs, above: 0, stretch: 0, is }
    })
}

/** The funder's logo stands below the words that name the funder. */
function measureLogo(fact: SheetFact, { pictures, alt }: SheetContent, row: number, look: Look): Piece[] {
  const picture = pictures.funderLogo
  if (fact.key !== 'funding' || !picture) return []
  const size = fitInto(picture, logoRoom)
  const figure: Figure = { picture, ...size, x: look.left + labelWidth, y: 6, alt: alt.funderLogo }
  const is = { tag: 'entry', row, point: false } as const
  return [{ runs: [], height: size.height + 8, above: 0, stretch: 0, is, figure }]
}
