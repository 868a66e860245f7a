import { type DueWork, type DueWorkName, dueWorkShelf, type Task } from '../kernel/due-work.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { day, type Instant, later, minute } from '../kernel/time.ts'
import { mailIdAt } from '../mail/mail.table.ts'

/** What a task answers: done, or "once more at that time" with what it wants to remember. */
export type TaskOutcome = { done: true } | { done: false; again: Instant; seen: DueWork['seen'] }

/** The verb of each task. It reads the facts when it runs, and may run more than once. */
export type Tasks = Record<Task, (work: DueWork) => Promise<TaskOutcome>>

type World = {
  table: Table
  now: () => Instant
  tasks: Tasks
  /** Answers `queued` where the provider did not take the mail now, `no-turn` where its pace leaves none in time, `paused` where sending rests. */
  sendMail: (mailId: string) => Promise<unknown>
  /** No further mail is begun after so many milliseconds of mails. */
  mailsTake: number
}

/** What a run did, and what it could not do. */
type Run = { done: string[]; faults: { name: string; fault: unknown }[] }

/** One run takes no more of each than this; the next minute goes on. */
const mostPerRun = 200

/** So many mails in a row turned away: the provider is down, or we are too fast for it. */
const mostTurnedAway = 3

/**
 * Does what has fallen due, earliest first: works, then stuck mails, so that a provider that hangs keeps no seat and
 * no reminder waiting. One that fails keeps its due time and comes again with the next minute; the others go on.
 */
export async function runDue(world: World): Promise<Run> {
  const run: Run = { done: [], faults: [] }
  const due = await world.table.listDue(world.now(), mostPerRun)
  await runWorks(world, await worksAmong(world, due), run)
  await sendMails(
    world,
    due.filter(({ kind }) => kind === 'mail'),
    run,
  )
  return run
}

/** Where more is due than a run takes, it may be mails only; then works are asked for by themselves. */
async function worksAmong(world: World, due: Stored<unknown>[]): Promise<Stored<unknown>[]> {
  const listed = due.length < mostPerRun ? due : await world.table.listDue(world.now(), mostPerRun, 'work')
  return listed.filter(({ kind }) => kind === 'work')
}

async function runWorks(world: World, works: Stored<unknown>[], run: Run): Promise<void> {
  for (const stored of works) {
    let name = stored.kind
    try {
      name = dueWorkShelf.decode(stored).facts.task
      await runWork(world, stored)
      run.done.push(name)
    } catch (fault) {
      run.faults.push({ name, fault })
    }
  }
}

async function sendMails(world: World, mails: Stored<unknown>[], run: Run): Promise<void> {
  const until = later(world.now(), world.mailsTake)
  let turnedAway = 0
  for (const place of mails) {
    if (turnedAway === mostTurnedAway || world.now() >= until) return
    try {
      const state = await world.sendMail(mailIdAt(place))
      if (state === 'no-turn') return
      turnedAway = state === 'queued' ? turnedAway + 1 : 0
      if (state !== 'paused') run.done.push('mail')
    } catch (fault) {
      run.faults.push({ name: 'mail', fault })
    }
  }
}

/**
 * What may take longer than a minute is put off for so long before it begins, or the next minute would begin it again
 * beside itself. Longer than the function lives: whatever dies in it comes again after that.
 */
const takesUpTo: Partial<Record<Task, number>> = { issue: 6 * minute }

/** Runs one note, if it is still due: the index it was found by may lag behind. */
export async function runWork(
  world: Pick<World, 'table' | 'now' | 'tasks'>,
  seen: Pick<Stored<unknown>, 'table' | 'pk' | 'sk'>,
): Promise<void> {
  const [found] = await world.table.read([seen])
  if (!found?.due || found.due > world.now()) return
  const note = await putOff(world, dueWorkShelf.decode(found))
  if (!note) return
  try {
    const outcome = await world.tasks[note.facts.task](note.facts)
    if (outcome.done) return await closeNote(world, note)
    // Refused when somebody moved the note meanwhile; then theirs is the truth.
    await world.table.commit([
      dueWorkShelf.replace(note, { ...note.facts, seen: outcome.seen }, { due: outcome.again }),
    ])
  } catch (fault) {
    if (note.due !== found.due)
      // Not at once: the stream would begin it again as soon as it is written, without end.
      await world.table.commit([dueWorkShelf.replace(note, note.facts, { due: later(world.now(), minute) })])
    throw fault
  }
}

/** The note as it is while its task runs; undefined where another run has taken it. */
async function putOff(
  world: Pick<World, 'table' | 'now'>,
  note: Stored<DueWork>,
): Promise<Stored<DueWork> | undefined> {
  const { task, seminarId, sessionId } = note.facts
  const span = takesUpTo[task]
  if (span === undefined) return note
  const due = later(world.now(), span)
  const outcome = await world.table.commit([dueWorkShelf.replace(note, note.facts, { due })])
  if (!outcome.committed) return undefined
  const name: DueWorkName = { task, seminarId, sessionId }
  const mine = await dueWorkShelf.read(world.table, name)
  return mine?.due === due ? mine : undefined
}

/** A note that is done loses its due time and is forgotten a week later; until then it can fall due once more. */
async function closeNote(world: Pick<World, 'table' | 'now'>, note: Stored<DueWork>): Promise<void> {
  await world.table.commit([
    dueWorkShelf.replace(note, { ...note.facts, seen: {} }, { expires: later(world.now(), 7 * day) }),
  ])
}
