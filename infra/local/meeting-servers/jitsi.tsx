import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type CryptoKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import { type Instant, millisecondsOf } from '../../../functions/kernel/time.ts'
import { dawdle, type PartSwitch } from '../part-mode.ts'
import {
  DoorstepPage,
  MeetingOverPage,
  MeetingPage,
  type Running,
  TokenRefusedPage,
} from './meeting-pages.tsx'

/** What tokens must be: of a server of one's own, or of a tenant of Jitsi as a service. */
export type TokenRule =
  | { algorithm: 'HS256'; secret: string; appId: string; domain: string }
  | { algorithm: 'RS256'; publicKey: CryptoKey; keyId: string; tenant: string }

type World = {
  rule: TokenRule
  /** Where the server's own pages lie: `/servers/jitsi`. */
  basePath: string
  now: () => Instant
  partSwitch: PartSwitch
}

type Person = { id: string; name: string; leads: boolean; room: string }

/** Jitsi takes texts here, also for yes and no. */
const claimsSchema = v.object({
  exp: v.number(),
  room: v.pipe(v.string(), v.minLength(1)),
  context: v.object({
    user: v.object({ id: v.string(), name: v.string(), moderator: v.picklist(['true', 'false']) }),
  }),
})

/**
 * A practice Jitsi: like a real one it takes whoever has a good token for the very room, and nobody else; it knows no
 * meetings before somebody comes in, and tells nobody who was there.
 */
export function jitsiServer(world: World): { door: Hono; running: () => Running[] } {
  const { basePath, partSwitch, rule } = world
  const inside = new Map<string, Person>()
  const door = new Hono()
  const roomPath = rule.algorithm === 'RS256' ? `${basePath}/${rule.tenant}/:room` : `${basePath}/:room`
  const presentIn = (room: string) => [...inside.values()].filter((person) => person.room === room)

  door.use('*', async (c, next) => {
    if (partSwitch.mode === 'down') return c.text('502 Bad Gateway', 502)
    if (partSwitch.mode === 'throttle') return c.text('Too Many Requests', 429)
    if (partSwitch.mode === 'slow') await dawdle()
    return next()
  })

  door.get(`${basePath}/external_api.js`, (c) => c.text('/* the interface for pages */'))

  door.get(`${basePath}/client/:place`, (c) => {
    const person = inside.get(c.req.param('place'))
    if (!person) return c.html(<MeetingOverPage />, 410)
    return c.html(
      <MeetingPage
        title={person.room}
        name={person.name}
        leads={person.leads}
        action={`${basePath}/client/${c.req.param('place')}`}
        present={presentIn(person.room).map(({ name }) => name)}
        waiting={[]}
      />,
    )
  })
  door.post(`${basePath}/client/:place/leave`, (c) => {
    inside.delete(c.req.param('place'))
    return c.redirect(`${basePath}/client/${c.req.param('place')}`, 303)
  })
  door.post(`${basePath}/client/:place/end`, (c) => {
    const leader = inside.get(c.req.param('place'))
    if (leader?.leads) for (const [place, { room }] of inside) if (room === leader.room) inside.delete(place)
    return c.redirect(`${basePath}/client/${c.req.param('place')}`, 303)
  })

  door.get(roomPath, async (c) => {
    const person = await personOf(c, world)
    if (!person) return c.html(<TokenRefusedPage />, 401)
    return c.html(<DoorstepPage title={person.room} name={person.name} leads={person.leads} />)
  })
  door.post(roomPath, async (c) => {
    const person = await personOf(c, world)
    if (!person) return c.html(<TokenRefusedPage />, 401)
    const place = randomUUID()
    inside.set(place, person)
    return c.redirect(`${basePath}/client/${place}`, 303)
  })

  return {
    door,
    running: () =>
      [...Map.groupBy(inside.values(), ({ room }) => room)].map(([title, people]) => ({
        title,
        inside: people.map(({ name }) => name),
      })),
  }
}

/** Who comes with the token of the address; undefined for a token that is not good for this room now. */
async function personOf(c: Context, { rule, now }: World): Promise<Person | undefined> {
  const token = c.req.query('jwt') ?? ''
  const room = c.req.param('room') ?? ''
  try {
    const claims = v.parse(claimsSchema, await verify(token, rule, now()))
    // Names of rooms are the same in capital and small letters.
    if (claims.room !== '*' && claims.room.toLowerCase() !== room.toLowerCase()) return undefined
    const { id, name, moderator } = claims.context.user
    return { id, name, leads: moderator === 'true', room }
  } catch {
    return undefined
  }
}

async function verify(token: string, rule: TokenRule, now: Instant): Promise<unknown> {
  const common = { audience: 'jitsi', currentDate: new Date(millisecondsOf(now)) }
  if (rule.algorithm === 'HS256') {
    const { secret, appId, domain } = rule
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      ...{ ...common, algorithms: ['HS256'], issuer: appId, subject: domain },
    })
    return payload
  }
  const { publicKey, keyId, tenant } = rule
  const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
    ...{ ...common, algorithms: ['RS256'], issuer: 'chat', subject: tenant },
  })
  if (protectedHeader.kid !== keyId) throw new Error('another key')
  return payload
}
