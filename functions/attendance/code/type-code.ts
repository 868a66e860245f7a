import { attends, type Enrollment, hasSeat } from '../../enrollment/enrollment.ts'
import { readPersonalLink } from '../../enrollment/link/personal-link.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { sameSecret } from '../../kernel/secret.ts'
import { type ReadingTable, type Table, TableBusy } from '../../kernel/table.ts'
import { day, type Instant, later } from '../../kernel/time.ts'
import type { Seminar, Session } from '../../seminar/seminar.ts'
import { attendanceShelf } from '../attendance.table.ts'
import { readSettledList, whileUnsettled } from '../list/confirmed-list.table.ts'
import { noticeWrite } from '../record.ts'
import { issueWrites } from '../write-attendance.ts'
import { listCodes, triesPlace } from './attendance-code.table.ts'
import { type AttendanceCode, isCodeTime, isGood, noticeOfCode, printOfCode } from './attendance-code.ts'

/** So often may somebody try a code; then they wait for the next one. */
export const mostTries = 5

/**
 * unknown: no such link, or nothing to type here · not-good: wrong, over, or none was shown · too-often: mistyped too
 * often · locked: two people have put their names to the list
 */
export type TypeCodeRefusal = { code: 'unknown' | 'not-good' | 'too-often' | 'locked' }

type World = { table: Table; now: Instant }
type Typed = { token: string; sessionId: string; code: string }

/** Somebody types on their page what was shown in the session: they were there. Typing it again changes nothing. */
export async function typeCode(world: World, typed: Typed): Promise<Result<null, TypeCodeRefusal>> {
  const { table, now } = world
  const { sessionId } = typed
  const place = await findPlace(world, typed)
  if (!place) return refuse({ code: 'unknown' })
  const shown = await readGoodCode(world, sessionId)
  if (shown && (await hasTyped(table, place, shown))) return accept(null)
  // Counted before it is judged: many tries at once are as many tries.
  const tries = await countTry(world, place, shown)
  if (tries > mostTries) return refuse({ code: 'too-often' })
  if (!shown || !sameSecret(shown.print, await printOfCode(shown.id, typed.code)))
    return refuse({ code: 'not-good' })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await readSettledList(table, sessionId)) return refuse({ code: 'locked' })
    const outcome = await table.commit([
      noticeWrite({ ...place.name, notice: noticeFrom(shown) }),
      whileUnsettled(sessionId),
      ...(await issueWrites(table, place.seminar, now)),
    ])
    if (outcome.committed || (await hasTyped(table, place, shown))) return accept(null)
    // The list was settled in this moment, or certificates fell due: it is looked at again.
  }
  throw new TableBusy('the list kept changing')
}

/** Whose code it would be, in which session. */
type Place = { seminar: Seminar; name: { sessionId: string; enrollmentId: string } }

async function findPlace({ table, now }: World, { token, sessionId }: Typed): Promise<Place | undefined> {
  const linked = await readPersonalLink(table, token, 'my')
  if (!linked) return undefined
  const [enrollment, seminar] = [linked.enrollment.facts, linked.seminar.facts]
  return sessionsToTypeIn({ enrollment, seminar, now }).some(({ id }) => id === sessionId)
    ? { seminar, name: { sessionId, enrollmentId: enrollment.id } }
    : undefined
}

const hasTyped = async (
  table: Pick<ReadingTable, 'read'>,
  { name }: Pick<Place, 'name'>,
  { id }: AttendanceCode,
): Promise<boolean> =>
  (await attendanceShelf.read(table, { ...name, noticeId: noticeOfCode(id) })) !== undefined

async function countTry(
  { table, now }: World,
  { name }: Place,
  shown: AttendanceCode | undefined,
): Promise<number> {
  const place = triesPlace({ ...name, codeId: shown?.id ?? 'none' })
  return (await table.draw(place, 'tries', { expires: later(now, day) })).tries ?? 0
}

const noticeFrom = ({ id, from, to }: AttendanceCode) => ({
  ...{ id: noticeOfCode(id), kind: 'present' as const, device: 'code', from, to },
  source: 'code' as const,
})

/** Whether a code is shown in the session that this person has not typed yet. */
export async function isCodeAsked(
  world: { table: ReadingTable; now: Instant },
  name: Place['name'],
): Promise<boolean> {
  const shown = await readGoodCode(world, name.sessionId)
  return shown !== undefined && !(await hasTyped(world.table, { name }, shown))
}

/** The code that can be typed in a session now. */
async function readGoodCode(
  { table, now }: { table: Pick<ReadingTable, 'list'>; now: Instant },
  sessionId: string,
): Promise<AttendanceCode | undefined> {
  const latest = (await listCodes(table, sessionId)).at(-1)?.facts
  return latest && isGood(latest, now) ? latest : undefined
}

/** The sessions in which this person may have a code to type now. */
export function sessionsToTypeIn({
  enrollment,
  seminar,
  now,
}: {
  enrollment: Enrollment
  seminar: Seminar
  now: Instant
}): Session[] {
  const isTakingPlace = seminar.state === 'published' || seminar.state === 'completed'
  if (enrollment.state !== 'confirmed' || !hasSeat(enrollment) || !isTakingPlace) return []
  return seminar.sessions.filter((session) => attends(enrollment, session.id) && isCodeTime(session, now))
}
