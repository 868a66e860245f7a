import * as v from 'valibot'
import { idFollowing, seal } from '../../kernel/secret.ts'
import { MeetingUnreachable, type Visitor } from './meeting.ts'
import { secretName } from './meeting-server.ts'
import { noMeeting, readZoom } from './zoom-calls.ts'
import { zoomPersonShelf, zoomRegistrantShelf } from './zoom-meeting.table.ts'
import type { AtZoom } from './zoom-room.ts'

const registrantSchema = v.object({ status: v.string(), join_url: v.string() })
const registeredSchema = v.object({ registrant_id: v.string(), join_url: v.string() })

/**
 * The address of a registrant opens the door to whoever has it. So only Zoom's name of the registrant is kept, and the
 * address is asked for at each click. Nobody is registered at each click: Zoom allows that three times a day.
 */
export async function guestAddress(
  at: AtZoom,
  meetingId: string,
  visitor: Visitor,
): Promise<string | undefined> {
  const known = await zoomRegistrantShelf.read(at.world.table, { meetingId, enrollmentId: visitor.id })
  if (known?.facts.registrantId) {
    const path = `/meetings/${meetingId}/registrants/${encodeURIComponent(known.facts.registrantId)}`
    const asked = await at.ask({ method: 'GET', path, limit: 'registrant' })
    if (asked.code === noMeeting) return undefined
    if (asked.status !== 404) {
      const { status, join_url } = readZoom(registrantSchema, asked, 200, 'registrant')
      if (status !== 'approved') throw new MeetingUnreachable('the host lets this person in no more')
      return join_url
    }
  }
  return register(at, meetingId, visitor)
}

async function register(at: AtZoom, meetingId: string, visitor: Visitor): Promise<string | undefined> {
  const { world, ask } = at
  const email = await addressForZoom(at, visitor)
  const made = await ask({
    method: 'POST',
    path: `/meetings/${meetingId}/registrants`,
    limit: `register ${meetingId} ${email}`,
    body: { email, ...namesOf(visitor), auto_approve: true },
  })
  if (made.code === noMeeting) return undefined
  const { registrant_id: registrantId, join_url } = readZoom(registeredSchema, made, 201, 'register')
  const facts = { enrollmentId: visitor.id, registrantId }
  const key = { meetingId, ...facts }
  const known = await zoomRegistrantShelf.read(world.table, key)
  if (known?.facts.registrantId === registrantId) return join_url
  // Not committed: the same person pressed twice, and Zoom gave both the same name.
  await world.table.commit([
    known ? zoomRegistrantShelf.replace(known, facts) : zoomRegistrantShelf.create(key, facts),
    zoomPersonShelf.create(key, facts),
  ])
  return join_url
}

/**
 * Zoom asks for a mail address and gets one that no mail reaches. It follows from the enrollment, so that the same
 * person stays the same registrant, and is another one in each room, so that nobody is recognized across meetings.
 */
async function addressForZoom({ world, server, room }: AtZoom, { id }: Visitor): Promise<string> {
  const secret = (await world.secrets.read(secretName(server, 'client-secret'))) ?? ''
  const name = await idFollowing(
    'evt',
    await seal(secret, `registrant ${room.session.id} ${room.number} ${id}`),
  )
  const { hostname } = new URL(world.origin)
  const domain = hostname.includes('.') ? hostname : 'lernhaus.example'
  return `${name.replace('evt_', 'gast-')}@teilnahme.${domain}`
}

/** Zoom shows both names after each other; neither may be longer than 64 letters. */
function namesOf({ name }: Visitor): { first_name: string; last_name?: string } {
  const words = name.trim().split(/\s+/)
  const cut = (text: string) => [...text].slice(0, 64).join('')
  const last = words.length > 1 ? words.pop() : undefined
  return { first_name: cut(words.join(' ')), ...(last && { last_name: cut(last) }) }
}
