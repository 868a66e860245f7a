import type { Context, MiddlewareHandler } from 'hono'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { NewId, NewSecret } from '../../functions/kernel/secret.ts'
import type { Table, Write } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { readPause } from '../../functions/mail/pause.ts'
import { loadProgramme, type Programme } from '../../functions/programme/programme.table.ts'
import type { EnterAsVisitor } from '../../functions/session/meeting/enter-room.ts'
import type { MeetingWorld } from '../../functions/session/meeting/meeting.ts'
import type { Providers } from '../../functions/session/meeting/providers.ts'
import { auditEntry } from '../../functions/staff/audit.table.ts'
import type { AuditedDeed } from '../../functions/staff/audit.ts'
import { findSignedIn } from '../../functions/staff/find-signed-in.ts'
import type { OpenId } from '../../functions/staff/openid.ts'
import { type Deed, may, type StaffMember } from '../../functions/staff/staff.ts'
import type { NoteFault } from '../parts/door.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { sessionSecretOf } from './cookie.ts'
import { NotFoundPage, SignInNeededPage } from './message/message-pages.tsx'

/** What the office stands on. */
export type OfficeWorld = {
  table: Table
  now: () => Instant
  newId: NewId
  newSecret: NewSecret
  /** Where people reach the house: `https://lernhaus.example.org`. */
  origin: string
  openid: OpenId
  /** The address that becomes the first administrator; empty where nobody is named. */
  firstAdministrator: string
  /** Where the house's own meeting room is; empty where it has none to offer for sessions. */
  roomOrigin: string
  /** What the meeting servers of the association are asked with. */
  meetings: () => MeetingWorld
  providers: Providers
  /** The way into a session for whoever leads it. */
  enterAsVisitor: EnterAsVisitor
  /** Draws a certificate, so that one sees how it would look. */
  drawSheet: (certificate: Certificate) => Promise<Uint8Array>
  /** Whether people must be added to the sign-in provider by hand, beside being invited here. */
  addsStaffByHand: boolean
  noteFault: NoteFault
}

/** One request of somebody who is signed in: who, when, in which language. */
export type Visit = {
  world: OfficeWorld
  now: Instant
  member: StaffMember
  programme: Programme
  /** Since when no mail goes out; null where sending goes on. */
  pausedSince: Instant | null
  setting: PageSetting
}

/** What the guard hands to every page behind it. */
export type OfficeEnv = { Variables: { visit: Visit } }
/** A request behind the guard. */
export type OfficeContext = Context<OfficeEnv>

/** Lets in whoever is signed in and works here at this very moment; everybody else signs in first. */
export const guard =
  (world: OfficeWorld): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    const now = world.now()
    const [member, programme, pausedSince] = await Promise.all([
      findSignedIn({ table: world.table, now }, sessionSecretOf(c, world.origin)),
      loadProgramme(world.table),
      readPause(world.table),
    ])
    const setting = settingOf(c, programme.organisation)
    if (member) {
      c.set('visit', { world, now, member, programme, pausedSince, setting })
      return next()
    }
    if (c.req.method !== 'GET') return c.html(SignInNeededPage({ setting }), 401)
    const to = encodeURIComponent(inside(setting, c.req.path))
    return c.redirect(inside(setting, `/office/sign-in?to=${to}`), 303)
  }

/** Only for those whose role may do this; for others the page does not exist. */
export const only =
  (deed: Deed): MiddlewareHandler<OfficeEnv> =>
  async (c, next) =>
    may(c.get('visit').member.role, deed) ? next() : notFound(c)

/** Things that do not exist and things of others look alike. */
export const notFound = (c: OfficeContext): Response | Promise<Response> =>
  c.html(NotFoundPage({ setting: c.get('visit').setting }), 404)

/** Back to a page after something was done, which the page then says. */
export function goTo(c: OfficeContext, path: string, done?: string): Response {
  const { setting } = c.get('visit')
  return c.redirect(inside(setting, done ? `${path}?done=${done}` : path), 303)
}

/** What a verb needs for a deed, with the entry in the trail that joins the deed's own commit. */
export const noting = (
  { world, now, member }: Visit,
  what: { deed: AuditedDeed; seminarId?: string; about?: string },
): { table: Table; now: Instant; newId: NewId; also: [Write] } => ({
  table: world.table,
  now,
  newId: world.newId,
  also: [auditEntry({ now, newId: world.newId }, { who: member.email, ...what })],
})
