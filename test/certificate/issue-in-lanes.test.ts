import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { issueInLanes } from '../../functions/certificate/issue-in-lanes.ts'
import { listRegister } from '../../functions/certificate/register.table.ts'
import { runWork } from '../../functions/clock/run-due.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { openCrashingTable } from '../world/crashing-table.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** A seminar with more people than one run serves; all of them were there. */
async function manyPeople(count: number) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: count })
  await house.enrollAndConfirm(seminar, 'first')
  const first = await house.enrollment(seminar, 'first')
  const ids = Array.from({ length: count - 1 }, (_, i) => `person-${String(i).padStart(9, '0')}`)
  // Enrolled one by one they would take the test's whole time; they are stored as enrolling leaves them.
  for (const [i, id] of ids.entries())
    await house.table.commit([
      enrollmentShelf.create(
        { seminarId: seminar.id, enrollmentId: id },
        { ...first, id, email: `p${i}@verein.example`, firstName: `Person ${i}`, number: i + 2, links: [] },
      ),
    ])
  for (const enrollmentId of [first.id, ...ids])
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  const certificates = () =>
    house.table
      .everything()
      .flatMap(({ kind, facts }) => (kind === 'certificate' ? [facts as Certificate] : []))
  return { house, seminar, certificates }
}

const laneNames = [0, 1, 2, 3].map((lane) => `lane-${lane}`)

test('many people are served in four lanes side by side, each of them once', async () => {
  const { house, seminar, certificates } = await manyPeople(230)
  const world = house.issuing()
  expect(await issueInLanes(world, { seminarId: seminar.id, lane: '' })).toEqual({ more: false })
  expect(certificates()).toHaveLength(0)
  const notes = await Promise.all(
    laneNames.map((sessionId) =>
      dueWorkShelf.read(house.table, { task: 'issue', seminarId: seminar.id, sessionId }),
    ),
  )
  expect(notes.map((note) => note?.due)).toEqual(laneNames.map(() => house.now()))
  await Promise.all(laneNames.map((lane) => issueInLanes(world, { seminarId: seminar.id, lane })))
  const given = certificates()
  expect(given).toHaveLength(230)
  expect(new Set(given.map(({ enrollmentId }) => enrollmentId)).size).toBe(230)
  expect((await listRegister(house.table, '2026')).map(({ serial }) => serial)).toEqual(
    Array.from({ length: 230 }, (_, i) => i + 1),
  )
})

test('a run ends after a hundred and says that there is more; the clock goes on until nobody is left', async () => {
  const { house, seminar, certificates } = await manyPeople(130)
  const everybody = { seminarId: seminar.id, lane: 'lane-0' }
  // All in one lane, as chance may have it.
  expect(await issueCertificates(house.issuing(), seminar.id)).toEqual({ issued: 100, more: true })
  expect(await issueInLanes(house.issuing(), everybody)).toMatchObject({ more: false })
  await house.passTo(later(house.now(), 3 * minute), minute)
  expect(certificates()).toHaveLength(130)
  expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(130)
})

test('a lane that dies is begun again when its function can no longer live, and nobody gets two', async () => {
  const { house, seminar, certificates } = await manyPeople(120)
  await issueInLanes(house.issuing(), { seminarId: seminar.id, lane: '' })
  const lane = dueWorkShelf.place({ task: 'issue', seminarId: seminar.id, sessionId: 'lane-1' })
  const { mortal, death } = openCrashingTable(house.table, { at: 40, when: 'after' })
  await Promise.race([runWork(house.clockWorld(mortal), lane), death])
  const some = certificates().length
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(30)
  // It is put off while it runs, so that the next minute does not begin it beside itself.
  expect((await house.table.read([lane]))[0]?.due).toBe(later(house.now(), 6 * minute))
  await house.passTo(later(house.now(), 8 * minute), minute)
  expect(certificates()).toHaveLength(120)
  expect(new Set(certificates().map(({ enrollmentId }) => enrollmentId)).size).toBe(120)
})

test('a lane that fails is not due again at once, or the stream would begin it without end', async () => {
  const { house, seminar } = await manyPeople(101)
  await issueInLanes(house.issuing(), { seminarId: seminar.id, lane: '' })
  const name = { task: 'issue' as const, seminarId: seminar.id, sessionId: 'lane-1' }
  const world = house.clockWorld()
  const failing = {
    ...world,
    tasks: {
      ...world.tasks,
      issue: async () => {
        throw new Error('the key does not answer')
      },
    },
  }
  await expect(runWork(failing, dueWorkShelf.place(name))).rejects.toThrow('the key')
  expect((await dueWorkShelf.read(house.table, name))?.due).toBe(later(house.now(), minute))
})
