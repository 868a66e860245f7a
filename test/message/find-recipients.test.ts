import { describe, expect, it, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { fullName } from '../../functions/enrollment/enrollment.ts'
import { audiencesOf, findRecipients, readCrowd } from '../../functions/message/find-recipients.ts'
import type { Group } from '../../functions/message/message.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { audience } from '../world/messages.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** Five seats: people who came to both, one, or no evening, who waits, who has not confirmed, who left. */
async function aFullSeminar() {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 5, places: { ...plainPlaces, waitingSize: 9 } })
  const [first, second] = seminar.sessions.map(({ id }) => id)
  const ids = new Map<string, string>()
  for (const name of ['both', 'once', 'never', 'goes', 'onlyFirst'])
    ids.set(
      name,
      (
        await house.enrollAndConfirm(seminar, name, {
          sessions: name === 'onlyFirst' ? [first ?? ''] : [],
        })
      ).id,
    )
  await house.enrollAndConfirm(seminar, 'waits')
  await house.enroll(seminar, 'unsure')
  await house.enroll(seminar, 'strange')
  await house.cancel('strange')
  await house.cancel('goes')
  const attend = (name: string, sessionId = '', minutes = 120) =>
    recordByHand(house.world(), { sessionId, enrollmentId: ids.get(name) ?? '', minutes, by: 'anna' })
  const crowd = async () => readCrowd(house.table, await house.seminar(seminar.id), house.now())
  return { house, seminar, first: first ?? '', second: second ?? '', ids, attend, crowd }
}

const names = (people: { firstName: string }[]) => people.map(({ firstName }) => firstName).sort()

describe('who gets a message, by where they stand', () => {
  test.each<[Group, string[]]>([
    ['all', ['both', 'never', 'once', 'onlyFirst', 'unsure', 'waits']],
    ['seat', ['both', 'never', 'once', 'onlyFirst', 'waits']],
    ['confirmed', ['both', 'never', 'once', 'onlyFirst', 'waits']],
    ['unconfirmed', ['unsure']],
    ['waiting', ['unsure']],
    ['applied', []],
    ['cancelled', ['goes']],
  ])('%s', async (group, expected) => {
    const { crowd, house, seminar } = await aFullSeminar()
    await house.sweep(seminar)
    expect(names(findRecipients(await crowd(), audience(group)).recipients)).toEqual(expected)
  })

  it('says who is left out, and why', async () => {
    const { crowd } = await aFullSeminar()
    expect(findRecipients(await crowd(), audience('all'))).toMatchObject({ gone: 2, erased: 0 })
    expect(findRecipients(await crowd(), audience('cancelled'))).toMatchObject({ unproven: 1, gone: 0 })
  })

  it('takes people one by one, but never who has left', async () => {
    const { crowd, ids } = await aFullSeminar()
    const picked = new Set([ids.get('both') ?? '', ids.get('goes') ?? '', 'nobody'])
    const found = findRecipients(await crowd(), audience('picked'), picked)
    expect(found.recipients.map(fullName)).toEqual(['both Yıldız'])
    expect(found.gone).toBe(1)
  })
})

describe('who gets a message, by attendance', () => {
  async function attended() {
    const all = await aFullSeminar()
    const { house, first, second, attend } = all
    house.moveTo('2026-03-31T18:00:00.000Z')
    await attend('both', first)
    await attend('both', second)
    await attend('once', second, 30)
    await attend('onlyFirst', first)
    // Whoever has left is not written to, whatever is known of them.
    await attend('goes', first)
    return all
  }

  test.each<[Group, 'first' | 'second' | '', string[]]>([
    ['came', 'first', ['both', 'onlyFirst']],
    ['came', 'second', ['both', 'once']],
    ['missed', 'first', ['never', 'once']],
    // Who never wanted to come to the second evening has not missed it.
    ['missed', 'second', ['never']],
    ['reached', '', ['both', 'onlyFirst']],
    ['not-reached', '', ['never', 'once']],
  ])('%s %s', async (group, which, expected) => {
    const all = await attended()
    const sessionId = which === '' ? '' : all[which]
    const { recipients } = findRecipients(await all.crowd(), audience(group, sessionId))
    expect(names(recipients).filter((name) => name !== 'waits')).toEqual(expected)
  })

  it('offers only groups that can be told at that moment', async () => {
    const { house, seminar, first, second } = await aFullSeminar()
    const offered = () =>
      audiencesOf(seminar, house.now()).map(({ group, sessionId }) => `${group} ${sessionId}`.trim())
    const ofAttendance = () => offered().filter((name) => /came|missed|reached/.test(name))
    expect(ofAttendance()).toEqual([])
    house.moveTo('2026-03-24T18:00:00.000Z')
    expect(ofAttendance()).toEqual([`came ${first}`])
    house.moveTo('2026-03-24T19:00:00.000Z')
    expect(ofAttendance()).toEqual([`came ${first}`, `missed ${first}`])
    house.moveTo('2026-03-31T18:00:00.000Z')
    expect(ofAttendance()).toEqual([
      `came ${first}`,
      `came ${second}`,
      `missed ${first}`,
      `missed ${second}`,
      'reached',
      'not-reached',
    ])
  })
})
