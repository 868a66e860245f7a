import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { holdBack, readHoldBack, release } from '../../functions/certificate/hold-back.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** Two people were there in a seminar that is over and not completed yet. */
async function afterwards() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  for (const name of ['ayse', 'bora']) {
    await house.enrollAndConfirm(seminar, name)
    const { id: enrollmentId } = await house.enrollment(seminar, name)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  }
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const command = { seminarId: seminar.id, by: 'Cem' }
  return {
    ...{ house, seminar, command },
    async certificates(): Promise<number> {
      const ids = await Promise.all(['ayse', 'bora'].map((name) => house.enrollment(seminar, name)))
      const found = await Promise.all(
        ids.map(({ id }) => findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId: id })),
      )
      return found.filter(Boolean).length
    },
  }
}

test('held back, nothing goes out though the seminar is completed; released, all of it does, once', async () => {
  const { house, seminar, command, certificates } = await afterwards()
  for (let i = 0; i < 2; i++)
    expect(await holdBack(house.world(), command)).toEqual({ ok: true, value: null })
  expect(await readHoldBack(house.table, seminar.id)).toEqual({ held: true, since: house.now(), by: 'Cem' })
  await completeSeminar(house.world(), seminar.id)
  await house.settle()
  expect([await certificates(), house.post.arrived.filter(({ cause }) => cause === 'certificate')]).toEqual([
    0,
    [],
  ])
  for (let i = 0; i < 2; i++) expect(await release(house.world(), command)).toEqual({ ok: true, value: null })
  await house.settle()
  expect([await certificates(), await readHoldBack(house.table, seminar.id)]).toEqual([2, null])
  expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(2)
})

test('released before the seminar is completed, nothing goes out before it is', async () => {
  const { house, seminar, command, certificates } = await afterwards()
  await holdBack(house.world(), command)
  await release(house.world(), command)
  await house.settle()
  expect(await certificates()).toBe(0)
  await completeSeminar(house.world(), seminar.id)
  await house.settle()
  expect(await certificates()).toBe(2)
})

test('pressed while certificates go out, it stops the rest', async () => {
  const { house, seminar, command, certificates } = await afterwards()
  await completeSeminar(house.world(), seminar.id)
  const table: Table = {
    ...house.table,
    async commit(writes) {
      const outcome = await house.table.commit(writes)
      if (writes.some((write) => 'kind' in write && write.kind === 'certificate'))
        await holdBack(house.world(), command)
      return outcome
    },
  }
  expect(await issueCertificates(house.issuing(table), seminar.id)).toEqual({ issued: 1, more: false })
  expect(await certificates()).toBe(1)
  await release(house.world(), command)
  await house.settle()
  expect(await certificates()).toBe(2)
})

test('of a seminar that does not take place, and of none, nothing is held back', async () => {
  const { house, command } = await afterwards()
  expect(await holdBack(house.world(), { ...command, seminarId: 'sem_none' })).toEqual({
    ...{ ok: false, refusal: { code: 'unknown' } },
  })
  house.moveTo('2026-03-02T09:00:00.000Z')
  const other = await house.offer({ slug: 'other' })
  await cancelSeminar(house.world(), other.id)
  expect(await holdBack(house.world(), { ...command, seminarId: other.id })).toEqual({
    ...{ ok: false, refusal: { code: 'over' } },
  })
})
