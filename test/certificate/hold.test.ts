import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf, findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { correctName } from '../../functions/certificate/request/correct-name.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { nobody } from '../../functions/enrollment/line/end-places.ts'
import type { Table } from '../../functions/kernel/table.ts'
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
  await house.settle()
  // As soon as the person writes it another way, it goes out by itself.
  const names = { firstName: 'Ai', lastName: 'Tanaka' }
  const corrected = await correctName(house.world(), { token: await house.token('other'), names })
  expect(corrected).toEqual({ ok: true, value: { isReissued: false } })
  await house.settle()
  expect(await stateOf('other')).toMatchObject({ number: expect.stringMatching(/^2026-/) })
  expect((await house.mails('other')).map(({ cause }) => cause)).toContain('certificate')
})

test('letters of a name are not noted of somebody who is erased in that moment', async () => {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  const { id } = await house.enrollAndConfirm(seminar, 'other', { firstName: '愛' })
  for (const session of seminar.sessions)
    await recordByHand(house.world(), { sessionId: session.id, enrollmentId: id, minutes: 120, by: 'test' })
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  const name = { seminarId: seminar.id, enrollmentId: id }
  const table: Table = {
    ...house.table,
    async commit(writes) {
      const stored = await enrollmentShelf.read(house.table, name)
      const isHold = writes.some((write) => 'kind' in write && write.kind === 'certificate-hold')
      if (isHold && stored)
        await house.table.commit([
          enrollmentShelf.replace(stored, { ...stored.facts, ...nobody, state: 'erased' }),
        ])
      return house.table.commit(writes)
    },
  }
  await issueCertificates(house.issuing(table), seminar.id)
  expect(await findIssuedOrHeld(house.table, name)).toBeUndefined()
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
