import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf, type Write } from '../../kernel/table.ts'
import { day, type Instant, later } from '../../kernel/time.ts'
import { type Attendance, attendanceSchema } from '../attendance.ts'
import {
  type AttendanceImport,
  attendanceImportSchema,
  type ImportDraft,
  type ImportProfile,
  importDraftSchema,
  importProfileSchema,
} from './attendance-import.ts'

/** Names a list that was brought for a session. */
export type ImportName = { sessionId: string; importId: string }

export const importShelf = shelf<AttendanceImport, ImportName>({
  table: 'people',
  kind: 'attendance-import',
  schema: attendanceImportSchema,
  key: ({ sessionId, importId }) => ({ pk: `attendance-imports#${sessionId}`, sk: importId }),
})

/** The lists that were taken over into a session, the latest first. */
export const listImports = async (
  table: ReadingTable,
  sessionId: string,
): Promise<Stored<AttendanceImport>[]> =>
  (await table.list('people', `attendance-imports#${sessionId}`))
    .map(importShelf.decode)
    .sort((a, b) => (a.facts.at < b.facts.at ? 1 : -1))

/** The lists of a session whose notices do not count: not all there yet, or taken back. */
export const listsThatDoNotCount = async (
  table: ReadingTable,
  sessionId: string,
): Promise<ReadonlySet<string>> =>
  new Set(
    (await listImports(table, sessionId)).flatMap(({ facts }) =>
      facts.state === 'stored' ? [] : [facts.id],
    ),
  )

export const importDraftShelf = shelf<ImportDraft, ImportName>({
  table: 'outbox',
  kind: 'import-draft',
  schema: importDraftSchema,
  key: ({ sessionId, importId }) => ({ pk: `import-draft#${sessionId}`, sk: importId }),
})

/** All lists that were brought for a session and are still stored, whether they are good or not. */
export const listImportDrafts = async (
  table: ReadingTable,
  sessionId: string,
): Promise<Stored<ImportDraft>[]> =>
  (await table.list('outbox', `import-draft#${sessionId}`)).map(importDraftShelf.decode)

/** The draft of that name, while it is good. */
export async function readImportDraft(
  table: ReadingTable,
  name: ImportName,
  now: Instant,
): Promise<Stored<ImportDraft> | undefined> {
  const stored = await importDraftShelf.read(table, name)
  return stored && now < stored.facts.until ? stored : undefined
}

export const importProfileShelf = shelf<ImportProfile, string>({
  table: 'outbox',
  kind: 'import-profile',
  schema: importProfileSchema,
  key: (seminarId) => ({ pk: `import-profile#${seminarId}`, sk: 'profile' }),
})

/** What was learned so far; nothing where it is past its time. */
export async function readImportProfile(
  table: ReadingTable,
  seminarId: string,
  now: Instant,
): Promise<Pick<ImportProfile, 'mappings' | 'decided'>> {
  const facts = (await importProfileShelf.read(table, seminarId))?.facts
  return facts && now < facts.until ? facts : { mappings: {}, decided: {} }
}

/** The write by which a profile is remembered, until its own end. */
export async function profileWrite(
  table: ReadingTable,
  seminarId: string,
  profile: ImportProfile,
): Promise<Write> {
  const known = await importProfileShelf.read(table, seminarId)
  return known
    ? importProfileShelf.replace(known, profile, { expires: profile.until })
    : importProfileShelf.create(seminarId, profile, { expires: profile.until })
}

/** Notices of ours that wait to be written; nobody else stands here. */
type Lot = { notices: Attendance[] }
type LotName = { importId: string; mark: string; lot: number }

export const noticeLotShelf = shelf<Lot, LotName>({
  table: 'outbox',
  kind: 'import-lot',
  schema: v.object({ notices: v.array(attendanceSchema) }),
  key: ({ importId, mark, lot }) => ({
    pk: `import-lot#${importId}#${mark}`,
    sk: String(lot).padStart(4, '0'),
  }),
})

/** With the record of the list, so many can be written in one commit. */
export const lotSize = 90
const lotsKeptDays = 30

/** The writes that let notices wait, one lot each; the same notices always make the same lots. */
export const lotWrites = (
  name: Omit<LotName, 'lot'>,
  notices: readonly Attendance[],
  now: Instant,
): Write[] =>
  Array.from({ length: Math.ceil(notices.length / lotSize) }, (_, lot) =>
    noticeLotShelf.create(
      { ...name, lot },
      { notices: notices.slice(lot * lotSize, (lot + 1) * lotSize) },
      { expires: later(now, lotsKeptDays * day) },
    ),
  )
