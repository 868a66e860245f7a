import { base64 } from '../../kernel/encoding.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint, type NewId } from '../../kernel/secret.ts'
import { type Stored, type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { forgetFileWrites, storeFile } from '../../mail/file.table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession } from '../../seminar/seminar.ts'
import { readSettledList } from '../list/confirmed-list.table.ts'
import { type AttendanceRefusal, mayWriteAttendance } from '../write-attendance.ts'
import { draftGoodUntil, type ImportDraft } from './attendance-import.ts'
import type { Mapping } from './columns.ts'
import { type ImportName, importDraftShelf, listImportDrafts, readImportDraft } from './import.table.ts'
import { type ListTrouble, openList } from './read-list.ts'

type World = { table: Table; now: Instant; newId: NewId }

/** A list is brought for a session. It is kept for a day at most, so that it can be looked at before it counts. */
export async function keepList(
  { table, now, newId }: World,
  { seminarId, sessionId, bytes }: { seminarId: string; sessionId: string; bytes: Uint8Array },
): Promise<Result<ImportDraft, AttendanceRefusal | ListTrouble>> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  const session = seminar && findSession(seminar, sessionId)
  if (!session) return refuse({ code: 'unknown' })
  const code = mayWriteAttendance(seminar, session, now)
  if (code) return refuse({ code })
  if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
  const opened = openList(bytes, session)
  if (!opened.ok) return opened
  const id = newId('imp')
  const draft: ImportDraft = {
    ...{ id, seminarId, sessionId, at: now, until: draftGoodUntil(now) },
    file: { id, filename: 'list', contentType: 'application/octet-stream', size: bytes.length },
    fileMark: await fingerprint(`${sessionId}|${base64(bytes)}`),
    decided: {},
  }
  await storeFile(table, { id, bytes, expires: draft.until })
  await table.commit([importDraftShelf.create({ sessionId, importId: id }, draft, { expires: draft.until })])
  return accept(draft)
}

/** What a person says of a list before it counts: what its columns mean, and who somebody is. */
export type ListChange = { mapping?: Mapping; decided?: Record<string, string> }

/** No more people are told apart by hand on one list. */
const mostDecided = 3_000

/** Keeps it; false where the list is gone. */
export async function changeDraft(
  { table, now }: Pick<World, 'table' | 'now'>,
  name: ImportName,
  { mapping, decided = {} }: ListChange,
): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const draft = await readImportDraft(table, name, now)
    if (!draft) return false
    const all = { ...draft.facts.decided, ...decided }
    const facts: ImportDraft = {
      ...draft.facts,
      ...(mapping && { mapping }),
      decided: Object.fromEntries(Object.entries(all).slice(-mostDecided)),
    }
    const write = importDraftShelf.replace(draft, facts, { expires: facts.until })
    if ((await table.commit([write])).committed) return true
  }
  throw new TableBusy('the list kept changing')
}

/** The list is thrown away at once, with the file. */
export async function discardList(
  { table, now }: Pick<World, 'table' | 'now'>,
  name: ImportName,
): Promise<void> {
  const draft = await readImportDraft(table, name, now)
  if (draft) await emptyDraft({ table, now }, draft)
}

/**
 * All lists that wait for a session are thrown away: somebody who has had themself erased may stand on them. Also those
 * that are past their day, because the table removes them only some time later.
 */
export async function discardLists(world: Pick<World, 'table' | 'now'>, sessionId: string): Promise<void> {
  for (const draft of await listImportDrafts(world.table, sessionId)) await emptyDraft(world, draft)
}

/** A commit needs a written thing: what was said of the list is emptied, and the file goes with that. */
async function emptyDraft(
  { table, now }: Pick<World, 'table' | 'now'>,
  draft: Stored<ImportDraft>,
): Promise<void> {
  await table.commit([
    importDraftShelf.replace(draft, { ...draft.facts, until: now, decided: {} }, { expires: now }),
    ...(await forgetFileWrites(table, draft.facts.file)),
  ])
}

/** The writes that throw a list away in the commit in which it was taken over. */
export const forgetDraftWrites = async (table: Table, draft: Stored<ImportDraft>) => [
  importDraftShelf.remove(draft),
  ...(await forgetFileWrites(table, draft.facts.file)),
]
