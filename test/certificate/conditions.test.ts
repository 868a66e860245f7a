import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { entitlementOf } from '../../functions/certificate/entitlement.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { type Seminar, seminarSchema } from '../../functions/seminar/seminar.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** Minutes by hand in each of the two sessions of 120. */
const noted = (minutes: readonly number[], seminar: Seminar) => (sessionId: string) => {
  const i = seminar.sessions.findIndex(({ id }) => id === sessionId)
  const at = seminar.sessions[0]?.end ?? seminar.opens
  return [{ id: 'h', kind: 'by-hand' as const, minutes: minutes[i] ?? 0, by: 'k', at }]
}

describe('where each session counts', () => {
  test.each([
    [true, [120, 60], 'full', []],
    [true, [120, 59], 'none', ['ses_second']],
    [true, [0, 120], 'none', ['ses_first']],
    [true, [0, 0], 'none', ['ses_first', 'ses_second']],
    [true, [60, 60], 'none', []],
    [false, [120, 0], 'reduced', []],
    [false, [120, 59], 'reduced', []],
  ])('asked for: %j, minutes %j: %s', (everySession, minutes, grade, missed) => {
    const seminar = aSeminar({ everySession, threshold: 75, reducedThreshold: everySession ? 0 : 50 })
    expect(entitlementOf(seminar, noted(minutes, seminar))).toMatchObject({ grade, missed })
  })

  test('only who missed none gets a certificate', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ everySession: true, threshold: 50 })
    const given = { ayse: [120, 60], bora: [120, 59] }
    for (const [name, minutes] of Object.entries(given)) {
      const { id: enrollmentId } = await house.enrollAndConfirm(seminar, name)
      for (const [i, { id: sessionId }] of seminar.sessions.entries())
        await recordByHand(house.world(), { sessionId, enrollmentId, minutes: minutes[i] ?? 0, by: 'k' })
    }
    house.moveTo(seminar.sessions.at(-1)?.end ?? '')
    await completeSeminar(house.world(), seminar.id)
    await house.settle()
    const has = async (name: string) => {
      const { id: enrollmentId } = await house.enrollment(seminar, name)
      return (await findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId })) !== undefined
    }
    expect([await has('ayse'), await has('bora')]).toEqual([true, false])
  })
})

test('a seminar that was stored before there were conditions asks for none', () => {
  const { everySession: _, trainersWord: __, ...stored } = aSeminar()
  expect(v.parse(seminarSchema, stored)).toEqual(aSeminar())
})
