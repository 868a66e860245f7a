import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { associationShelf } from './programme.table.ts'
import type { Association } from './programme.ts'

/** Why it was not saved; unknown is what somebody removed meanwhile. */
export type SaveAssociationRefusal = { code: 'unknown' | 'changed-meanwhile' }

/** An administrator adds a member association (`version` is null) or changes one (`version` is the one shown in the form). */
export async function saveAssociation(
  { table, also = [] }: { table: Table; also?: readonly Write[] },
  { version, association }: { version: string | null; association: Association },
): Promise<Result<Association, SaveAssociationRefusal>> {
  const stored = version === null ? undefined : await associationShelf.read(table, association.id)
  if (version !== null && !stored) return refuse({ code: 'unknown' })
  const { committed } = await table.commit([
    stored && version !== null
      ? associationShelf.replace({ ...stored, version }, association)
      : associationShelf.create(association.id, association),
    ...also,
  ])
  return committed ? accept(association) : refuse({ code: 'changed-meanwhile' })
}
