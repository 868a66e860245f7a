import { type DueWork, dueWorkShelf, type Task } from '../kernel/due-work.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'

/** What a task answers: done, or "once more at that time" with what it wants to remember. */
export type TaskOutcome = { done: true } | { done: false; again: Instant; seen: DueWork['seen'] }

/** The verb of each task. It reads the facts when it runs, and may run more than once. */
export type Tasks = Record<Task, (work: DueWork) => Promise<TaskOutcome>>

type World = {
  table: Table
  now: () => Instant
  tasks: Tasks
  sendMail: (mailId: string) => Promise<unknown>
}

/** What a run did, and what it could not do. */
export type Run = { done: string[]; faults: { name: string; fault: unknown }[] }

/** One run takes no more than this; the next minute goes on. */
const mostPerRun = 200

/**
 * Does what has fallen due, earliest first: works and stuck mails. One that fails keeps its due time and comes again
 * with the next minute; the others go on.
 */
export async function runDue(world: World): Promise<Run> {
  const run: Run = { done: [], faults: [] }
  for (const stored of await world.table.listDue(world.now(), mostPerRun)) {
    let name = stored.kind
    try {
      if (stored.kind === 'work') name = dueWorkShelf.decode(stored).facts.task
      if (stored.kind === 'work') await runWork(world, stored)
      else if (stored.kind === 'mail') await world.sendMail(stored.pk.slice('mail#'.length))
      run.done.push(name)
    } catch (fault) {
      run.faults.push({ name, fault })
    }
  }
  return run
}

/** Runs one note, if it is still due: the index it was found by may lag behind. */
export async function runWork(
  world: World,
  seen: Pick<Stored<unknown>, 'table' | 'pk' | 'sk'>,
): Promise<void> {
  const [found] = await world.table.read([seen])
  if (!found?.due || found.due > world.now()) return
  const note = dueWorkShelf.decode(found)
  const outcome = await world.tasks[note.facts.task](note.facts)
  if (outcome.done) {
    await closeNote(world, note)
    return
  }
  // Refused when somebody moved the note meanwhile; then theirs is the truth.
  await world.table.commit([
    dueWorkShelf.replace(note, { ...note.facts, seen: outcome.seen }, { due: outcome.again }),
  ])
}

/** A note that is done loses its due time and is forgotten a week later; until then it can fall due once more. */
async function closeNote(world: World, note: Stored<DueWork>): Promise<void> {
  await world.table.commit([
    dueWorkShelf.replace(note, { ...note.facts, seen: {} }, { expires: later(world.now(), 7 * day) }),
  ])
}
