import { Hono } from 'hono'
import type { Result } from '../../../functions/kernel/result.ts'
import {
  associationShelf,
  organisationShelf,
  phaseShelf,
} from '../../../functions/programme/programme.table.ts'
import { removeAssociation } from '../../../functions/programme/remove-association.ts'
import { saveAssociation } from '../../../functions/programme/save-association.ts'
import { saveOrganisation } from '../../../functions/programme/save-organisation.ts'
import { savePhase } from '../../../functions/programme/save-phase.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { officeHouseText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { errorsFrom, type PlainField, readPlainForm } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
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
import { ProgrammeFormPage, ProgrammePage } from './programme-page.tsx'

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
  door.post('/office/programme/associations/:id/remove', (c) => remove(c, c.req.param('id')))

  return door
}

/** A thing of the programme as a form: what it asks, what it shows, and the verb that saves it. */
type ProgrammeForm = {
  title: string
  hint?: string
  path: string
  fields: PlainField[]
  /** What the form shows at first; undefined where there is no such thing. */
  load(): Promise<Values | undefined>
  check?(typed: Record<string, string>): FieldErrors
  save(
    typed: Record<string, string>,
    version: string,
  ): Promise<Result<unknown, { code: 'unknown' | 'changed-meanwhile' }>>
  /** A member that can be taken off the list. */
  removableId?: string
}

type Loaded<Facts> = { facts: Facts; version: string } | undefined
const valuesOf = <Facts,>(stored: Loaded<Facts>, write: (facts: Facts, version: string) => Values) =>
  stored && write(stored.facts, stored.version)

const emptyForm: Values = new Map()

function organisationForm(c: OfficeContext): ProgrammeForm {
  const visit = c.get('visit')
  const { language } = visit.setting
  const text = officeHouseText[language].programme
  return {
    title: text.organisation,
    hint: text.organisationHint,
    path: '/office/programme/organisation',
    fields: organisationFields(language),
    // It is there once, and created when it is saved first.
    load: async () =>
      valuesOf(await organisationShelf.read(visit.world.table, null), organisationValues) ?? emptyForm,
    save: (typed, version) =>
      saveOrganisation(noting(visit, { deed: 'set-organisation' }), {
        version,
        organisation: organisationFrom(typed),
      }),
  }
}

function phaseForm(c: OfficeContext, id: string): ProgrammeForm {
  const visit = c.get('visit')
  const text = officeHouseText[visit.setting.language].programme
  const isNew = id === 'new'
  return {
    title: isNew ? text.newPhase : text.editPhase,
    path: `/office/programme/phases/${id}`,
    fields: phaseFields(visit.setting.language),
    load: async () =>
      isNew ? emptyForm : valuesOf(await phaseShelf.read(visit.world.table, id), phaseValues),
    check: ({ from = '', until = '' }): FieldErrors => (until < from ? { until: text.endsBeforeStart } : {}),
    save: (typed, version) => {
      const phase = phaseFrom(isNew ? visit.world.newId('phase') : id, typed)
      const world = noting(visit, { deed: 'save-phase', about: phase.id })
      return savePhase(world, { version: isNew ? null : version, phase })
    },
  }
}

function associationForm(c: OfficeContext, id: string): ProgrammeForm {
  const visit = c.get('visit')
  const text = officeHouseText[visit.setting.language].programme
  const isNew = id === 'new'
  return {
    title: isNew ? text.newAssociation : text.editAssociation,
    path: `/office/programme/associations/${id}`,
    fields: associationFields(visit.setting.language),
    load: async () =>
      isNew ? emptyForm : valuesOf(await associationShelf.read(visit.world.table, id), associationValues),
    save: (typed, version) => {
      const association = associationFrom(isNew ? visit.world.newId('org') : id, typed)
      const world = noting(visit, { deed: 'save-association', about: association.id })
      return saveAssociation(world, { version: isNew ? null : version, association })
    },
    ...(!isNew && { removableId: id }),
  }
}

async function showForm(c: OfficeContext, form: ProgrammeForm): Promise<Response> {
  const values = await form.load()
  return values ? page(c, form, { values, errors: {} }, 200) : notFound(c)
}

async function saveForm(c: OfficeContext, form: ProgrammeForm): Promise<Response> {
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (!(await form.load())) return notFound(c)
  if (values.has(leftLanguage)) return page(c, form, { values, errors: {} }, 200)
  const { typed, troubles } = readPlainForm(form.fields, values)
  const errors = { ...form.check?.(typed), ...errorsFrom(troubles, c.get('visit').setting.language) }
  if (Object.keys(errors).length > 0) return page(c, form, { values, errors }, 422)
  const saved = await form.save(typed, values.get('version') ?? '')
  if (saved.ok) return goTo(c, '/office/programme', 'saved')
  return saved.refusal.code === 'unknown' ? notFound(c) : changedMeanwhile(c, form, values)
}

/** Whoever saves a second time has been told, so the form now carries the version that is there. */
async function changedMeanwhile(c: OfficeContext, form: ProgrammeForm, typed?: Values): Promise<Response> {
  const present = await form.load()
  if (!present) return notFound(c)
  const values = new Map([
    ...(typed ?? present),
    ['version', present.get('version') ?? ''] as [string, string],
  ])
  const refusal = officeText[c.get('visit').setting.language].changedMeanwhile
  return page(c, form, { values, errors: {}, refusal }, 409)
}

const page = (
  c: OfficeContext,
  form: ProgrammeForm,
  shown: { values: Values; errors: FieldErrors; refusal?: string },
  status: 200 | 409 | 422,
) => c.html(<ProgrammeFormPage visit={c.get('visit')} form={form} {...shown} />, status)

async function remove(c: OfficeContext, id: string): Promise<Response> {
  const world = noting(c.get('visit'), { deed: 'remove-association', about: id })
  const removed = await removeAssociation(world, id)
  return removed.ok ? goTo(c, '/office/programme', 'removed') : changedMeanwhile(c, associationForm(c, id))
}
