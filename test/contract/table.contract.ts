import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Bounds,
  type Commit,
  type Place,
  type Stored,
  type Table,
  type TableName,
  tableNames,
  type Write,
} from '../../functions/kernel/table.ts'
import { type Instant, instantFrom } from '../../functions/kernel/time.ts'

/** What every engine must keep of the promises in `functions/kernel/table.ts`. */
export function tableContract(
  name: string,
  open: () => Promise<{ table: Table; close(): Promise<unknown> }>,
) {
  describe(`the table on ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    let table: Table
    beforeAll(async () => {
      opened = await open()
      table = opened.table
    })
    afterAll(() => opened.close())

    let places = 0
    /** A place that no other test uses. */
    const fresh = (in_: TableName = 'people', sk = 'thing'): Place => ({
      table: in_,
      pk: `place-${++places}`,
      sk,
    })
    const create = (place: Place, facts: object = {}): Write => ({
      do: 'create',
      kind: 'thing',
      facts,
      ...place,
    })
    const replace = (place: Place, version: string, facts: object = {}): Write => ({
      do: 'replace',
      kind: 'thing',
      facts,
      version,
      ...place,
    })
    const only = async (place: Place) => (await table.read([place]))[0]
    /** Creates a thing and answers it as it lies there. */
    const put = async (place: Place, facts: object = {}): Promise<Stored<unknown>> => {
      expect(await table.commit([create(place, facts)])).toEqual({ committed: true })
      const stored = await only(place)
      if (!stored) throw new Error('what was created is not there')
      return stored
    }
    const refused = (...failed: number[]): Commit => ({ committed: false, failed })

    describe('conditions', () => {
      test('a thing is created where there is none, and comes back whole', async () => {
        const place = fresh()
        const facts = {
          text: 'Şükrü’nün doğum günü: ığüşöçİ ẍ ê 😀 \u0000 "',
          empty: '',
          number: -12.5,
          nothing: null,
          yes: true,
          list: [1, 'two', { three: [] }],
          deep: { er: { still: {} } },
        }
        const stored = await put(place, facts)
        expect(stored).toEqual({ ...place, kind: 'thing', version: expect.any(String), facts })
      })

      test('properties that are undefined are left out', async () => {
        expect((await put(fresh(), { here: 1, gone: undefined })).facts).toEqual({ here: 1 })
      })

      test('a second creation is refused and leaves the first as it is', async () => {
        const place = fresh()
        const first = await put(place, { by: 'first' })
        expect(await table.commit([create(place, { by: 'second' })])).toEqual(refused(0))
        expect(await only(place)).toEqual(first)
      })

      test('a thing is replaced when its version is unchanged, and gets another version', async () => {
        const place = fresh()
        const first = await put(place, { n: 1 })
        expect(await table.commit([replace(place, first.version, { n: 2 })])).toEqual({ committed: true })
        const second = await only(place)
        expect(second?.facts).toEqual({ n: 2 })
        expect(second?.version).not.toBe(first.version)
      })

      test('replacing an older version, or nothing, is refused', async () => {
        const place = fresh()
        const first = await put(place, { n: 1 })
        await table.commit([replace(place, first.version, { n: 2 })])
        expect(await table.commit([replace(place, first.version, { n: 3 })])).toEqual(refused(0))
        expect((await only(place))?.facts).toEqual({ n: 2 })
        expect(await table.commit([replace(fresh(), first.version)])).toEqual(refused(0))
      })

      test('a thing is removed when its version is unchanged, and may be created anew', async () => {
        const [place, witness] = [fresh(), fresh()]
        const { version } = await put(place)
        expect(await table.commit([{ do: 'remove', ...place, version: 'other' }, create(witness)])).toEqual(
          refused(0),
        )
        expect(await only(place)).toBeDefined()
        expect(await table.commit([{ do: 'remove', ...place, version }, create(witness)])).toEqual({
          committed: true,
        })
        expect(await only(place)).toBeUndefined()
        expect((await put(place)).version).not.toBe(version)
      })

      test('removing what is not there is refused', async () => {
        const witness = fresh()
        expect(await table.commit([{ do: 'remove', ...fresh(), version: 'any' }, create(witness)])).toEqual(
          refused(0),
        )
        expect(await only(witness)).toBeUndefined()
      })

      test('of many who replace the same version at once exactly one succeeds', async () => {
        const place = fresh()
        const { version } = await put(place)
        const outcomes = await Promise.all(
          Array.from({ length: 12 }, (_, n) => table.commit([replace(place, version, { n })])),
        )
        expect(outcomes.filter(({ committed }) => committed)).toHaveLength(1)
      })
    })

    describe('commits', () => {
      test('write all over several tables, with one version', async () => {
        const all = tableNames.map((name) => fresh(name))
        expect(await table.commit(all.map((place) => create(place)))).toEqual({ committed: true })
        const stored = await table.read(all)
        expect(stored.map((thing) => thing?.table)).toEqual([...tableNames])
        expect(new Set(stored.map((thing) => thing?.version)).size).toBe(1)
      })

      test('write nothing at all when one condition does not hold, and name each that did not', async () => {
        const [taken, line, old] = [fresh('catalog'), fresh('catalog'), fresh('outbox')]
        const [one, two] = [fresh('people'), fresh('office')]
        await put(taken)
        await put(old)
        const outcome = await table.commit([
          create(one),
          create(taken),
          { do: 'add', ...line, by: { next: 1 } },
          { do: 'remove', ...old, version: 'another' },
          create(two),
        ])
        expect(outcome).toEqual(refused(1, 3))
        expect(await table.read([one, two])).toEqual([undefined, undefined])
        expect(await table.counters(line)).toEqual({})
        expect(await only(old)).toBeDefined()
      })

      test('hold 100 writes, and no more', async () => {
        const all = Array.from({ length: 101 }, () => fresh())
        await expect(table.commit(all.map((place) => create(place)))).rejects.toThrow('at most 100')
        expect(await table.commit(all.slice(0, 100).map((place) => create(place)))).toEqual({
          committed: true,
        })
        const stored = await table.read(all.slice(0, 100))
        expect(stored.every((thing) => thing !== undefined)).toBe(true)
        expect(await only(all[100] ?? fresh())).toBeUndefined()
      })

      test('are refused as a fault without a written thing, or with one thing twice', async () => {
        const place = fresh()
        await expect(table.commit([])).rejects.toThrow('needs a written thing')
        await expect(table.commit([{ do: 'add', ...place, by: { next: 1 } }])).rejects.toThrow(
          'needs a written thing',
        )
        await expect(table.commit([create(place), create(place)])).rejects.toThrow('twice')
        expect(await only(place)).toBeUndefined()
      })
    })

    describe('counters', () => {
      test('start empty, and a draw answers all counters of the place', async () => {
        const line = fresh('catalog')
        expect(await table.counters(line)).toEqual({})
        expect(await table.draw(line, 'next')).toEqual({ next: 1 })
        await table.commit([create(fresh()), { do: 'add', ...line, by: { serving: 20 } }])
        expect(await table.draw(line, 'next')).toEqual({ next: 2, serving: 20 })
        expect(await table.counters(line)).toEqual({ next: 2, serving: 20 })
      })

      test('are no things: nothing is read or listed where only counters lie', async () => {
        const line = fresh('catalog')
        await table.draw(line, 'next')
        expect(await table.read([line, fresh()])).toEqual([undefined, undefined])
        expect(await only(line)).toBeUndefined()
        expect(await table.list(line.table, line.pk)).toEqual([])
      })

      test('that expire show no time among the counters', async () => {
        const place = fresh('office')
        const expires = instantFrom(Date.UTC(2030, 0, 1))
        expect(await table.draw(place, 'mails', { expires })).toEqual({ mails: 1 })
        expect(await table.draw(place, 'mails', { expires })).toEqual({ mails: 2 })
        expect(await table.counters(place)).toEqual({ mails: 2 })
      })

      test('of a thing that expires are none', async () => {
        const place = fresh('outbox')
        const expires = instantFrom(Date.UTC(2030, 0, 1))
        await table.commit([{ ...create(place), expires } as Write])
        expect(await table.counters(place)).toEqual({})
      })

      test('can be moved down, and by nothing', async () => {
        const line = fresh('catalog')
        const add = (by: number): Write => ({ do: 'add', ...line, by: { serving: by } })
        await table.commit([create(fresh()), add(5)])
        await table.commit([create(fresh()), add(-2)])
        await table.commit([create(fresh()), add(0)])
        expect(await table.counters(line)).toEqual({ serving: 3 })
      })

      test('are drawn several at a time', async () => {
        const line = fresh('catalog')
        expect(await table.draw(line, 'next', { by: 10 })).toEqual({ next: 10 })
        expect(await table.draw(line, 'next')).toEqual({ next: 11 })
      })

      test.each<[string, Bounds, boolean]>([
        ['at the upper bound', { serving: { most: 5 } }, true],
        ['above the upper bound', { serving: { most: 4 } }, false],
        ['at the lower bound', { serving: { least: 5 } }, true],
        ['below the lower bound', { serving: { least: 6 } }, false],
        ['between two bounds', { serving: { least: 5, most: 5 } }, true],
        ['between two bounds, another counter not', { serving: { least: 5 }, owed: { least: 3 } }, false],
        ['never moved, which is nothing, and may be nothing', { pool: { most: 0 } }, true],
        ['never moved, and may be no less than nothing', { pool: { least: 0 } }, true],
        ['never moved, and must be something', { pool: { least: 1 } }, false],
        ['never moved, and must be less than nothing', { pool: { most: -1 } }, false],
      ])('move together when they stand %s: %j, %s', async (_, within, moves) => {
        const [line, witness] = [fresh('catalog'), fresh()]
        await table.commit([create(fresh()), { do: 'add', ...line, by: { serving: 5, owed: 2 } }])
        const outcome = await table.commit([
          create(witness),
          { do: 'add', ...line, by: { serving: -1, owed: 1 }, within },
        ])
        expect(outcome).toEqual(moves ? { committed: true } : refused(1))
        expect(await table.counters(line)).toEqual(moves ? { serving: 4, owed: 3 } : { serving: 5, owed: 2 })
        expect((await only(witness)) !== undefined).toBe(moves)
      })

      test('never leave their bounds, however many move them at once', async () => {
        const pool = fresh('catalog')
        await table.commit([create(fresh()), { do: 'add', ...pool, by: { left: 4 } }])
        const outcomes = await Promise.all(
          Array.from({ length: 12 }, () =>
            table.commit([
              create(fresh()),
              { do: 'add', ...pool, by: { left: -1 }, within: { left: { least: 1 } } },
            ]),
          ),
        )
        expect(outcomes.filter(({ committed }) => committed)).toHaveLength(4)
        expect(await table.counters(pool)).toEqual({ left: 0 })
      })

      test('give distinct numbers to many who draw at once', async () => {
        const line = fresh('catalog')
        const drawn = await Promise.all(Array.from({ length: 60 }, () => table.draw(line, 'next')))
        expect(drawn.map(({ next = 0 }) => next).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 60 }, (_, i) => i + 1),
        )
      })

      test('lose nothing when draws and commits move them at once', async () => {
        const line = fresh('catalog')
        await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            i % 2
              ? table.draw(line, 'next')
              : table.commit([create(fresh()), { do: 'add', ...line, by: { serving: 3 } }]),
          ),
        )
        expect(await table.counters(line)).toEqual({ next: 10, serving: 30 })
      })
    })

    describe('reading', () => {
      test('answers in the order asked for, over tables, with gaps and repetitions', async () => {
        const [a, b, missing] = [fresh('catalog'), fresh('people'), fresh('outbox')]
        // The same key in another table is another thing.
        const twin: Place = { ...a, table: 'office' }
        for (const [i, place] of [a, b, twin].entries()) await put(place, { i })
        const asked = [b, missing, a, b, twin, missing, a]
        const facts = (await table.read(asked)).map((stored) => stored?.facts)
        expect(facts).toEqual([{ i: 1 }, undefined, { i: 0 }, { i: 1 }, { i: 2 }, undefined, { i: 0 }])
      })

      test('of one place asked for twice, and of none', async () => {
        const place = fresh()
        const stored = await put(place)
        expect(await table.read([place, place])).toEqual([stored, stored])
        expect(await table.read([])).toEqual([])
      })

      test('takes 100 places, and no more', async () => {
        const asked = Array.from({ length: 101 }, () => fresh())
        await expect(table.read(asked)).rejects.toThrow('at most 100')
        expect(await table.read(asked.slice(1))).toHaveLength(100)
      })
    })

    describe('lists', () => {
      test('are in the order of the second key, byte by byte, whatever the order of writing', async () => {
        const { table: in_, pk } = fresh()
        const keys = ['b', 'a#10', 'a#9', 'ö', 'z', '！', '😀', 'a', 'A', 'ş', 'a#1']
        for (const sk of keys) await put({ table: in_, pk, sk })
        const listed = (await table.list(in_, pk)).map(({ sk }) => sk)
        expect(listed).toEqual(['A', 'a', 'a#1', 'a#10', 'a#9', 'b', 'z', 'ö', 'ş', '！', '😀'])
      })

      test('hold what begins with the prefix, of this key and this table', async () => {
        const { table: in_, pk } = fresh()
        for (const sk of ['line#1', 'line#2', 'lineage', 'enrollment#1']) await put({ table: in_, pk, sk })
        await put({ table: 'catalog', pk, sk: 'line#3' })
        await put({ table: in_, pk: `${pk}0`, sk: 'line#4' })
        expect((await table.list(in_, pk, 'line#')).map(({ sk }) => sk)).toEqual(['line#1', 'line#2'])
        expect(await table.list(in_, pk, 'none')).toEqual([])
        expect(await table.list(in_, `${pk}-none`)).toEqual([])
      })

      test('go on over many pages', async () => {
        const { table: in_, pk } = fresh()
        const text = 'ğ'.repeat(60_000)
        const keys = Array.from({ length: 24 }, (_, i) => String(i).padStart(3, '0'))
        for (const sk of keys) await put({ table: in_, pk, sk }, { text })
        const listed = await table.list(in_, pk)
        expect(listed.map(({ sk }) => sk)).toEqual(keys)
        expect(listed.every(({ facts }) => (facts as { text: string }).text === text)).toBe(true)
      })
    })

    describe('what falls due', () => {
      const at = (hour: number): Instant => instantFrom(Date.UTC(2031, 4, 1, hour))
      const work = (hour: number): { place: Place; write: Write } => {
        const place = fresh('outbox')
        return { place, write: { ...create(place, { hour }), due: at(hour) } as Write }
      }
      const dueHours = async (until: Instant, limit: number) =>
        (await table.listDue(until, limit)).map(({ facts }) => (facts as { hour: number }).hour)

      test('is listed up to that instant, earliest first, as many as wanted, with its due time', async () => {
        for (const hour of [9, 3, 12, 1, 7, 5, 11, 2, 8, 4, 10, 6]) await table.commit([work(hour).write])
        await put(fresh('outbox'), { hour: 0 })
        expect(await dueHours(at(6), 100)).toEqual([1, 2, 3, 4, 5, 6])
        expect(await dueHours(at(12), 4)).toEqual([1, 2, 3, 4])
        expect(await dueHours(at(0), 100)).toEqual([])
        const [first] = await table.listDue(at(1), 1)
        expect(first).toEqual(expect.objectContaining({ kind: 'thing', due: at(1), table: 'outbox' }))
        expect(first && (await only(first))).toEqual(first)
        for (const stored of await table.listDue(at(12), 100))
          await table.commit([{ do: 'remove', ...stored }, create(fresh())])
        expect(await dueHours(at(12), 100)).toEqual([])
      })

      test('is listed by kind, however much of another kind is due before it', async () => {
        for (let i = 0; i < 20; i++) await table.commit([work(1).write])
        const wanted = { ...create(fresh('outbox'), { hour: 2 }), kind: 'rare', due: at(2) } as Write
        await table.commit([wanted])
        const found = await table.listDue(at(3), 5, 'rare')
        expect(found.map(({ kind, due }) => ({ kind, due }))).toEqual([{ kind: 'rare', due: at(2) }])
        expect(await table.listDue(at(1), 5, 'rare')).toEqual([])
        expect(await dueHours(at(3), 5)).toEqual([1, 1, 1, 1, 1])
        for (const stored of await table.listDue(at(12), 100))
          await table.commit([{ do: 'remove', ...stored }, create(fresh())])
      })

      test('moves with its thing, and leaves the list when the thing has no due time any more', async () => {
        const { place, write } = work(2)
        await table.commit([write])
        const replaceDue = async (due?: Instant) => {
          const stored = await only(place)
          if (!stored) throw new Error('gone')
          await table.commit([
            { ...replace(place, stored.version, { hour: 2 }), ...(due && { due }) } as Write,
          ])
        }
        await replaceDue(at(5))
        expect(await dueHours(at(4), 10)).toEqual([])
        expect(await dueHours(at(5), 10)).toEqual([2])
        await replaceDue()
        expect(await dueHours(at(23), 10)).toEqual([])
        expect(await only(place)).not.toHaveProperty('due')
      })
    })
  })
}
