import { describe, expect, test } from 'vitest'
import { cancel } from '../../functions/enrollment/cancel.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { enroll } from '../../functions/enrollment/enroll.ts'
import type { Applicant } from '../../functions/enrollment/enroll-command.ts'
import { enrollGroup } from '../../functions/enrollment/enroll-group.ts'
import { listLine } from '../../functions/enrollment/enrollment.table.ts'
import { acceptOffer } from '../../functions/enrollment/line/accept-offer.ts'
import { allotSeats } from '../../functions/enrollment/line/allot-seats.ts'
import { decideApplication } from '../../functions/enrollment/line/decide-application.ts'
import { releaseKept } from '../../functions/enrollment/line/release-kept.ts'
import { sweep } from '../../functions/enrollment/line/sweep.ts'
import type { EmailAddress } from '../../functions/kernel/email-address.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { type Instant, later, minute } from '../../functions/kernel/time.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { dead } from '../world/post-office.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

/** What befalls the table at its n-th call. Busy and unsure answers only befall commits and draws. */
const mishaps = ['dies-before', 'dies-after', 'unsure-after', 'busy'] as const
type Mishap = { at: number; is: (typeof mishaps)[number] }

/** The table as one deed sees it, with one mishap; `fate` settles where the process died. */
function openUnlucky(table: Table, mishap: Mishap | undefined) {
  let calls = 0
  const fate = Promise.withResolvers<'died'>()
  const through = async <T>(effect: () => Promise<T>, writes: boolean): Promise<T> => {
    const is = ++calls === mishap?.at ? mishap.is : undefined
    if (is === 'busy' && writes) throw new TableBusy('throttled for too long')
    if (is === 'dies-before') {
      fate.resolve('died')
      return dead
    }
    const answer = await effect()
    if (is === 'unsure-after' && writes) throw new UnsureCommit('no answer')
    if (is === 'dies-after') {
      fate.resolve('died')
      return dead
    }
    return answer
  }
  const unlucky: Table = {
    read: (places) => through(() => table.read(places), false),
    list: (name, pk, prefix) => through(() => table.list(name, pk, prefix), false),
    listDue: (until, limit, kind) => through(() => table.listDue(until, limit, kind), false),
    counters: (place) => through(() => table.counters(place), false),
    draw: (place, counter, how) => through(() => table.draw(place, counter, how), true),
    commit: (writes) => through(() => table.commit(writes), true),
  }
  return { unlucky, fate: fate.promise, calls: () => calls }
}

type World = ReturnType<WorkingHouse['world']>
type Workflow = {
  places?: Partial<Places>
  capacity: number
  /**
   * A number that was lost is found by the second sweep. Until then its seat is empty, and who comes again with the next
   * number reads that they wait; then they are promoted.
   */
  mayWaitFirst?: true
  prepare: (house: WorkingHouse, seminar: Seminar) => Promise<unknown>
  deed: (world: World, house: WorkingHouse, seminar: Seminar) => Promise<unknown>
}

const person = (name: string): Applicant => ({
  firstName: name,
  lastName: 'Kaya',
  email: `${name}@verein.example` as EmailAddress,
  association: 'Hagen',
  associationId: 'org_hagen',
  language: 'de',
  note: '',
  sessions: [],
})
const form = (seminar: Seminar, formId: string) => ({ seminarId: seminar.id, formId, notice: '2026-11' })
const comes =
  (...names: string[]) =>
  async (house: WorkingHouse, seminar: Seminar) => {
    for (const name of names) await house.enrollAndConfirm(seminar, name)
  }
const until = '2026-03-10T11:00:00.000Z' as Instant

/** Tokens are read before the mishap: it is the deed that meets it, not the test. */
const withToken =
  (name: string, verb: (world: World, token: string) => Promise<unknown>): Workflow['deed'] =>
  async (world, house) =>
    verb(world, await house.token(name))

const workflows: Record<string, Workflow> = {
  'enroll into the last seat': {
    mayWaitFirst: true,
    capacity: 2,
    prepare: comes('a'),
    deed: (world, _, seminar) => enroll(world, { ...person('b'), ...form(seminar, 'form-b') }),
  },
  'enroll onto the waiting list': {
    capacity: 1,
    prepare: comes('a'),
    deed: (world, _, seminar) => enroll(world, { ...person('b'), ...form(seminar, 'form-b') }),
  },
  'enroll into a kept seat': {
    capacity: 2,
    places: { reserved: [{ associationId: 'org_hagen', seats: 1 }], reservedUntil: until },
    prepare: comes('a'),
    deed: (world, _, seminar) => enroll(world, { ...person('b'), ...form(seminar, 'form-b') }),
  },
  'enroll as the last of an association': {
    capacity: 5,
    places: { mostPerAssociation: 1 },
    prepare: comes('a'),
    deed: (world, _, seminar) => enroll(world, { ...person('b'), ...form(seminar, 'form-b') }),
  },
  'enroll a group of which one has no seat': {
    mayWaitFirst: true,
    capacity: 3,
    prepare: comes('a'),
    deed: (world, _, seminar) =>
      enrollGroup(world, {
        ...form(seminar, 'form-group'),
        people: ['b', 'c', 'd'].map(person),
        together: false,
      }),
  },
  'enroll a group that waits together': {
    capacity: 2,
    prepare: comes('a'),
    deed: (world, _, seminar) =>
      enrollGroup(world, { ...form(seminar, 'form-group'), people: ['b', 'c'].map(person), together: true }),
  },
  confirm: {
    capacity: 1,
    prepare: (house, seminar) => house.enroll(seminar, 'a'),
    deed: withToken('a', confirm),
  },
  'cancel, and the next moves up': {
    capacity: 1,
    prepare: comes('a', 'b', 'c'),
    deed: withToken('a', cancel),
  },
  'cancel, and the next is offered the seat': {
    capacity: 1,
    places: { promotion: 'offer' },
    prepare: comes('a', 'b', 'c'),
    deed: withToken('a', cancel),
  },
  'cancel where a seat is owed': {
    capacity: 2,
    prepare: async (house, seminar) => {
      await comes('a', 'b', 'c')(house, seminar)
      await house.change(seminar.id, { capacity: 1 })
    },
    deed: withToken('a', cancel),
  },
  'cancel a kept seat for which somebody waits': {
    capacity: 2,
    places: { reserved: [{ associationId: 'org_hagen', seats: 1 }], reservedUntil: until },
    prepare: async (house, seminar) => {
      for (const [name, associationId] of [
        ['a', 'org_hagen'] as const,
        ['b', ''] as const,
        ['c', 'org_hagen'] as const,
      ])
        await house.enrollAndConfirm(seminar, name, { associationId })
    },
    deed: withToken('a', cancel),
  },
  'accept an offer': {
    capacity: 1,
    places: { promotion: 'offer' },
    prepare: async (house, seminar) => {
      await comes('a', 'b')(house, seminar)
      await house.cancel('a')
    },
    deed: withToken('b', acceptOffer),
  },
  'admit an application': {
    mayWaitFirst: true,
    capacity: 1,
    places: { approval: true },
    prepare: comes('a', 'b'),
    deed: async (world, house, seminar) => {
      const { id } = await house.enrollment(seminar, 'a')
      return decideApplication(world, { seminarId: seminar.id, enrollmentId: id, admit: true, message: '' })
    },
  },
  'open kept seats to everybody': {
    capacity: 2,
    places: { reserved: [{ associationId: 'org_soest', seats: 1 }], reservedUntil: until },
    prepare: comes('a', 'b'),
    deed: (world, _, seminar) => releaseKept(world, seminar.id),
  },
  'give the seats, newcomers first': {
    capacity: 1,
    places: { newcomersUntil: until },
    prepare: async (house, seminar) => {
      const past = await house.offer({ slug: 'past' })
      await house.enrollAndConfirm(past, 'old')
      house.moveTo('2026-04-02T09:00:00.000Z')
      await comes('old', 'new')(house, seminar)
    },
    deed: (world, _, seminar) => allotSeats(world, seminar.id),
  },
  'sweep away a hold that has ended': {
    capacity: 1,
    prepare: async (house, seminar) => {
      await house.enroll(seminar, 'a')
      house.pass(12 * 60 * minute)
      await comes('b')(house, seminar)
      house.pass(13 * 60 * minute)
    },
    deed: (world, _, seminar) => sweep(world, { seminarId: seminar.id, memory: {} }),
  },
}

/** Later sessions than usual, so that no workflow comes near the start. */
const inMay = (seminar: Partial<Seminar>): Partial<Seminar> => ({
  ...seminar,
  closes: '2026-05-05T16:00:00.000Z' as Instant,
  sessions: [
    {
      id: 'ses_may',
      start: '2026-05-05T16:00:00.000Z' as Instant,
      end: '2026-05-05T18:00:00.000Z' as Instant,
      place: { kind: 'room' },
      invitedAt: null,
    },
  ],
})

/** What people see in the end, and what the line must add up to. */
async function endOf(house: WorkingHouse, seminar: Seminar, mayWaitFirst = false) {
  await house.passTo(later(house.now(), 6 * minute), 2 * minute)
  // The hourly look counts anew what a deed that died has not counted.
  await house.passTo(later(house.now(), 62 * minute), 62 * minute)
  const line = await readLine(house.table, seminar.id)
  const entries = (await listLine(house.table, seminar.id)).map(({ facts }) => facts)
  const { seats, waiting } = await house.standing(seminar)
  const mails = (await house.mails())
    .filter(({ cause }) => !(mayWaitFirst && cause === 'promoted'))
    .map(({ cause, to }) => `${cause} ${to.address.split('@')[0]}`)
  const passed = entries.filter((entry) => entry.passed).length
  return {
    seats: seats.sort(),
    waiting: waiting.sort(),
    mails: mails.sort(),
    // A number that was lost has been struck and passed on, so the difference is the same in every run.
    seatsInLine: line.serving - line.owed - passed,
    struck: line.struck - entries.filter((entry) => entry.void && !entry.passed).length,
    numbersMissing: line.next - entries.length,
  }
}

async function run({ places, capacity, prepare, deed, mayWaitFirst }: Workflow, mishap?: Mishap) {
  const house = openWorkingHouse()
  const seminar = await house.offer(inMay({ capacity, places: { ...plainPlaces, ...places } }))
  await prepare(house, seminar)
  const { unlucky, fate, calls } = openUnlucky(house.table, mishap)
  const world = { ...house.world(), table: unlucky }
  const first = deed(world, house, seminar).catch((fault) => {
    if (!(fault instanceof UnsureCommit || fault instanceof TableBusy)) throw fault
  })
  await Promise.race([first, fate])
  // The same press once more, by a process that knows nothing of the first.
  if (mishap) await deed(house.world(), house, seminar)
  return { end: await endOf(house, seminar, mayWaitFirst), calls: calls() }
}

/** Here each effect meets one mishap, in turn; `npm run simulate` tries them all. */
const mishapsAt = (at: number): readonly Mishap['is'][] =>
  process.env.SIMULATION_RUNS ? mishaps : mishaps.filter((_, i) => i === at % mishaps.length)

describe('whatever happens at any effect, once more is as if nothing had happened', () => {
  test.each(Object.entries(workflows))('%s', { timeout: 60_000 }, async (_, workflow) => {
    const calm = await run(workflow)
    expect(calm.calls).toBeGreaterThan(1)
    expect(calm.end).toMatchObject({ struck: 0, numbersMissing: 0 })
    for (let at = 1; at <= calm.calls; at++)
      for (const is of mishapsAt(at))
        expect({ at, is, ...(await run(workflow, { at, is })).end }).toEqual({ at, is, ...calm.end })
  })
})
