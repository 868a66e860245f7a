import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { tellMoved } from '../../functions/enrollment/tell-moved.ts'
import { day, hour, later, minute } from '../../functions/kernel/time.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { cancelSession } from '../../functions/seminar/cancel-session.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { remind } from '../../functions/session/remind.ts'
import { openPostOffice } from '../world/post-office.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const causesOf = (mails: readonly Mail[], name: string): string[] =>
  mails.filter(({ to }) => to.address === `${name}@verein.example`).map(({ cause }) => cause)

/** Two people in all sessions, one only in the first, one only in the second. */
async function offered(post = openPostOffice()) {
  const house = openWorkingHouse(post)
  const seminar = await house.offer({ places: { ...plainPlaces, singleSessions: true } })
  const [first, second] = seminar.sessions
  if (!first || !second) throw new Error('it has two sessions')
  await house.enrollAndConfirm(seminar, 'ayse')
  await house.enrollAndConfirm(seminar, 'bora', { language: 'tr' })
  await house.enrollAndConfirm(seminar, 'cem', { sessions: [first.id] })
  await house.enrollAndConfirm(seminar, 'dilan', { sessions: [second.id], language: 'en' })
  await house.settle()
  house.pass(hour)
  const callOff = async (sessionId: string) => {
    const stored = await seminarShelf.read(house.table, seminar.id)
    const version = stored?.version ?? ''
    return cancelSession(
      { table: house.table, now: house.now() },
      { seminarId: seminar.id, sessionId, version },
    )
  }
  return { house, seminar, first, second, callOff }
}

describe('a date that is called off', () => {
  test('is told once to those who take part in it, in their language, and to nobody else', async () => {
    const { house, second, callOff } = await offered()
    expect(await callOff(second.id)).toMatchObject({ ok: true })
    await house.passTo(later(house.now(), hour), hour)
    const told = house.post.arrived.filter(({ cause }) => cause === 'moved')
    expect(told.map(({ to, letter }) => [to.address, letter.subject])).toEqual([
      ['ayse@verein.example', 'Ein Termin fällt aus: Fördermittel finden und beantragen'],
      ['bora@verein.example', 'Bir oturum yapılmıyor: Fon bulma ve başvuru'],
      ['dilan@verein.example', 'One date canceled: Finding and applying for grants'],
    ])
    const rows = told.map(({ letter }) =>
      letter.blocks.flatMap((block) => (block.is === 'facts' ? block.rows : [])),
    )
    expect(rows[0]).toContainEqual(['Fällt aus', 'Dienstag, 31. März 2026, 18:00–20:00'])
    // Who chose only that date is told that nothing is left of it.
    expect(JSON.stringify(told[2]?.letter.blocks)).toContain('this date only')
    expect(JSON.stringify(told[0]?.letter.blocks)).not.toContain('nur diesen Termin')
  })

  test('brings no invite and no reminder any more; the other date keeps its own', async () => {
    const { house, seminar, first, second, callOff } = await offered()
    await callOff(second.id)
    await house.passTo(later(second.end, day), hour)
    expect(causesOf(house.post.arrived, 'ayse').sort()).toEqual(
      ['confirm', 'confirmed', 'invite', 'moved', 'reminder'].sort(),
    )
    expect(causesOf(house.post.arrived, 'dilan').sort()).toEqual(['confirm', 'confirmed', 'moved'])
    const after = await house.seminar(seminar.id)
    expect(after.sessions.map(({ id }) => id)).toEqual([first.id])
    expect(after.cancelledSessions.map(({ id }) => id)).toEqual([second.id])
  })

  test('takes back what waits in the outbox about it', async () => {
    const post = openPostOffice()
    const { house, first, callOff } = await offered(post)
    await house.passTo(later(first.start, -25 * hour), hour)
    post.be('busy')
    await house.passTo(later(first.start, -23 * hour), hour)
    expect(await callOff(first.id)).toMatchObject({ ok: true })
    await house.settle()
    post.be('accepts')
    await house.passTo(later(house.now(), hour), minute)
    const since = causesOf(post.arrived, 'cem')
    expect(since).toContain('moved')
    expect(since).not.toContain('invite')
  })

  test.each([
    [
      'begun',
      async (world: Awaited<ReturnType<typeof offered>>) => {
        world.house.moveTo(world.first.start)
        return world.callOff(world.first.id)
      },
    ],
    [
      'last-session',
      async (world: Awaited<ReturnType<typeof offered>>) => {
        await world.callOff(world.first.id)
        return world.callOff(world.second.id)
      },
    ],
    ['unknown', (world: Awaited<ReturnType<typeof offered>>) => world.callOff('ses_nothing')],
    [
      'changed-meanwhile',
      (world: Awaited<ReturnType<typeof offered>>) =>
        cancelSession(
          { table: world.house.table, now: world.house.now() },
          { seminarId: world.seminar.id, sessionId: world.first.id, version: 'old' },
        ),
    ],
  ] as const)('is refused: %s', async (code, attempt) => {
    expect(await attempt(await offered())).toEqual({ ok: false, refusal: { code } })
  })
})

test('a date that moved says what it was, to those who knew it', async () => {
  const { house, seminar, first } = await offered()
  const sessions = seminar.sessions.map((session) =>
    session.id === first.id
      ? { ...session, start: later(session.start, hour), end: later(session.end, hour) }
      : session,
  )
  await house.change(seminar.id, { sessions })
  house.pass(minute)
  await house.enrollAndConfirm(seminar, 'emine')
  await house.passTo(later(house.now(), hour), hour)
  const told = house.post.arrived.filter(({ cause }) => cause === 'moved')
  expect(told.map(({ to }) => to.address)).toEqual([
    'ayse@verein.example',
    'bora@verein.example',
    'cem@verein.example',
  ])
  const [row] = told.map(({ letter }) => letter.blocks.flatMap((b) => (b.is === 'facts' ? b.rows : [])))
  expect(row?.[1]?.[1]).toBe(
    'Dienstag, 24. März 2026, 19:00–21:00 · online\nbisher: Dienstag, 24. März 2026, 18:00–20:00',
  )
})

describe('moved again and again', () => {
  const rowsOf = (mail: Mail | undefined) =>
    mail?.letter.blocks.flatMap((block) => (block.is === 'facts' ? block.rows : [])) ?? []
  const movedTo = (mails: readonly Mail[], name: string) =>
    mails.filter(({ cause, to }) => cause === 'moved' && to.address === `${name}@verein.example`)

  async function withShifts() {
    const world = await offered()
    const { house, seminar, first } = world
    const change = async (changes: Partial<typeof first>) => {
      const { sessions } = await house.seminar(seminar.id)
      const next = sessions.map((one) => (one.id === first.id ? { ...one, ...changes } : one))
      expect(await house.change(seminar.id, { sessions: next })).toMatchObject({ ok: true })
    }
    const shift = (by: number) => change({ start: later(first.start, by), end: later(first.end, by) })
    return { ...world, change, shift }
  }

  test('two moves that are told in one letter name the date that people knew', async () => {
    const { house, shift } = await withShifts()
    await shift(hour)
    house.pass(minute)
    await shift(2 * hour)
    await house.settle()
    const told = movedTo(house.post.arrived, 'ayse')
    expect(told).toHaveLength(1)
    expect(rowsOf(told[0])[1]?.[1]).toBe(
      'Dienstag, 24. März 2026, 20:00–22:00 · online\nbisher: Dienstag, 24. März 2026, 18:00–20:00',
    )
  })

  test('another place after a move that was told names no earlier date', async () => {
    const { house, shift, change } = await withShifts()
    await shift(hour)
    await house.settle()
    house.pass(minute)
    await change({ place: { kind: 'onsite', address: 'Am Markt 1, Hagen' } })
    await house.settle()
    expect(rowsOf(movedTo(house.post.arrived, 'ayse')[1])[1]?.[1]).toBe(
      'Dienstag, 24. März 2026, 19:00–21:00 · Am Markt 1, Hagen',
    )
  })

  test('an address that nobody confirmed hears of no more than it may a day, and of the rest the next day', async () => {
    const { house, seminar, shift } = await withShifts()
    await house.enroll(seminar, 'fatma')
    for (let i = 1; i <= 5; i++) {
      house.pass(minute)
      await shift(i * hour)
      await house.settle()
    }
    const toFatma = () => house.post.arrived.filter(({ to }) => to.address === 'fatma@verein.example').length
    expect(toFatma()).toBeLessThanOrEqual(3)
    const before = toFatma()
    await house.passTo(later(house.now(), 18 * hour), hour)
    expect(toFatma()).toBe(before + 1)
  })
})

test('when the last date is called off after the others were held, people are told of it all the same', async () => {
  const { house, seminar, first, second, callOff } = await offered()
  await house.passTo(later(first.end, 72 * hour), hour)
  const { id } = await house.enrollment(seminar, 'ayse')
  await recordByHand(house.world(), { sessionId: first.id, enrollmentId: id, minutes: 120, by: 'office' })
  expect(await callOff(second.id)).toMatchObject({ ok: true })
  await house.passTo(later(house.now(), 3 * hour), minute)
  expect((await house.seminar(seminar.id)).state).toBe('completed')
  expect(causesOf(house.post.arrived, 'ayse').slice(-2)).toEqual(['moved', 'certificate'])
  expect(causesOf(house.post.arrived, 'bora')).toContain('moved')
})

test('a reminder that is being written while its date is called off does not come after the news', async () => {
  const { house, seminar, first, callOff } = await offered()
  await house.passTo(later(first.start, -2 * hour), hour)
  house.moveTo(later(first.start, -hour + minute))
  let calledOff = false
  const table = {
    ...house.table,
    commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
      if (!calledOff) {
        calledOff = true
        await callOff(first.id)
        await tellMoved(house.issuing(), seminar.id)
      }
      return house.table.commit(writes)
    },
  }
  await remind({ ...house.issuing(table) }, { seminarId: seminar.id, sessionId: first.id })
  await house.passTo(later(house.now(), hour), minute)
  expect(house.post.arrived.filter(({ cause }) => cause === 'reminder')).toEqual([])
  expect(house.post.arrived.filter(({ cause }) => cause === 'moved').map(({ to }) => to.address)).toEqual([
    'ayse@verein.example',
    'bora@verein.example',
    'cem@verein.example',
  ])
})
