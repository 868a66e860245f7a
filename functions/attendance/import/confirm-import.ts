import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { dueNow } from '../../seminar/due-of-seminar.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, type Seminar } from '../../seminar/seminar.ts'
import { readSettledList, whileUnsettled } from '../list/confirmed-list.table.ts'
import { noticeWrite } from '../record.ts'
import { type AttendanceRefusal, issueWrites, mayWriteAttendance } from '../write-attendance.ts'
import {
  type AttendanceImport,
  type ImportDraft,
  type ImportState,
  withLearned,
} from './attendance-import.ts'
import {
  importShelf,
  listImports,
  lotWrites,
  profileWrite,
  readImportDraft,
  readImportProfile,
} from './import.table.ts'
import { forgetDraftWrites } from './keep-list.ts'
import { type ImportPlan, planImport } from './plan-import.ts'

/**
 * gone: the list was kept for a day and is not there any more · changed-meanwhile: it would not do what the page
 * showed · already-imported: this very file counts already · nobody: no minute of anybody would follow
 */
export type ImportRefusal = {
  code: AttendanceRefusal['code'] | 'gone' | 'changed-meanwhile' | 'already-imported' | 'nobody'
}

type World = { table: Table; now: Instant; also?: readonly Write[] }

/** Takes over what the page showed; `mark` stands for that. */
export type ConfirmCommand = {
  seminarId: string
  sessionId: string
  importId: string
  mark: string
  by: string
}

/** So many notices are written with everything else in one commit; longer lists are written by the clock. */
export const mostAtOnce = 70

/** A list is taken over, once however often it is asked for. The file and all strangers on it are gone with that. */
export async function confirmImport(
  world: World,
  command: ConfirmCommand,
): Promise<Result<AttendanceImport, ImportRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await importShelf.read(world.table, command)
    if (before) return accept(before.facts)
    const ready = await makeReady(world, command)
    if (!ready.ok) return ready
    const { plan, draft, seminar } = ready.value
    const record = recordOf(plan, command, world.now)
    if (record.state === 'storing') await storeLots(world, plan)
    const outcome = await world.table.commit([
      importShelf.create(command, record),
      ...(await effectOf(world, { record, plan, seminar })),
      await learnedWrite(world, plan),
      ...(await forgetDraftWrites(world.table, draft)),
      ...(world.also ?? []),
    ])
    if (outcome.committed) return accept(record)
    // Somebody else confirmed it, settled the list, or learned something in this moment: it is looked at again.
  }
  throw new TableBusy('the list kept changing')
}

type Ready = { plan: ImportPlan; draft: Stored<ImportDraft>; seminar: Seminar }

async function makeReady(
  { table, now }: World,
  { seminarId, sessionId, importId, mark }: ConfirmCommand,
): Promise<Result<Ready, ImportRefusal>> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  const code = mayWriteAttendance(seminar, session, now)
  if (code) return refuse({ code })
  if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
  const draft = await readImportDraft(table, { sessionId, importId }, now)
  const plan = draft && (await planImport(table, { draft: draft.facts, seminar, session, now }))
  if (!plan) return refuse({ code: 'gone' })
  if (await isTakenOver(table, draft.facts)) return refuse({ code: 'already-imported' })
  if (plan.mark !== mark) return refuse({ code: 'changed-meanwhile' })
  return plan.notices.length === 0 ? refuse({ code: 'nobody' }) : accept({ plan, draft, seminar })
}

const counts: Record<ImportState, boolean> = { storing: true, stored: true, withdrawn: false, locked: false }

/** Whether this very file counts in the session already, under whatever name it was brought. */
export const isTakenOver = async (table: Table, { sessionId, fileMark }: ImportDraft): Promise<boolean> =>
  (await listImports(table, sessionId)).some(
    ({ facts }) => counts[facts.state] && facts.fileMark === fileMark,
  )

function recordOf(
  { draft, list, people, open, nobody, notices, mark }: ImportPlan,
  { by }: ConfirmCommand,
  now: Instant,
): AttendanceImport {
  const { id, seminarId, sessionId, fileMark } = draft
  const isLong = notices.length > mostAtOnce
  return {
    ...{ id, seminarId, sessionId, fileMark, at: now, by, format: list.format },
    state: isLong ? 'storing' : 'stored',
    people: people.length,
    leftOut: open.length + nobody.length,
    rejected: list.rejects.length,
    notices: notices.length,
    written: isLong ? 0 : notices.length,
    lots: { mark, done: 0 },
    withdrawn: null,
  }
}

/** They wait beside the outbox; a lot that is there already is the same one. */
async function storeLots({ table, now }: World, { draft, mark, notices }: ImportPlan): Promise<void> {
  for (const lot of lotWrites({ importId: draft.id, mark }, notices, now)) await table.commit([lot])
}

type Effect = { record: AttendanceImport; plan: ImportPlan; seminar: Seminar }

const effectOf = async ({ table, now }: World, { record, plan, seminar }: Effect): Promise<Write[]> => {
  const { seminarId, sessionId } = record
  if (record.state === 'storing')
    return [await dueNow(table, { task: 'import-attendance', seminarId, sessionId }, now)]
  return [
    ...plan.notices.map(noticeWrite),
    whileUnsettled(sessionId),
    ...(await issueWrites(table, seminar, now)),
  ]
}

/** What a person said of this list is known on the next one. */
async function learnedWrite({ table, now }: World, { draft, mapping, headings }: ImportPlan): Promise<Write> {
  const learned = {
    mappings: headings === '' ? {} : { [headings]: mapping },
    decided: draft.decided,
  }
  const known = await readImportProfile(table, draft.seminarId, now)
  return profileWrite(table, draft.seminarId, withLearned(known, learned, now))
}
