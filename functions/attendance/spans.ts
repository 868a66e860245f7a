/** A stretch of time in milliseconds; it ends before `to`. */
export type Span = { from: number; to: number }

/** The same time as the fewest spans, in order: overlapping and touching ones become one, empty ones none. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { from, to } of spans.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** What of the spans lies within another one. */
export const clip = (spans: readonly Span[], within: Span): Span[] =>
  spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from < to)

/** What of the spans is left when those times are cut out. */
export const without = (spans: readonly Span[], cut: readonly Span[]): Span[] =>
  cut.reduce<Span[]>(
    (left, { from, to }) =>
      from >= to
        ? left
        : left.flatMap((span) => [
            ...clip([span], { from: Number.NEGATIVE_INFINITY, to: from }),
            ...clip([span], { from: to, to: Number.POSITIVE_INFINITY }),
          ]),
    [...spans],
  )

/** The times that lie in spans of two of the groups at least. */
export function shared(groups: readonly (readonly Span[])[]): Span[] {
  const edges = groups
    .flatMap((spans) => union(spans))
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    // At one and the same moment the leaving comes first: a change of devices is no double use.
    .sort((a, b) => a.at - b.at || a.by - b.by)
  const found: Span[] = []
  let inside = 0
  let since = 0
  for (const { at, by } of edges) {
    if (inside === 2 && by === -1) found.push({ from: since, to: at })
    inside += by
    if (inside === 2 && by === 1) since = at
  }
  return union(found)
}

/** How long all spans last together, in milliseconds, where they do not overlap. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)
