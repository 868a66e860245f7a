import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { AttendanceImport, ImportDraft } from '../../functions/attendance/import/attendance-import.ts'
import { confirmImport } from '../../functions/attendance/import/confirm-import.ts'
import { importShelf } from '../../functions/attendance/import/import.table.ts'
import { keepList } from '../../functions/attendance/import/keep-list.ts'
import { planImport } from '../../functions/attendance/import/plan-import.ts'
import { storeImports } from '../../functions/attendance/import/store-import.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { openHouse } from '../world/house.ts'

const rows = 2_000
const people = 40

/** So many rows were stored after so many milliseconds. */
type Step = { written: number; milliseconds: number }

export type ImportFigures = {
  rows: number
  readPerSecond: number
  storedPerSecond: number
  barePutsPerSecond: number
  ratio: number
  /** What somebody saw who looked at the page while the rows were being stored. */
  steps: Step[]
}

/** A list of 2,000 rows read, matched and stored on the embedded engine, beside bare PutItem one after the other. */
export async function measureImport(): Promise<ImportFigures> {
  const engine = await startDatabase({ engine: 'embedded', file: null })
  try {
    const client = openDatabase({
      region: 'eu-central-1',
      endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
    })
    await createTables(client, localTableNames)
    const place = await seatedPeople(openTable(client, localTableNames))
    const barePut = (i: number) =>
      client.send(
        new PutItemCommand({
          TableName: localTableNames.people,
          Item: { pk: { S: 'bare' }, sk: { S: String(i) }, facts: { S: 'x'.repeat(300) } },
        }),
      )
    await timed(() => eachOf(100, barePut))
    const bare = await timed(() => eachOf(rows, barePut))
    const figures = await takeOver(place)
    client.destroy()
    const barePutsPerSecond = (rows * 1_000) / bare
    return { ...figures, rows, barePutsPerSecond, ratio: figures.storedPerSecond / barePutsPerSecond }
  } finally {
    await engine.stop()
  }
}

type Place = { house: ReturnType<typeof openHouse>; seminar: Seminar; session: Session }

async function seatedPeople(table: Table): Promise<Place> {
  const house = openHouse(table)
  const seminar = await house.offer({ capacity: people })
  for (let i = 0; i < people; i++)
    await house.enrollAndConfirm(seminar, `person${i}`, { firstName: `Gülşen${i}`, lastName: 'Müller' })
  const session = seminar.sessions[1]
  if (!session) throw new Error('no session')
  house.moveTo(session.end)
  return { house, seminar, session }
}

const headings = 'Name (Originalname);E-Mail;Beitrittszeit;Zeit des Verlassens'
const two = (number: number): string => String(number).padStart(2, '0')

/** Everybody comes and goes fifty times, under a name that has to be folded. */
const longList = (): string =>
  [
    headings,
    ...Array.from({ length: rows }, (_, i) => {
      const minute = Math.floor(i / people)
      const at = `31.03.2026 18:${two(minute)}`
      return `"MUELLER, Gulsen${i % people} (Gast)";;${at}:00;${at}:40`
    }),
  ].join('\n')

async function takeOver(
  place: Place,
): Promise<Pick<ImportFigures, 'readPerSecond' | 'storedPerSecond' | 'steps'>> {
  const { house, seminar, session } = place
  const about = { seminarId: seminar.id, sessionId: session.id }
  const kept = await keepList(house.world(), { ...about, bytes: new TextEncoder().encode(longList()) })
  if (!kept.ok) throw new Error(kept.refusal.code)
  const draft = kept.value
  await planOf(place, draft)
  let mark = ''
  const read = await timed(async () => {
    mark = await planOf(place, draft)
  })
  const steps: Step[] = []
  const began = performance.now()
  const stored = await timed(async () => {
    const confirmed = await confirmImport(house.world(), { ...about, importId: draft.id, mark, by: 'k' })
    if (!confirmed.ok) throw new Error(confirmed.refusal.code)
    const look = async () => {
      const { written } = await recordOf(place, draft)
      steps.push({ written, milliseconds: performance.now() - began })
    }
    const timer = setInterval(() => void look(), 200)
    await storeImports({ table: house.table, now: house.now() }, about)
    clearInterval(timer)
    await look()
  })
  const record = await recordOf(place, draft)
  if (record.state !== 'stored' || record.written !== rows)
    throw new Error(`the figures do not count: ${record.state}, ${record.written} rows`)
  return { readPerSecond: (rows * 1_000) / read, storedPerSecond: (rows * 1_000) / stored, steps }
}

async function planOf({ house, seminar, session }: Place, draft: ImportDraft): Promise<string> {
  const plan = await planImport(house.table, { draft, seminar, session, now: house.now() })
  if (plan?.notices.length !== rows || plan.people.length !== people)
    throw new Error(`the figures do not count: ${plan?.notices.length} rows of ${plan?.people.length} people`)
  return plan.mark
}

async function recordOf({ house, session }: Place, { id }: ImportDraft): Promise<AttendanceImport> {
  const stored = await importShelf.read(house.table, { sessionId: session.id, importId: id })
  if (!stored) throw new Error('no such list')
  return stored.facts
}

async function eachOf(times: number, deed: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i++) await deed(i)
}

async function timed(deed: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await deed()
  return performance.now() - before
}
