import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listEntryShelf } from '../../../functions/attendance/list/confirmed-list.table.ts'
import {
  entryAfter,
  findBrokenLink,
  type ListDeed,
  type ListEntry,
  printOf,
  type Signatory,
  standingOf,
} from '../../../functions/attendance/list/confirmed-list.ts'
import { itemFrom, type Put } from '../../../functions/aws/table-item.ts'
import type { Instant } from '../../../functions/kernel/time.ts'

const at = '2026-03-24T19:10:00.000Z' as Instant
const hatice: Signatory = {
  mailbox: 'hatice@verein.example',
  name: 'Hatice Demir',
  role: 'trainer',
  as: 'trainer',
}
const cem: Signatory = { mailbox: 'cem@verein.example', name: 'Cem Yıldız', role: 'coordinator' }
const rows = (minutes: number) => [{ enrollmentId: 'enr_ayse', minutes }]

const deeds = {
  confirmed: (minutes = 90): ListDeed => ({ kind: 'confirmed', at, by: hatice, rows: rows(minutes) }),
  countered: (): ListDeed => ({ kind: 'counter-confirmed', at, by: cem }),
  withdrawn: (): ListDeed => ({ kind: 'withdrawn', at, by: hatice }),
  corrected: (minutes = 60): ListDeed => ({
    ...{ kind: 'corrected', at, by: cem, rows: rows(minutes) },
    reason: 'Hat früher aufgehört',
  }),
}

async function chain(...all: ListDeed[]): Promise<ListEntry[]> {
  const entries: ListEntry[] = []
  for (const deed of all) entries.push(await entryAfter(entries, deed))
  return entries
}

describe('what counts, and what waits for a second person', () => {
  const { confirmed, countered, withdrawn, corrected } = deeds
  test.each<[string, ListDeed[], number | undefined, number | undefined]>([
    ['nothing', [], undefined, undefined],
    ['one name', [confirmed()], undefined, 90],
    ['two names', [confirmed(), countered()], 90, undefined],
    ['one name that was taken back', [confirmed(), withdrawn()], undefined, undefined],
    ['confirmed anew, because it had changed', [confirmed(), confirmed(80), countered()], 80, undefined],
    ['a correction with one name', [confirmed(), countered(), corrected()], 90, 60],
    ['a correction with two names', [confirmed(), countered(), corrected(), countered()], 60, undefined],
    ['a correction that was taken back', [confirmed(), countered(), corrected(), withdrawn()], 90, undefined],
    ['a second name for nothing', [countered()], undefined, undefined],
  ])('%s', async (_, all, settled, pending) => {
    const standing = standingOf(await chain(...all))
    expect([standing.settled?.rows[0]?.minutes, standing.pending?.rows[0]?.minutes]).toEqual([
      settled,
      pending,
    ])
  })
})

describe('the chain', () => {
  const whole = () =>
    chain(deeds.confirmed(), deeds.countered(), deeds.corrected(), { ...deeds.countered(), by: hatice })

  test('is whole as it was written, in numbers without gaps', async () => {
    const entries = await whole()
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(entries.map(({ previous }) => previous).slice(1)).toEqual(
      entries.map(({ hash }) => hash).slice(0, -1),
    )
    expect(await findBrokenLink(entries)).toBeUndefined()
    expect(await findBrokenLink([])).toBeUndefined()
  })

  test.each<[string, (entries: ListEntry[]) => ListEntry[], number]>([
    ['a minute more', ([one, ...rest]) => [{ ...one, rows: rows(91) } as ListEntry, ...rest], 1],
    ['another name', ([one, two, ...rest]) => [one, { ...two, by: hatice }, ...rest] as ListEntry[], 2],
    ['another time', ([one, two, ...rest]) => [one, { ...two, at: '2026-01-01' }, ...rest] as ListEntry[], 2],
    ['another reason', ([a, b, c, d]) => [a, b, { ...c, reason: '' }, d] as ListEntry[], 3],
    ['an entry left out', ([one, two, , four]) => [one, two, four] as ListEntry[], 3],
    ['the first one gone', ([, ...rest]) => rest, 1],
    ['two that changed places', ([one, two, three, four]) => [one, two, four, three] as ListEntry[], 3],
  ])('shows %s', async (_, spoil, broken) => {
    expect(await findBrokenLink(spoil(await whole()))).toBe(broken)
  })

  test('shows that the last ones are gone, where they were counted', async () => {
    expect(await findBrokenLink((await whole()).slice(0, 2), 4)).toBe(3)
    expect(await findBrokenLink(await whole(), 4)).toBeUndefined()
    // Somebody has written between counting and reading.
    expect(await findBrokenLink(await whole(), 3)).toBeUndefined()
  })

  test('does not hide a change behind a new hash of that entry alone', async () => {
    const [first, ...rest] = await whole()
    const forged = await entryAfter([], deeds.confirmed(120))
    expect(first?.hash).not.toBe(forged.hash)
    expect(await findBrokenLink([forged, ...rest])).toBe(2)
  })
})

test('one person who stands for two breaks the chain, however well it is hashed', async () => {
  const alone = { ...deeds.countered(), by: hatice }
  expect(await findBrokenLink(await chain(deeds.confirmed(), alone))).toBe(2)
})

test('a correction under which another one waits breaks the chain: its author could be the second person of themself', async () => {
  const book = [deeds.confirmed(), deeds.countered(), deeds.corrected()]
  expect(await findBrokenLink(await chain(...book, { ...deeds.corrected(), by: hatice }))).toBe(4)
  expect(await findBrokenLink(await chain(...book, deeds.corrected()))).toBeUndefined()
})

test('a list of 2,000 people is one entry that fits into one item of the table', async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => ({
    enrollmentId: createHash('sha256').update(String(i)).digest('base64url').slice(0, 16),
    minutes: (i * 37) % 121,
  }))
  const entry = await entryAfter([], { kind: 'confirmed', at, by: hatice, rows })
  const put = listEntryShelf.create({ sessionId: 'ses_a', number: 1 }, entry) as Put
  const { facts } = itemFrom(put, { version: 'v', at })
  expect(facts?.B?.length).toBeLessThan(100_000)
})

test('the hash is read by somebody else from the words of its comment', async () => {
  const [entry] = await chain(deeds.confirmed())
  const text = `["",1,"confirmed","${at}","hatice@verein.example","Hatice Demir","trainer","trainer","",[["enr_ayse",90]]]`
  expect(entry?.hash).toBe(createHash('sha256').update(text).digest('base64url'))
})

test('two people see the same rows if and only if their print is the same, in whatever order', async () => {
  const row = fc.record({ enrollmentId: fc.string({ maxLength: 3 }), minutes: fc.nat(5) })
  const list = fc.uniqueArray(row, { selector: ({ enrollmentId }) => enrollmentId, maxLength: 4 })
  const key = (all: readonly { enrollmentId: string; minutes: number }[]) =>
    JSON.stringify(all.map((one) => [one.enrollmentId, one.minutes]).sort())
  await fc.assert(
    fc.asyncProperty(list, list, async (one, other) => {
      expect(await printOf(one)).toBe(await printOf(one.toReversed()))
      expect((await printOf(one)) === (await printOf(other))).toBe(key(one) === key(other))
    }),
  )
})
