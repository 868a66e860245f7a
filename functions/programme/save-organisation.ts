import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { organisationShelf } from './programme.table.ts'
import type { Organisation } from './programme.ts'

/** Why it was not saved: somebody else did so since the version that was shown. */
export type SaveOrganisationRefusal = { code: 'changed-meanwhile' }

/** An administrator writes down who runs the house; `version` is the one shown in the form, empty where there was none. */
export async function saveOrganisation(
  { table, also = [] }: { table: Table; also?: readonly Write[] },
  { version, organisation }: { version: string; organisation: Organisation },
): Promise<Result<Organisation, SaveOrganisationRefusal>> {
  const stored = await organisationShelf.read(table, null)
  const { committed } = await table.commit([
    stored
      ? organisationShelf.replace({ ...stored, version }, organisation)
      : organisationShelf.create(null, organisation),
    ...also,
  ])
  return committed ? accept(organisation) : refuse({ code: 'changed-meanwhile' })
}
