/**
 * One stroke of a page that leaves something to see or changes a color: whether it lies in something marked, and
 * whether it is said to be ornament and to mean something at once.
 */
export type PageMark = { operator: string; isMarked: boolean; isTorn: boolean }

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh'])
const coloring = new Set(['k', 'K', '/DeviceCMYK'])
const opening = new Set(['BMC', 'BDC'])

/** Follows the orders of a page in their turn, as a printer would. */
export function marksOf(content: string): PageMark[] {
  const plain = content
    .replace(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-fA-F\s]*>/g, ' ')
    .replace(/<<[^<>]*>>/g, ' ')
  const found: PageMark[] = []
  const tags: string[] = []
  let before = ''
  for (const operator of plain.split(/[\s[\]]+/).filter((order) => order !== '')) {
    if (opening.has(operator)) tags.push(before)
    if (operator === 'EMC') tags.pop()
    const isTorn = tags.length > 1 && tags.includes('/Artifact') && tags[0] !== '/Artifact'
    if (painting.has(operator)) found.push({ operator, isMarked: tags.length > 0, isTorn })
    if (coloring.has(operator)) found.push({ operator, isMarked: true, isTorn: false })
    before = operator
  }
  return found
}
