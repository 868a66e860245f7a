import { expect, test } from 'vitest'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { mailShelf, queueMail } from '../../functions/mail/mail.table.ts'
import { pauseSending, readPause, resumeSending } from '../../functions/mail/pause.ts'
import { send } from '../../functions/mail/send.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
const takeTurn = async () => true

async function withMail(notAfter?: Instant) {
  const house = openWorkingHouse()
  const to = { name: '', address: 'a@verein.example' }
  const mail = { id: 'mail-1', to, letter, cause: 'invite', seminarId: 'sem_1' }
  await house.table.commit([queueMail({ ...mail, ...(notAfter && { notAfter }) }, house.now())])
  return house
}
const pause = (house: WorkingHouse) => pauseSending({ table: house.table, now: house.now() })
const resume = (house: WorkingHouse) => resumeSending({ table: house.table, now: house.now() })
const mailOf = async (house: WorkingHouse) => (await mailShelf.read(house.table, 'mail-1'))?.facts

test('while sending rests nothing is handed over, and everything stays due', async () => {
  const house = await withMail()
  await pause(house)
  expect(await readPause(house.table)).toBe(house.now())
  await house.passTo(later(house.now(), 3 * day), hour)
  expect(house.post.asked()).toBe(0)
  expect(await mailOf(house)).toMatchObject({ state: 'queued', tries: 0, copies: 0 })
  await resume(house)
  expect(await readPause(house.table)).toBeNull()
  house.post.be('busy')
  await house.passTo(later(house.now(), hour))
  house.post.be('accepts')
  await house.passTo(later(house.now(), hour))
  expect(house.post.arrived).toHaveLength(1)
  // It waited for us and not for the provider: it is not given up for having waited long.
  expect((await mailOf(house))?.state).toBe('sent')
})

test('people can enroll meanwhile, and get their mails when it goes on', async () => {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await pause(house)
  expect((await house.enroll(seminar, 'ayse')).ok).toBe(true)
  await house.settle()
  expect(house.post.arrived).toEqual([])
  await resume(house)
  await house.settle()
  expect(house.post.tally()).toEqual({ 'confirm ayse': 1 })
})

test('a reminder whose time passes meanwhile is outdated, and is no trouble', async () => {
  const house = await withMail('2026-03-02T10:00:00.000Z' as Instant)
  await pause(house)
  await house.passTo('2026-03-02T10:05:00.000Z')
  expect((await mailOf(house))?.state).toBe('outdated')
  await resume(house)
  await house.settle()
  expect(house.post.asked()).toBe(0)
  expect(await listTroubles(house.table)).toEqual([])
})

test('a mail that is being handed over is finished', async () => {
  const house = await withMail()
  const handOver: typeof house.post.handOver = async (mail) => {
    await pause(house)
    return house.post.handOver(mail)
  }
  expect(await send({ table: house.table, now: house.now, handOver, takeTurn }, 'mail-1')).toBe('sent')
  expect(house.post.arrived).toHaveLength(1)
})

test('whoever takes the lease in the moment of the pause gives it back as it was', async () => {
  const house = await withMail()
  const racing = {
    ...house.table,
    commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
      if (writes.some((write) => write.pk === 'mail#mail-1')) await pause(house)
      return house.table.commit(writes)
    },
  }
  const world = { table: racing, now: house.now, handOver: house.post.handOver, takeTurn }
  expect(await send(world, 'mail-1')).toBe('paused')
  expect(house.post.asked()).toBe(0)
  expect(await mailOf(house)).toMatchObject({ state: 'queued', tries: 0, copies: 0 })
  await resume(house)
  await house.settle()
  expect(house.post.arrived).toHaveLength(1)
})

test('wherever a worker dies in the moment of the pause, the mail goes out afterwards', async () => {
  const copies = new Set<number>()
  await withEveryCrash(async (open) => {
    const house = await withMail()
    const { mortal, death, effects } = open(house.table)
    const handOver: typeof house.post.handOver = async (mail) => {
      await pause(house)
      return house.post.handOver(mail)
    }
    await Promise.race([send({ table: mortal, now: house.now, handOver, takeTurn }, 'mail-1'), death])
    effects()
    await pause(house)
    const before = house.post.arrived.length
    await house.passTo(later(house.now(), 2 * hour), minute)
    expect(house.post.arrived).toHaveLength(before)
    await resume(house)
    await house.passTo(later(house.now(), hour), minute)
    expect((await mailOf(house))?.state).toBe('sent')
    copies.add(house.post.arrived.length)
  })
  expect([...copies].sort()).toEqual([1, 2])
})

test('each button twice is the same as once, with one note; both at once are told apart', async () => {
  const house = openWorkingHouse()
  expect((await resume(house)).ok).toBe(true)
  expect(house.table.everything()).toEqual([])
  await pause(house)
  const since = house.now()
  house.pass(minute)
  expect((await pause(house)).ok).toBe(true)
  expect(await readPause(house.table)).toBe(since)
  const both = await Promise.all([resume(house), resume(house)])
  expect(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort()).toEqual([
    'changed-meanwhile',
    'done',
  ])
})
