import * as v from 'valibot'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import { instantSchema } from '../kernel/time.ts'

const joinClickSchema = v.object({
  id: v.string(),
  sessionId: v.string(),
  enrollmentId: v.string(),
  at: instantSchema,
})

/** Somebody pressed the join button: they meant to come. No minutes follow from it. */
export type JoinClick = v.InferOutput<typeof joinClickSchema>

export const joinClickShelf = shelf<JoinClick, JoinClick>({
  table: 'people',
  kind: 'join-click',
  schema: joinClickSchema,
  key: ({ sessionId, enrollmentId, id }) => ({ pk: `join-clicks#${sessionId}`, sk: `${enrollmentId}#${id}` }),
})

/** Of one person where they are named. */
export async function listJoinClicks(
  table: ReadingTable,
  sessionId: string,
  enrollmentId = '',
): Promise<JoinClick[]> {
  const prefix = enrollmentId ? `${enrollmentId}#` : ''
  const stored = await table.list('people', `join-clicks#${sessionId}`, prefix)
  return stored.map((s) => joinClickShelf.decode(s).facts)
}
