import { type ReadingTable, shelf } from '../kernel/table.ts'
import { certificateLookShelf } from './certificate-look.table.ts'
import type { CertificateLook } from './certificate-look.ts'
import {
  type Association,
  associationSchema,
  type Organisation,
  organisationSchema,
  type Phase,
  phaseSchema,
} from './programme.ts'

export const organisationShelf = shelf<Organisation, null>({
  table: 'catalog',
  kind: 'organisation',
  schema: organisationSchema,
  key: () => ({ pk: 'programme', sk: 'organisation' }),
})

export const phaseShelf = shelf<Phase, string>({
  table: 'catalog',
  kind: 'phase',
  schema: phaseSchema,
  key: (id) => ({ pk: 'programme', sk: `phase#${id}` }),
})

export const associationShelf = shelf<Association, string>({
  table: 'catalog',
  kind: 'association',
  schema: associationSchema,
  key: (id) => ({ pk: 'programme', sk: `association#${id}` }),
})

/** Everything that is known about the association, its funders and members. */
export type Programme = {
  organisation: Organisation
  phases: Phase[]
  associations: Association[]
  /** Absent until somebody has chosen one. */
  certificateLook?: CertificateLook
}

/** What pages show before an administrator has filled in who runs the house. */
export const unnamedOrganisation: Organisation = {
  name: 'Lernhaus',
  street: '',
  city: '',
  email: '',
  phone: '',
  representedBy: '',
  register: '',
  signer: '',
  signerFunction: { de: '', tr: '', en: '' },
  privacyContact: '',
}

/** Loads the programme in one request; associations by name. */
export async function loadProgramme(table: ReadingTable): Promise<Programme> {
  const stored = await table.list('catalog', 'programme')
  const organisation = stored.find((s) => s.kind === 'organisation')
  const look = stored.find((s) => s.kind === certificateLookShelf.kind)
  return {
    organisation: organisation ? organisationShelf.decode(organisation).facts : unnamedOrganisation,
    phases: stored.filter((s) => s.kind === 'phase').map((s) => phaseShelf.decode(s).facts),
    associations: stored
      .filter((s) => s.kind === 'association')
      .map((s) => associationShelf.decode(s).facts)
      .sort((a, b) => a.name.localeCompare(b.name, 'de')),
    ...(look && { certificateLook: certificateLookShelf.decode(look).facts }),
  }
}
