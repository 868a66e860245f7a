import type { Bounds, Counters, Place, Stored, Table, Write } from '../../functions/kernel/table.ts'

type Cell = { stored?: Stored<unknown>; counters: Record<string, number> }

const move = (counters: Counters, by: Counters): void => {
  for (const [counter, step] of Object.entries(by)) counters[counter] = (counters[counter] ?? 0) + step
}

const isWithin = (counters: Counters, bounds: Bounds): boolean =>
  Object.entries(bounds).every(([counter, { least = -Infinity, most = Infinity }]) => {
    const stands = counters[counter] ?? 0
    return stands >= least && stands <= most
  })

function frozen<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null) Object.values(Object.freeze(thing)).forEach(frozen)
  return thing
}

/** The table port in memory: the third engine of the contract suite, for pure tests. */
export function openMemoryTable(): Table & { everything(): Stored<unknown>[] } {
  const cells = new Map<string, Cell>()
  let commits = 0
  const nameOf = ({ table, pk, sk }: Place) => {
    // DynamoDB takes no longer keys, in bytes.
    if (Buffer.byteLength(pk) > 2048 || Buffer.byteLength(sk) > 1024)
      throw new Error('a key that is too long')
    return JSON.stringify([table, pk, sk])
  }
  const cell = (place: Place): Cell => {
    const known = cells.get(nameOf(place)) ?? { counters: {} }
    cells.set(nameOf(place), known)
    return known
  }
  const holds = (write: Write): boolean => {
    const current = cells.get(nameOf(write))
    if (write.do === 'add') return isWithin(current?.counters ?? {}, write.within ?? {})
    if (write.do === 'create') return !current
    return current?.stored?.version === write.version
  }
  const all = (wanted: (stored: Stored<unknown>) => boolean = () => true) =>
    [...cells.values()].flatMap(({ stored }) => (stored && wanted(stored) ? [stored] : []))

  return {
    everything: () => all(),
    async read(places) {
      if (places.length > 100) throw new Error(`${places.length} places at once, at most 100`)
      return places.map((place) => cells.get(nameOf(place))?.stored)
    },
    async list(table, pk, prefix = '') {
      return all((s) => s.table === table && s.pk === pk && s.sk.startsWith(prefix)).sort((a, b) =>
        Buffer.compare(Buffer.from(a.sk), Buffer.from(b.sk)),
      )
    },
    async listDue(until, limit, kind) {
      return all(
        (s) =>
          s.table === 'outbox' &&
          s.due !== undefined &&
          s.due <= until &&
          (kind === undefined || s.kind === kind),
      )
        .sort(({ due: a = '' }, { due: b = '' }) => (a < b ? -1 : a > b ? 1 : 0))
        .slice(0, limit)
    },
    async draw(place, counter, { by = 1 } = {}) {
      const { counters } = cell(place)
      move(counters, { [counter]: by })
      return { ...counters }
    },
    async counters(place) {
      return { ...cells.get(nameOf(place))?.counters }
    },
    async commit(writes) {
      if (!writes.some((write) => write.do === 'create' || write.do === 'replace'))
        throw new Error('a commit needs a written thing by which an unsure answer can be settled')
      if (writes.length > 100) throw new Error(`${writes.length} writes in a commit, at most 100`)
      if (new Set(writes.map(nameOf)).size !== writes.length)
        throw new Error('one thing written twice in a commit')
      const failed = writes.flatMap((write, i) => (holds(write) ? [] : [i]))
      if (failed.length > 0) return { committed: false, failed }
      const version = `commit-${++commits}`
      for (const write of writes) {
        if (write.do === 'remove') cells.delete(nameOf(write))
        else if (write.do === 'add') {
          move(cell(write).counters, write.by)
        } else {
          const { table, pk, sk, kind, facts, due } = write
          // Whoever reads it gets the very thing, so nobody may change it.
          const stored = frozen({
            table,
            pk,
            sk,
            kind,
            version,
            facts: JSON.parse(JSON.stringify(facts)),
            ...(due && { due }),
          })
          cells.set(nameOf(write), { stored, counters: {} })
        }
      }
      return { committed: true }
    },
  }
}
