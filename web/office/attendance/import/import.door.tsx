import { Hono } from 'hono'
import { confirmImport } from '../../../../functions/attendance/import/confirm-import.ts'
import {
  importShelf,
  listImports,
  readImportDraft,
  readImportProfile,
} from '../../../../functions/attendance/import/import.table.ts'
import { changeDraft, discardList, keepList } from '../../../../functions/attendance/import/keep-list.ts'
import {
  type ImportPlan,
  needsColumns,
  planImport,
} from '../../../../functions/attendance/import/plan-import.ts'
import { mostListBytes } from '../../../../functions/attendance/import/read-list.ts'
import { takeBackImport } from '../../../../functions/attendance/import/take-back-import.ts'
import { readSettledList } from '../../../../functions/attendance/list/confirmed-list.table.ts'
import { findSession } from '../../../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../../../parts/form.tsx'
import { leftLanguage } from '../../../parts/language-switch.tsx'
import { readForm } from '../../../parts/read-form.ts'
import type { ImportTrouble } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import type { Values } from '../../field-reader.ts'
import { findSeminar } from '../../find-seminar.ts'
import { readFiles } from '../../read-files.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../../visit.ts'
import { attendancePath } from '../attendance-list.ts'
import { ImportCheckPage } from './import-check-page.tsx'
import { ImportColumnsPage, readColumns } from './import-columns-page.tsx'
import type { ImportPlace } from './import-frame.tsx'
import { ImportPage } from './import-page.tsx'
import { importDraftPath, importPath } from './import-path.ts'
import { mostChoices } from './import-people.tsx'

/** A file of the largest size, and what a form puts around it. */
export const attendanceListBytes = mostListBytes + 16 * 1024
/** A choice for each person shown, and the language that was left. */
const peopleKeys = { keys: 2 * mostChoices + 1 }

/** Attendance from a file: bring it, say what its columns mean and who is who, see what would follow, confirm. */
export function importDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/attendance/:sessionId/import'
  const draft = `${path}/:draft{imp_[a-z0-9]+}`
  door.use(path, only('write-attendance'))
  door.use(`${path}/*`, only('write-attendance'))
  door.get(path, (c) => atPlace(c, (place) => show(c, place, {})))
  door.post(path, (c) => atPlace(c, (place) => bring(c, place)))
  door.get(draft, (c) => withPlan(c, (place, plan) => check(c, place, plan)))
  door.get(`${draft}/columns`, (c) => withPlan(c, (place, plan) => askColumns(c, place, plan)))
  door.post(`${draft}/columns`, (c) => withPlan(c, (place, plan) => nameColumns(c, place, plan)))
  door.post(`${draft}/people`, (c) => withPlan(c, (_, plan) => choosePeople(c, plan)))
  door.post(`${draft}/confirm`, (c) => atPlace(c, (place) => confirm(c, place)))
  door.post(`${draft}/discard`, (c) => atPlace(c, (place) => discard(c, place)))
  door.post(`${draft}/take-back`, (c) => atPlace(c, (place) => takeBack(c, place)))
  return door
}

type Answer = Response | Promise<Response>

async function atPlace(c: OfficeContext, then: (place: ImportPlace) => Answer): Promise<Response> {
  const stored = await findSeminar(c.get('visit'), c.req.param('id') ?? '')
  const session = stored && findSession(stored.facts, c.req.param('sessionId') ?? '')
  return session ? then({ seminar: stored.facts, session }) : notFound(c)
}

const draftName = (c: OfficeContext, { session }: ImportPlace) => ({
  sessionId: session.id,
  importId: c.req.param('draft') ?? '',
})

/** A list that was taken over leads to what became of it; one that is gone to where lists are brought. */
const withPlan = (
  c: OfficeContext,
  then: (place: ImportPlace, plan: ImportPlan) => Answer,
): Promise<Response> =>
  atPlace(c, async (place) => {
    const { world } = c.get('visit')
    const name = draftName(c, place)
    if (await importShelf.read(world.table, name))
      return goTo(c, importPath(place.seminar.id, place.session.id))
    const plan = await readPlan(c, place, name)
    return plan ? then(place, plan) : show(c, place, { refusal: 'gone', status: 404 })
  })

async function readPlan(c: OfficeContext, place: ImportPlace, name: ReturnType<typeof draftName>) {
  const { world, now } = c.get('visit')
  const draft = await readImportDraft(world.table, name, now)
  return draft && planImport(world.table, { draft: draft.facts, ...place, now })
}

type Shown = { errors?: FieldErrors; refusal?: ImportTrouble; status?: 200 | 404 | 409 | 422 }

async function show(
  c: OfficeContext,
  place: ImportPlace,
  { status = 200, ...shown }: Shown,
): Promise<Response> {
  const visit = c.get('visit')
  const [imports, settled] = await Promise.all([
    listImports(visit.world.table, place.session.id),
    readSettledList(visit.world.table, place.session.id),
  ])
  return c.html(
    <ImportPage
      {...{ visit, ...place, ...shown }}
      imports={imports.map(({ facts }) => facts)}
      settled={settled !== undefined}
      done={status === 200 ? c.req.query('done') : undefined}
    />,
    status,
  )
}

const statusOf = (code: ImportTrouble): 404 | 409 => (code === 'unknown' || code === 'gone' ? 404 : 409)
/** What is wrong with the file itself is said at its field. */
const isAboutFile = (code: ImportTrouble): boolean => ['unreadable', 'empty', 'too-many'].includes(code)

async function bring(c: OfficeContext, place: ImportPlace): Promise<Response> {
  const { world, now, setting } = c.get('visit')
  const text = attendanceImportText[setting.language]
  const form = await readFiles(c, { bytes: attendanceListBytes, keys: 5, field: 'file' })
  if (form instanceof Response) return form
  const [file] = form.files
  if (!file || form.files.length > 1) return show(c, place, { errors: { file: text.noFile }, status: 422 })
  const kept = await keepList(
    { table: world.table, now, newId: world.newId },
    { seminarId: place.seminar.id, sessionId: place.session.id, bytes: file.bytes },
  )
  if (kept.ok) return goOn(c, place, kept.value.id)
  const { code } = kept.refusal
  return isAboutFile(code)
    ? show(c, place, { errors: { file: text.troubles[code] }, status: 422 })
    : show(c, place, { refusal: code, status: statusOf(code) })
}

/** To the columns, where nobody has said yet what they mean; else to what would follow. */
async function goOn(c: OfficeContext, place: ImportPlace, importId: string): Promise<Response> {
  const { world, now } = c.get('visit')
  const plan = await readPlan(c, place, { sessionId: place.session.id, importId })
  if (!plan) return show(c, place, { refusal: 'gone', status: 404 })
  const { mappings } = await readImportProfile(world.table, place.seminar.id, now)
  const asks = needsColumns(plan, Object.hasOwn(mappings, plan.headings))
  return goTo(c, importDraftPath(plan.draft, asks ? '/columns' : ''))
}

const check = (c: OfficeContext, place: ImportPlace, plan: ImportPlan, refusal?: ImportTrouble): Answer =>
  c.html(
    <ImportCheckPage {...{ visit: c.get('visit'), ...place, plan, refusal }} done={c.req.query('done')} />,
    refusal ? statusOf(refusal) : 200,
  )

type Wrong = { errors: FieldErrors; values: Values }

const askColumns = (c: OfficeContext, place: ImportPlace, plan: ImportPlan, wrong?: Wrong): Answer =>
  plan.table
    ? c.html(
        <ImportColumnsPage {...{ visit: c.get('visit'), ...place, plan, ...wrong }} />,
        wrong && Object.keys(wrong.errors).length > 0 ? 422 : 200,
      )
    : goTo(c, importDraftPath(plan.draft))

async function nameColumns(c: OfficeContext, place: ImportPlace, plan: ImportPlan): Promise<Response> {
  const { world, now, setting } = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (!plan.table || values.has(leftLanguage)) return askColumns(c, place, plan, { errors: {}, values })
  const { mapping, errors } = readColumns(values, plan.table, attendanceImportText[setting.language])
  if (Object.keys(errors).length > 0) return askColumns(c, place, plan, { errors, values })
  await changeDraft({ table: world.table, now }, draftName(c, place), { mapping })
  return goTo(c, importDraftPath(plan.draft))
}

/** Also what was chosen before the language was left is kept. */
async function choosePeople(c: OfficeContext, { draft }: ImportPlan): Promise<Response> {
  const { world, now } = c.get('visit')
  const values = await readForm(c, peopleKeys)
  if (values instanceof Response) return values
  const decided = Object.fromEntries(
    [...values].flatMap(([name, value]) => {
      const mark = /^person-([\w-]{22})$/.exec(name)?.[1]
      return mark && /^[\w-]{0,40}$/.test(value) ? [[mark, value]] : []
    }),
  )
  await changeDraft(
    { table: world.table, now },
    { sessionId: draft.sessionId, importId: draft.id },
    { decided },
  )
  return goTo(c, importDraftPath(draft), values.has(leftLanguage) ? undefined : 'saved')
}

async function confirm(c: OfficeContext, place: ImportPlace): Promise<Response> {
  const visit = c.get('visit')
  const { seminar, session } = place
  const values = await readForm(c)
  if (values instanceof Response) return values
  const name = draftName(c, place)
  const confirmed = await confirmImport(
    noting(visit, { deed: 'import-attendance', seminarId: seminar.id, about: session.id }),
    { seminarId: seminar.id, ...name, mark: values.get('mark') ?? '', by: visit.member.email },
  )
  if (confirmed.ok) {
    // Once it counts, it is looked at where all minutes stand.
    return confirmed.value.state === 'storing'
      ? goTo(c, importPath(seminar.id, session.id), 'importing')
      : goTo(c, attendancePath(seminar.id, session.id), 'imported')
  }
  const { code } = confirmed.refusal
  const plan = await readPlan(c, place, name)
  return plan ? check(c, place, plan, code) : show(c, place, { refusal: code, status: statusOf(code) })
}

async function discard(c: OfficeContext, place: ImportPlace): Promise<Response> {
  const { world, now } = c.get('visit')
  await discardList({ table: world.table, now }, draftName(c, place))
  return goTo(c, importPath(place.seminar.id, place.session.id), 'importDiscarded')
}

async function takeBack(c: OfficeContext, place: ImportPlace): Promise<Response> {
  const visit = c.get('visit')
  const { seminar, session } = place
  const taken = await takeBackImport(
    noting(visit, { deed: 'take-back-import', seminarId: seminar.id, about: session.id }),
    { seminarId: seminar.id, ...draftName(c, place), by: visit.member.email },
  )
  if (taken.ok) return goTo(c, importPath(seminar.id, session.id), 'importTakenBack')
  return show(c, place, { refusal: taken.refusal.code, status: statusOf(taken.refusal.code) })
}
