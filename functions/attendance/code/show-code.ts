import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { NewId, NewSecret } from '../../kernel/secret.ts'
import { type ReadingTable, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import { type Instant, later, minute } from '../../kernel/time.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../../seminar/seminar.ts'
import { listNotices } from '../attendance.table.ts'
import { readSettledList } from '../list/confirmed-list.table.ts'
import { type AttendanceRefusal, mayWriteAttendance } from '../write-attendance.ts'
import { attendanceCodeShelf, listCodes, shownCodeShelf } from './attendance-code.table.ts'
import {
  type AttendanceCode,
  codeFrom,
  codeMinutes,
  isGood,
  lastCodeAt,
  noticeOfCode,
  printOfCode,
  spanOfCode,
} from './attendance-code.ts'

/** over: the session ended too long ago for anybody to see a code in it */
export type ShowCodeRefusal = { code: AttendanceRefusal['code'] | 'over' }

type World = { table: Table; now: Instant; newId: NewId; newSecret: NewSecret; also?: readonly Write[] }
type Name = { seminarId: string; sessionId: string }

/** A code as it is shown: to be read aloud, until when, and how many have typed it. */
export type ShownCode = AttendanceCode & { code: string; typedBy: number }

/** Whether a code can be shown in this session now. */
export function mayShowCode(
  seminar: Seminar,
  session: Session,
  now: Instant,
): ShowCodeRefusal['code'] | undefined {
  return mayWriteAttendance(seminar, session, now) ?? (now < lastCodeAt(session) ? undefined : 'over')
}

/** A fresh code is shown in the session. The one before ends with it. */
export async function showCode(
  world: World,
  { seminarId, sessionId }: Name,
): Promise<Result<AttendanceCode, ShowCodeRefusal>> {
  const { table, now, newId, newSecret, also = [] } = world
  for (let attempt = 0; attempt < 3; attempt++) {
    const seminar = (await seminarShelf.read(table, seminarId))?.facts
    const session = seminar && findSession(seminar, sessionId)
    if (!session) return refuse({ code: 'unknown' })
    const trouble = mayShowCode(seminar, session, now)
    if (trouble) return refuse({ code: trouble })
    if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
    const before = (await listCodes(table, sessionId)).map(({ facts }) => facts)
    const [id, code] = [newId('cod'), codeFrom(newSecret())]
    const facts: AttendanceCode = {
      ...{ id, at: now, until: later(now, codeMinutes * minute) },
      number: (before.at(-1)?.number ?? 0) + 1,
      print: await printOfCode(id, code),
      ...spanOfCode(session, { now, before: (await lastTyped(table, session, before))?.at }),
    }
    const outcome = await table.commit([
      attendanceCodeShelf.create({ sessionId, number: facts.number }, facts),
      shownCodeShelf.create({ sessionId, codeId: id }, { code }, { expires: facts.until }),
      ...also,
    ])
    if (outcome.committed) return accept(facts)
    // Somebody else showed one in this moment: theirs ends with ours.
  }
  throw new TableBusy('codes kept being shown')
}

/**
 * A code that nobody typed proves nothing: the next one reaches back over it. Nor is one that stands until the end the
 * one before another: those who missed it type the next, for the same time, of which nothing is left after the end.
 */
async function lastTyped(
  table: ReadingTable,
  session: Session,
  codes: readonly AttendanceCode[],
): Promise<AttendanceCode | undefined> {
  if (codes.length === 0) return undefined
  const typed = await typedCodes(table, session.id)
  return codes.findLast(({ id, to }) => typed.has(id) && to < session.end)
}

/** How many people typed which code. */
async function typedCodes(table: ReadingTable, sessionId: string): Promise<Map<string, number>> {
  const typed = new Map<string, number>()
  for (const notices of (await listNotices(table, sessionId)).values())
    for (const { id } of notices) {
      const code = id.startsWith(noticeOfCode('')) ? id.slice(noticeOfCode('').length) : undefined
      if (code !== undefined) typed.set(code, (typed.get(code) ?? 0) + 1)
    }
  return typed
}

/** The code that can be typed now, for those who show it; undefined where there is none. */
export async function readShownCode(
  { table, now }: { table: ReadingTable; now: Instant },
  sessionId: string,
): Promise<ShownCode | undefined> {
  const facts = (await listCodes(table, sessionId)).at(-1)?.facts
  if (!facts || !isGood(facts, now)) return undefined
  const shown = await shownCodeShelf.read(table, { sessionId, codeId: facts.id })
  if (!shown) return undefined
  return {
    ...facts,
    code: shown.facts.code,
    typedBy: (await typedCodes(table, sessionId)).get(facts.id) ?? 0,
  }
}
