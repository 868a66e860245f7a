import type { PrintedLine } from './pdf.ts'
import { readObjects } from './pdf-objects.ts'

/** Where a picture stands, in points from the lower left corner of its page. */
type FigureBox = { page: number; left: number; bottom: number; right: number; top: number }

/** Where the structure of a file says that its figures stand. */
export function figureBoxes(bytes: Uint8Array): FigureBox[] {
  const { catalog, dictionaries, at, list } = readObjects(bytes)
  const pages = list(at(catalog['/Pages'])['/Kids'])
  return dictionaries
    .filter((element) => element['/S'] === '/Figure')
    .map((element) => {
      const [left = 0, bottom = 0, right = 0, top = 0] = list(at(element['/A'])['/BBox']).map(Number)
      return { page: pages.indexOf(element['/Pg'] ?? '') + 1, left, bottom, right, top }
    })
}

/** The lines that lie under a figure, or over it. */
export const underFigures = (figures: readonly FigureBox[], lines: readonly PrintedLine[]): string[] =>
  lines
    .filter((line) =>
      figures.some(
        (figure) =>
          line.page === figure.page &&
          line.x < figure.right - 0.5 &&
          line.x + line.width > figure.left + 0.5 &&
          line.y - 0.2 * line.size < figure.top - 0.5 &&
          line.y + 0.72 * line.size > figure.bottom + 0.5,
      ),
    )
    .map((line) => line.words)
