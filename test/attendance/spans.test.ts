import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, lengthOf, type Span, shared, union, without } from '../../functions/attendance/spans.ts'

const end = 30
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: end }), fc.integer({ min: 0, max: end }))
    .map(([from, to]): Span => ({ from, to })),
  { maxLength: 6 },
)
/** The slow way: the moments that lie in a span, one by one. */
const momentsOf = (some: readonly Span[]): number[] =>
  Array.from({ length: end }, (_, at) => at).filter((at) =>
    some.some(({ from, to }) => from <= at && at < to),
  )
const isOrdered = (some: readonly Span[]): boolean =>
  some.every(({ from, to }, i) => from < to && (some[i - 1]?.to ?? -1) < from)

describe('spans of time', () => {
  test('the union holds each moment once, in order, in the fewest spans', () => {
    fc.assert(
      fc.property(spans, (some) => {
        const merged = union(some)
        expect(momentsOf(merged)).toEqual(momentsOf(some))
        expect(isOrdered(merged)).toBe(true)
        expect(lengthOf(merged)).toBe(momentsOf(some).length)
        expect(union([...some].reverse())).toEqual(merged)
      }),
    )
  })

  test('what is cut out is gone, and nothing else', () => {
    fc.assert(
      fc.property(spans, spans, (some, cut) => {
        const left = momentsOf(cut)
        expect(momentsOf(without(union(some), cut))).toEqual(
          momentsOf(some).filter((at) => !left.includes(at)),
        )
      }),
    )
  })

  test('clipping keeps what lies within', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: end }), (some, from) => {
        const within = { from, to: from + 7 }
        expect(momentsOf(clip(some, within))).toEqual(
          momentsOf(some).filter((at) => at >= from && at < from + 7),
        )
      }),
    )
  })

  test('shared is what lies in two groups at least; one group is never shared with itself', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 4 }), (groups) => {
        const inTwo = Array.from({ length: end }, (_, at) => at).filter(
          (at) => groups.filter((group) => momentsOf(group).includes(at)).length >= 2,
        )
        const found = shared(groups)
        expect(momentsOf(found)).toEqual(inTwo)
        expect(isOrdered(found)).toBe(true)
      }),
    )
  })
})
