import { describe, expect, test } from 'vitest'
import { runDue } from '../../functions/clock/run-due.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { tellCancelled } from '../../functions/enrollment/tell-cancelled.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { hour, type Instant, minute } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { openCrashingTable, withEveryCrash } from '../world/crashing-table.ts'
import { openHouse } from '../world/house.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('publishing', () => {
  const planned = async (house: ReturnType<typeof openHouse>, sessions = aSeminar().sessions) => {
    const { id: _, state: __, completedAt: ___, ...draft } = aSeminar({ sessions })
    const saved = await saveSeminar(house.world(), { seminarId: null, version: '', draft })
    if (!saved.ok) throw new Error(saved.refusal.code)
    return saved.value.id
  }

  test('shows it, and writes down what will fall due', async () => {
    const house = openHouse()
    const id = await planned(house)
    expect(await publishSeminar(house.world(), id)).toMatchObject({ ok: true, value: { state: 'published' } })
    const due = await house.table.listDue('2030-01-01T00:00:00.000Z' as Instant, 100)
    expect(due.map((stored) => dueWorkShelf.decode(stored).facts.task)).toEqual([
      'sweep',
      'forget-answers',
      'invite',
      'remind',
      'write-to-missing',
      'invite',
      'remind',
      'thank',
      'complete',
    ])
  })

  test('refusals', async () => {
    const house = openHouse()
    expect(await publishSeminar(house.world(), 'sem_none')).toEqual(refused('unknown'))
    expect(await publishSeminar(house.world(), await planned(house, []))).toEqual(refused('no-session'))
    const other = openHouse()
    const id = await planned(other)
    other.moveTo('2026-03-24T17:00:00.000Z')
    expect(await publishSeminar(other.world(), id)).toEqual(refused('begun'))
    other.moveTo('2026-03-24T16:59:59.999Z')
    expect(await publishSeminar(other.world(), id)).toMatchObject({ ok: true })
    expect(await publishSeminar(other.world(), id)).toEqual(refused('not-a-draft'))
  })

  test('pressed twice at once it is published once', async () => {
    const house = openHouse()
    const id = await planned(house)
    const both = await Promise.all([publishSeminar(house.world(), id), publishSeminar(house.world(), id)])
    expect(both.map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code))).toEqual([
      'ok',
      'changed-meanwhile',
    ])
  })
})

/** Two with a seat, of whom one has not confirmed, one who waits, one who left. */
async function lineOf(house: WorkingHouse) {
  const seminar = await house.offer({ capacity: 2 })
  await house.enrollAndConfirm(seminar, 'left')
  await house.enrollAndConfirm(seminar, 'seat', { language: 'tr' })
  await house.cancel('left')
  await house.enroll(seminar, 'held', { language: 'en' })
  await house.enrollAndConfirm(seminar, 'waits')
  expect(await house.standing(seminar)).toEqual({ seats: ['seat', 'held'], waiting: ['waits'] })
  return seminar
}

const calledOff = { 'seminar-cancelled held': 1, 'seminar-cancelled seat': 1, 'seminar-cancelled waits': 1 }
const onlyCancellations = (house: WorkingHouse) =>
  Object.fromEntries(
    Object.entries(house.post.tally()).filter(([name]) => name.startsWith('seminar-cancelled')),
  )

describe('calling a seminar off', () => {
  test('everybody in the line is told once, with a calendar that takes the dates away', async () => {
    const house = openWorkingHouse()
    const seminar = await lineOf(house)
    expect(await cancelSeminar(house.world(), seminar.id)).toMatchObject({
      ok: true,
      value: { state: 'cancelled' },
    })
    await house.passTo('2026-04-05T00:00:00.000Z', hour)
    expect(onlyCancellations(house)).toEqual(calledOff)
    const told = house.post.arrived.filter(({ cause }) => cause === 'seminar-cancelled')
    for (const { letter } of told) {
      const [calendar] = letter.attachments
      expect(calendar?.contentType).toContain('method=CANCEL')
      const text = Buffer.from(calendar?.content ?? '', 'base64').toString()
      expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(2)
      expect(text).toContain('METHOD:CANCEL')
    }
    expect(new Set(told.map(({ letter }) => letter.language))).toEqual(new Set(['de', 'tr', 'en']))
    // What somebody typed who never confirmed stays out of the address line.
    expect(told.find(({ to }) => to.address.startsWith('held'))?.to.name).toBe('')
    // And nothing comes after it: no invite, no reminder, no certificate.
    expect(
      Object.keys(house.post.tally()).filter((name) => /invite|reminder|certificate/.test(name)),
    ).toEqual([])
    expect(await house.standing(seminar)).toEqual({ seats: [], waiting: [] })
  })

  test('the calendar takes away the same entries that the confirmation brought, and counts as newer', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    house.pass(minute)
    await cancelSeminar(house.world(), seminar.id)
    await house.settle()
    const calendars = house.post.arrived
      .flatMap(({ letter }) => letter.attachments)
      .map(({ content }) => Buffer.from(content, 'base64').toString())
    const field = (name: string) => calendars.map((text) => text.match(new RegExp(`^${name}:.*$`, 'gm')))
    const [before, after] = field('UID')
    expect(before).toHaveLength(2)
    expect(after).toEqual(before)
    const sequences = field('SEQUENCE').map((all) => Number(all?.[0]?.split(':')[1]))
    expect(sequences[1]).toBeGreaterThan(sequences[0] ?? Number.NaN)
  })

  test('nobody can enroll or confirm afterwards', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'held')
    await cancelSeminar(house.world(), seminar.id)
    expect(await house.confirm('held')).toEqual(refused('no-longer'))
    expect(await house.enroll(seminar, 'new')).toEqual(refused('unavailable'))
    expect(await cancelSeminar(house.world(), seminar.id)).toEqual(refused('not-published'))
    expect(await cancelSeminar(house.world(), 'sem_none')).toEqual(refused('unknown'))
  })

  test('somebody who confirms in that very moment is told too', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'ayse')
    const token = await house.token('ayse')
    // The confirmation has read everything and is about to store it, when the seminar is called off.
    let between: () => Promise<unknown> = async () => {}
    const slow = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        await between()
        return house.table.commit(writes)
      },
    }
    between = async () => {
      between = async () => {}
      await cancelSeminar(house.world(), seminar.id)
    }
    expect(await confirm({ ...house.world(), table: slow }, token)).toMatchObject({ ok: true })
    await house.passTo('2026-03-02T10:00:00.000Z')
    expect(onlyCancellations(house)).toEqual({ 'seminar-cancelled ayse': 1 })
  })

  test('somebody who changes while the round goes by is told in the next one', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    const token = await house.enroll(seminar, 'ayse').then(() => house.token('ayse'))
    let late: (() => Promise<unknown>) | undefined
    const confirming = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        await new Promise<void>((resolve) => {
          late = async () => resolve()
        })
        return house.table.commit(writes)
      },
    }
    const confirmed = confirm({ ...house.world(), table: confirming }, token)
    while (!late) await new Promise((resolve) => setTimeout(resolve, 1))
    await cancelSeminar(house.world(), seminar.id)
    const telling = {
      ...house.table,
      list: async (...args: Parameters<typeof house.table.list>) => {
        const listed = await house.table.list(...args)
        await late?.()
        await confirmed
        return listed
      },
    }
    // The round finds an enrollment that has changed since it was listed, and passes it by.
    await runDue(house.clockWorld(telling))
    expect(onlyCancellations(house)).toEqual({})
    await house.passTo('2026-03-02T10:00:00.000Z')
    expect(onlyCancellations(house)).toEqual({ 'seminar-cancelled ayse': 1 })
  })

  test('once each, wherever the process dies', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const house = openWorkingHouse()
      const seminar = await lineOf(house)
      const { mortal, death, effects } = open(house.table)
      const deed = async () => {
        await cancelSeminar({ ...house.world(), table: mortal }, seminar.id)
        await tellCancelled({ ...house.world(), table: mortal }, seminar.id)
      }
      await Promise.race([deed(), death])
      effects()
      // A coordinator whose page never came presses again.
      await cancelSeminar(house.world(), seminar.id)
      await house.passTo('2026-03-02T10:00:00.000Z', 10 * minute)
      expect(onlyCancellations(house)).toEqual(calledOff)
    })
    expect(crashes).toBeGreaterThan(20)
  })
})

describe('closing a seminar', () => {
  test('only after its last session, and once', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    const close = () => completeSeminar(house.world(), seminar.id)
    house.moveTo('2026-03-31T17:59:59.999Z')
    expect(await close()).toEqual(refused('still-running'))
    house.moveTo('2026-03-31T18:00:00.000Z')
    expect(await close()).toMatchObject({ ok: true, value: { state: 'completed', completedAt: house.now() } })
    expect(await close()).toEqual(refused('not-published'))
    expect(await completeSeminar(house.world(), 'sem_none')).toEqual(refused('unknown'))
    const issue = await dueWorkShelf.read(house.table, { task: 'issue', seminarId: seminar.id })
    expect(issue?.due).toBe(house.now())
  })

  test('the last session is the one that ends last, also where a longer one began earlier', async () => {
    const house = openWorkingHouse()
    const [first, second] = aSeminar().sessions
    if (!first || !second) throw new Error('two sessions')
    const seminar = await house.offer({
      sessions: [{ ...first, end: '2026-04-02T20:00:00.000Z' as Instant }, second],
    })
    house.moveTo('2026-04-01T00:00:00.000Z')
    expect(await completeSeminar(house.world(), seminar.id)).toEqual(refused('still-running'))
  })

  test('the clock does it when nobody did, not before its time', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ completesAfterHours: 3 })
    await house.passTo('2026-03-31T20:59:00.000Z', hour)
    expect((await house.seminar(seminar.id)).state).toBe('published')
    await house.passTo('2026-03-31T21:00:00.000Z')
    expect(await house.seminar(seminar.id)).toMatchObject({ state: 'completed', completedAt: house.now() })
  })

  test.each([
    ['a save', (house: WorkingHouse, id: string) => house.change(id, { trainer: 'Neu' })],
    [
      'any other change',
      async (house: WorkingHouse, id: string) => {
        const stored = await seminarShelf.read(house.table, id)
        if (stored)
          await house.table.commit([seminarShelf.replace(stored, { ...stored.facts, trainer: 'Neu' })])
      },
    ],
  ])('%s in the same moment only puts it off', async (_, disturb) => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ completesAfterHours: 1 })
    house.moveTo('2026-03-31T19:00:00.000Z')
    let disturbed = false
    const table = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        if (!disturbed && writes.some((write) => 'facts' in write && 'completedAt' in write.facts)) {
          disturbed = true
          await disturb(house, seminar.id)
        }
        return house.table.commit(writes)
      },
    }
    await runDue(house.clockWorld(table))
    expect(disturbed).toBe(true)
    await house.passTo('2026-03-31T19:05:00.000Z', minute)
    expect(await house.seminar(seminar.id)).toMatchObject({ state: 'completed', trainer: 'Neu' })
  })
})

test('the table that dies really stops there', async () => {
  const house = openHouse()
  const { mortal, death } = openCrashingTable(house.table, { at: 1, when: 'after' })
  const cancelled = cancelSeminar({ ...house.world(), table: mortal }, 'sem_none').then(() => 'came back')
  expect(await Promise.race([cancelled, death])).toBe('died')
})
