import { recordByHand } from '../../functions/attendance/record.ts'
import { holdBack, release } from '../../functions/certificate/hold-back.ts'
import { requestCertificate } from '../../functions/certificate/request/request-certificate.ts'
import { revokeCertificate } from '../../functions/certificate/revoke.ts'
import { forgetCertificates } from '../../functions/certificate/traces.ts'
import { runDue, runWork } from '../../functions/clock/run-due.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'
import { drawnFrom, nothingReached, openBadTimes } from './mishaps.ts'

/** What may happen in bad times and is no fault of the house: it is tried again. */
const passes = (fault: unknown): boolean =>
  fault instanceof AggregateError
    ? fault.errors.every(passes)
    : fault instanceof Error && ['UnsureCommit', 'TableBusy'].includes(fault.name)

/**
 * Certificates for so many people in bad times: ticks and the stream's workers side by side, each of which may die or
 * lose an answer, while the office holds back, corrects, revokes and issues anew, and people leave or are erased.
 */
export async function playIssuing({ people, seed }: { people: number; seed: number }) {
  const random = drawnFrom(seed)
  const reached = nothingReached()
  const numbersOf = new Map<string, number>()
  const house = openWorkingHouse()
  const { seminar, ids } = await closedSeminar(house, people)
  let processes = 0
  const inBadTimes = async (deed: (table: ReturnType<typeof openBadTimes>['mortal']) => Promise<unknown>) => {
    const { mortal, death } = openBadTimes(house.table, { random, reached, numbersOf, process: ++processes })
    const quietly = deed(mortal).catch((fault) => {
      if (!passes(fault)) throw fault
    })
    await Promise.race([quietly, death])
  }
  const tick = () =>
    inBadTimes(async (mortal) => {
      const { sendMail } = house.clockWorld()
      const { faults } = await runDue({ ...house.clockWorld(mortal), sendMail })
      for (const { fault } of faults) if (!passes(fault)) throw fault
    })
  const lane = (number: number) =>
    inBadTimes((mortal) =>
      runWork(
        house.clockWorld(mortal),
        dueWorkShelf.place({ task: 'issue', seminarId: seminar.id, sessionId: `lane-${number}` }),
      ),
    )
  const anybody = () => ids[Math.floor(random() * ids.length)] ?? ''
  const meddle = () =>
    inBadTimes((table) => meddleWith({ house, table, seminar, random, reached }, anybody()))
  for (let wave = 0; wave < 14; wave++) {
    await Promise.all([tick(), ...[0, 1, 2, 3].map(lane), tick(), ...Array.from({ length: 6 }, meddle)])
    house.pass(minute)
  }
  await release(house.world(), { seminarId: seminar.id, by: 'k' })
  await house.passTo(later(house.now(), 15 * minute), minute)
  return { house, seminar, ids, reached }
}

/** So many people were there all the time; they are stored as enrolling leaves them. */
async function closedSeminar(house: WorkingHouse, people: number) {
  const seminar = await house.offer({ capacity: people })
  await house.enrollAndConfirm(seminar, 'first')
  const first = await house.enrollment(seminar, 'first')
  const ids = Array.from({ length: people }, (_, i) => `person-${String(i).padStart(9, '0')}`)
  for (const [i, id] of ids.entries()) {
    const changes = { id, email: `p${i}@verein.example`, firstName: `Person ${i}`, number: i + 2, links: [] }
    await house.table.commit([
      enrollmentShelf.create({ seminarId: seminar.id, enrollmentId: id }, { ...first, ...changes }),
    ])
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId: id, minutes: 120, by: 'k' })
  }
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  return { seminar, ids }
}

type Meddling = {
  house: WorkingHouse
  table: WorkingHouse['table'] | ReturnType<typeof openBadTimes>['mortal']
  seminar: Seminar
  random: () => number
  reached: ReturnType<typeof nothingReached>
}

/** What the office and people do meanwhile. */
async function meddleWith({ house, table, seminar, random, reached }: Meddling, enrollmentId: string) {
  const name = { seminarId: seminar.id, enrollmentId }
  const world = { table, now: house.now() }
  const luck = random()
  if (luck < 0.1) {
    const held = await holdBack(world, { seminarId: seminar.id, by: 'k' })
    if (held.ok) reached.held++
  } else if (luck < 0.4) await release(world, { seminarId: seminar.id, by: 'k' })
  else if (luck < 0.8) {
    const names = { firstName: `Kişi ${Math.floor(random() * 1_000)}`, lastName: 'Şahin' }
    await requestCertificate(world, { ...name, wish: 'everything', names, by: 'k' })
  } else if (luck < 0.87) {
    const revoked = await revokeCertificate(world, { ...name, reason: 'by mistake', by: 'k' })
    if (revoked.ok) reached.revoked++
  } else {
    const stored = await enrollmentShelf.read(table, name)
    if (stored?.facts.state !== 'confirmed') return
    const { writes } = await forgetCertificates(table, name, { keep: false })
    const nobody = { ...stored.facts, state: 'erased' as const, firstName: '', lastName: '', email: '' }
    const outcome = await table.commit([enrollmentShelf.replace(stored, nobody), ...writes])
    if (outcome.committed) reached.erased++
  }
}
