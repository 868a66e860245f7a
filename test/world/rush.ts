import { cancel } from '../../functions/enrollment/cancel.ts'
import { type SweepMemory, sweep } from '../../functions/enrollment/line/sweep.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { minute } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { counting, emptyTally, type Tally } from './counted-client.ts'
import { openHouse, origin } from './house.ts'
import type { Clock } from './virtual-clock.ts'

/** Many people who want into one seminar at the same time. */
export type RushPlan = {
  people: number
  seats: number
  /** So many arrive a second, whether the others were served or not; or so many at once, the next when one is done. */
  arrive: { perSecond: number } | { atOnce: number }
  /** Shares of the people who send their form twice, and who cancel soon after. */
  twice: number
  cancels: number
  chance: () => number
}

/** The rush of the issue: 5,000 people, 300 seats, 5 % double submissions, 3 % cancellations. */
export const theRush = { people: 5_000, seats: 300, twice: 0.05, cancels: 0.03 }

/** The second submission of a form comes so soon after the first, the cancellation so soon after the answer. */
const twinWithin = 20
const cancelsWithin = 3_000

/** accepted · refused: with a reason · unsure: "look into your mail or try again" */
type Outcome = 'accepted' | 'refused' | 'unsure'

/** What somebody did, how it ended, how long it took, and what it asked of the database. */
export type Deed = { outcome: Outcome; milliseconds: number; tally: Tally }
type Submission = Deed & { person: string; answeredAt: number }

export type Rush = {
  seminar: Seminar
  submissions: Submission[]
  cancellations: Deed[]
  /** One that found the table too busy comes again with the next minute. */
  sweeps: Deed[]
  /** From the first arrival to the last answer. */
  milliseconds: number
}

type World = {
  table: Table
  clock: Clock
  /** Looks at the line from time to time while people enroll. */
  look?: (seminar: Seminar) => Promise<void>
}

/** Plays the rush with the verbs of the house, and sweeps as the clock does: once in the middle, three times after. */
export async function playRush({ table, clock, look }: World, plan: RushPlan): Promise<Rush> {
  const { chance } = plan
  const post = openPost(table)
  const house = openHouse(post.table)
  const seminar = await house.offer({ capacity: plan.seats })
  const submissions: Submission[] = []
  const cancellations: Deed[] = []
  const sweeps: Deed[] = []
  let memory: Partial<SweepMemory> = {}

  const perform = async (verb: () => Promise<{ ok: boolean }>): Promise<Deed> => {
    const tally = emptyTally()
    const began = clock.now()
    const outcome = await counting(tally, () => outcomeOf(verb))
    return { outcome, milliseconds: clock.now() - began, tally }
  }

  const submit = async (person: string): Promise<Outcome> => {
    const deed = await perform(() => house.enroll(seminar, person, { formId: `form-of-${person}` }))
    submissions.push({ ...deed, person, answeredAt: clock.now() })
    if (submissions.length % Math.ceil(plan.people / 40) === 0) await look?.(seminar)
    return deed.outcome
  }

  const changeTheirMind = async (person: string) => {
    await clock.wait(chance() * cancelsWithin)
    cancellations.push(await perform(() => cancel(house.world(), post.tokenOf(person))))
  }

  const sweepOnce = async () => {
    const verb = async () => {
      memory = await sweep(house.world(), { seminarId: seminar.id, memory })
      return { ok: true }
    }
    sweeps.push(await perform(verb))
  }

  const minds: Promise<unknown>[] = []
  const arrive = async (i: number) => {
    if (i === Math.floor(plan.people / 2)) minds.push(sweepOnce())
    const person = `person${i}`
    const twin =
      chance() < plan.twice ? clock.wait(chance() * twinWithin).then(() => submit(person)) : undefined
    const outcomes = await Promise.all([submit(person), twin])
    if (chance() < plan.cancels && outcomes.includes('accepted')) minds.push(changeTheirMind(person))
  }

  const began = clock.now()
  await ('perSecond' in plan.arrive ? openly : inTurn)(plan, clock, arrive)
  const milliseconds = clock.now() - began
  await Promise.all(minds)
  for (let after = 0; after < 3; after++) {
    house.pass(2 * minute)
    await sweepOnce()
  }
  return { seminar, submissions, cancellations, sweeps, milliseconds }
}

type Arrive = (i: number) => Promise<void>

/** People come one by one, at random, and wait for nobody. */
async function openly({ people, arrive, chance }: RushPlan, clock: Clock, come: Arrive): Promise<void> {
  const perSecond = 'perSecond' in arrive ? arrive.perSecond : 1
  const underWay: Promise<void>[] = []
  for (let i = 0; i < people; i++) {
    await clock.wait((-Math.log(1 - chance()) * 1_000) / perSecond)
    underWay.push(come(i))
  }
  await Promise.all(underWay)
}

/** So many stand at the counter, and each makes room for the next. */
async function inTurn({ people, arrive }: RushPlan, _: Clock, come: Arrive): Promise<void> {
  let next = 0
  const counter = async () => {
    while (next < people) await come(next++)
  }
  await Promise.all(Array.from({ length: 'atOnce' in arrive ? arrive.atOnce : 1 }, counter))
}

/** What somebody is told; only a table that is too busy may leave them unsure. */
async function outcomeOf(deed: () => Promise<{ ok: boolean }>): Promise<Outcome> {
  try {
    return (await deed()).ok ? 'accepted' : 'refused'
  } catch (fault) {
    if (fault instanceof TableBusy || fault instanceof UnsureCommit) return 'unsure'
    throw fault
  }
}

/** Hands out the mails that a table was given, by the person's name, without asking the table for them. */
function openPost(table: Table) {
  const links = new Map<string, string>()
  const watched: Table = {
    ...table,
    async commit(writes) {
      const outcome = await table.commit(writes)
      if (!outcome.committed) return outcome
      for (const write of writes) {
        if (write.do !== 'create' || write.kind !== 'mail') continue
        const { to, letter } = mailShelf.decode({ ...write, version: '' }).facts
        const button = letter.blocks.find((block) => block.is === 'button')
        if (button?.href.startsWith(`${origin}/my/`)) links.set(to.address, button.href)
      }
      return outcome
    },
  }
  return {
    table: watched,
    tokenOf: (person: string): string => {
      const link = links.get(`${person}@verein.example`)
      if (!link) throw new Error(`${person} got no mail`)
      return link.slice(`${origin}/my/`.length)
    },
  }
}
