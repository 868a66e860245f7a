import { expect, test } from 'vitest'
import type { Instant } from '../../functions/kernel/time.ts'
import { discardDraft } from '../../functions/seminar/discard-draft.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { type SeminarDraft, saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { findSeminarBySlug, listSeminars, seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { auditEntry } from '../../functions/staff/audit.table.ts'
import { openHouse } from '../world/house.ts'
import { aSeminar } from '../world/seminar.ts'

const aDraft = (overrides: Partial<SeminarDraft> = {}): SeminarDraft => {
  const { id: _, state: __, completedAt: ___, ...draft } = aSeminar({ slug: 'entwurf', capacity: 7 })
  return { ...draft, ...overrides }
}

function noting(house: ReturnType<typeof openHouse>) {
  const entry = auditEntry(house.world(), { who: 'elif@verein.example', deed: 'discard-draft' })
  return { table: house.table, also: [entry] as const }
}

async function planned() {
  const house = openHouse()
  const save = (draft = aDraft()) =>
    saveSeminar(house.world(), { seminarId: null, newSeminarId: 'sem_1', version: '', draft })
  expect((await save()).ok).toBe(true)
  const change = async (draft: SeminarDraft) => {
    const version = (await seminarShelf.read(house.table, 'sem_1'))?.version ?? ''
    return saveSeminar(house.world(), { seminarId: 'sem_1', version, draft })
  }
  return { house, save, change, discard: () => discardDraft(noting(house), 'sem_1') }
}

test('a draft that is thrown away is gone, and its address is free', async () => {
  const { house, discard } = await planned()
  expect(await discard()).toEqual({ ok: true, value: { seminarId: 'sem_1' } })
  expect(await listSeminars(house.table)).toEqual([])
  expect(await findSeminarBySlug(house.table, 'entwurf')).toBeUndefined()
  const other = await saveSeminar(house.world(), { seminarId: null, version: '', draft: aDraft() })
  expect(other).toMatchObject({ ok: true, value: { slug: 'entwurf' } })
  expect(await discard()).toEqual({ ok: false, refusal: { code: 'unknown' } })
})

test('the same form, sent once more afterwards and published, has its seats once', async () => {
  const { house, save, discard } = await planned()
  await discard()
  expect((await save()).ok).toBe(true)
  expect((await publishSeminar(house.world(), 'sem_1')).ok).toBe(true)
  expect(await readLine(house.table, 'sem_1')).toMatchObject({ next: 0, serving: 7 })
})

test('an address that the draft had before is free as well', async () => {
  const { house, change, discard } = await planned()
  await change(aDraft({ slug: 'anders', capacity: 30 }))
  expect(await findSeminarBySlug(house.table, 'entwurf')).toBeUndefined()
  expect((await findSeminarBySlug(house.table, 'anders'))?.facts.id).toBe('sem_1')
  await change(aDraft({ slug: 'entwurf', capacity: 3 }))
  await discard()
  for (const slug of ['entwurf', 'anders'])
    expect(
      (await saveSeminar(house.world(), { seminarId: null, version: '', draft: aDraft({ slug }) })).ok,
    ).toBe(true)
})

test('what is published stays, also when it is published in the very moment', async () => {
  const { house, discard } = await planned()
  const both = await Promise.all([publishSeminar(house.world(), 'sem_1'), discard()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const second = openHouse()
  const seminar = await second.offer({ opens: '2026-01-01T00:00:00.000Z' as Instant })
  expect(await discardDraft(noting(second), seminar.id)).toEqual({
    ok: false,
    refusal: { code: 'not-a-draft' },
  })
  expect(await listSeminars(second.table)).toEqual([seminar])
  expect((await findSeminarBySlug(second.table, seminar.slug))?.facts).toEqual(seminar)
})
