import { Hono } from 'hono'
import type { Result } from '../../../functions/kernel/result.ts'
import {
  type SaveCommand,
  type SaveRefusal,
  saveSeminar,
  seminarIdOfForm,
} from '../../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { listStaff } from '../../../functions/staff/staff.table.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { inside } from '../../parts/setting.ts'
import { officeSeminarText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { blamedField, saveRefusalStatus } from './edit-refusal.ts'
import { loadRoomChoice } from './room-choice.ts'
import { newSeminarValues, readSeminarForm, seminarValues } from './seminar-form.ts'
import { SeminarFormPage } from './seminar-form-page.tsx'
import { withMoreRows } from './session-form.ts'

/** Twelve dates of ten fields, texts in three languages, a field per member association and the rest. */
const formKeys = { keys: 370 }

/** Planning a seminar: the form, empty or filled, and what becomes of it. */
export function editSeminarDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const change = only('change-seminars')

  door.get('/office/seminars/new', change, showNew)
  door.post('/office/seminars/new', change, (c) => save(c, null))

  door.get('/office/seminars/:id/edit', change, async (c) => {
    const visit = c.get('visit')
    const stored = await seminarShelf.read(visit.world.table, c.req.param('id'))
    if (!stored) return notFound(c)
    const { facts, version } = stored
    if (facts.state === 'cancelled' || facts.state === 'completed')
      return goTo(c, `/office/seminars/${facts.id}`)
    const values = seminarValues(facts, version)
    return show(c, facts.id, { values, errors: {}, seminar: facts }, 200)
  })
  door.post('/office/seminars/:id/edit', change, (c) => save(c, c.req.param('id')))

  return door
}

/**
 * The form's id stands in its address: whoever saves and goes back in the browser gets the same form, and with it the
 * draft that it has made already.
 */
async function showNew(c: OfficeContext): Promise<Response> {
  const { world, setting } = c.get('visit')
  const formId = c.req.query('form') ?? ''
  if (!isFormId(formId))
    return c.redirect(inside(setting, `/office/seminars/new?form=${world.newId('form')}`), 303)
  const made = await seminarShelf.read(world.table, await seminarIdOfForm(formId))
  if (made) return c.redirect(inside(setting, `/office/seminars/${made.facts.id}/edit`), 303)
  return show(c, null, { values: newSeminarValues(formId), errors: {} }, 200)
}

const isFormId = (text: string): boolean => /^[\w-]{1,64}$/.test(text)

type Shown = { values: Values; errors: FieldErrors; refusal?: string; seminar?: Seminar | undefined }

async function show(
  c: OfficeContext,
  seminarId: string | null,
  { seminar, ...shown }: Shown,
  status: 200 | 404 | 409 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  const [staff, choice] = await Promise.all([listStaff(visit.world.table), loadRoomChoice(visit, seminar)])
  const trainers = staff.filter(({ facts }) => facts.role === 'trainer').map(({ facts }) => facts.name)
  return c.html(
    <SeminarFormPage
      visit={visit}
      seminarId={seminarId}
      trainers={trainers}
      choice={choice}
      state={seminar?.state}
      {...shown}
    />,
    status,
  )
}

async function save(c: OfficeContext, seminarId: string | null): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c, formKeys)
  if (values instanceof Response) return values
  const before = seminarId === null ? undefined : await seminarShelf.read(visit.world.table, seminarId)
  if (seminarId !== null && !before) return notFound(c)
  const seminar = before?.facts
  if (values.has(leftLanguage)) return show(c, seminarId, { values, errors: {}, seminar }, 200)
  if (values.has('more'))
    return show(c, seminarId, { values: withMoreRows(values), errors: {}, seminar }, 200)
  const { draft, troubles, slugProposed } = readSeminarForm(values, {
    now: visit.now,
    programme: visit.programme,
    before: seminar,
    choice: await loadRoomChoice(visit, seminar),
  })
  if (Object.keys(troubles).length > 0)
    return show(c, seminarId, { values, seminar, errors: errorsFrom(troubles, visit.setting.language) }, 422)
  const version = values.get('version') ?? ''
  const newSeminarId = await idFrom(values, visit)
  const saved = await saveUnderFreeAddress(visit, { seminarId, newSeminarId, version, draft }, slugProposed)
  if (saved.ok) return goTo(c, `/office/seminars/${saved.value.id}`, 'saved')
  return showRefusal(c, seminarId, values, saved.refusal)
}

/** A form without its id, which none of ours is, makes a seminar of its own each time. */
async function idFrom(values: Values, { world }: Visit): Promise<string> {
  const formId = values.get('form') ?? ''
  return isFormId(formId) ? seminarIdOfForm(formId) : world.newId('sem')
}

/** A field is to blame, or the whole; either way everything typed stays. */
async function showRefusal(
  c: OfficeContext,
  seminarId: string | null,
  values: Values,
  refusal: SaveRefusal,
): Promise<Response> {
  const { setting, world } = c.get('visit')
  const sentence = officeSeminarText[setting.language].saveRefusals[refusal.code]
  const status = saveRefusalStatus[refusal.code]
  const field = blamedField(refusal, values)
  const known = seminarId === null ? undefined : await seminarShelf.read(world.table, seminarId)
  if (field)
    return show(c, seminarId, { values, seminar: known?.facts, errors: { [field]: sentence } }, status)
  // What was saved before from this form is changed by saving once more.
  const id = refusal.code === 'saved-before' ? refusal.seminarId : seminarId
  // Whoever saves a second time has been told, so the form now carries the version that is there.
  const present = id === null ? undefined : await seminarShelf.read(world.table, id)
  const kept = new Map([...values, ['version', present?.version ?? '']] as [string, string][])
  return show(c, id, { values: kept, seminar: present?.facts, errors: {}, refusal: sentence }, status)
}

/** An address that we proposed ourselves gets a number where it is taken; one that was typed does not. */
async function saveUnderFreeAddress(
  visit: Visit,
  command: SaveCommand & { newSeminarId: string },
  proposed: boolean,
): Promise<Result<Seminar, SaveRefusal>> {
  const world =
    command.seminarId === null
      ? noting(visit, { deed: 'create-seminar', seminarId: command.newSeminarId })
      : noting(visit, { deed: 'edit-seminar', seminarId: command.seminarId })
  const attempt = (slug: string) => saveSeminar(world, { ...command, draft: { ...command.draft, slug } })
  let saved = await attempt(command.draft.slug)
  for (let n = 2; proposed && n <= 9 && !saved.ok && saved.refusal.code === 'slug-taken'; n++)
    saved = await attempt(`${command.draft.slug}-${n}`)
  return saved
}
