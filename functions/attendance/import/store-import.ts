import type { Stored, Table } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { readSettledList, whileUnsettled } from '../list/confirmed-list.table.ts'
import { noticeWrite } from '../record.ts'
import { issueWrites } from '../write-attendance.ts'
import type { AttendanceImport } from './attendance-import.ts'
import { importShelf, listImports, lotSize, noticeLotShelf } from './import.table.ts'

type World = { table: Table; now: Instant }

/**
 * Writes the notices of the long lists of a session, lot by lot; each lot and how far it has come are one commit, so
 * that whoever goes on after a crash writes nothing twice. Only when all are there do they count, all at once.
 */
export async function storeImports(
  world: World,
  { seminarId, sessionId }: { seminarId: string; sessionId: string },
): Promise<void> {
  for (const { facts } of await listImports(world.table, sessionId)) {
    let list = await readStoring(world.table, facts)
    while (list) {
      const isWhole = list.facts.written >= list.facts.notices
      await (isWhole ? letCount(world, seminarId, list) : storeLot(world, list))
      list = await readStoring(world.table, facts)
    }
  }
}

const readStoring = async (
  table: Table,
  { sessionId, id: importId }: AttendanceImport,
): Promise<Stored<AttendanceImport> | undefined> => {
  const stored = await importShelf.read(table, { sessionId, importId })
  return stored?.facts.state === 'storing' ? stored : undefined
}

/** Refused where another worker was faster; then the record tells where to go on. */
async function storeLot({ table }: World, stored: Stored<AttendanceImport>): Promise<void> {
  const { id, written, lots } = stored.facts
  const lot = await noticeLotShelf.read(table, { importId: id, mark: lots.mark, lot: lots.done })
  if (!lot) {
    const now = await readStoring(table, stored.facts)
    if (now?.version === stored.version) throw new Error(`lot ${lots.done} of a list is gone`)
    return
  }
  const { notices } = lot.facts
  if (notices.length > lotSize) throw new RangeError(`a lot of ${notices.length}`)
  await table.commit([
    ...notices.map(noticeWrite),
    importShelf.replace(stored, {
      ...stored.facts,
      written: written + notices.length,
      lots: { ...lots, done: lots.done + 1 },
    }),
    noticeLotShelf.remove(lot),
  ])
}

async function letCount({ table, now }: World, seminarId: string, stored: Stored<AttendanceImport>) {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!seminar || (await readSettledList(table, stored.facts.sessionId))) {
    await table.commit([importShelf.replace(stored, { ...stored.facts, state: 'locked' })])
    return
  }
  await table.commit([
    importShelf.replace(stored, { ...stored.facts, state: 'stored' }),
    whileUnsettled(stored.facts.sessionId),
    ...(await issueWrites(table, seminar, now)),
  ])
}
