import { expect, test } from 'vitest'
import { day, hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { mailShelf, queueMail } from '../../functions/mail/mail.table.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { type DeliveryEvent, noteDelivery } from '../../functions/mail/note-delivery.ts'
import { pauseSending, resumeSending } from '../../functions/mail/pause.ts'
import { send } from '../../functions/mail/send.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import type { Mood } from '../world/post-office.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
const mails = ['m0', 'm1', 'm2']

async function withMails() {
  const house = openWorkingHouse()
  for (const id of mails)
    await house.table.commit([
      queueMail(
        {
          id,
          to: { name: '', address: `${id}@verein.example` },
          letter,
          cause: 'invite',
          seminarId: 'sem_1',
        },
        house.now(),
      ),
    ])
  return house
}

const world = (house: WorkingHouse) => ({ table: house.table, now: house.now() })
const tell = (house: WorkingHouse, says: DeliveryEvent['says']) =>
  Promise.all(
    mails.map((mailId) =>
      noteDelivery(world(house), { mailId, says, trouble: says === 'bounced' ? 'bounced' : '' }),
    ),
  )
const statesOf = async (house: WorkingHouse) => {
  const stored = await Promise.all(mails.map((id) => mailShelf.read(house.table, id)))
  return stored.map((one): Mail['state'] | undefined => one?.facts.state)
}
/** Minutes in which a worker may hang for ever; the next minute is a fresh one. */
async function run(house: WorkingHouse, minutes: number) {
  for (let passed = 0; passed < minutes; passed++) {
    await Promise.race([house.tick(), new Promise((resolve) => setTimeout(resolve, 1))])
    house.pass(minute)
  }
}
const during = (mood: Mood, length: number) => async (house: WorkingHouse) => {
  house.post.be(mood)
  await run(house, length / minute)
  house.post.be('accepts')
}
const [none, each, twice] = [
  [0, 0, 0],
  [1, 1, 1],
  [2, 2, 2],
]

/** What happens, how many copies of each of three mails arrive in the end, where they end, how many are shown. */
type Fault = [string, (house: WorkingHouse) => Promise<void>, number[], Mail['state'], number]

test.each<Fault>([
  ['nothing', async () => {}, each, 'sent', 0],
  ['throttled for an hour', during('busy', hour), each, 'sent', 0],
  ['down for most of a day', during('busy', 20 * hour), each, 'sent', 0],
  ['down for more than a day', during('busy', 26 * hour), none, 'failed', 3],
  ['answers lost for a while, nothing went out', during('unknown', 5 * minute), each, 'sent', 0],
  ['answers lost for a while, all went out', during('unknown-and-out', minute), twice, 'sent', 0],
  [
    'answers lost, and the provider says afterwards that they are out',
    async (house) => {
      await during('unknown-and-out', minute)(house)
      await tell(house, 'delivered')
    },
    each,
    'delivered',
    0,
  ],
  [
    'answers lost, and the provider says that they are late',
    async (house) => {
      await during('unknown-and-out', minute)(house)
      await tell(house, 'delayed')
    },
    each,
    'sent',
    0,
  ],
  [
    'events doubled and out of order',
    async (house) => {
      await house.settle()
      for (const says of ['bounced', 'delayed', 'delivered', 'sent', 'bounced'] as const)
        await tell(house, says)
    },
    each,
    'bounced',
    3,
  ],
  [
    'paused for two days, and the provider is busy at first',
    async (house) => {
      await pauseSending(world(house))
      await run(house, 48 * 60)
      expect(house.post.asked()).toBe(0)
      await resumeSending(world(house))
      await during('busy', hour)(house)
    },
    each,
    'sent',
    0,
  ],
  [
    'paused and resumed again and again while the provider hangs',
    async (house) => {
      for (let rounds = 0; rounds < 3; rounds++) {
        await during('dies-first', minute)(house)
        await pauseSending(world(house))
        await run(house, 5)
        await resumeSending(world(house))
      }
    },
    each,
    'sent',
    0,
  ],
  [
    'the clock jumps an hour ahead in the middle',
    async (house) => {
      await during('busy', 3 * minute)(house)
      house.pass(hour)
    },
    each,
    'sent',
    0,
  ],
  [
    'the clock jumps a day ahead while answers are lost',
    async (house) => {
      await during('unknown', minute)(house)
      house.pass(day)
    },
    each,
    'sent',
    0,
  ],
  [
    'the clock is put back an hour and goes on',
    async (house) => {
      await during('busy', 3 * minute)(house)
      house.pass(-hour)
      await run(house, 30)
    },
    each,
    'sent',
    0,
  ],
])('%s', async (_, happens, copies, state, shown) => {
  const house = await withMails()
  await happens(house)
  await run(house, 5 * 60)
  expect(mails.map((id) => house.post.arrived.filter((mail) => mail.id === id).length)).toEqual(copies)
  expect(await statesOf(house)).toEqual(mails.map(() => state))
  expect(await listTroubles(house.table)).toHaveLength(shown)
  expect(await house.table.listDue('9999-01-01T00:00:00.000Z' as Instant, 10)).toEqual([])
})

test('a worker that is killed between any two steps, with events, a pause and a resume around it: one or two copies', async () => {
  const copies = new Set<number>()
  const crashes = await withEveryCrash(async (open) => {
    const house = await withMails()
    const { mortal, death, effects } = open(house.table)
    const take = { table: mortal, now: house.now, handOver: house.post.handOver, takeTurn: async () => true }
    await Promise.race([send(take, 'm0'), death])
    effects()
    await pauseSending(world(house))
    await run(house, 30)
    await resumeSending(world(house))
    await house.passTo(later(house.now(), hour), minute)
    const arrived = house.post.arrived.filter(({ id }) => id === 'm0').length
    copies.add(arrived)
    await tell(house, 'delivered')
    await tell(house, 'sent')
    expect(await statesOf(house)).toEqual(mails.map(() => 'delivered'))
  })
  expect(crashes).toBeGreaterThanOrEqual(8)
  expect([...copies].sort()).toEqual([1, 2])
})
