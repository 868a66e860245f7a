import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { openTable } from '../../functions/aws/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { keepFile, readFile, storeFile } from '../../functions/mail/file.table.ts'
import type { StoredFile } from '../../functions/mail/letter.ts'
import { rememberFiles } from '../../functions/mail/remember-files.ts'
import { openEngine } from '../world/engine.ts'
import { openMemoryTable } from '../world/memory-table.ts'

const expires = '2026-06-01T00:00:00.000Z' as Instant
const named = (id: string, size: number): StoredFile => ({
  id,
  filename: 'a.pdf',
  contentType: 'application/pdf',
  size,
})
const patterned = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251)

describe('a stored file', () => {
  test.each([1, 179_999, 180_000, 180_001, 2 * 1024 * 1024])(
    'of %d bytes comes back as it was',
    async (size) => {
      const table = openMemoryTable()
      const bytes = patterned(size)
      await storeFile(table, { id: 'one', bytes, expires })
      await storeFile(table, { id: 'other', bytes: patterned(9), expires })
      expect(Buffer.compare((await readFile(table, named('one', size))) ?? new Uint8Array(), bytes)).toBe(0)
      // DynamoDB holds 400 KB in one thing.
      for (const part of table.everything()) expect(JSON.stringify(part.facts).length).toBeLessThan(390_000)
    },
  )

  it('lies in a real engine as well, packed as everything is', async () => {
    const engine = await openEngine('embedded')
    const table = openTable(engine.client, engine.names)
    // Bytes that nothing makes smaller.
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-512', patterned(9).slice()))
    const noise = Uint8Array.from(
      { length: 2 * 1024 * 1024 },
      (_, i) => (bytes[i % 64] ?? 0) ^ ((i * i * 2_654_435_761) >>> 13),
    )
    await storeFile(table, { id: 'one', bytes: noise, expires })
    expect(await keepFile(table, named('one', noise.length), expires)).toBe(true)
    const back = (await readFile(table, named('one', noise.length))) ?? new Uint8Array()
    expect(Buffer.compare(back, noise)).toBe(0)
    await engine.stop()
  })

  it('is gone when any part of it is', async () => {
    const table = openMemoryTable()
    await storeFile(table, { id: 'one', bytes: patterned(500_000), expires })
    const parts = table.everything()
    expect(parts).toHaveLength(3)
    expect(await keepFile(table, named('one', 500_000), expires)).toBe(true)
    for (const part of parts) {
      const without = {
        ...table,
        read: async (places: Parameters<typeof table.read>[0]) =>
          (await table.read(places)).map((found) => (found?.pk === part.pk ? undefined : found)),
      }
      expect(await readFile(without, named('one', 500_000))).toBeUndefined()
      expect(await keepFile(without, named('one', 500_000), expires)).toBe(false)
    }
    expect(await readFile(table, named('one', 400_000))).toBeUndefined()
  })
})

describe('files that a process remembers', () => {
  it('are read once while they are used, and are never mixed up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 })), async (order) => {
        let reads = 0
        const read = rememberFiles(async ({ size }) => {
          reads++
          return size === 9 ? undefined : patterned(size)
        })
        for (const size of order)
          expect(await read(named(`f${size}`, size))).toEqual(size === 9 ? undefined : patterned(size))
        const few = new Set(order)
        if (few.size <= 5 && !few.has(9)) expect(reads).toBe(few.size)
      }),
    )
  })
})
