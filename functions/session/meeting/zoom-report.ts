import * as v from 'valibot'
import { parseInstant } from '../../kernel/time.ts'
import { type MeetingReport, MeetingUnreachable, type MeetingWorld, type Stay } from './meeting.ts'
import { type AskZoom, readZoom } from './zoom-calls.ts'
import {
  listZoomInstances,
  listZoomPeople,
  type ZoomMeeting,
  zoomDevice,
  zoomMeetingShelf,
} from './zoom-meeting.table.ts'

/** 300 rows each; more comings and goings has no meeting. */
const mostPages = 40

const rowSchema = v.object({
  user_id: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
  registrant_id: v.optional(v.string(), ''),
  join_time: v.string(),
  leave_time: v.optional(v.string(), ''),
  status: v.optional(v.string(), ''),
})
const pageSchema = v.object({
  participants: v.array(rowSchema),
  next_page_token: v.optional(v.string(), ''),
})
const instancesSchema = v.object({ meetings: v.array(v.object({ uuid: v.string() })) })
const meetingSchema = v.object({ status: v.optional(v.string(), '') })
type Row = v.InferOutput<typeof rowSchema>

/**
 * Who was in the meetings of a room. A meeting that was ended and begun again has run several times; each of them
 * counts, whether Zoom lists it or has only told that it ended.
 */
export async function readZoomReport(
  { table }: MeetingWorld,
  ask: AskZoom,
  room: Pick<ZoomMeeting, 'server' | 'sessionId' | 'number'>,
): Promise<MeetingReport> {
  const stored = await zoomMeetingShelf.read(table, room)
  const meetings = stored ? [...stored.facts.former, stored.facts.meetingId] : []
  const stays: Stay[] = []
  let isWhole = true
  for (const meetingId of meetings) {
    const people = await listZoomPeople(table, meetingId)
    const uuids = new Set([
      ...(await instancesOf(ask, meetingId)),
      ...(await listZoomInstances(table, meetingId)),
    ])
    if (await isRunning(ask, meetingId)) isWhole = false
    for (const uuid of uuids) {
      const rows = await rowsOf(ask, uuid)
      if (rows) stays.push(...rows.flatMap((row) => staysFrom(uuid, row, people)))
      else isWhole = false
    }
  }
  return { stays, isWhole }
}

async function isRunning(ask: AskZoom, meetingId: string): Promise<boolean> {
  const asked = await ask({ method: 'GET', path: `/meetings/${meetingId}`, limit: 'meeting' })
  return asked.status !== 404 && readZoom(meetingSchema, asked, 200, 'meeting').status === 'started'
}

async function instancesOf(ask: AskZoom, meetingId: string): Promise<string[]> {
  const path = `/past_meetings/${meetingId}/instances`
  const asked = await ask({ method: 'GET', path, limit: 'instances' })
  if (asked.status === 404) return []
  return readZoom(instancesSchema, asked, 200, 'instances').meetings.map(({ uuid }) => uuid)
}

/** Everybody's rows of one running; undefined while Zoom has no report of it. Of somebody alone only the list tells. */
async function rowsOf(ask: AskZoom, uuid: string): Promise<Row[] | undefined> {
  const name = inAddress(uuid)
  return (
    (await pagesOf(ask, `/report/meetings/${name}/participants`)) ??
    (await pagesOf(ask, `/past_meetings/${name}/participants`))
  )
}

async function pagesOf(ask: AskZoom, path: string): Promise<Row[] | undefined> {
  const rows: Row[] = []
  let token = ''
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ page_size: '300', include_fields: 'registrant_id' })
    if (token !== '') query.set('next_page_token', token)
    const asked = await ask({ method: 'GET', path: `${path}?${query}`, limit: 'report' })
    if (asked.status === 404) return undefined
    const { participants, next_page_token } = readZoom(pageSchema, asked, 200, 'report')
    rows.push(...participants)
    if (next_page_token === '') return rows
    token = next_page_token
  }
  throw new MeetingUnreachable('a report without an end')
}

/** Zoom reads the name of a running once more where it could be taken for a path. */
function inAddress(uuid: string): string {
  const once = encodeURIComponent(uuid)
  return uuid.startsWith('/') || uuid.includes('//') ? encodeURIComponent(once) : once
}

/** Whoever waits in front of the door is not there yet. */
function staysFrom(uuid: string, row: Row, people: ReadonlyMap<string, string>): Stay[] {
  const from = parseInstant(row.join_time)
  if (!from || row.status === 'in_waiting_room') return []
  return [
    {
      visitor: people.get(row.registrant_id),
      device: zoomDevice(uuid, row.user_id),
      from,
      to: parseInstant(row.leave_time) ?? null,
    },
  ]
}
