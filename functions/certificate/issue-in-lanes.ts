import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import type { IssueWorld } from './give.ts'
import { issueCertificates } from './issue.ts'

/** As many people are served by one run after the other; of more, several go on side by side. */
const fewPeople = 100
const lanes = ['lane-0', 'lane-1', 'lane-2', 'lane-3'] as const

/** In which lane somebody stands: letters of an id are evenly spread. */
const laneOf = (enrollmentId: string): string =>
  lanes[[...enrollmentId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % lanes.length] ?? lanes[0]

/**
 * Issues what a seminar has to issue. Where many people are to get one, each lane becomes due work of its own, in
 * functions that run side by side; a lane does some and is due again at once until nobody in it is left.
 */
export async function issueInLanes(
  world: IssueWorld,
  { seminarId, lane }: { seminarId: string; lane: string },
): Promise<{ more: boolean }> {
  if (lane !== '') return issueCertificates(world, seminarId, (id) => laneOf(id) === lane)
  const people = await listEnrollments(world.table, seminarId)
  if (people.length <= fewPeople) return issueCertificates(world, seminarId)
  const notes = lanes.map((sessionId) =>
    dueNow(world.table, { task: 'issue', seminarId, sessionId }, world.now),
  )
  const outcome = await world.table.commit(await Promise.all(notes))
  // Refused where a lane has just ended: then all are opened once more, so that nobody is passed over.
  return { more: !outcome.committed }
}
