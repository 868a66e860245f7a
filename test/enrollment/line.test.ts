import { describe, expect, test } from 'vitest'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { queuePlace } from '../../functions/enrollment/line/queue-place.ts'
import { sweep } from '../../functions/enrollment/line/sweep.ts'
import { day, hour, minute } from '../../functions/kernel/time.ts'
import { drawNumbers, readLine } from '../../functions/seminar/line.ts'
import { openHouse } from '../world/house.ts'

const causes = async (house: ReturnType<typeof openHouse>, name: string) =>
  (await house.mails(name)).map(({ cause }) => cause)

describe('cancelling', () => {
  test('the seat goes to the next in the queue by itself, and both get mail', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    await house.enrollAndConfirm(seminar, 'b')
    await house.enrollAndConfirm(seminar, 'c')
    expect(await house.cancel('a')).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(await house.standing(seminar)).toEqual({ seats: ['b'], waiting: ['c'] })
    expect(await causes(house, 'a')).toEqual(['confirm', 'confirmed', 'cancelled'])
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'promoted'])
    expect(await causes(house, 'c')).toEqual(['confirm', 'confirmed'])
  })

  test('twice is the same as once', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    for (const name of ['b', 'c', 'd']) await house.enroll(seminar, name)
    const token = await house.token('a')
    await house.cancel('a')
    await Promise.all([house.cancel('a'), house.cancel('a')])
    expect(token).toHaveLength(50)
    expect(await house.standing(seminar)).toEqual({ seats: ['b'], waiting: ['c', 'd'] })
    expect(await causes(house, 'a')).toEqual(['confirm', 'confirmed', 'cancelled'])
  })

  test('who leaves the waiting list is skipped when their number comes up', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    for (const name of ['b', 'c', 'd']) await house.enroll(seminar, name)
    const line = await readLine(house.table, seminar.id)
    expect(await queuePlace(house.table, await house.enrollment(seminar, 'd'), line)).toBe(3)
    await house.cancel('b')
    await house.cancel('c')
    expect(await queuePlace(house.table, await house.enrollment(seminar, 'd'), line)).toBe(1)
    await house.cancel('a')
    expect(await house.standing(seminar)).toEqual({ seats: ['d'], waiting: [] })
    expect(await causes(house, 'b')).not.toContain('promoted')
  })

  test('after the start nobody is promoted', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    await house.enrollAndConfirm(seminar, 'b')
    house.moveTo('2026-03-24T17:00:00.000Z')
    await house.cancel('a')
    await house.sweep(seminar)
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed'])
  })
})

describe('confirming', () => {
  test('the mail brings the calendar with all sessions', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'a', { firstName: 'Gülşen' })
    const mail = (await house.mails('a')).find(({ cause }) => cause === 'confirmed')
    expect(mail?.to.name).toBe('Gülşen Yıldız')
    const [calendar] = mail?.letter.attachments ?? []
    expect(calendar?.contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    expect(atob(calendar?.content ?? '').match(/BEGIN:VEVENT/g)).toHaveLength(2)
  })

  test('twice is one mail', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'a')
    await Promise.all([house.confirm('a'), house.confirm('a')])
    expect(await causes(house, 'a')).toEqual(['confirm', 'confirmed'])
  })

  test('an address that is not confirmed within 24 hours gives its seat to the next', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enroll(seminar, 'a')
    house.pass(hour)
    await house.enrollAndConfirm(seminar, 'b')
    house.pass(23 * hour - 1)
    await house.sweep(seminar)
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['b'] })
    house.pass(1)
    expect(await house.confirm('a')).toEqual({ ok: false, refusal: { code: 'no-longer' } })
    await house.sweep(seminar)
    expect(await house.standing(seminar)).toEqual({ seats: ['b'], waiting: [] })
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'promoted'])
  })

  test('when a hold ends, what was typed is forgotten', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'a', {
      firstName: 'Canary',
      note: 'Canary note',
      association: 'Canary e. V.',
    })
    expect(JSON.stringify(house.table.everything?.())).toContain('Canary')
    house.pass(24 * hour)
    await house.sweep(seminar)
    expect(await house.enrollment(seminar, 'a')).toMatchObject({ state: 'expired', email: '' })
    expect(JSON.stringify(house.table.everything?.())).not.toContain('Canary')
  })

  test('who confirms in the very moment of their promotion is told by the next sweep', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    await house.enroll(seminar, 'b')
    const { table } = house
    type Commit = typeof table.commit
    const interrupted = (act: (writes: Parameters<Commit>[0]) => Promise<unknown>) => ({
      ...house.world(),
      table: {
        ...table,
        commit: async (writes: Parameters<Commit>[0]) => {
          await act(writes)
          return table.commit(writes)
        },
      },
    })
    // The confirmation reads the line while it is full, and commits while the sweep tells of the promotion.
    const gate = Promise.withResolvers<void>()
    const confirming = confirm(
      interrupted(() => gate.promise),
      await house.token('b'),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    await house.change(seminar.id, { capacity: 2 })
    const crossed = interrupted(async (writes) => {
      if (!JSON.stringify(writes).includes('"promoted"')) return
      gate.resolve()
      await confirming
    })
    const memory = await sweep(crossed, { seminarId: seminar.id, memory: {} })
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ state: 'confirmed', standing: 'waiting' })
    await sweep(house.world(), { seminarId: seminar.id, memory })
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ standing: 'seat' })
    expect(await causes(house, 'b')).toEqual(['confirm', 'confirmed', 'promoted'])
  })
})

describe('personal links', () => {
  test('unknown, foreign and damaged ones open nothing', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'a')
    await house.enroll(seminar, 'b')
    const [a, b] = [await house.token('a'), await house.token('b')]
    const crossed = a.slice(0, 28) + b.slice(28)
    for (const token of [crossed, a.slice(0, -1), `${a}x`, '', 'sem', a.replace(/.$/, 'z')])
      expect(await confirm(house.world(), token)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    expect(await confirm(house.world(), a)).toMatchObject({ ok: true })
  })

  test('no secret of a link lies in the people table', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'a')
    const secret = (await house.token('a')).slice(28)
    expect(secret).toHaveLength(22)
    expect(JSON.stringify(await house.enrollment(seminar, 'a'))).not.toContain(secret)
  })
})

describe('what a process that died leaves behind', () => {
  test('a number drawn and never used is struck by the second sweep, and its seat goes on', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 2 })
    await drawNumbers(house.table, seminar.id)
    await house.enroll(seminar, 'a')
    await house.enroll(seminar, 'b')
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['b'] })
    await house.sweep(seminar)
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: ['b'] })
    house.pass(2 * minute)
    await house.sweep(seminar)
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b'], waiting: [] })
    expect(await causes(house, 'b')).toEqual(['confirm', 'promoted'])
    house.pass(day)
    await house.sweep(seminar)
    expect(await readLine(house.table, seminar.id)).toMatchObject({ next: 3 })
  })
})

describe('capacity', () => {
  test('more seats promote, in the order of the line', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    for (const name of ['a', 'b', 'c', 'd']) await house.enroll(seminar, name)
    expect(await house.change(seminar.id, { capacity: 3 })).toMatchObject({ ok: true })
    await house.sweep(seminar)
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b', 'c'], waiting: ['d'] })
    expect(await causes(house, 'c')).toEqual(['confirm', 'promoted'])
  })
})
