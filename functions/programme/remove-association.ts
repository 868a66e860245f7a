import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { associationShelf } from './programme.table.ts'

/** Why it stays in the list: somebody else has just changed it. */
export type RemoveAssociationRefusal = { code: 'changed-meanwhile' }

/**
 * A member leaves the list that participants choose from; enrollments keep its name. Removing twice is fine. There is
 * always something beside it: what is left of a removal alone could not settle an unsure answer.
 */
export async function removeAssociation(
  { table, also }: { table: Table; also: readonly [Write, ...Write[]] },
  associationId: string,
): Promise<Result<null, RemoveAssociationRefusal>> {
  const stored = await associationShelf.read(table, associationId)
  if (!stored) return accept(null)
  const { committed } = await table.commit([associationShelf.remove(stored), ...also])
  return committed ? accept(null) : refuse({ code: 'changed-meanwhile' })
}
