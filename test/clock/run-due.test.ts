import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { runDue, runWork, type TaskOutcome, type Tasks } from '../../functions/clock/run-due.ts'
import {
  type DueWork,
  dueWork,
  dueWorkShelf,
  tasks as everyTask,
  type Task,
} from '../../functions/kernel/due-work.ts'
import type { Stored, Table } from '../../functions/kernel/table.ts'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const start = '2026-03-02T09:00:00.000Z' as Instant
const done: TaskOutcome = { done: true }

/** A clock with tasks that only say that they ran. */
function openClock(outcomes: Partial<Record<Task, (work: DueWork) => Promise<TaskOutcome>>> = {}) {
  const table = openMemoryTable()
  const ran: string[] = []
  let now = start
  const task = (name: Task) => async (work: DueWork) => {
    ran.push(`${name} ${work.seminarId}`)
    return (await outcomes[name]?.(work)) ?? done
  }
  const tasks = Object.fromEntries(everyTask.map((name) => [name, task(name)])) as Tasks
  const sendMail = async (mailId: string): Promise<unknown> => ran.push(`mail ${mailId}`)
  const world = { table: table as Table, now: () => now, tasks, sendMail, mailsTake: 40_000 }
  return {
    table,
    world,
    ran,
    pass: (milliseconds: number) => {
      now = later(now, milliseconds)
    },
    plan: (task: Task, seminarId: string, due: Instant) =>
      table.commit([dueWorkShelf.create({ task, seminarId }, dueWork({ task, seminarId }), { due })]),
    note: (task: Task, seminarId: string) => dueWorkShelf.read(table, { task, seminarId }),
  }
}

describe('what has fallen due', () => {
  test('is done earliest first, mails after works, and what is not due waits', async () => {
    const clock = openClock()
    await clock.plan('invite', 'b', later(start, -minute))
    await clock.plan('sweep', 'a', later(start, -hour))
    await clock.plan('issue', 'd', later(start, 1))
    await clock.plan('remind', 'c', start)
    const letter = { language: 'de' as const, subject: '', blocks: [], attachments: [] }
    const mail = { id: 'm', to: { name: '', address: '' }, letter, cause: 'x', seminarId: '' }
    await clock.table.commit([queueMail(mail, later(start, -30 * minute))])
    expect(await runDue(clock.world)).toEqual({ done: ['sweep', 'invite', 'remind', 'mail'], faults: [] })
    expect(clock.ran).toEqual(['sweep a', 'invite b', 'remind c', 'mail m'])
    // What is done is not due any more; the mail's own verb decides about the mail.
    expect((await runDue(clock.world)).done).toEqual(['mail'])
  })

  test('a task may come again, with what it remembers', async () => {
    const seen: DueWork['seen'][] = []
    const clock = openClock({
      sweep: async (work) => {
        seen.push(work.seen)
        return { done: false, again: later(start, 2 * minute), seen: { line: [seen.length] } }
      },
    })
    await clock.plan('sweep', 'a', start)
    await runDue(clock.world)
    clock.pass(2 * minute - 1)
    expect((await runDue(clock.world)).done).toEqual([])
    clock.pass(1)
    await runDue(clock.world)
    expect(seen).toEqual([{}, { line: [1] }])
  })

  test('one that fails stops nobody, and comes again with the next minute', async () => {
    let broken = true
    const fault = new Error('the table is down')
    const clock = openClock({
      invite: async () => {
        if (broken) throw fault
        return done
      },
    })
    await clock.plan('sweep', 'a', later(start, -3))
    await clock.plan('invite', 'b', later(start, -2))
    await clock.plan('remind', 'c', later(start, -1))
    expect(await runDue(clock.world)).toEqual({
      done: ['sweep', 'remind'],
      faults: [{ name: 'invite', fault }],
    })
    clock.pass(minute)
    expect((await runDue(clock.world)).faults).toHaveLength(1)
    broken = false
    clock.pass(minute)
    expect(await runDue(clock.world)).toEqual({ done: ['invite'], faults: [] })
    expect((await runDue(clock.world)).done).toEqual([])
  })

  test('a note that cannot be read stops nobody either', async () => {
    const clock = openClock()
    await clock.plan('sweep', 'a', start)
    const poison = { task: 'teleport', seminarId: 'x', sessionId: '', seen: {} }
    const place = { table: 'outbox' as const, pk: 'work#teleport#x#', sk: 'work' }
    await clock.table.commit([
      { do: 'create', ...place, kind: 'work', facts: poison, due: later(start, -hour) },
    ])
    const { done: did, faults } = await runDue(clock.world)
    expect(did).toEqual(['sweep'])
    expect(faults).toMatchObject([{ name: 'work' }])
  })

  test('a mail that cannot be sent stops nobody', async () => {
    const clock = openClock()
    await clock.plan('sweep', 'a', start)
    const letter = { language: 'de' as const, subject: '', blocks: [], attachments: [] }
    const mail = { id: 'm', to: { name: '', address: '' }, letter, cause: 'x', seminarId: '' }
    await clock.table.commit([queueMail(mail, later(start, -minute))])
    const sendMail = async () => {
      throw new Error('no key')
    }
    expect(await runDue({ ...clock.world, sendMail })).toMatchObject({
      done: ['sweep'],
      faults: [{ name: 'mail' }],
    })
  })

  describe('while the provider is in trouble', () => {
    const letter = { language: 'de' as const, subject: '', blocks: [], attachments: [] }
    const mail = (id: string) => ({ id, to: { name: '', address: '' }, letter, cause: 'x', seminarId: '' })
    const stuck = async (clock: ReturnType<typeof openClock>, number: number) => {
      for (let i = 0; i < number; i++)
        await clock.table.commit([queueMail(mail(`m${i}`), later(start, -hour))])
    }

    test('seats and reminders do not wait behind any number of stuck mails', async () => {
      const clock = openClock()
      await stuck(clock, 250)
      await clock.plan('sweep', 'a', start)
      await clock.plan('remind', 'b', start)
      const sendMail = async () => {
        clock.pass(15_000)
        return 'unknown'
      }
      const { done: did } = await runDue({ ...clock.world, sendMail })
      expect(did.slice(0, 3)).toEqual(['sweep', 'remind', 'mail'])
      expect(clock.ran).toEqual(['sweep a', 'remind b'])
    })

    test('a provider that hangs is left alone when its time is used up', async () => {
      const clock = openClock()
      await stuck(clock, 20)
      let asked = 0
      const sendMail = async () => {
        asked++
        clock.pass(15_000)
        return 'unknown'
      }
      await runDue({ ...clock.world, sendMail })
      expect(asked).toBe(3)
      await runDue({ ...clock.world, sendMail, mailsTake: 5 * minute })
      expect(asked).toBe(3 + 20)
    })

    test('time that works took is not taken from the mails', async () => {
      const clock = openClock({
        invite: async () => {
          clock.pass(2 * minute)
          return done
        },
      })
      await stuck(clock, 1)
      await clock.plan('invite', 'a', start)
      expect((await runDue(clock.world)).done).toEqual(['invite', 'mail'])
    })

    test('three mails in a row turned away are enough for this minute', async () => {
      const clock = openClock()
      await stuck(clock, 20)
      const answers = ['queued', 'sent', 'queued', 'queued', 'not-due', 'queued', 'queued', 'queued']
      let asked = 0
      const sendMail = async () => answers[asked++] ?? 'sent'
      await runDue({ ...clock.world, sendMail })
      expect(asked).toBe(8)
    })
  })

  test('the index may lag behind: what is not due any more is left alone', async () => {
    const clock = openClock()
    await clock.plan('sweep', 'moved', start)
    await clock.plan('sweep', 'closed', start)
    await clock.plan('sweep', 'gone', start)
    const stale: Stored<unknown>[] = await clock.table.listDue(start, 10)
    const [moved, closed, gone] = await Promise.all(
      ['moved', 'closed', 'gone'].map((id) => clock.note('sweep', id)),
    )
    if (!moved || !closed || !gone) throw new Error('all three are there')
    await clock.table.commit([
      dueWorkShelf.replace(moved, moved.facts, { due: later(start, hour) }),
      dueWorkShelf.replace(closed, closed.facts),
      dueWorkShelf.remove(gone),
    ])
    const lagging = { ...clock.world, table: { ...clock.table, listDue: async () => stale } }
    expect((await runDue(lagging)).faults).toEqual([])
    expect(clock.ran).toEqual([])
    expect(await clock.note('sweep', 'moved')).toMatchObject({ due: later(start, hour) })
  })

  test.each([
    ['done', done],
    ['again', { done: false, again: later(start, 2 * minute), seen: {} } as TaskOutcome],
  ])('a note that somebody moves while the task runs (%s) stays as they moved it', async (_, outcome) => {
    const clock = openClock({
      remind: async () => {
        const note = await clock.note('remind', 'a')
        if (note)
          await clock.table.commit([dueWorkShelf.replace(note, note.facts, { due: later(start, day) })])
        return outcome
      },
    })
    await clock.plan('remind', 'a', start)
    await runDue(clock.world)
    expect(await clock.note('remind', 'a')).toMatchObject({ due: later(start, day) })
  })

  test('one note at a time, as the stream brings it: only if it is due', async () => {
    const clock = openClock()
    await clock.plan('invite', 'a', later(start, minute))
    const note = await clock.note('invite', 'a')
    if (!note) throw new Error('it is there')
    await runWork(clock.world, note)
    expect(clock.ran).toEqual([])
    clock.pass(minute)
    await runWork(clock.world, note)
    await runWork(clock.world, note)
    expect(clock.ran).toEqual(['invite a'])
    await runWork(clock.world, { table: 'outbox', pk: 'work#none', sk: 'work' })
  })
})

/** A seminar with two people, one of whom is there both evenings; nobody presses any button. */
async function offered() {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 2 })
  await house.enrollAndConfirm(seminar, 'ayse')
  await house.enroll(seminar, 'forgets')
  await house.enrollAndConfirm(seminar, 'deniz')
  await house.settle()
  return { house, seminar }
}

async function attend(house: WorkingHouse, seminar: Seminar) {
  const { id } = await house.enrollment(seminar, 'ayse')
  for (const session of seminar.sessions)
    await recordByHand(house.world(), {
      sessionId: session.id,
      enrollmentId: id,
      minutes: 100,
      by: 'trainer',
    })
}

const wholeLife = {
  'certificate ayse': 1,
  'confirm ayse': 1,
  'confirm deniz': 1,
  'confirm forgets': 1,
  'confirmed ayse': 1,
  'confirmed deniz': 1,
  'invite ayse': 2,
  'invite deniz': 2,
  'promoted deniz': 1,
  'reminder ayse': 2,
  'reminder deniz': 2,
}

describe('the clock alone', () => {
  test('carries a seminar from its publication to its certificates, each step in its time', async () => {
    const { house, seminar } = await offered()
    const when = (cause: string, name: string) =>
      house.post.arrived
        .filter((m) => m.cause === cause && m.to.address.startsWith(name))
        .map((m) => m.queuedAt)
    await house.passTo('2026-03-31T18:00:00.000Z', 2 * minute)
    await attend(house, seminar)
    await house.passTo('2026-04-03T00:00:00.000Z', 2 * minute)
    expect(house.post.tally()).toEqual(wholeLife)
    expect(when('promoted', 'deniz')).toEqual(['2026-03-03T09:00:00.000Z'])
    expect(when('invite', 'ayse')).toEqual(['2026-03-23T17:00:00.000Z', '2026-03-30T16:00:00.000Z'])
    expect(when('reminder', 'deniz')).toEqual(['2026-03-24T16:00:00.000Z', '2026-03-31T15:00:00.000Z'])
    expect(when('certificate', 'ayse')).toEqual(['2026-04-02T18:00:00.000Z'])
    expect((await house.seminar(seminar.id)).state).toBe('completed')
    // Nothing is left to do.
    expect(await house.table.listDue('9999-01-01T00:00:00.000Z' as Instant, 10)).toEqual([])
  })

  test('with three clocks at once it is the same', async () => {
    const { house, seminar } = await offered()
    const steps = [
      '2026-03-03T09:00',
      '2026-03-23T17:00',
      '2026-03-24T16:00',
      '2026-03-30T16:00',
      '2026-03-31T15:00',
      '2026-04-02T18:00',
    ]
    for (const step of steps) {
      house.moveTo(`${step}:00.000Z`)
      if (step === '2026-04-02T18:00') await attend(house, seminar)
      for (let i = 0; i < 5; i++)
        await Promise.all(Array.from({ length: 3 }, () => runDue(house.clockWorld())))
      await house.settle()
    }
    expect(house.post.tally()).toEqual(wholeLife)
  })

  test('a clock that stands for six hours loses nothing but what lost its sense', async () => {
    const { house, seminar } = await offered()
    await house.passTo('2026-03-24T14:00:00.000Z', hour)
    // It stands from 14:00 to 20:00 UTC: the reminder of the first evening would come after its end.
    house.moveTo('2026-03-24T20:00:00.000Z')
    await house.settle()
    expect(house.post.tally()).toMatchObject({ 'invite ayse': 1, 'invite deniz': 1 })
    expect(house.post.tally()).not.toHaveProperty('reminder ayse')
    await attend(house, seminar)
    await house.passTo('2026-04-03T00:00:00.000Z', hour)
    expect(house.post.tally()).toEqual({
      ...wholeLife,
      'reminder ayse': 1,
      'reminder deniz': 1,
      'missed deniz': 1,
    })
  })

  test('jumps of a day still close the seminar and bring the certificates', async () => {
    const { house, seminar } = await offered()
    await attend(house, seminar)
    for (let i = 0; i < 34; i++) {
      house.pass(day)
      await house.settle()
    }
    const { 'reminder ayse': _, 'reminder deniz': __, ...rest } = wholeLife
    expect(house.post.tally()).toMatchObject({ 'certificate ayse': 1, 'promoted deniz': 1 })
    for (const [name, copies] of Object.entries(house.post.tally()))
      expect(copies, name).toBeLessThanOrEqual(rest[name as keyof typeof rest] ?? 2)
    expect((await house.seminar(seminar.id)).state).toBe('completed')
  })
})
