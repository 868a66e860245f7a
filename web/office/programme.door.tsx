import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Shelf, Stored } from '../../functions/kernel/table.ts'
import { associationShelf, organisationShelf, phaseShelf } from '../../functions/programme/programme.table.ts'
import { auditEntry } from '../../functions/staff/audit.table.ts'
import type { AuditedDeed } from '../../functions/staff/audit.ts'
import type { FieldErrors } from '../parts/form.tsx'
import { readForm } from '../parts/read-form.ts'
import { officeHouseText, officeText } from '../text/office.ts'
import type { Values } from './field-reader.ts'
import { OfficePage } from './office-page.tsx'
import { errorsFrom, type PlainField, PlainForm, readPlainForm } from './plain-form.tsx'
import {
  associationFields,
  associationFrom,
  associationValues,
  organisationFields,
  organisationFrom,
  organisationValues,
  phaseFields,
  phaseFrom,
  phaseValues,
} from './programme-forms.ts'
import { ProgrammePage, RemoveAssociation } from './programme-page.tsx'
import { goTo, notFound, type OfficeContext, type OfficeEnv, only } from './visit.ts'

/** Basic data: the organisation, its funding phases and its members. For administrators. */
export function programmeDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.use('/office/programme', only('set-programme'))
  door.use('/office/programme/*', only('set-programme'))
  door.get('/office/programme', (c) =>
    c.html(<ProgrammePage visit={c.get('visit')} done={c.req.query('done')} />),
  )

  door.get('/office/programme/organisation', (c) => showForm(c, organisationForm(c)))
  door.post('/office/programme/organisation', (c) => saveForm(c, organisationForm(c)))

  door.get('/office/programme/phases/:id', (c) => showForm(c, phaseForm(c, c.req.param('id'))))
  door.post('/office/programme/phases/:id', (c) => saveForm(c, phaseForm(c, c.req.param('id'))))

  door.get('/office/programme/associations/:id', (c) => showForm(c, associationForm(c, c.req.param('id'))))
  door.post('/office/programme/associations/:id', (c) => saveForm(c, associationForm(c, c.req.param('id'))))
  door.post('/office/programme/associations/:id/remove', (c) => removeAssociation(c, c.req.param('id')))

  return door
}

/** A thing of the programme as a form: what it asks, where it lies, what is noted when it is saved. */
type ProgrammeForm<Facts extends object, Reference> = {
  title: string
  hint?: string
  path: string
  fields: PlainField[]
  shelf: Shelf<Facts, Reference>
  /** Undefined for a new thing. */
  reference: Reference | undefined
  /** The organisation is there once; it is created when it is saved first. */
  mayBeAbsent: boolean
  valuesOf(facts: Facts, version: string): Values
  make(typed: Record<string, string>): { reference: Reference; facts: Facts }
  check?(typed: Record<string, string>): FieldErrors
  deed: AuditedDeed
  below?: Child
}

function organisationForm(c: OfficeContext) {
  const { language } = c.get('visit').setting
  const text = officeHouseText[language].programme
  return {
    title: text.organisation,
    hint: text.organisationHint,
    path: '/office/programme/organisation',
    fields: organisationFields(language),
    shelf: organisationShelf,
    reference: null,
    mayBeAbsent: true,
    valuesOf: organisationValues,
    make: (typed: Record<string, string>) => ({ reference: null, facts: organisationFrom(typed) }),
    deed: 'set-organisation' as const,
  }
}

function phaseForm(c: OfficeContext, id: string) {
  const { setting, world } = c.get('visit')
  const text = officeHouseText[setting.language].programme
  const isNew = id === 'new'
  return {
    title: isNew ? text.newPhase : text.editPhase,
    path: `/office/programme/phases/${id}`,
    fields: phaseFields(setting.language),
    shelf: phaseShelf,
    reference: isNew ? undefined : id,
    mayBeAbsent: false,
    valuesOf: phaseValues,
    make: (typed: Record<string, string>) => {
      const reference = isNew ? world.newId('phase') : id
      return { reference, facts: phaseFrom(reference, typed) }
    },
    check: ({ from = '', until = '' }: Record<string, string>): FieldErrors =>
      until < from ? { until: text.endsBeforeStart } : {},
    deed: 'save-phase' as const,
  }
}

function associationForm(c: OfficeContext, id: string) {
  const visit = c.get('visit')
  const text = officeHouseText[visit.setting.language].programme
  const isNew = id === 'new'
  return {
    title: isNew ? text.newAssociation : text.editAssociation,
    path: `/office/programme/associations/${id}`,
    fields: associationFields(visit.setting.language),
    shelf: associationShelf,
    reference: isNew ? undefined : id,
    mayBeAbsent: false,
    valuesOf: associationValues,
    make: (typed: Record<string, string>) => {
      const reference = isNew ? visit.world.newId('org') : id
      return { reference, facts: associationFrom(reference, typed) }
    },
    deed: 'save-association' as const,
    below: isNew ? null : <RemoveAssociation visit={visit} id={id} />,
  }
}

const load = async <Facts extends object, Reference>(
  c: OfficeContext,
  { shelf, reference }: ProgrammeForm<Facts, Reference>,
): Promise<Stored<Facts> | undefined> =>
  reference === undefined ? undefined : shelf.read(c.get('visit').world.table, reference)

async function showForm<Facts extends object, Reference>(
  c: OfficeContext,
  form: ProgrammeForm<Facts, Reference>,
): Promise<Response> {
  const stored = await load(c, form)
  if (!stored && form.reference !== undefined && !form.mayBeAbsent) return notFound(c)
  const values = stored ? form.valuesOf(stored.facts, stored.version) : new Map<string, string>()
  return page(c, form, { values, errors: {} }, 200)
}

async function saveForm<Facts extends object, Reference>(
  c: OfficeContext,
  form: ProgrammeForm<Facts, Reference>,
): Promise<Response> {
  const { world, now, member, setting } = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const stored = await load(c, form)
  if (!stored && form.reference !== undefined && !form.mayBeAbsent) return notFound(c)
  const { typed, troubles } = readPlainForm(form.fields, values)
  const errors = { ...form.check?.(typed), ...errorsFrom(troubles, setting.language) }
  if (Object.keys(errors).length > 0) return page(c, form, { values, errors }, 422)
  const { reference, facts } = form.make(typed)
  const version = values.get('version') ?? ''
  const { committed } = await world.table.commit([
    stored ? form.shelf.replace({ ...stored, version }, facts) : form.shelf.create(reference, facts),
    auditEntry(
      { now, newId: world.newId },
      { who: member.email, deed: form.deed, about: String(reference ?? '') },
    ),
  ])
  if (committed) return goTo(c, '/office/programme', 'saved')
  const present = await load(c, form)
  const kept = new Map([...values, ['version', present?.version ?? '']] as [string, string][])
  const refusal = officeText[setting.language].changedMeanwhile
  return page(c, form, { values: kept, errors: {}, refusal }, 409)
}

function page<Facts extends object, Reference>(
  c: OfficeContext,
  form: ProgrammeForm<Facts, Reference>,
  shown: { values: Values; errors: FieldErrors; refusal?: string },
  status: 200 | 409 | 422,
) {
  const visit = c.get('visit')
  const back = {
    path: '/office/programme',
    label: officeHouseText[visit.setting.language].programme.title,
  }
  return c.html(
    <OfficePage visit={visit} area="programme" title={form.title} path={form.path} back={back}>
      {form.hint && <p>{form.hint}</p>}
      <PlainForm visit={visit} action={form.path} fields={form.fields} {...shown} />
      {form.below}
    </OfficePage>,
    status,
  )
}

async function removeAssociation(c: OfficeContext, id: string): Promise<Response> {
  const { world, now, member } = c.get('visit')
  const stored = await associationShelf.read(world.table, id)
  // Removing twice is fine.
  if (stored)
    await world.table.commit([
      associationShelf.remove(stored),
      auditEntry({ now, newId: world.newId }, { who: member.email, deed: 'remove-association', about: id }),
    ])
  return goTo(c, '/office/programme', 'removed')
}
