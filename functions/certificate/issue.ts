import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import type { Stored } from '../kernel/table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { certificateHoldShelf, certificateNoteShelf } from './certificate.table.ts'
import { certificateNumber } from './certificate.ts'
import { type CertificatePlace, certificateContent, registerYear } from './certificate-content.ts'
import { certificateWrites, type IssueWorld } from './give.ts'
import { readHoldBack } from './hold-back.ts'
import { type Case, loadCases } from './load-cases.ts'
import { takePlaces } from './register.table.ts'

/** A run issues no more than so many, so that it ends long before its function does; the next one goes on. */
const mostPerRun = 100
/** So many people get their places in the register at once: three things each lie in one commit. */
const atOnce = 20
/** What cannot be drawn keeps nobody waiting; where nothing can, the run ends. */
const mostFaults = 20

/** What a run did, and whether there is more to do. */
export type IssueRun = { issued: number; more: boolean }

/**
 * Issues the certificates of a completed seminar: everybody with a confirmed seat who reached a threshold gets exactly
 * one. First some get their numbers, then each gets the certificate in one commit with the mail that carries it. A run
 * that dies is simply repeated; one person whose sheet cannot be drawn does not keep the others waiting, but is a
 * fault of the whole run. `isWanted` parts the people among runs that go on side by side.
 */
export async function issueCertificates(
  world: IssueWorld,
  seminarId: string,
  isWanted: (enrollmentId: string) => boolean = () => true,
): Promise<IssueRun> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'completed') return { issued: 0, more: false }
  const cases = await loadCases(world.table, seminar, isWanted)
  const run = { issued: 0, faults: [] as unknown[] }
  // Whoever has a number was tried before: those come last, so that who cannot be drawn is in nobody's way.
  let open = [...cases.filter(({ place }) => !place), ...cases.filter(({ place }) => place)]
  while (open.length > 0 && run.issued < mostPerRun && run.faults.length < mostFaults) {
    if (await readHoldBack(world.table, seminarId)) return { issued: run.issued, more: false }
    await issueSome(world, seminar, open.slice(0, atOnce), run)
    open = open.slice(atOnce)
  }
  if (run.faults.length > 0) throw new AggregateError(run.faults, 'not every certificate could be issued')
  return { issued: run.issued, more: open.length > 0 }
}

async function issueSome(
  world: IssueWorld,
  seminar: Seminar,
  cases: readonly Case[],
  run: { issued: number; faults: unknown[] },
): Promise<void> {
  const printable: Case[] = []
  for (const one of cases) if (await isPrintable(world, one)) printable.push(one)
  for (const { one, place } of await givePlaces(world, seminar, printable)) {
    try {
      if (await issueOne(world, one, place)) run.issued++
    } catch (fault) {
      run.faults.push(fault)
    }
  }
}

const nameOf = ({ seminar, person }: Case) => ({ seminarId: seminar.id, enrollmentId: person.id })

/** Never a box in somebody's name: a human must look, and the office shows why. */
async function isPrintable(world: IssueWorld, one: Case): Promise<boolean> {
  const sample = certificateContent(one, { number: '', serial: 0 }, world.now)
  const missing = world.missingLetters(sample)
  if (missing.length === 0) return true
  // Refused where the person has just been erased: those are letters of their name.
  await world.table.commit([
    certificateHoldShelf.create(nameOf(one), { letters: missing.join(' ') }),
    enrollmentShelf.replace(one.stored, one.stored.facts),
  ])
  return false
}

type Placed = { one: Case; place: CertificatePlace }

/** Number and place in the register for whoever has none yet, all in one commit, so that no place is left out. */
async function givePlaces(world: IssueWorld, seminar: Seminar, cases: readonly Case[]): Promise<Placed[]> {
  const placed = cases.flatMap((one) => (one.place ? [{ one, place: one.place }] : []))
  const without = cases.filter(({ place }) => !place)
  if (without.length === 0) return placed
  const { table, now } = world
  const year = registerYear(now, seminar)
  const entries = without.map((one) => ({
    number: certificateNumber(year, world.newSecret()),
    ...nameOf(one),
    at: now,
  }))
  const { serials, writes } = await takePlaces(table, year, entries)
  const fresh = without.map((one, i) => ({
    one,
    place: { number: entries[i]?.number ?? '', serial: serials[i] ?? 0 },
  }))
  const outcome = await table.commit([
    ...writes,
    ...fresh.map(({ one, place }) => certificateNoteShelf.create(nameOf(one), place)),
  ])
  if (outcome.committed) return [...placed, ...fresh]
  // Somebody else was quicker, at the register or with one of these people: once more with what is true now.
  // Whoever was given a number by another run is issued here, too, should that run have died meanwhile.
  const notes = await table.read(without.map((one) => certificateNoteShelf.place(nameOf(one))))
  const known = without.map((one, i) => ({ ...one, place: placeIn(notes[i]) }))
  return [...placed, ...(await givePlaces(world, seminar, known))]
}

function placeIn(note: Stored<unknown> | undefined): CertificatePlace | undefined {
  const facts = note && certificateNoteShelf.decode(note).facts
  return facts?.serial === undefined ? undefined : { number: facts.number, serial: facts.serial }
}

/** One person: the certificate and the mail with the sheet, in one commit. */
async function issueOne(world: IssueWorld, one: Case, place: CertificatePlace): Promise<boolean> {
  // Looked at for each person: whoever presses the button stops what has not gone out yet.
  if (await readHoldBack(world.table, one.seminar.id)) return false
  const content = certificateContent(one, place, world.now)
  const writes = await certificateWrites(world, { stored: one.stored, content })
  const outcome = await world.table.commit(writes)
  if (outcome.committed) return true
  if (outcome.failed.includes(0)) return false
  // The person opened a page meanwhile: once more with what is true now.
  const again = await enrollmentShelf.read(world.table, nameOf(one))
  if (!again || !isStill(again)) return false
  const changed = { ...one, stored: again, person: again.facts }
  return (await isPrintable(world, changed)) ? issueOne(world, changed, place) : false
}

/** Whoever has left or been erased in this moment gets none; their place in the register stays empty. */
const isStill = ({ facts }: Stored<{ state: string }>): boolean => facts.state === 'confirmed'
