/** A cell with fewer people than this could point at one of them. */
const fewest = 5

/**
 * Which cells of one set of totals may be shown when the sum of the set is known: null where one is not. Cells under
 * five are hidden, and as many others as it takes that none of them can be worked out from the rest. A set in which
 * nobody is hidden is shown whole: a zero is nobody. Undefined where even the sum would tell too much.
 */
export function disclose(cells: readonly number[]): (number | null)[] | undefined {
  const hidden = new Set(smallCells(cells))
  for (const level of [...new Set(cells)].sort((a, b) => a - b)) {
    if (hidden.size === 0 || isAmbiguous(cells, hidden)) break
    // Equal ones hide together: where they stand in the list must not tell anything either.
    for (const [i, count] of cells.entries()) if (count === level) hidden.add(i)
  }
  if (sumOf(cells) < fewest || (hidden.size > 0 && !isAmbiguous(cells, hidden))) return undefined
  return cells.map((count, i) => (hidden.has(i) ? null : count))
}

/** Empty cells hide with the small ones, or else it would be known that each hidden cell has somebody in it. */
function smallCells(cells: readonly number[]): number[] {
  const isSmall = cells.some((count) => count > 0 && count < fewest)
  return isSmall ? cells.flatMap((count, i) => (count < fewest ? [i] : [])) : []
}

/** The hidden ones together are many enough, and not each as large as a small cell can be, which only fours are. */
function isAmbiguous(cells: readonly number[], hidden: ReadonlySet<number>): boolean {
  const counts = [...hidden].map((i) => cells[i] ?? 0)
  return sumOf(counts) >= fewest && counts.some((count) => count !== fewest - 1)
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
