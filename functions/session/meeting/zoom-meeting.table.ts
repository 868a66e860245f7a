import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf } from '../../kernel/table.ts'

const zoomMeetingSchema = v.object({
  server: v.string(),
  seminarId: v.string(),
  sessionId: v.string(),
  number: v.number(),
  /** Zoom's number of the meeting that is used. */
  meetingId: v.string(),
  /** Those that somebody removed at Zoom; people may have been in there. */
  former: v.array(v.string()),
})

/** The meeting of one room of a session at Zoom: made by whoever comes first, and the only one that is used. */
export type ZoomMeeting = v.InferOutput<typeof zoomMeetingSchema>
type ZoomRoom = Pick<ZoomMeeting, 'server' | 'sessionId' | 'number'>

export const zoomMeetingShelf = shelf<ZoomMeeting, ZoomRoom>({
  table: 'people',
  kind: 'zoom-meeting',
  schema: zoomMeetingSchema,
  key: ({ server, sessionId, number }) => ({
    pk: `zoom-meeting#${sessionId}`,
    sk: `${String(number).padStart(4, '0')}#${server}`,
  }),
})

const zoomRoomSchema = v.pick(zoomMeetingSchema, ['server', 'seminarId', 'sessionId', 'number'])

/** Which room a meeting is, for what Zoom tells by itself. */
export const zoomRoomShelf = shelf<
  v.InferOutput<typeof zoomRoomSchema>,
  Pick<ZoomMeeting, 'server' | 'meetingId'>
>({
  table: 'people',
  kind: 'zoom-room',
  schema: zoomRoomSchema,
  key: ({ server, meetingId }) => ({ pk: `zoom-room#${server}`, sk: meetingId }),
})

const zoomRegistrantSchema = v.object({
  enrollmentId: v.string(),
  /** Empty where it was forgotten. */
  registrantId: v.string(),
})

/** Under which name Zoom knows somebody in a meeting. Their address into it is never kept. */
export type ZoomRegistrant = v.InferOutput<typeof zoomRegistrantSchema>

export const zoomRegistrantShelf = shelf<ZoomRegistrant, { meetingId: string; enrollmentId: string }>({
  table: 'people',
  kind: 'zoom-registrant',
  schema: zoomRegistrantSchema,
  key: ({ meetingId, enrollmentId }) => ({ pk: `zoom-registrants#${meetingId}`, sk: enrollmentId }),
})

/** The same the other way round. */
export const zoomPersonShelf = shelf<ZoomRegistrant, { meetingId: string; registrantId: string }>({
  table: 'people',
  kind: 'zoom-person',
  schema: zoomRegistrantSchema,
  key: ({ meetingId, registrantId }) => ({ pk: `zoom-people#${meetingId}`, sk: registrantId }),
})

/** Who is who in a meeting, by the name that Zoom uses. */
export async function listZoomPeople(table: ReadingTable, meetingId: string): Promise<Map<string, string>> {
  const stored = await table.list('people', `zoom-people#${meetingId}`)
  return new Map(
    stored.map((one) => {
      const { registrantId, enrollmentId } = zoomPersonShelf.decode(one).facts
      return [registrantId, enrollmentId]
    }),
  )
}

/** All meetings that a session ever had at Zoom. */
export async function listZoomMeetingIds(table: ReadingTable, sessionId: string): Promise<string[]> {
  const stored = await table.list('people', `zoom-meeting#${sessionId}`)
  return stored.flatMap((one) => {
    const { meetingId, former } = zoomMeetingShelf.decode(one).facts
    return [...former, meetingId]
  })
}

const zoomInstanceSchema = v.object({ uuid: v.string() })

/** One running of a meeting that Zoom said has ended; a meeting that was left and begun again has several. */
export const zoomInstanceShelf = shelf<{ uuid: string }, { meetingId: string; name: string }>({
  table: 'people',
  kind: 'zoom-instance',
  schema: zoomInstanceSchema,
  key: ({ meetingId, name }) => ({ pk: `zoom-instances#${meetingId}`, sk: name }),
})

export async function listZoomInstances(table: ReadingTable, meetingId: string): Promise<string[]> {
  const stored: Stored<unknown>[] = await table.list('people', `zoom-instances#${meetingId}`)
  return stored.map((one) => zoomInstanceShelf.decode(one).facts.uuid)
}

/** The name of a device: Zoom numbers everybody who comes in, anew in each running of a meeting. */
export const zoomDevice = (uuid: string, userId: string): string => `${uuid}/${userId}`
