import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf, findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
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
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 1, more: false })
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 0, more: false })
  const stateOf = async (name: string) =>
    findIssuedOrHeld(house.table, {
      seminarId: seminar.id,
      enrollmentId: (await house.enrollment(seminar, name)).id,
    })
  expect(await stateOf('latin')).toMatchObject({ number: expect.stringMatching(/^2026-/) })
  expect(await stateOf('other')).toEqual({ letters: '愛' })
  expect((await house.mails('other')).map(({ cause }) => cause)).not.toContain('certificate')
})

test('pictures in a title are left out, so that they hold up nobody', async () => {
  const house = openWorkingHouse()
  const title = { de: 'Mehr Mitglieder 🎉 gewinnen 👍🏽', tr: '', en: '' }
  const seminar = await house.offer({ title, contents: { de: 'Plan 📝\nFest', tr: '', en: '' } })
  const { id } = await house.enrollAndConfirm(seminar, 'latin', { firstName: 'Şeyma' })
  for (const session of seminar.sessions)
    await recordByHand(house.world(), { sessionId: session.id, enrollmentId: id, minutes: 120, by: 'test' })
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 1, more: false })
  expect(await findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId: id })).toMatchObject({
    title: 'Mehr Mitglieder gewinnen',
    contents: ['Plan', 'Fest'],
  })
})
