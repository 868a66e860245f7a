import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

test('a name that would print as boxes is not issued; the office is told which letters are missing', async () => {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  for (const [name, firstName] of [
    ['latin', 'Şeyma'],
    ['other', '愛'],
  ] as const) {
    const { id } = await house.enrollAndConfirm(seminar, name, { firstName })
    for (const session of seminar.sessions)
      await recordByHand(house.world(), { sessionId: session.id, enrollmentId: id, minutes: 120, by: 'test' })
  }
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 1 })
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 0 })
  const stateOf = async (name: string) =>
    findIssuedOrHeld(house.table, {
      seminarId: seminar.id,
      enrollmentId: (await house.enrollment(seminar, name)).id,
    })
  expect(await stateOf('latin')).toMatchObject({ number: expect.stringMatching(/^2026-/) })
  expect(await stateOf('other')).toEqual({ letters: '愛' })
  expect((await house.mails('other')).map(({ cause }) => cause)).not.toContain('certificate')
})
