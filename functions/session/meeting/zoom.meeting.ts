import * as v from 'valibot'
import { MeetingUnreachable, type Provider, type Visitor } from './meeting.ts'
import type { ServerOf } from './meeting-server.ts'
import { noMeeting, openZoomCalls, readZoom, ZoomRefused } from './zoom-calls.ts'
import { guestAddress } from './zoom-guest.ts'
import { zoomMeetingShelf } from './zoom-meeting.table.ts'
import { readZoomReport } from './zoom-report.ts'
import { type AtZoom, closeMeeting, keyOf, meetingOf } from './zoom-room.ts'

type Server = ServerOf<'zoom'>

/**
 * Zoom. The meeting is made right before somebody comes in and asks for registration, so that each participant has an
 * address of their own, good for one device at a time; trainers come in as the host. Zoom gets the name under which
 * people show, and instead of their mail address one that nobody reads.
 */
export function openZoom(): Provider<Server> {
  const calls = openZoomCalls()
  return {
    async enter(world, server, room, visitor) {
      const at = { world, server, room, ask: calls.to(world, server) }
      const first = await meetingOf(at)
      const address = await addressIn(at, first, visitor)
      // Somebody removed the meeting at Zoom; a new one takes its place.
      const opened = address ?? (await addressIn(at, await meetingOf(at, first), visitor))
      if (opened === undefined) throw new MeetingUnreachable('the meeting is gone')
      return opened
    },

    async close(world, server, room) {
      const stored = await zoomMeetingShelf.read(world.table, keyOf(server, room))
      if (stored) await closeMeeting(calls.to(world, server), stored.facts.meetingId)
      return 'closed'
    },

    report: (world, server, room) => readZoomReport(world, calls.to(world, server), keyOf(server, room)),

    async check(world, server) {
      try {
        await calls.tryToken(world, server)
        const ask = calls.to(world, server)
        const path = `/users/${encodeURIComponent(server.hostUser)}/meetings?type=upcoming&page_size=1`
        const { status } = await ask({ method: 'GET', path, limit: 'check' })
        return status === 200 ? 'ok' : status >= 500 ? 'unreachable' : 'refused'
      } catch (fault) {
        if (fault instanceof ZoomRefused) return 'refused'
        if (fault instanceof MeetingUnreachable) return 'unreachable'
        throw fault
      }
    },
  }
}

/** The way into a meeting for one person; undefined where Zoom knows no such meeting. */
async function addressIn(at: AtZoom, meetingId: string, visitor: Visitor): Promise<string | undefined> {
  const address = visitor.leads
    ? await hostAddress(at, meetingId)
    : await guestAddress(at, meetingId, visitor)
  if (address !== undefined && !isOfZoom(at.server, address))
    throw new MeetingUnreachable('an address that is not Zoom’s')
  return address
}

/** The host's address carries the host's rights for two hours, so it is asked for each time and kept nowhere. */
async function hostAddress({ ask }: AtZoom, meetingId: string): Promise<string | undefined> {
  const asked = await ask({ method: 'GET', path: `/meetings/${meetingId}`, limit: 'meeting' })
  if (asked.code === noMeeting) return undefined
  return readZoom(v.object({ start_url: v.string() }), asked, 200, 'meeting').start_url
}

/** Domains under which Zoom opens meetings; Zoom X is the one that Deutsche Telekom runs. */
const zoomDomains = ['zoom.us', 'zoom.com', 'zoom-x.de']

/** Nobody is sent to an address that only looks like Zoom's. */
function isOfZoom({ address }: Server, found: string): boolean {
  const url = URL.canParse(found) ? new URL(found) : undefined
  if (!url) return false
  if (address !== undefined) return url.origin === new URL(address).origin
  const isKnown = zoomDomains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  return url.protocol === 'https:' && url.username === '' && isKnown
}
