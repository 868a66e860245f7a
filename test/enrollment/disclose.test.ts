import { describe, expect, test } from 'vitest'
import { disclose } from '../../functions/enrollment/statistics/disclose.ts'

/** Every set of so many cells with up to so many people each. */
function everySet(cells: number, most: number): number[][] {
  if (cells === 0) return [[]]
  return everySet(cells - 1, most).flatMap((set) => Array.from({ length: most + 1 }, (_, n) => [...set, n]))
}
const sum = (set: number[]) => set.reduce((a, b) => a + b, 0)

describe('totals', () => {
  test.each([
    [
      [12, 8, 0, 0],
      [12, 8, 0, 0],
    ],
    [
      [7, 2, 0, 0],
      [null, null, null, null],
    ],
    [
      [9, 6, 2, 0],
      [9, null, null, null],
    ],
    [
      [20, 3, 4, 0],
      [20, null, null, null],
    ],
    [[4, 4, 4, 4], undefined],
    [[4, 0, 0, 0], undefined],
    [[0, 0, 0, 0], undefined],
  ])('%j are shown as %j', (cells, shown) => {
    expect(disclose(cells)).toEqual(shown)
  })

  test.each([
    { cells: 2, most: 14 },
    { cells: 3, most: 12 },
    { cells: 4, most: 10 },
    { cells: 5, most: 6 },
  ])('never tell a cell under five, whoever knows the sum and the rule: $cells cells', ({ cells, most }) => {
    // Whatever looks the same from outside could each be the truth. Sets with one larger than `most` are left out,
    // which only makes it harder to hide.
    const alike = Map.groupBy(everySet(cells, most), (set) => {
      const shown = disclose(set)
      return shown ? JSON.stringify([sum(set), shown]) : 'nothing'
    })
    for (const [shown, sets] of alike)
      for (let i = 0; i < cells; i++) {
        const values = new Set(sets.map((set) => set[i] ?? 0))
        const [only = 0] = values
        if (values.size === 1) expect([shown, i, only === 0 || only >= 5]).toEqual([shown, i, true])
      }
  })

  test('show no cell under five that has somebody in it', () => {
    for (const set of everySet(4, 9))
      for (const shown of disclose(set) ?? []) expect(shown === null || shown === 0 || shown >= 5).toBe(true)
  })
})
