import { listEnrollments } from '../../enrollment/enrollment.table.ts'
import { attends, type Enrollment, hasSeat } from '../../enrollment/enrollment.ts'
import { fingerprint } from '../../kernel/secret.ts'
import type { ReadingTable } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { readFile } from '../../mail/file.table.ts'
import type { Seminar, Session } from '../../seminar/seminar.ts'
import { listNotices } from '../attendance.table.ts'
import type { Attendance } from '../attendance.ts'
import { minutesPresent, type Presence } from '../minutes.ts'
import type { ImportDraft } from './attendance-import.ts'
import type { Mapping } from './columns.ts'
import type { FoundTable } from './find-table.ts'
import { readImportProfile } from './import.table.ts'
import type { ReadList } from './listed.ts'
import { type FoundBy, type Listed, listedIn, type Match, matchPeople } from './match-people.ts'
import { headingsMark, isEnough, openList, readOpened, withinTable } from './read-list.ts'

/** Somebody of ours on the list: by which entries, what was known before, and what will be. */
export type PlannedPerson = {
  person: Enrollment
  entries: { listed: Listed; by: FoundBy }[]
  before: Presence
  after: Presence
}

/** Somebody of the list who was not found; `mark` stands for them in the form. */
export type OpenEntry = { listed: Listed; mark: string; maybe: string[] }

/** What taking a list over would do. It follows from the list, the people and what is known, and changes nothing. */
export type ImportPlan = {
  draft: ImportDraft
  /** The table and what its columns mean; absent where the file has no columns. */
  table: FoundTable | undefined
  mapping: Mapping
  headings: string
  list: ReadList
  people: PlannedPerson[]
  open: OpenEntry[]
  /** Of whom a person said that they are none of ours. */
  nobody: OpenEntry[]
  notices: Attendance[]
  /** Everybody who is expected, to choose from. */
  everybody: Enrollment[]
  /** What stands for each entry of the list in the form, by its key. */
  marks: ReadonlyMap<string, string>
  /** Stands for all that will be stored, so that it shows when something is different by then. */
  mark: string
}

type Subject = { draft: ImportDraft; seminar: Seminar; session: Session; now: Instant }

/** Works it out; undefined where the file is gone. */
export async function planImport(table: ReadingTable, subject: Subject): Promise<ImportPlan | undefined> {
  const { draft, seminar, session, now } = subject
  const bytes = await readFile(table, draft.file)
  const opened = bytes && openList(bytes, session)
  if (!opened?.ok) return undefined
  const found = opened.value.is === 'table' ? opened.value.table : undefined
  const [profile, stored, known] = await Promise.all([
    readImportProfile(table, seminar.id, now),
    listEnrollments(table, seminar.id),
    listNotices(table, session.id),
  ])
  const everybody = stored.map(({ facts }) => facts).filter((person) => isExpected(person, session))
  const headings = found ? await fingerprint(headingsMark(found)) : ''
  const mapping = mappingOf(found, draft.mapping ?? profile.mappings[headings])
  const list = readOpened(opened.value, mapping, { session, zone: seminar.zone })
  const listed = listedIn(list.rows)
  const marks = await marksOf(seminar.id, listed)
  const decided = { ...profile.decided, ...draft.decided }
  const matches = matchPeople(listed, everybody, decisionsFor(marks, decided))
  const notices = noticesOf(matches, draft, marks)
  return {
    ...{ draft, table: found, mapping, headings, list, notices, everybody, marks },
    people: plannedPeople(matches, notices, { everybody, known, session }),
    open: matches.flatMap((match) => (match.is === 'open' ? [entryOf(match, marks)] : [])),
    nobody: matches.flatMap((match) => (match.is === 'nobody' ? [entryOf(match, marks)] : [])),
    mark: await fingerprint(JSON.stringify(notices)),
  }
}

const isExpected = (person: Enrollment, session: Session): boolean =>
  person.state === 'confirmed' && hasSeat(person) && attends(person, session.id)

/** A mapping of other headings may point beyond the table. */
function mappingOf(table: FoundTable | undefined, said: Mapping | undefined): Mapping {
  if (!table) return {}
  const mapping = said && withinTable(said, table)
  return mapping && isEnough(mapping) ? mapping : table.mapping
}

/** Whether a person has to say what the columns mean: of a program's own list and of a known table nobody is asked. */
export const needsColumns = ({ table, mapping, draft }: ImportPlan, isRemembered: boolean): boolean =>
  table !== undefined && !draft.mapping && !isRemembered && (table.format === 'table' || !isEnough(mapping))

async function marksOf(seminarId: string, listed: readonly Listed[]): Promise<Map<string, string>> {
  const marks = await Promise.all(
    listed.map(async ({ key }) => [key, (await fingerprint(`${seminarId}|${key}`)).slice(0, 22)] as const),
  )
  return new Map(marks)
}

const decisionsFor = (
  marks: ReadonlyMap<string, string>,
  decided: Readonly<Record<string, string>>,
): Map<string, string> =>
  new Map([...marks].flatMap(([key, mark]) => (decided[mark] ? [[key, decided[mark]] as const] : [])))

const markIn = (marks: ReadonlyMap<string, string>, { key }: Listed): string => marks.get(key) ?? ''

const entryOf = (match: Match, marks: ReadonlyMap<string, string>): OpenEntry => ({
  listed: match.listed,
  mark: markIn(marks, match.listed),
  maybe: match.is === 'open' ? match.maybe : [],
})

function noticesOf(
  matches: readonly Match[],
  { id: importId, sessionId, at }: ImportDraft,
  marks: ReadonlyMap<string, string>,
): Attendance[] {
  return matches.flatMap((match): Attendance[] => {
    if (match.is !== 'found') return []
    const { listed, person: enrollmentId } = match
    const about = { sessionId, enrollmentId }
    const common = { source: 'file' as const, importId }
    // The same entry on another list is the same device.
    const device = `list-${markIn(marks, listed).slice(0, 10)}`
    const present = listed.rows.flatMap(({ row, times }): Attendance[] =>
      times
        ? [{ ...about, notice: { id: `${importId}.${row}`, kind: 'present', device, ...times, ...common } }]
        : [],
    )
    const minutes = listed.rows.reduce((sum, row) => sum + (row.minutes ?? 0), 0)
    const id = `${importId}.${listed.rows[0]?.row ?? 0}c`
    const counted = listed.rows.some((row) => row.minutes !== undefined)
    return counted
      ? [...present, { ...about, notice: { id, kind: 'counted', minutes, at, ...common } }]
      : present
  })
}

function plannedPeople(
  matches: readonly Match[],
  notices: readonly Attendance[],
  { everybody, known, session }: PlanFacts,
): PlannedPerson[] {
  const found = Map.groupBy(
    matches.flatMap((match) => (match.is === 'found' ? [match] : [])),
    ({ person }) => person,
  )
  const fresh = Map.groupBy(notices, ({ enrollmentId }) => enrollmentId)
  return everybody
    .filter(({ id }) => found.has(id))
    .map((person) => {
      const before = known.get(person.id) ?? []
      const added = (fresh.get(person.id) ?? []).map(({ notice }) => notice)
      return {
        person,
        entries: (found.get(person.id) ?? []).map(({ listed, by }) => ({ listed, by })),
        before: minutesPresent(before, session),
        after: minutesPresent([...before, ...added], session),
      }
    })
}

type PlanFacts = {
  everybody: readonly Enrollment[]
  known: Awaited<ReturnType<typeof listNotices>>
  session: Session
}
