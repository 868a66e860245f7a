import { describe, expect, test } from 'vitest'
import {
  associationShelf,
  loadProgramme,
  organisationShelf,
  phaseShelf,
  unnamedOrganisation,
} from '../../functions/programme/programme.table.ts'
import type { Association, Phase } from '../../functions/programme/programme.ts'
import { removeAssociation } from '../../functions/programme/remove-association.ts'
import { saveAssociation } from '../../functions/programme/save-association.ts'
import { saveOrganisation } from '../../functions/programme/save-organisation.ts'
import { savePhase } from '../../functions/programme/save-phase.ts'
import { auditEntry, listAudit } from '../../functions/staff/audit.table.ts'
import { openHouse } from '../world/house.ts'

const association: Association = { id: 'org_1', name: 'Cem-Haus', place: 'Dortmund', region: '' }
const phase: Phase = {
  id: 'phase_1',
  funder: 'Land Nordrhein-Westfalen',
  title: 'Starke Vereine',
  grantNumber: 'MSO-17',
  from: '2026-01-01',
  until: '2027-12-31',
  acknowledgement: { de: 'Gefördert vom Land.', tr: '', en: '' },
}
const removal = (world: Parameters<typeof auditEntry>[0]) =>
  auditEntry(world, { who: 'k', deed: 'remove-association', about: 'org_1' })
const changedMeanwhile = { ok: false, refusal: { code: 'changed-meanwhile' } }
const unknown = { ok: false, refusal: { code: 'unknown' } }

test('the organisation is written down once; an older version does not undo a newer one', async () => {
  const { world, table } = openHouse()
  const named = (name: string) => ({ ...unnamedOrganisation, name })
  expect(await saveOrganisation(world(), { version: '', organisation: named('Eins') })).toMatchObject({
    ok: true,
  })
  const version = (await organisationShelf.read(table, null))?.version ?? ''
  expect(await saveOrganisation(world(), { version, organisation: named('Zwei') })).toMatchObject({
    ok: true,
  })
  for (const old of [version, ''])
    expect(await saveOrganisation(world(), { version: old, organisation: named('Drei') })).toEqual(
      changedMeanwhile,
    )
  expect((await loadProgramme(table)).organisation.name).toBe('Zwei')
})

describe('a phase and a member', () => {
  test('are added and changed; what is not there cannot be changed, what is there not added', async () => {
    const { world, table } = openHouse()
    expect(await savePhase(world(), { version: 'v', phase })).toEqual(unknown)
    expect(await saveAssociation(world(), { version: 'v', association })).toEqual(unknown)
    expect(await savePhase(world(), { version: null, phase })).toMatchObject({ ok: true })
    expect(await saveAssociation(world(), { version: null, association })).toMatchObject({ ok: true })
    expect(await savePhase(world(), { version: null, phase })).toEqual(changedMeanwhile)
    expect(await saveAssociation(world(), { version: null, association })).toEqual(changedMeanwhile)
    const version = (await phaseShelf.read(table, 'phase_1'))?.version ?? ''
    expect(await savePhase(world(), { version, phase: { ...phase, title: 'Neu' } })).toMatchObject({
      ok: true,
    })
    expect(await savePhase(world(), { version, phase })).toEqual(changedMeanwhile)
    expect(await loadProgramme(table)).toMatchObject({
      phases: [{ title: 'Neu' }],
      associations: [association],
    })
  })

  test('a member is removed, twice is fine; the deed is noted once', async () => {
    const { world, table, now } = openHouse()
    await saveAssociation(world(), { version: null, association })
    const remove = () => removeAssociation({ table, also: [removal(world())] }, 'org_1')
    for (let i = 0; i < 2; i++) expect(await remove()).toEqual({ ok: true, value: null })
    expect(await associationShelf.read(table, 'org_1')).toBeUndefined()
    expect(await listAudit(table, now(), 9)).toHaveLength(1)
  })

  test('a member that somebody changes at this very moment stays, and says so', async () => {
    const { world, table } = openHouse()
    await saveAssociation(world(), { version: null, association })
    const busy = {
      ...table,
      commit: async (writes: Parameters<typeof table.commit>[0]) => {
        const version = (await associationShelf.read(table, 'org_1'))?.version ?? ''
        await saveAssociation({ table }, { version, association: { ...association, name: 'Neu' } })
        return table.commit(writes)
      },
    }
    expect(await removeAssociation({ table: busy, also: [removal(world())] }, 'org_1')).toEqual(
      changedMeanwhile,
    )
    expect((await associationShelf.read(table, 'org_1'))?.facts.name).toBe('Neu')
  })
})
