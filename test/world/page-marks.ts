/** One stroke of a page that leaves something to see or changes a color, and whether it lies in something marked. */
export type PageMark = { operator: string; isMarked: boolean }

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh'])
const coloring = new Set(['k', 'K', '/DeviceCMYK'])

/** Follows the orders of a page in their turn, as a printer would. */
export function marksOf(content: string): PageMark[] {
  const orders = content.replace(/\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-fA-F\s]*>/g, ' ').split(/[\s[\]]+/)
  const found: PageMark[] = []
  let depth = 0
  for (const operator of orders) {
    if (operator === 'BMC' || operator === 'BDC') depth++
    if (operator === 'EMC') depth--
    if (painting.has(operator)) found.push({ operator, isMarked: depth > 0 })
    if (coloring.has(operator)) found.push({ operator, isMarked: true })
  }
  return found
}
