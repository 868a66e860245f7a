import { describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { mostPerList, writeAttendance } from '../../functions/attendance/write-attendance.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { auditEntry, listAudit } from '../../functions/staff/audit.table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

type Minutes = Record<string, number>

/** Two sessions of two hours are over; nobody was written down yet. */
async function afterTheSeminar() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  for (const name of ['ayse', 'deniz']) await house.enrollAndConfirm(seminar, name)
  house.moveTo('2026-03-31T18:00:00.000Z')
  return { house, seminar }
}

/** The same minutes in each session. */
async function write(house: WorkingHouse, seminar: Seminar, minutes: Minutes, table: Table = house.table) {
  const rows = await Promise.all(
    Object.entries(minutes).map(async ([name, each]) => ({
      enrollmentId: (await house.enrollment(seminar, name)).id,
      minutes: each,
    })),
  )
  const answers = []
  for (const { id: sessionId } of seminar.sessions)
    answers.push(
      await writeAttendance(
        { ...house.world(), table },
        { seminarId: seminar.id, sessionId, minutes: rows, by: 'k' },
      ),
    )
  return answers
}

const numberOf = async (house: WorkingHouse, seminar: Seminar, name: string) => {
  const { id: enrollmentId } = await house.enrollment(seminar, name)
  return (await findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId }))?.number
}
const certificateMails = async (house: WorkingHouse, name: string) =>
  (await house.mails(name)).filter(({ cause }) => cause === 'certificate').length

describe('after the seminar was completed', () => {
  test('whoever reaches the threshold now gets the certificate; nobody gets two or loses one', async () => {
    const { house, seminar } = await afterTheSeminar()
    await write(house, seminar, { ayse: 120 })
    await completeSeminar(house.world(), seminar.id)
    await house.settle()
    const first = await numberOf(house, seminar, 'ayse')
    expect([first !== undefined, await numberOf(house, seminar, 'deniz')]).toEqual([true, undefined])

    house.moveTo('2026-04-20T18:00:00.000Z')
    await house.settle()
    await write(house, seminar, { ayse: 0, deniz: 100 })
    await house.settle()
    expect(await numberOf(house, seminar, 'ayse')).toBe(first)
    expect(await numberOf(house, seminar, 'deniz')).toBeDefined()
    await write(house, seminar, { ayse: 120, deniz: 120 })
    await house.settle()
    expect([await certificateMails(house, 'ayse'), await certificateMails(house, 'deniz')]).toEqual([1, 1])
  })

  test('a note that the clock is doing at this moment does not get in the way', async () => {
    const { house, seminar } = await afterTheSeminar()
    await completeSeminar(house.world(), seminar.id)
    let disturbed = 0
    const table: Table = {
      ...house.table,
      async commit(writes) {
        if (disturbed++ < 2) await house.settle()
        return house.table.commit(writes)
      },
    }
    expect(await write(house, seminar, { deniz: 120 }, table)).toEqual([
      { ok: true, value: { written: 1 } },
      { ok: true, value: { written: 1 } },
    ])
    await house.settle()
    expect(await certificateMails(house, 'deniz')).toBe(1)
  })
})

test('minutes that are written in the moment of completion are not lost for the certificate', async () => {
  const { house, seminar } = await afterTheSeminar()
  let completed = false
  // Between reading the seminar and writing the minutes, somebody completes it and the clock issues.
  const table: Table = {
    ...house.table,
    async commit(writes) {
      if (!completed) {
        completed = true
        await completeSeminar(house.world(), seminar.id)
        await house.settle()
      }
      return house.table.commit(writes)
    },
  }
  await write(house, seminar, { ayse: 120 }, table)
  await house.settle()
  expect(await numberOf(house, seminar, 'ayse')).toBeDefined()
})

test('while a session still comes, nothing falls due', async () => {
  const { house, seminar } = await afterTheSeminar()
  house.moveTo('2026-03-24T19:00:00.000Z')
  expect(await write(house, seminar, { ayse: 10 })).toEqual([
    { ok: true, value: { written: 1 } },
    { ok: false, refusal: { code: 'not-begun' } },
  ])
  expect(await dueWorkShelf.read(house.table, { task: 'issue', seminarId: seminar.id })).toBeUndefined()
})

test('refusals: cancelled, another seminar’s session; nothing is written', async () => {
  const { house, seminar } = await afterTheSeminar()
  const other = await openWorkingHouse().offer({ slug: 'other' })
  const strange = { seminarId: seminar.id, sessionId: `${other.sessions[0]?.id}x`, minutes: [], by: 'k' }
  expect(await writeAttendance(house.world(), strange)).toEqual({ ok: false, refusal: { code: 'unknown' } })
  await cancelSeminar(house.world(), seminar.id)
  const refused = { ok: false, refusal: { code: 'cancelled' } }
  expect(await write(house, seminar, { ayse: 120 })).toEqual([refused, refused])
  for (const { id } of seminar.sessions) expect(await listNotices(house.table, id)).toEqual(new Map())
})

test('a whole list and what is noted of it are one commit; a longer list is a fault', async () => {
  const { house, seminar } = await afterTheSeminar()
  await completeSeminar(house.world(), seminar.id)
  const sizes: number[] = []
  const table: Table = {
    ...house.table,
    commit: (writes) => {
      sizes.push(writes.length)
      return house.table.commit(writes)
    },
  }
  const list = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ enrollmentId: `person-${i}`, minutes: 60 }))
  const world = {
    ...house.world(),
    table,
    also: [auditEntry(house.world(), { who: 'k', deed: 'write-attendance', seminarId: seminar.id })],
  }
  const command = { seminarId: seminar.id, sessionId: seminar.sessions[0]?.id ?? '', by: 'k' }
  expect(await writeAttendance(world, { ...command, minutes: list(mostPerList) })).toMatchObject({ ok: true })
  // The list is asked whether it is settled, the note of the certificates moved, the trail written.
  expect(sizes).toEqual([mostPerList + 3])
  expect((await listNotices(house.table, command.sessionId)).size).toBe(mostPerList)
  expect(await listAudit(house.table, house.now(), 10)).toMatchObject([{ deed: 'write-attendance' }])
  await expect(writeAttendance(world, { ...command, minutes: list(mostPerList + 1) })).rejects.toThrow()
})
