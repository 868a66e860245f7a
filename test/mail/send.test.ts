import { describe, expect, test } from 'vitest'
import type { Table } from '../../functions/kernel/table.ts'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import type { Letter } from '../../functions/mail/letter.ts'
import { mailShelf, queueMail } from '../../functions/mail/mail.table.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { type DeliveryEvent, noteDelivery } from '../../functions/mail/note-delivery.ts'
import { send } from '../../functions/mail/send.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openPostOffice } from '../world/post-office.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const takeTurn = async () => true
const letter: Letter = {
  language: 'tr',
  subject: 'Katılım belgeniz',
  blocks: [{ is: 'text', text: 'Sayın Şükrü İğdeoğlu,' }],
  attachments: [{ filename: 'belge.pdf', contentType: 'application/pdf', content: 'JVBERg==' }],
}

async function withMail(post = openPostOffice(), notAfter?: Instant) {
  const house = openWorkingHouse(post)
  const mail = {
    id: 'mail-1',
    to: { name: 'Şükrü', address: 's@verein.example' },
    letter,
    cause: 'invite',
    seminarId: 'sem',
  }
  await house.table.commit([queueMail({ ...mail, ...(notAfter && { notAfter }) }, house.now())])
  return house
}

const mailOf = async (house: WorkingHouse): Promise<Mail> => {
  const stored = await mailShelf.read(house.table, 'mail-1')
  if (!stored) throw new Error('the mail is gone')
  return stored.facts
}
const sendIt = (house: WorkingHouse, table: Table = house.table) =>
  send({ table, now: house.now, handOver: house.post.handOver, takeTurn }, 'mail-1')
const tell = (house: WorkingHouse, says: DeliveryEvent['says']) =>
  noteDelivery({ table: house.table, now: house.now() }, { mailId: 'mail-1', says, trouble: '' })
const troubles = async (house: WorkingHouse) =>
  (await listTroubles(house.table)).map(({ trouble }) => trouble)

/** Lets the clock run until nothing more can happen to the mail. */
const runOut = (house: WorkingHouse, length = 26 * hour) => house.passTo(later(house.now(), length), minute)

/** Every copy that arrived is the same letter to the same person; only the counting of copies may differ. */
function expectIdentical(house: WorkingHouse) {
  const seen = house.post.arrived.map(({ id, to, letter, queuedAt }) =>
    JSON.stringify({ id, to, letter, queuedAt }),
  )
  expect(new Set(seen).size).toBeLessThanOrEqual(1)
}

describe('what goes wrong, how many copies arrive, where it ends', () => {
  test.each([
    ['accepted', [], 'accepts', 1, 'sent', []],
    ['busy once', ['busy'], 'accepts', 1, 'sent', []],
    ['busy three times', ['busy', 'busy', 'busy'], 'accepts', 1, 'sent', []],
    ['busy for a day', [], 'busy', 0, 'failed', ['throttled']],
    ['refused', [], 'refuses', 0, 'failed', ['refused']],
    ['busy, then refused', ['busy', 'refuses'], 'accepts', 0, 'failed', ['refused']],
    ['unknown and lost, then accepted', ['unknown'], 'accepts', 1, 'sent', []],
    ['unknown and out, then accepted', ['unknown-and-out'], 'accepts', 2, 'sent', []],
    ['unknown and lost, for ever', [], 'unknown', 0, 'failed', ['no-answer']],
    ['unknown and out, for ever', [], 'unknown-and-out', 3, 'failed', ['no-answer']],
    [
      'busy between the unknown ones',
      ['unknown-and-out', 'busy', 'unknown-and-out', 'busy'],
      'unknown-and-out',
      3,
      'failed',
      ['no-answer'],
    ],
    ['dies before handing over', ['dies-first'], 'accepts', 1, 'sent', []],
    ['dies after handing over', ['never-answers'], 'accepts', 2, 'sent', []],
    ['dies after handing over, for ever', [], 'never-answers', 3, 'failed', ['no-answer']],
  ] as const)('%s', async (_, first, then, copies, state, shown) => {
    const post = openPostOffice(...first)
    post.be(then)
    const house = await withMail(post)
    // A run that never settles is a process that died; the next minute is a fresh one.
    for (let passed = 0; passed < 26 * 60; passed++) {
      await Promise.race([house.tick(), new Promise((resolve) => setTimeout(resolve, 1))])
      house.pass(minute)
      if ((await house.table.listDue(later(house.now(), day), 9)).length === 0) break
    }
    expect(house.post.arrived).toHaveLength(copies)
    expectIdentical(house)
    expect((await mailOf(house)).state).toBe(state)
    expect(await troubles(house)).toEqual(shown)
    expect(await house.table.listDue('9999-01-01T00:00:00.000Z' as Instant, 10)).toEqual([])
  })

  test('a provider that is down all day gets each mail as soon as it accepts again', async () => {
    const house = await withMail()
    house.post.be('busy')
    await runOut(house, 20 * hour)
    expect(await mailOf(house)).toMatchObject({ state: 'queued', copies: 0, trouble: 'throttled' })
    // Asked often enough, and not every minute.
    expect(house.post.asked()).toBeGreaterThan(20 * 4 - 2)
    expect(house.post.asked()).toBeLessThan(20 * 4 + 8)
    house.post.be('accepts')
    await runOut(house, 15 * minute)
    expect(house.post.arrived).toHaveLength(1)
    expect(await mailOf(house)).toMatchObject({
      state: 'sent',
      copies: 1,
      trouble: '',
      messageId: expect.stringMatching(/^message-/),
    })
  })

  test('it is given up after a day, not before', async () => {
    const house = await withMail()
    house.post.be('busy')
    await runOut(house, 24 * hour)
    expect((await mailOf(house)).state).toBe('queued')
    await runOut(house, 20 * minute)
    expect((await mailOf(house)).state).toBe('failed')
  })
})

describe('an unknown outcome', () => {
  test('is settled by the provider before anything is sent again', async () => {
    const house = await withMail(openPostOffice('unknown-and-out'))
    expect(await sendIt(house)).toBe('unknown')
    house.pass(9 * minute)
    expect(await sendIt(house)).toBe('not-due')
    await tell(house, 'sent')
    await runOut(house)
    expect(house.post.arrived).toHaveLength(1)
    expect((await mailOf(house)).state).toBe('sent')
  })

  test('is tried again when the provider says nothing for ten minutes', async () => {
    const house = await withMail(openPostOffice('unknown'))
    await sendIt(house)
    house.pass(10 * minute)
    expect(await sendIt(house)).toBe('sent')
    expect(house.post.arrived).toHaveLength(1)
  })

  test.each([1, 2, 4])('outages of %i hours in which every answer is lost are outlived', async (hours) => {
    const house = await withMail()
    house.post.be('unknown')
    await runOut(house, hours * hour)
    expect((await mailOf(house)).state).toBe('unknown')
    house.post.be('accepts')
    await runOut(house)
    expect(house.post.arrived).toHaveLength(1)
    expect(await mailOf(house)).toMatchObject({ state: 'sent', trouble: '' })
    expect(await troubles(house)).toEqual([])
  })

  test.each(['unknown-and-out', 'never-answers'] as const)(
    'copies are spread over the day, and it is given up long after the last one: %s',
    async (mood) => {
      const house = await withMail()
      house.post.be(mood)
      const at: number[] = []
      let givenUp = 0
      for (let passed = 0; passed < 26 * 60 && givenUp === 0; passed++) {
        await Promise.race([house.tick(), new Promise((resolve) => setTimeout(resolve, 1))])
        while (at.length < house.post.arrived.length) at.push(passed)
        if ((await mailOf(house)).state === 'failed') givenUp = passed
        house.pass(minute)
      }
      const first = mood === 'never-answers' ? 2 : 10
      expect(at).toEqual([0, first, first + 4 * 60])
      expect(givenUp).toBe(first + 16 * 60)
    },
  )

  test('a reminder that may be out is not sent again when its time has passed', async () => {
    const house = await withMail(openPostOffice('unknown-and-out'), '2026-03-02T09:05:00.000Z' as Instant)
    await runOut(house)
    expect(house.post.arrived).toHaveLength(1)
    expect((await mailOf(house)).state).toBe('outdated')
  })
})

describe('a worker that has died', () => {
  test('is waited for until its lease ends, and no longer', async () => {
    const house = await withMail(openPostOffice('dies-first'))
    void sendIt(house)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await mailOf(house)).state).toBe('sending')
    house.pass(2 * minute - 1)
    expect(await sendIt(house)).toBe('not-due')
    house.pass(1)
    expect(await sendIt(house)).toBe('sent')
    expect(house.post.arrived).toHaveLength(1)
  })

  test('wherever it dies: at least one copy, at most two, and it ends as sent', async () => {
    const copies = new Set<number>()
    const crashes = await withEveryCrash(async (open) => {
      const house = await withMail()
      const { mortal, death, effects } = open(house.table)
      await Promise.race([sendIt(house, mortal), death])
      effects()
      await runOut(house, 30 * minute)
      copies.add(house.post.arrived.length)
      expectIdentical(house)
      expect((await mailOf(house)).state).toBe('sent')
      expect(await troubles(house)).toEqual([])
    })
    expect(crashes).toBeGreaterThanOrEqual(8)
    // Both really happened: one copy where it died before, two where it died between hand-over and note.
    expect([...copies].sort()).toEqual([1, 2])
  })

  test('comes back late and does not undo what happened since', async () => {
    const house = await withMail()
    let answer: (() => void) | undefined
    const slow = (mail: Mail) =>
      new Promise<{ outcome: 'refused'; trouble: 'refused' }>((resolve) => {
        void mail
        answer = () => resolve({ outcome: 'refused', trouble: 'refused' })
      })
    const first = send({ table: house.table, now: house.now, handOver: slow, takeTurn }, 'mail-1')
    while (!answer) await new Promise((resolve) => setTimeout(resolve, 1))
    house.pass(3 * minute)
    expect(await sendIt(house)).toBe('sent')
    answer()
    await first
    expect((await mailOf(house)).state).toBe('sent')
    expect(await troubles(house)).toEqual([])
  })
})

describe('never twice', () => {
  test('two workers, ten workers, at once and one after the other', async () => {
    const house = await withMail()
    await Promise.all([sendIt(house), sendIt(house)])
    await Promise.all(Array.from({ length: 10 }, () => sendIt(house)))
    house.pass(day)
    expect(await sendIt(house)).toBe('not-due')
    expect(house.post.arrived).toHaveLength(1)
  })

  test('an event that settles an earlier copy while a worker takes the mail', async () => {
    const house = await withMail(openPostOffice('unknown-and-out'))
    await sendIt(house)
    house.pass(10 * minute)
    const racing = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        const outcome = await house.table.commit(writes)
        await tell(house, 'delivered')
        return outcome
      },
    }
    expect(await sendIt(house, racing)).toBe('not-due')
    expect(house.post.arrived).toHaveLength(1)
    expect((await mailOf(house)).state).toBe('delivered')
  })

  test('the copy is counted before it may go out', async () => {
    const house = await withMail()
    const looking = async () => {
      expect(await mailOf(house)).toMatchObject({ state: 'sending', copies: 1, tries: 1 })
      return { outcome: 'accepted' as const, messageId: 'x' }
    }
    expect(await send({ table: house.table, now: house.now, handOver: looking, takeTurn }, 'mail-1')).toBe(
      'sent',
    )
  })

  test('unknown mails and mails of the future', async () => {
    const house = await withMail()
    const world = {
      table: house.table,
      now: () => later(house.now(), -1),
      handOver: house.post.handOver,
      takeTurn,
    }
    expect(await send(world, 'mail-1')).toBe('not-due')
    expect(await send(world, 'nobody')).toBe('not-due')
    expect(house.post.asked()).toBe(0)
  })
})

describe('a mail whose time has passed', () => {
  test('is not sent, and is no trouble', async () => {
    const house = await withMail(openPostOffice('busy', 'busy'), '2026-03-02T09:02:00.000Z' as Instant)
    await runOut(house, hour)
    expect(house.post.arrived).toEqual([])
    expect((await mailOf(house)).state).toBe('outdated')
    expect(await troubles(house)).toEqual([])
  })

  test('is sent until the very moment', async () => {
    const house = await withMail(openPostOffice(), '2026-03-02T09:02:00.000Z' as Instant)
    house.moveTo('2026-03-02T09:02:00.000Z')
    expect(await sendIt(house)).toBe('sent')
  })
})
