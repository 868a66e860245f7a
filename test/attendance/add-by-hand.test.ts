import { expect, test } from 'vitest'
import { type AddCommand, addByHand } from '../../functions/attendance/add-by-hand.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { day, later } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const source = 'Stand auf der Unterschriftenliste von Zeynep Aydın'

async function afterwards({ completed = true } = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 1 })
  await house.enrollAndConfirm(seminar, 'seated')
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  if (completed) await completeSeminar(house.world(), seminar.id)
  await house.settle()
  const add = (name: string, minutes = 120, table: Table = house.table) => {
    const email = parseEmailAddress(`${name}@verein.example`)
    if (!email) throw new Error('an address')
    const command: AddCommand = {
      seminarId: seminar.id,
      person: { firstName: 'Gülay', lastName: 'Öz', email, language: 'tr' },
      minutes: seminar.sessions.map(({ id }) => ({ sessionId: id, minutes })),
      ...{ source, by: 'cem@verein.example' },
    }
    return addByHand({ ...house.world(), table }, command)
  }
  const certificate = async (name: string) =>
    findCertificateOf(house.table, {
      seminarId: seminar.id,
      enrollmentId: (await house.enrollment(seminar, name)).id,
    })
  const asked = () => house.post.arrived.filter(({ cause }) => cause === 'added-by-hand')
  return { house, seminar, add, certificate, asked }
}

test.each([true, false])(
  'who was there and not enrolled gets a certificate once the address is confirmed (completed: %s)',
  async (completed) => {
    const { house, seminar, add, certificate, asked } = await afterwards({ completed })
    expect((await add('gulay')).ok).toBe(true)
    await house.settle()
    const [mail, ...more] = asked()
    expect(more).toEqual([])
    expect(mail?.to).toEqual({ name: '', address: 'gulay@verein.example' })
    expect(mail?.letter.language).toBe('tr')
    // Until it is confirmed the address may be a stranger's.
    expect(JSON.stringify(mail)).not.toMatch(/Gülay|Öz\b|Unterschriftenliste/)
    expect(await certificate('gulay')).toBeUndefined()
    expect((await house.confirm('gulay')).ok).toBe(true)
    if (!completed) await completeSeminar(house.world(), seminar.id)
    await house.settle()
    expect(await certificate('gulay')).toMatchObject({
      ...{ firstName: 'Gülay', lastName: 'Öz', language: 'tr', attendedMinutes: 240, reduced: false },
    })
    expect((await house.enrollment(seminar, 'gulay')).addedByHand).toEqual({
      ...{ source, by: 'cem@verein.example', at: house.now() },
    })
  },
)

test('with too few minutes no certificate follows', async () => {
  const { house, add, certificate } = await afterwards()
  await add('gulay', 20)
  await house.confirm('gulay')
  await house.settle()
  expect(await certificate('gulay')).toBeUndefined()
})

test('nobody takes a seat from anybody, is entered twice, or before the seminar begins', async () => {
  const { house, seminar, add } = await afterwards({ completed: false })
  const before = await house.standing(seminar)
  expect(await add('seated')).toEqual({ ok: false, refusal: { code: 'enrolled' } })
  expect((await add('gulay')).ok).toBe(true)
  expect(await add('gulay')).toEqual({ ok: false, refusal: { code: 'enrolled' } })
  expect((await house.standing(seminar)).seats).toEqual(expect.arrayContaining(before.seats))
  house.moveTo('2026-03-02T09:00:00.000Z')
  expect(await add('early')).toEqual({ ok: false, refusal: { code: 'not-begun' } })
  await cancelSeminar(house.world(), seminar.id)
  expect(await add('late')).toEqual({ ok: false, refusal: { code: 'cancelled' } })
})

test('whose address nobody confirms is forgotten after a fortnight, and so is how the office knew', async () => {
  const { house, seminar, add } = await afterwards()
  await add('gulay')
  await house.passTo(later(house.now(), 15 * day), day)
  expect(await house.enrollment(seminar, 'gulay')).toMatchObject({
    state: 'expired',
    firstName: '',
    email: '',
  })
  const people = JSON.stringify(house.table.everything().filter(({ table }) => table === 'people'))
  expect(people).not.toMatch(/Gülay|Unterschriftenliste/)
})

test('one mail and one entry, wherever the process dies', async () => {
  const crashes = await withEveryCrash(async (open) => {
    const { house, seminar, add, asked } = await afterwards()
    const { mortal, death, effects } = open(house.table)
    await Promise.race([add('gulay', 120, mortal), death])
    effects()
    await add('gulay')
    await house.settle()
    expect(asked()).toHaveLength(1)
    expect((await house.enrollment(seminar, 'gulay')).state).toBe('held')
  })
  expect(crashes).toBeGreaterThan(8)
})
