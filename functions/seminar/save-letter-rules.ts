import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { scheduleSeminar } from './due-of-seminar.ts'
import type { LetterRules } from './letter-rules.ts'
import { seminarShelf } from './seminar.table.ts'

export type SaveRulesRefusal = { code: 'unknown' | 'over' | 'changed-meanwhile' }

type World = { table: Table; now: Instant; also?: readonly Write[] }
type Command = { seminarId: string; version: string; letters: LetterRules }

/** A coordinator decides which letters a seminar sends by itself, and when; what is due moves in the same commit. */
export async function saveLetterRules(
  world: World,
  command: Command,
): Promise<Result<LetterRules, SaveRulesRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await attemptSave(world, command)
    if (outcome !== 'again') return outcome
  }
  throw new TableBusy('the notes of the seminar kept changing')
}

async function attemptSave(
  { table, now, also = [] }: World,
  { seminarId, version, letters }: Command,
): Promise<Result<LetterRules, SaveRulesRefusal> | 'again'> {
  const before = await seminarShelf.read(table, seminarId)
  if (!before) return refuse({ code: 'unknown' })
  if (before.version !== version) return refuse({ code: 'changed-meanwhile' })
  const { state } = before.facts
  if (state === 'cancelled' || state === 'completed') return refuse({ code: 'over' })
  const seminar = { ...before.facts, letters }
  const outcome = await table.commit([
    seminarShelf.replace(before, seminar),
    ...(state === 'published' ? await scheduleSeminar(table, seminar, now) : []),
    ...also,
  ])
  if (outcome.committed) return accept(letters)
  return outcome.failed.includes(0) ? refuse({ code: 'changed-meanwhile' }) : 'again'
}
