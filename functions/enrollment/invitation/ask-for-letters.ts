import { type DueWorkName, dueWork, dueWorkShelf } from '../../kernel/due-work.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { ReadingTable, Table, Write } from '../../kernel/table.ts'
import { type Instant, millisecondsOf } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { listInvitations } from './invitation.table.ts'
import { isRemindable, noInvitationsTo } from './invitation.ts'

export type RemindRefusal = { code: 'unknown' | 'not-published' | 'over' | 'nobody' | 'changed-meanwhile' }

/**
 * The write that makes the letters of a seminar's invitations fall due now. What somebody asked for before and is not
 * done yet stays asked for.
 */
export async function letThemBeWritten(
  { table, now }: { table: ReadingTable; now: Instant },
  { seminarId, asked }: { seminarId: string; asked?: Instant },
): Promise<Write> {
  const name: DueWorkName = { task: 'write-to-invited', seminarId }
  const note = await dueWorkShelf.read(table, name)
  const seen = asked ? { asked: [millisecondsOf(asked)] } : (note?.facts.seen ?? {})
  const work = { ...dueWork(name), seen }
  return note ? dueWorkShelf.replace(note, work, { due: now }) : dueWorkShelf.create(name, work, { due: now })
}

/** A coordinator reminds everybody who has not used their invitation; people are left in peace for a day between. */
export async function remindInvited(
  world: { table: Table; now: Instant; also: readonly Write[] },
  seminarId: string,
): Promise<Result<{ people: number }, RemindRefusal>> {
  const { table, now } = world
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const trouble = seminar ? noInvitationsTo(seminar, now) : 'unknown'
  if (trouble) return refuse({ code: trouble })
  const people = (await listInvitations(table, seminarId)).filter(({ facts }) => isRemindable(facts, now))
  if (people.length === 0) return refuse({ code: 'nobody' })
  const outcome = await table.commit([
    await letThemBeWritten(world, { seminarId, asked: now }),
    ...world.also,
  ])
  return outcome.committed ? accept({ people: people.length }) : refuse({ code: 'changed-meanwhile' })
}
