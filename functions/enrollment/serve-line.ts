import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, UnsureCommit, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import { type Line, linePlace, readLine } from '../seminar/line.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { firstStart, type Seminar } from '../seminar/seminar.ts'
import { calendarOf } from './calendar-of.ts'
import { promotedLetter } from './enrollment.mail.ts'
import { enrollmentShelf, lineEntryShelf, listEnrollments, listLine } from './enrollment.table.ts'
import { type Enrollment, hasSeat, type LineEntry } from './enrollment.ts'
import { letterTo } from './letter-to.ts'
import { freshLink, keepLinks } from './personal-link.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** The write that moves the line on by one number. */
export const passSeatOn = (seminarId: string): Write => ({
  do: 'add',
  ...linePlace(seminarId),
  by: { serving: 1 },
})

/**
 * Gives back a number that was drawn and is not needed. What cannot be done now is left to the sweep: nobody is told
 * that their own deed failed because of it.
 */
export async function handNumberBack(
  world: World,
  number: { seminarId: string; number: number },
): Promise<void> {
  await leaveToSweep(async () => {
    await voidNumber(world.table, number)
    await serveLine(world, number.seminarId)
  })
}

/** Does what the sweep would do a little later; a table that is busy now is no reason to say that a deed failed. */
export async function leaveToSweep(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed()
  } catch (fault) {
    if (!(fault instanceof TableBusy || fault instanceof UnsureCommit)) throw fault
  }
}

/** Strikes a number that nobody will use; it can never be taken afterwards. Striking twice is fine. */
export async function voidNumber(
  table: Table,
  { seminarId, number }: { seminarId: string; number: number },
): Promise<void> {
  await table.commit([
    lineEntryShelf.create({ seminarId, number }, { number, enrollmentId: '', void: true, passed: false }),
  ])
}

/**
 * Brings the line up to date, as often as anybody likes and from wherever it was left: each struck number that has
 * been served passes its seat on exactly once, and each person whose number is served now is told exactly once.
 * After the start nobody is promoted any more. `untold` are those who changed in this moment and must be told later.
 */
export async function serveLine(world: World, seminarId: string): Promise<{ untold: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'published') return { untold: 0 }
  const start = firstStart(seminar)
  if (start && world.now >= start) return { untold: 0 }
  const line = await passStruckSeats(world.table, seminarId)
  const moved = (await listEnrollments(world.table, seminarId)).filter(
    ({ facts }) => facts.told === 'waiting' && hasSeat(facts, line),
  )
  let untold = 0
  for (const enrollment of moved) if (!(await tellPromotion(world, { enrollment, seminar, line }))) untold++
  return { untold }
}

/** Passes on every seat whose number was struck; passing one may serve the next struck number, hence the loop. */
async function passStruckSeats(table: Table, seminarId: string): Promise<Line> {
  for (;;) {
    const line = await readLine(table, seminarId)
    const struck = (await listLine(table, seminarId)).filter(
      ({ facts }) => facts.void && !facts.passed && facts.number <= line.serving,
    )
    if (struck.length === 0) return line
    for (const entry of struck) await table.commit(passEntry(seminarId, entry))
  }
}

/** Both halves in one commit: the entry remembers that its seat went on, the line moves. Refused the second time. */
const passEntry = (seminarId: string, entry: Stored<LineEntry>): Write[] => [
  lineEntryShelf.replace(entry, { ...entry.facts, passed: true }),
  passSeatOn(seminarId),
]

type Promotion = { enrollment: Stored<Enrollment>; seminar: Seminar; line: Line }

async function tellPromotion(world: World, { enrollment, seminar, line }: Promotion): Promise<boolean> {
  const before = enrollment.facts
  const fresh = await freshLink(world.newSecret, before, 'my')
  const told: Enrollment = { ...before, told: 'seat', links: keepLinks([...before.links, fresh.link]) }
  const letter = promotedLetter({
    enrollment: told,
    seminar,
    line,
    link: `${world.origin}/my/${fresh.token}`,
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, told.language),
    calendar: await calendarOf(world, { seminar, enrollment: told }),
  })
  const outcome = await world.table.commit([
    enrollmentShelf.replace(enrollment, told),
    await letterTo(told, { cause: 'promoted', key: String(told.number), letter }, world.now),
  ])
  return outcome.committed
}
