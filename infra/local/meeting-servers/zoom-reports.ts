import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { minute } from '../../../functions/kernel/time.ts'
import type { ZoomInstance, ZoomMeetings } from './zoom-meetings.ts'
import { zoomStamp } from './zoom-tells.ts'

const pageTokenMilliseconds = 15 * minute
/** A report is there only some minutes after the end. */
const reportTakes = 5 * minute
const mostPerPage = 300

/** How Zoom refuses a call. */
export const refusal = (c: Context, status: 400 | 401 | 404, code: number, message: string) =>
  c.json({ code, message }, status)

/** Who was in a running, page by page, from some minutes after its end. */
export function zoomReports({ meetings, moment }: { meetings: ZoomMeetings; moment: () => number }) {
  const pageTokens = new Map<string, { uuid: string; from: number; until: number }>()
  return (isEnough: (instance: ZoomInstance) => boolean) =>
    ({ c }: { c: Context }): Response => {
      const instance = meetings.findInstance(uuidIn(c.req.url))
      const isReady = instance?.endedAt !== undefined && moment() >= instance.endedAt + reportTakes
      if (!instance || !isReady || !isEnough(instance))
        return refusal(c, 404, 3001, 'This meeting is not available or ID is not valid.')
      const asked = c.req.query('next_page_token')
      const known = asked === undefined ? undefined : pageTokens.get(asked)
      if (asked !== undefined && (known?.uuid !== instance.uuid || moment() >= known.until))
        return refusal(c, 400, 300, 'The next page token is invalid or expired.')
      const size = Math.min(mostPerPage, Number(c.req.query('page_size') ?? 30))
      const from = known?.from ?? 0
      const rows = rowsOf(instance, c.req.query('include_fields') === 'registrant_id')
      const next = from + size < rows.length ? randomBytes(12).toString('base64url') : ''
      if (next)
        pageTokens.set(next, {
          uuid: instance.uuid,
          from: from + size,
          until: moment() + pageTokenMilliseconds,
        })
      return c.json({
        ...{ page_count: Math.ceil(rows.length / size), page_size: size, total_records: rows.length },
        ...{ next_page_token: next, participants: rows.slice(from, from + size) },
      })
    }
}

/** What stands before the application reads the address once already, and takes a slash for a path. */
function uuidIn(address: string): string {
  const [, found = ''] = /\/(?:meetings|past_meetings)\/([^/?]+)\/participants/.exec(address) ?? []
  const read = decodeURIComponent(found)
  if (read.startsWith('/') || read.includes('//')) return ''
  return read.includes('%') ? decodeURIComponent(read) : read
}

/** A row per stay, and one per wait in front of the door. */
function rowsOf({ participants }: ZoomInstance, withRegistrants: boolean): object[] {
  const row = (who: ZoomInstance['participants'][number], from: number, to: number, status: string) => ({
    ...{ id: '', user_id: who.userId, name: who.name, user_email: '' },
    ...{ join_time: zoomStamp(from), leave_time: zoomStamp(to), duration: Math.round((to - from) / 1000) },
    ...(withRegistrants && { registrant_id: who.registrantId }),
    ...{ failover: false, status },
  })
  return participants.flatMap((who) => [
    ...(who.joinedAt > who.waitsSince ? [row(who, who.waitsSince, who.joinedAt, 'in_waiting_room')] : []),
    ...(who.joinedAt > 0 ? [row(who, who.joinedAt, who.leftAt, 'in_meeting')] : []),
  ])
}
