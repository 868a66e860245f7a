import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cancel } from '../../functions/enrollment/cancel.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { enroll } from '../../functions/enrollment/enroll.ts'
import type { EnrollCommand } from '../../functions/enrollment/enroll-command.ts'
import { listEnrollments, listLine } from '../../functions/enrollment/enrollment.table.ts'
import { hasSeat, isLive } from '../../functions/enrollment/enrollment.ts'
import { acceptOffer } from '../../functions/enrollment/line/accept-offer.ts'
import { type SweepMemory, sweep } from '../../functions/enrollment/line/sweep.ts'
import type { EmailAddress } from '../../functions/kernel/email-address.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { hour, minute } from '../../functions/kernel/time.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openHouse } from '../world/house.ts'

const allDeeds = [
  'enroll',
  'enroll',
  'enroll',
  'confirm',
  'cancel',
  'cancel',
  'accept',
  'accept',
  'sweep',
  'raise',
  'lower',
  'wait',
  'sleep',
] as const
type Does = (typeof allDeeds)[number]

/** What people, machines and bad luck do to one line, all at the same time. */
type Deed = { who: number; does: Does }
/** At its n-th call of the table, a deed meets this. */
type Mishap = { at: number; is: 'none' | 'crash-before' | 'crash-after' | 'unsure-after' | 'unsure-before' }

const deeds = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 5 }),
    does: fc.constantFrom(...allDeeds),
    mishap: fc.record({
      at: fc.integer({ min: 0, max: 6 }),
      is: fc.constantFrom<Mishap['is'][]>(
        'none',
        'none',
        'crash-before',
        'crash-after',
        'unsure-after',
        'unsure-before',
      ),
    }),
  }),
  { minLength: 3, maxLength: 18 },
)

/** How places are given; an offer holds for six hours, so that some of them end in a run. */
const rules: fc.Arbitrary<Places> = fc
  .record({
    promotion: fc.constantFrom('at-once' as const, 'offer' as const),
    waitingSize: fc.constantFrom(null, null, 1),
  })
  .map((some) => ({ ...plainPlaces, ...some, offerHours: 6 }))

/** What the runs reached: a green run in which nothing happened proves nothing. */
const reached = {
  seats: 0,
  waiting: 0,
  promoted: 0,
  cancelled: 0,
  crashed: 0,
  unsure: 0,
  struck: 0,
  conflicts: 0,
  offered: 0,
  accepted: 0,
  lapsed: 0,
  expired: 0,
  owed: 0,
  full: 0,
}

const runs = Number(process.env.SIMULATION_RUNS ?? 150)

test(`the line keeps its promises under any interleaving, crash and lost answer (${runs} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      deeds,
      fc.integer({ min: 1, max: 3 }),
      rules,
      fc.integer({ min: 0, max: 5 }),
      async (scheduler, all, capacity, places, calm) => {
        const house = openHouse()
        memories = new Map()
        const seminar = await house.offer({ capacity, places })
        // Some have come before in peace, so that more happens in few deeds.
        for (let who = 0; who < calm; who++) {
          const came = await enroll(house.world(), formOf(seminar, who))
          if (came.ok) await confirm(house.world(), await house.token(`p${who}`))
        }
        // Then a seat has become free, and the next person has it or is offered it.
        if (calm > capacity + 1) await cancel(house.world(), await house.token('p0'))
        for (const wave of wavesOf(all)) {
          const together = wave.map((deed) =>
            perform(house, seminar, gate(scheduler, seminar, house, deed.mishap), deed),
          )
          await scheduler.waitFor(Promise.all(together))
        }
        await settle(house, seminar)
        await checkPromises(house, seminar)
      },
    ),
    { numRuns: runs },
  )
}, 120_000)

afterAll(() => {
  for (const [what, times] of Object.entries(reached))
    expect(times, `never reached: ${what}`).toBeGreaterThan(0)
})

type House = ReturnType<typeof openHouse>

/** What the last sweep of a line remembered; a sweep that died has written nothing down. */
let memories = new Map<string, Partial<SweepMemory>>()

/** Six deeds run at once; the next six find the mails that the first ones left. */
const wavesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 6) }, (_, i) => all.slice(i * 6, (i + 1) * 6))

/** Never settles: a process that died runs no `catch` and no `finally`. */
const dead = new Promise<never>(() => {})

/** The table as one deed sees it: other deeds run between any two calls, and one call may go wrong. */
function gate(scheduler: fc.Scheduler, seminar: Seminar, house: House, mishap: Mishap) {
  const { table } = house
  let calls = 0
  let died: () => void = () => {}
  const death = new Promise<'crashed'>((resolve) => {
    died = () => {
      reached.crashed++
      resolve('crashed')
    }
  })
  const through = async <T>(effect: () => Promise<T>, writes: boolean): Promise<T> => {
    const hit = calls++ === mishap.at ? mishap.is : 'none'
    await scheduler.schedule(Promise.resolve())
    if (hit === 'crash-before') {
      died()
      return dead
    }
    if (hit === 'unsure-before' && writes) throw unsure()
    const answer = await effect()
    await neverOverbooked(house, seminar)
    if (hit === 'crash-after') {
      died()
      return dead
    }
    if (hit === 'unsure-after' && writes) throw unsure()
    return answer
  }
  const gated: Table = {
    read: (places) => through(() => table.read(places), false),
    list: (name, pk, prefix) => through(() => table.list(name, pk, prefix), false),
    listDue: (until, limit) => through(() => table.listDue(until, limit), false),
    counters: (place) => through(() => table.counters(place), false),
    draw: (place, counter, how) => through(() => table.draw(place, counter, how), false),
    commit: (writes) =>
      through(async () => {
        const outcome = await table.commit(writes)
        if (!outcome.committed) reached.conflicts++
        return outcome
      }, true),
  }
  return { gated, death }
}

function unsure() {
  reached.unsure++
  return new UnsureCommit('the answer was lost')
}

/** Somebody to whom a seat is offered, where there is one: an offer is rare enough. */
async function nameOfOffered(house: House, { id }: Seminar, otherwise: string): Promise<string> {
  const people = (await listEnrollments(house.table, id)).map(({ facts }) => facts)
  return people.find((person) => isLive(person) && person.standing === 'offered')?.firstName ?? otherwise
}

/** Whether the waiting list was ever too long for somebody. */
async function noteFull(answer: ReturnType<typeof enroll>): Promise<void> {
  const enrolled = await answer
  if (!enrolled.ok && enrolled.refusal.code === 'full') reached.full++
}

const formOf = (seminar: Seminar, who: number): EnrollCommand => ({
  seminarId: seminar.id,
  firstName: `p${who}`,
  lastName: 'Kaya',
  email: `p${who}@verein.example` as EmailAddress,
  association: '',
  associationId: '',
  language: 'tr',
  note: '',
  sessions: [],
  formId: `form-${who}`,
  notice: '2026-11',
})

async function perform(
  house: House,
  seminar: Seminar,
  { gated, death }: ReturnType<typeof gate>,
  { who, does }: Deed,
) {
  const world = { ...house.world(), table: gated }
  const name = `p${who}`
  const deed = async () => {
    switch (does) {
      case 'enroll':
        await noteFull(enroll(world, formOf(seminar, who)))
        return
      case 'confirm':
        await confirm(world, await house.token(name))
        return
      case 'cancel':
        await cancel(world, await house.token(name))
        return
      case 'sweep':
        memories.set(
          seminar.id,
          await sweep(world, { seminarId: seminar.id, memory: memories.get(seminar.id) ?? {} }),
        )
        return
      case 'accept':
        await acceptOffer(world, await house.token(await nameOfOffered(house, seminar, name)))
        return
      case 'wait':
      case 'sleep':
        house.pass(does === 'wait' ? 7 * hour : 25 * hour)
        return
      case 'raise':
      case 'lower': {
        const stored = await seminarShelf.read(world.table, seminar.id)
        if (!stored) return
        const { version, facts } = stored
        const capacity = Math.max(1, facts.capacity + (does === 'raise' ? 1 : -1))
        await saveSeminar(world, { seminarId: seminar.id, version, draft: { ...facts, capacity } })
        return
      }
    }
  }
  const quietly = deed().catch((fault) => {
    const expected =
      fault instanceof UnsureCommit || fault instanceof TableBusy || /no my link/.test(String(fault))
    if (!expected) throw fault
  })
  await Promise.race([quietly, death])
}

/** Promise 2, looked at after every single effect. */
async function neverOverbooked(house: House, { id }: Seminar) {
  const { capacity } = await house.seminar(id)
  const line = await readLine(house.table, id)
  const seated = (await listEnrollments(house.table, id)).filter(({ facts }) => hasSeat(facts))
  const served = (await listLine(house.table, id)).filter(
    ({ facts }) => !facts.void && facts.number <= line.serving,
  )
  // Seats that were taken away while somebody sat on them are owed.
  expect(seated.length).toBeLessThanOrEqual(capacity + line.owed)
  expect(served.length).toBeLessThanOrEqual(capacity + line.owed)
}

/** Five minutes later (promise 7), with the sweeps that fall into them. */
async function settle(house: House, seminar: Seminar) {
  let memory = memories.get(seminar.id) ?? {}
  for (let tick = 0; tick < 3; tick++) {
    memory = await sweep(house.world(), { seminarId: seminar.id, memory })
    house.pass(2 * minute)
  }
  // The hourly look counts anew what a deed that died has not counted.
  house.pass(hour)
  await sweep(house.world(), { seminarId: seminar.id, memory })
}

async function checkPromises(house: House, seminar: Seminar) {
  const { capacity } = await house.seminar(seminar.id)
  const line = await readLine(house.table, seminar.id)
  const people = (await listEnrollments(house.table, seminar.id)).map(({ facts }) => facts)
  const live = people.filter(isLive)
  // An offered seat is nobody else's as long as the offer holds.
  const seated = live.filter((person) => hasSeat(person) || person.standing === 'offered')
  const waiting = live.filter((person) => person.standing === 'waiting')
  const mails = await house.mails()
  const count = (address: string, cause: string) =>
    mails.filter((m) => m.to.address === address && m.cause === cause).length

  // No seat stays empty while someone waits, and the order of the line is the order of acceptance.
  if (waiting.length > 0) expect(seated.length).toBeGreaterThanOrEqual(capacity)
  expect(seated.length).toBeLessThanOrEqual(capacity + line.owed)
  expect(Math.max(0, ...seated.map((p) => p.number))).toBeLessThan(
    Math.min(Number.POSITIVE_INFINITY, ...waiting.map((p) => p.number)),
  )
  // Whoever is stored was asked to confirm, and whoever moved up knows it.
  for (const person of people)
    if (person.state !== 'expired') expect(count(person.email, 'confirm')).toBeGreaterThan(0)
  expect(seated.length + waiting.length).toBe(live.length)
  // Each number is one person's or struck, and none is missing.
  const entries = (await listLine(house.table, seminar.id)).map(({ facts }) => facts)
  expect(entries.map((entry) => entry.number)).toEqual(Array.from({ length: line.next }, (_, i) => i + 1))
  expect(
    entries
      .filter((entry) => !entry.void)
      .map((entry) => entry.enrollmentId)
      .sort(),
  ).toEqual(live.map((p) => p.id).sort())
  expect(line.serving - line.owed).toBe(capacity + entries.filter((entry) => entry.passed).length)
  expect(line.struck).toBe(entries.filter((entry) => entry.void && !entry.passed).length)

  reached.seats += seated.length
  reached.waiting += waiting.length
  reached.promoted += mails.filter(({ cause }) => cause === 'promoted').length
  reached.cancelled += people.filter(({ state }) => state === 'cancelled').length
  reached.offered += mails.filter(({ cause }) => cause === 'offered').length
  reached.accepted += mails.filter(({ cause }) => cause === 'accepted').length
  reached.lapsed += people.filter(({ state }) => state === 'lapsed').length
  reached.expired += people.filter(({ state }) => state === 'expired').length
  reached.owed += line.owed
  reached.struck += entries.filter((entry) => entry.void && entry.enrollmentId === '').length
}
