import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'
import { instantSchema } from '../../kernel/time.ts'
import { placeSchema } from '../../seminar/seminar.ts'

const formerRoomSchema = v.object({
  seminarId: v.string(),
  sessionId: v.string(),
  number: v.number(),
  place: placeSchema,
  leftAt: instantSchema,
  /**
   * left: whoever is still inside may stay · closing: everybody is to be sent out · closed: everybody was ·
   * cannot: the provider knows no such thing · gave-up: the server did not answer for too long
   */
  state: v.picklist(['left', 'closing', 'closed', 'cannot', 'gave-up']),
})

/** A room that a session has left for another one. */
export type FormerRoom = v.InferOutput<typeof formerRoomSchema>

export const formerRoomShelf = shelf<FormerRoom, Pick<FormerRoom, 'sessionId' | 'number'>>({
  table: 'people',
  kind: 'former-room',
  schema: formerRoomSchema,
  key: ({ sessionId, number }) => ({
    pk: `former-rooms#${sessionId}`,
    sk: String(number).padStart(4, '0'),
  }),
})

/** All rooms that a session has left, the first one first. */
export async function listFormerRooms(table: ReadingTable, sessionId: string): Promise<Stored<FormerRoom>[]> {
  return (await table.list('people', `former-rooms#${sessionId}`)).map(formerRoomShelf.decode)
}
