import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { phaseShelf } from './programme.table.ts'
import type { Phase } from './programme.ts'

/** Why it was not saved; unknown is what somebody removed meanwhile. */
export type SavePhaseRefusal = { code: 'unknown' | 'changed-meanwhile' }

/** An administrator adds a funding phase (`version` is null) or changes one (`version` is the one shown in the form). */
export async function savePhase(
  { table, also = [] }: { table: Table; also?: readonly Write[] },
  { version, phase }: { version: string | null; phase: Phase },
): Promise<Result<Phase, SavePhaseRefusal>> {
  const stored = version === null ? undefined : await phaseShelf.read(table, phase.id)
  if (version !== null && !stored) return refuse({ code: 'unknown' })
  const { committed } = await table.commit([
    stored && version !== null
      ? phaseShelf.replace({ ...stored, version }, phase)
      : phaseShelf.create(phase.id, phase),
    ...also,
  ])
  return committed ? accept(phase) : refuse({ code: 'changed-meanwhile' })
}
