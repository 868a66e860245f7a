import { describe, expect, test } from 'vitest'
import { recordByHand, recordNotices } from '../../functions/attendance/record.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { completesAt, type Seminar } from '../../functions/seminar/seminar.ts'
import { joinClickShelf } from '../../functions/session/join-click.table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

async function offered(names: string[] = ['ayse']) {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  for (const name of names) await house.enrollAndConfirm(seminar, name)
  const due = completesAt(seminar)
  if (!due) throw new Error('it has sessions')
  return { house, seminar, due }
}

const stateOf = async (house: WorkingHouse, { id }: Seminar) => (await house.seminar(id)).state
const certificates = (house: WorkingHouse) =>
  house.post.arrived.filter((m) => m.cause === 'certificate').length

async function write(
  house: WorkingHouse,
  seminar: Seminar,
  sessions: readonly { id: string }[],
  name = 'ayse',
) {
  const { id } = await house.enrollment(seminar, name)
  for (const session of sessions)
    await recordByHand(house.world(), {
      sessionId: session.id,
      enrollmentId: id,
      minutes: 100,
      by: 'coordinator',
    })
}

describe('closing by the clock', () => {
  test('waits for minutes that a coordinator has to write, and then brings the certificates', async () => {
    const { house, seminar, due } = await offered()
    await house.passTo(later(due, 3 * day), hour)
    expect(await stateOf(house, seminar)).toBe('published')
    await write(house, seminar, seminar.sessions)
    await house.passTo(later(due, 3 * day + hour), minute)
    expect(await stateOf(house, seminar)).toBe('completed')
    expect(certificates(house)).toBe(1)
  })

  test('minutes of one evening are not those of the other', async () => {
    const { house, seminar, due } = await offered()
    await write(house, seminar, seminar.sessions.slice(0, 1))
    await house.passTo(later(due, day), hour)
    expect(await stateOf(house, seminar)).toBe('published')
  })

  test('who pressed the join button has no minutes yet', async () => {
    const { house, seminar, due } = await offered()
    const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
    await house.moveTo(later(due, -hour))
    for (const { id: sessionId } of seminar.sessions) {
      const click = { id: `click-${sessionId}`, sessionId, enrollmentId, at: house.now() }
      await house.table.commit([joinClickShelf.create(click, click)])
    }
    await house.passTo(later(due, day), hour)
    expect(await stateOf(house, seminar)).toBe('published')
  })

  test('one notice of the room in each session is enough, even where others never came', async () => {
    const { house, seminar, due } = await offered(['ayse', 'deniz'])
    const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
    await recordNotices(
      house.world(),
      seminar.sessions.map(({ id: sessionId, start: at }) => ({
        sessionId,
        enrollmentId,
        notice: { id: `n-${sessionId}`, kind: 'joined' as const, device: 'd', at },
      })),
    )
    await house.passTo(later(due, minute), hour)
    expect(await stateOf(house, seminar)).toBe('completed')
    expect(certificates(house)).toBe(1)
  })

  test.each([
    ['nobody enrolled', []],
    ['nobody confirmed', ['held']],
  ])('does not wait where there is nobody to write about: %s', async (_, names) => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    for (const name of names) await house.enroll(seminar, name)
    const due = completesAt(seminar) ?? ('' as Instant)
    await house.passTo(due, hour)
    expect(await stateOf(house, seminar)).toBe('completed')
  })

  test('does not wait for those who only waited', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'leaves')
    const due = completesAt(seminar) ?? ('' as Instant)
    house.moveTo(seminar.sessions[0]?.start ?? '')
    // The seat stays empty: after the start nobody moves up any more.
    await house.cancel('leaves')
    await house.passTo(due, hour)
    expect(await stateOf(house, seminar)).toBe('completed')
  })

  test('closes after a fortnight all the same, and nothing is left to do', async () => {
    const { house, seminar, due } = await offered()
    await house.passTo(later(due, 14 * day - 2 * minute), hour)
    expect(await stateOf(house, seminar)).toBe('published')
    await house.passTo(later(due, 14 * day + hour), hour)
    expect(await stateOf(house, seminar)).toBe('completed')
    expect(certificates(house)).toBe(0)
    expect(await house.table.listDue('9999-01-01T00:00:00.000Z' as Instant, 10)).toEqual([])
  })
})

describe('a hold that ends after the start', () => {
  const note = async (house: WorkingHouse, { id: seminarId }: Seminar) =>
    dueWorkShelf.read(house.table, { task: 'sweep', seminarId })

  async function enrolledAtTheLastMoment() {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    const start = seminar.sessions[0]?.start
    if (!start) throw new Error('it has sessions')
    await house.change(seminar.id, { closes: start })
    await house.passTo(later(start, -10 * minute), hour)
    const enrolled = await house.enroll(seminar, 'late')
    if (!enrolled.ok) throw new Error(enrolled.refusal.code)
    return { house, seminar, start }
  }

  test('is ended all the same; the note stays until then and no longer', async () => {
    const { house, seminar, start } = await enrolledAtTheLastMoment()
    const { holdsUntil, state } = await house.enrollment(seminar, 'late')
    expect(state).toBe('held')
    expect(holdsUntil > start).toBe(true)
    await house.passTo(later(start, 5 * minute), minute)
    expect((await note(house, seminar))?.due).toBe(holdsUntil)
    await house.passTo(later(holdsUntil, 3 * minute), hour)
    expect((await house.enrollment(seminar, 'late')).state).toBe('expired')
    expect(await note(house, seminar)).not.toHaveProperty('due')
  })

  test('is ended by a clock that stood still over the start', async () => {
    const { house, seminar } = await enrolledAtTheLastMoment()
    house.pass(3 * day)
    await house.tick()
    expect((await house.enrollment(seminar, 'late')).state).toBe('expired')
    expect(await note(house, seminar)).not.toHaveProperty('due')
  })
})
