import { type Result, refuse } from '../kernel/result.ts'
import { readLine } from '../seminar/line.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { whyClosed } from './enroll.ts'
import type { Applicant, EnrollWorld } from './enroll-command.ts'
import { answerForGroup, type EnrollGroupRefusal, type GroupEnrolled, spotsOfGroup } from './enroll-group.ts'
import { application } from './line/find-spot.ts'

type Pretended = { people: readonly Applicant[]; together: boolean }

/** Answers a program that fills in a group as people would be answered; stores nothing and writes to nobody. */
export async function pretendToEnrollGroup(
  { table, now }: Pick<EnrollWorld, 'table' | 'now'>,
  seminar: Seminar,
  { people, together }: Pretended,
): Promise<Result<GroupEnrolled, EnrollGroupRefusal>> {
  const [first] = people
  const closed = first && (await whyClosed({ table, now }, seminar, { ...first, people: people.length }))
  if (closed) return refuse({ code: closed })
  const line = await readLine(table, seminar.id)
  const after = { ...line, next: line.next + people.length }
  const drawn = people.map((_, i) => line.next + 1 + i)
  const spots = seminar.places.approval
    ? people.map(() => application)
    : spotsOfGroup(seminar, after, { keptSpots: [], drawn, together })
  if (spots === 'full') return refuse({ code: 'full' })
  return answerForGroup(
    seminar,
    { together },
    spots.map((spot) => ({ ...spot, at: now })),
  )
}
