import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { countRegister, listRegister } from '../../functions/certificate/register.table.ts'
import { enrollmentShelf, listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { dead } from '../world/post-office.ts'
import { drawSheet, openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

/** So many people were there all the time, and the seminar is closed; nothing has been issued. */
async function closedWith(house: WorkingHouse, slug: string, names: readonly string[]): Promise<Seminar> {
  const seminar = await house.offer({ slug, capacity: names.length })
  for (const name of names) {
    await house.enrollAndConfirm(seminar, name)
    const { id: enrollmentId } = await house.enrollment(seminar, name)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  }
  return seminar
}

async function close(house: WorkingHouse, ...seminars: Seminar[]) {
  house.moveTo('2026-03-31T18:00:00.000Z')
  for (const { id } of seminars) await completeSeminar(house.world(), id)
}

const certificates = (house: WorkingHouse) =>
  house.table
    .everything()
    .flatMap(({ kind, facts }) => (kind === 'certificate' ? [facts as Certificate] : []))

/** The register has each place once, from 1 on, and each certificate says its own. */
async function expectWhole(house: WorkingHouse, year: string, count: number) {
  const entries = await listRegister(house.table, year)
  expect(entries.map(({ serial }) => serial)).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  expect(await countRegister(house.table, year)).toBe(count)
  const ofYear = certificates(house).filter(({ number }) => number.startsWith(year))
  const said = ofYear.map(({ serial, number, enrollmentId }) => ({
    ...{ serial, number, enrollmentId },
  }))
  for (const entry of said) expect(entries).toContainEqual(expect.objectContaining(entry))
  expect(new Set(said.map(({ serial }) => serial)).size).toBe(said.length)
}

const people = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

test('each certificate gets the next place of its year, whoever issues beside whom', async () => {
  const house = openWorkingHouse()
  const one = await closedWith(house, 'one', people('a', 25))
  const other = await closedWith(house, 'other', people('b', 7))
  await close(house, one, other)
  const runs = [one, other, one, other, one].map(({ id }) => issueCertificates(house.issuing(), id))
  const issued = (await Promise.all(runs)).reduce((sum, run) => sum + run.issued, 0)
  expect(issued).toBe(32)
  expect(certificates(house)).toHaveLength(32)
  await expectWhole(house, '2026', 32)
})

test('wherever the process dies, no place is left out and none is given twice', async () => {
  const crashes = await withEveryCrash(async (open) => {
    const house = openWorkingHouse()
    const seminar = await closedWith(house, 'one', people('a', 3))
    await close(house, seminar)
    const { mortal, death, effects } = open(house.table)
    await Promise.race([issueCertificates(house.issuing(mortal), seminar.id), death])
    effects()
    await house.settle()
    expect(certificates(house)).toHaveLength(3)
    await expectWhole(house, '2026', 3)
    expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(3)
  })
  expect(crashes).toBeGreaterThan(30)
})

test('a new year begins with 1', async () => {
  const house = openWorkingHouse()
  const one = await closedWith(house, 'one', people('a', 2))
  const other = await closedWith(house, 'other', ['b0'])
  await close(house, one, other)
  await issueCertificates(house.issuing(), one.id)
  house.moveTo('2026-12-31T23:30:00.000Z')
  await issueCertificates(house.issuing(), other.id)
  await expectWhole(house, '2026', 2)
  await expectWhole(house, '2027', 1)
  expect(await listRegister(house.table, '2027')).toMatchObject([{ serial: 1, seminarId: other.id }])
})

test('who leaves between number and certificate keeps the place empty, and nobody else gets it', async () => {
  const house = openWorkingHouse()
  const seminar = await closedWith(house, 'one', ['ayse', 'bora'])
  await close(house, seminar)
  let numbers = 0
  const leave = async () => {
    const { id } = await house.enrollment(seminar, 'ayse')
    const stored = await enrollmentShelf.read(house.table, { seminarId: seminar.id, enrollmentId: id })
    if (stored)
      await house.table.commit([enrollmentShelf.replace(stored, { ...stored.facts, state: 'cancelled' })])
  }
  const table = {
    ...house.table,
    commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
      const outcome = await house.table.commit(writes)
      if (writes.some((write) => 'kind' in write && write.kind === 'certificate-note') && ++numbers === 1)
        await leave()
      return outcome
    },
  }
  expect(await issueCertificates(house.issuing(table), seminar.id)).toEqual({ issued: 1, more: false })
  expect(certificates(house).map(({ firstName }) => firstName)).toEqual(['bora'])
  expect(await countRegister(house.table, '2026')).toBe(2)
})

test('whoever got a number from a run that died is served by the run beside it, which ends the work', async () => {
  const house = openWorkingHouse()
  const seminar = await closedWith(house, 'one', people('a', 3))
  await close(house, seminar)
  let isOvertaken = false
  // The other run gives the numbers in the moment before this one does, and dies with its first certificate.
  const table = {
    ...house.table,
    commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
      if (!isOvertaken && writes.some((write) => 'kind' in write && write.kind === 'certificate-note')) {
        isOvertaken = true
        const mortal = { ...house.table, commit: dyingAfterNumbers() }
        await Promise.race([issueCertificates(house.issuing(mortal), seminar.id), numbersGiven])
      }
      return house.table.commit(writes)
    },
  }
  let toldGiven: () => void = () => {}
  const numbersGiven = new Promise<void>((resolve) => {
    toldGiven = resolve
  })
  const dyingAfterNumbers = (): typeof house.table.commit => async (writes) => {
    const outcome = await house.table.commit(writes)
    toldGiven()
    return dead.then(() => outcome)
  }
  expect(await issueCertificates(house.issuing(table), seminar.id)).toEqual({ issued: 3, more: false })
  await expectWhole(house, '2026', 3)
})

test('twenty people who cannot be drawn keep nobody behind them waiting', async () => {
  const house = openWorkingHouse()
  const seminar = await closedWith(house, 'one', people('a', 24))
  await close(house, seminar)
  const listed = (await listEnrollments(house.table, seminar.id)).slice(0, 20)
  const broken = new Set(listed.map(({ facts }) => facts.id))
  const world = {
    ...house.issuing(),
    drawSheet: async (certificate: Certificate) => {
      if (broken.has(certificate.enrollmentId)) throw new Error('no such picture')
      return drawSheet(certificate)
    },
  }
  await expect(issueCertificates(world, seminar.id)).rejects.toThrow('not every certificate')
  await expect(issueCertificates(world, seminar.id)).rejects.toThrow('not every certificate')
  expect(certificates(house)).toHaveLength(4)
  await house.settle()
  await expectWhole(house, '2026', 24)
})

test('a name that changes to letters without a font while the sheet is drawn is never printed as boxes', async () => {
  const house = openWorkingHouse()
  const seminar = await closedWith(house, 'one', ['ayse'])
  await close(house, seminar)
  const name = { seminarId: seminar.id, enrollmentId: (await house.enrollment(seminar, 'ayse')).id }
  let changed = false
  const world = {
    ...house.issuing(),
    drawSheet: async (certificate: Certificate) => {
      const stored = await enrollmentShelf.read(house.table, name)
      if (stored && !changed)
        await house.table.commit([enrollmentShelf.replace(stored, { ...stored.facts, firstName: '王' })])
      changed = true
      return drawSheet(certificate)
    },
  }
  expect(await issueCertificates(world, seminar.id)).toEqual({ issued: 0, more: false })
  expect(certificates(house)).toEqual([])
})
